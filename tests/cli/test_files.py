"""Commands that need no database."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

from ecosystem.cli import COMMANDS
from ecosystem.snapshot import Snapshot
from ecosystem.tables import read_dataset, read_tables

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a copy of Exampleton that may be spoiled."""
    return Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))


def test_every_command_says_what_it_does(ecosystem: Ecosystem) -> None:
    for name in (name for names in COMMANDS.values() for name in names):
        ended = ecosystem(name, "--help")
        assert (ended.code, "Usage: ecosystem" in ended.out) == (0, True), name


def test_an_unknown_command_offers_the_nearest(ecosystem: Ecosystem) -> None:
    ended = ecosystem("sho", "PEG")
    assert (ended.code, "Did you mean `ecosystem show`?" in ended.err) == (2, True)


def test_the_data_read_is_always_named(ecosystem: Ecosystem) -> None:
    ended = ecosystem("find", "EHB", "--data", EXAMPLETON)
    assert (ended.code, "Data: Exampleton health and care" in ended.err) == (0, True)


def test_the_nearest_dataset_is_read_without_being_named(ecosystem: Ecosystem, register: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(register / "codes")
    assert "Exampleton health and care" in ecosystem("check").err


def test_a_name_that_nothing_has_ends_with_1_and_offers_others(ecosystem: Ecosystem) -> None:
    ended = ecosystem("find", "Healht Bord", "--data", EXAMPLETON)
    assert (ended.code, "Health Board" in ended.err) == (1, True)


def test_show_gives_the_members_with_their_citations(ecosystem: Ecosystem) -> None:
    ended = ecosystem("show", "EHB", "--data", EXAMPLETON, "--format", "json")
    rows = json.loads(ended.out)["rows"]
    seats = {(row["says"], row["what"]) for row in rows if row["section"] == "At its table"}
    assert {("chair", "Director of Public Health"), ("member", "Exampleton Council")} & seats
    assert ended.code == 0


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_every_format_holds_the_same_names(ecosystem: Ecosystem, form: str) -> None:
    ended = ecosystem("ask", "chairs", "--data", EXAMPLETON, "--format", form)
    assert (ended.code, "Director of Public Health" in ended.out) == (0, True)


def test_a_question_on_files_says_that_they_were_asked(ecosystem: Ecosystem) -> None:
    assert "From the folder exampleton" in ecosystem("ask", "chairs", "--data", EXAMPLETON).out


def test_a_day_that_is_none_is_a_usage_error(ecosystem: Ecosystem) -> None:
    ended = ecosystem("show", "EHB", "--data", EXAMPLETON, "--as-of", "03/04/2024")
    assert (ended.code, "write 2018, 2018-04, 2018-04-01, or any" in ended.err) == (2, True)


def test_check_names_every_problem_at_once(ecosystem: Ecosystem, register: Path) -> None:
    boards = register / "boards.csv"
    boards.write_text(boards.read_text(encoding="utf-8").replace("minutes-2024:s1", "minuts-2024:s1"), encoding="utf-8")
    reporting = register / "reporting.csv"
    reporting.write_text(reporting.read_text(encoding="utf-8").replace(",finance-group,", ",finans-group,"), "utf-8")
    ended = ecosystem("check", "--data", register)
    places = {line.split(" ")[1].split(":")[0] for line in ended.out.splitlines() if line.startswith("B")}
    assert (ended.code, places) == (1, {"boards.csv", "reporting.csv"})


def test_export_writes_what_can_be_read_back(ecosystem: Ecosystem, exampleton: Snapshot, tmp_path: Path) -> None:
    ended = ecosystem("export", "--data", EXAMPLETON, "--out", tmp_path / "out")
    names = {Path(line).name for line in ended.out.splitlines()}
    with (tmp_path / "out" / "nodes.csv").open(encoding="utf-8") as file:
        labels = {(row["id"], row["label"]) for row in csv.DictReader(file)}
    assert (ended.code, {"nodes.csv", "edges.csv", "statements.csv", "sources.csv"} <= names) == (0, True)
    assert labels == {(entity.id, entity.label) for entity in exampleton.entities.values()}
    assert read_tables(tmp_path / "out", into=exampleton).digest == exampleton.digest


def test_fmt_brings_a_dataset_to_canonical_form_and_then_has_nothing_to_do(
    ecosystem: Ecosystem, register: Path
) -> None:
    boards = register / "boards.csv"
    header, *rows = boards.read_text(encoding="utf-8").splitlines()
    boards.write_text("\r\n".join([header, *reversed(rows)]), encoding="utf-8")
    before = read_dataset(register).snapshot.digest
    assert ecosystem("fmt", "--data", register).out.split() == ["boards.csv"]
    assert ecosystem("fmt", "--data", register).out == ""
    assert read_dataset(register).snapshot.digest == before


def test_a_map_is_one_file_and_named(ecosystem: Ecosystem) -> None:
    ended = ecosystem("map", "--data", EXAMPLETON)
    page = Path("exampleton-map.html")
    assert (ended.code, ended.out.strip(), page.read_text(encoding="utf-8")[:15].lower()) == (0, str(page), "<!doctype html>")


def test_a_folder_that_cannot_be_written_is_refused_and_the_old_file_kept(ecosystem: Ecosystem, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("mine", encoding="utf-8")
    ended = ecosystem("map", "--data", EXAMPLETON, "--out", taken / "map.html")
    assert (ended.code, taken.read_text(encoding="utf-8")) == (6, "mine")
