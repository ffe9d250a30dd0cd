"""Commands that need no database."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import Ecosystem
from registers import laid_over

from ecosystem.cli import COMMANDS, run
from ecosystem.snapshot import Snapshot
from ecosystem.tables import read_dataset

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
    seats = {(row["says"], row["what"]) for row in rows if row["section"] == "Its chair and members"}
    assert {("chair", "Director of Public Health"), ("member", "Exampleton Council")} & seats
    assert ended.code == 0


def test_an_ending_that_no_answer_is_written_in_is_refused_with_those_there_are(
    ecosystem: Ecosystem, tmp_path: Path
) -> None:
    ended = ecosystem("ask", "chairs", "--data", EXAMPLETON, "--out", tmp_path / "chairs.xlsx")
    assert (ended.code, ".json, .csv, .md or .txt" in ended.err, list(tmp_path.glob("*.xlsx"))) == (2, True, [])
    assert ecosystem("ask", "chairs", "--data", EXAMPLETON, "--out", tmp_path / "chairs.txt").code == 0
    named = ("--format", "csv", "--out", tmp_path / "chairs.data")
    assert ecosystem("ask", "chairs", "--data", EXAMPLETON, *named).code == 0


def test_a_folder_that_is_made_and_a_file_that_is_replaced_for_an_answer_are_told(ecosystem: Ecosystem) -> None:
    asked = ("ask", "chairs", "--data", EXAMPLETON, "--out")
    first, second, third = (ecosystem(*asked, name).err for name in ("new/in/a.csv", "new/in/a.csv", "b.csv"))
    assert f"The folder {Path('new').resolve()} was not there and is made." in first.splitlines()
    assert "a.csv was there before and is replaced." in second.splitlines()
    assert [("is made" in said, "is replaced" in said) for said in (first, second, third)] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip


def test_an_answer_that_is_to_go_where_a_folder_is_is_refused_with_what_to_do(ecosystem: Ecosystem) -> None:
    ended = ecosystem("ask", "chairs", "--data", EXAMPLETON, "--out", ".")
    assert ended.code == 6
    assert ended.err.endswith(f"cannot write {Path().resolve().name}: it is a folder\n  fix: name a file in it\n")


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_every_format_holds_the_same_names(ecosystem: Ecosystem, form: str) -> None:
    ended = ecosystem("ask", "chairs", "--data", EXAMPLETON, "--format", form)
    assert (ended.code, "Avery Example" in ended.out) == (0, True)


def test_the_ending_of_a_file_says_its_format(ecosystem: Ecosystem) -> None:
    assert ecosystem("ask", "chairs", "--data", EXAMPLETON, "--out", "chairs.csv").code == 0
    with Path("chairs.csv").open(encoding="utf-8", newline="") as file:
        assert {row["chair"] for row in csv.DictReader(file)} >= {"Director of Public Health"}


def test_a_question_about_one_body_counts_what_is_left_out_of_that_body_only(ecosystem: Ecosystem) -> None:
    asked = ("ask", "who-sits-on", "--data", EXAMPLETON, "--as-of", "2024-03-05")
    assert "Left out" in ecosystem(*asked, "--body", "finance-group").out
    assert "Left out" not in ecosystem(*asked, "--body", "north-vale-lcp").out


def test_a_question_on_files_says_that_they_were_asked(ecosystem: Ecosystem) -> None:
    assert (
        "From Exampleton health and care (the folder exampleton)"
        in ecosystem("ask", "chairs", "--data", EXAMPLETON).out
    )


def test_a_day_that_is_none_is_a_usage_error(ecosystem: Ecosystem) -> None:
    ended = ecosystem("show", "EHB", "--data", EXAMPLETON, "--as-of", "03/04/2024")
    assert (ended.code, "write 2024-04-03" in ended.err) == (2, True)


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
    names = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.csv")}
    assert (ended.out, f"{len(names)} files written in that folder." in ended.err) == (f"{tmp_path / 'out'}\n", True)
    with (tmp_path / "out" / "nodes.csv").open(encoding="utf-8") as file:
        labels = {(row["id"], row["label"]) for row in csv.DictReader(file)}
    assert (ended.code, {"nodes.csv", "edges.csv", "statements.csv", "sources.csv"} <= names) == (0, True)
    assert labels == {(entity.id, entity.label) for entity in exampleton.entities.values()}
    assert laid_over(exampleton, tmp_path / "out").digest == exampleton.digest


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
    begins = Path("exampleton-map.html").read_text(encoding="utf-8")[:15].lower()
    assert (ended.code, ended.out.strip(), begins) == (0, "exampleton-map.html", "<!doctype html>")


@pytest.mark.parametrize(
    ("line", "file", "begins"),
    [
        (["--format", "svg"], "exampleton-map.svg", b"<?xml"),
        (["--format", "png"], "exampleton-map.png", b"\x89PNG"),
        (["--out", "paper.PNG"], "paper.PNG", b"\x89PNG"),
        (["--out", "page.htm"], "page.htm", b"<!doctype"),
        (["--out", "picture", "--format", "svg"], "picture", b"<?xml"),
    ],
)
def test_a_map_is_written_as_its_page_or_as_its_picture(
    ecosystem: Ecosystem, line: list[str], file: str, begins: bytes
) -> None:
    ended = ecosystem("map", "--data", EXAMPLETON, *line)
    assert (ended.code, ended.out.strip(), Path(file).read_bytes()[: len(begins)].lower()) == (0, file, begins.lower())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--out", "map.pdf"], "end the file in .html, .svg, .png"),
        (["--view", "grid", "--open-at", "Health Board"], "a page opens at one place"),
        (["--view", "grid", "--format", "png"], "a picture has no views"),
        (["--open-at", "Avery Example"], "no map opens at a person"),
    ],
)
def test_a_map_that_cannot_be_so_is_not_written(ecosystem: Ecosystem, line: list[str], said: str) -> None:
    ended = ecosystem("map", "--data", EXAMPLETON, *line)
    assert (ended.code, said in ended.err, list(Path().iterdir())) == (2, True, [])


def test_a_map_opens_at_a_body_by_any_of_its_names(ecosystem: Ecosystem) -> None:
    snapshot = read_dataset(EXAMPLETON).snapshot
    board = next(entity for entity in snapshot.entities.values() if entity.label == "Board" and entity.aliases)
    assert ecosystem("map", "--data", EXAMPLETON, "--open-at", board.aliases[0]).code == 0
    assert f'data-start="focus={board.id}"' in Path("exampleton-map.html").read_text(encoding="utf-8")
    ended = ecosystem("map", "--data", EXAMPLETON, "--open-at", "nobody")
    assert (ended.code, "nothing is called “nobody”" in ended.err) == (1, True)


def test_a_folder_that_cannot_be_written_is_refused_and_the_old_file_kept(ecosystem: Ecosystem, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("mine", encoding="utf-8")
    ended = ecosystem("map", "--data", EXAMPLETON, "--out", taken / "map.html")
    assert (ended.code, taken.read_text(encoding="utf-8")) == (6, "mine")


def test_a_file_that_is_read_only_is_kept(ecosystem: Ecosystem, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("mine", encoding="utf-8")
    kept.chmod(0o444)
    ended = ecosystem("find", "health", "--data", EXAMPLETON, "--out", kept)
    assert (ended.code, "cannot write kept.csv: the file is read-only" in ended.err) == (6, True)
    assert (kept.read_text(encoding="utf-8"), kept.stat().st_mode & 0o777) == ("mine", 0o444)


def test_what_names_no_file_is_not_written(ecosystem: Ecosystem) -> None:
    ended = ecosystem("find", "health", "--data", EXAMPLETON, "--out", "-")
    assert (ended.code, "names no file" in ended.err, Path("-").exists()) == (2, True, False)


def test_nothing_is_exported_into_the_folder_of_a_dataset(ecosystem: Ecosystem, register: Path) -> None:
    before = {path.name for path in register.iterdir()}
    ended = ecosystem("export", "--data", register, "--out", register)
    assert (ended.code, {path.name for path in register.iterdir()}) == (6, before)


@pytest.mark.skipif(os.name != "posix", reason="pipes have no names here")
def test_a_pipe_or_device_is_not_put_aside_for_a_file(ecosystem: Ecosystem, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ended = ecosystem("find", "health", "--data", EXAMPLETON, "--out", tmp_path / "pipe")
    assert (ended.code, (tmp_path / "pipe").is_fifo()) == (6, True)


def test_a_link_is_followed_and_stays(ecosystem: Ecosystem, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    ended = ecosystem("find", "health", "--data", EXAMPLETON, "--out", tmp_path / "link")
    assert (ended.code, (tmp_path / "link").is_symlink(), (tmp_path / "file").is_file()) == (0, True, True)


class Stream(io.StringIO):
    """A stream that fails as the system lets it fail."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str) -> int:
        raise self._error

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


@pytest.mark.parametrize(("error", "code"), [(BrokenPipeError(32, "Broken pipe"), 0), (OSError(28, "No space"), 6)])
def test_output_nobody_reads_is_fine_and_output_that_does_not_fit_is_not(
    monkeypatch: pytest.MonkeyPatch, error: OSError, code: int
) -> None:
    monkeypatch.setattr("sys.stdout", Stream(error))
    assert run(["check", "--data", str(EXAMPLETON)]) == code


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell")
def test_closed_streams_are_no_fault() -> None:
    find = 'exec "$0" -m ecosystem find health --data tests/exampleton <&- >&- 2>&-'
    ended = subprocess.run(["sh", "-c", find, sys.executable], cwd=EXAMPLETON.parents[1], check=False)
    assert ended.returncode == 0
