"""What might part a register from its graph: edits made meanwhile, other registers, readers who have gone."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from cli.conftest import EXAMPLETON, Ecosystem, assert_in_step, graph_content, update
from conftest import ByHand

from ecosystem.store import Settings
from ecosystem.tables import read_dataset
from ecosystem.whole import write_whole

BOARD = "scrutiny-panel"
NOTED = f"id,note\n{BOARD},seen\n"
SOURCE = ("--source", "Partnership office register, 2 May 2026")
SEAT = "finance-group--exampleton-council--member-of"

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def edited(file: Path, old: str, new: str) -> None:
    """Edit a table as a person does, with another program."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Return a way to have something happen while a person thinks about the question, and then says yes."""

    def happen(what: Callable[[], None]) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr(click, "confirm", lambda *_, **__: what() or True)

    return happen


@pytest.mark.parametrize("command", [("import", "boards.csv"), ("forget", "a-example"), ("db", "rebuild")])
def test_what_somebody_edits_while_the_question_is_asked_is_not_written_over(
    ecosystem: Ecosystem,
    graph: Settings,
    register: Path,
    meanwhile: Callable[[Callable[[], None]], None],
    command: tuple[str, ...],
) -> None:
    update(NOTED, "boards.csv")
    begun = graph_content(graph)
    people = (register / "people.csv").read_bytes()
    meanwhile(lambda: edited(register / "boards.csv", "Digital Panel", "Digital Board"))
    ended = ecosystem(*command, "--data", register)
    assert (ended.code, "the files were changed since they were read" in ended.err) == (5, True)
    assert read_dataset(register).snapshot.entities["digital-panel"].name == "Digital Board"
    assert graph_content(graph) == begun
    assert (register / "people.csv").read_bytes() == people


@pytest.mark.parametrize(
    ("table", "text", "name"),
    [
        ("boards.csv", "id,name\ndigital-panel,Digital Panel\n", "digital-panel"),
        ("boards.csv", "id,note\ndigital-panel,seen\n", "digital-panel"),
        ("boards.csv", "id,remove\nnew-board,yes\n", "new-board"),
    ],
    ids=["set back", "changed further", "removed"],
)
def test_an_update_of_what_the_graph_does_not_know_yet_waits_for_the_register(
    ecosystem: Ecosystem, graph: Settings, register: Path, table: str, text: str, name: str
) -> None:
    edited(register / table, "Digital Panel", "Digital Board")
    edited(register / table, "digital-panel,", "new-board,New Board,,,,,,,,,stated,minutes-2024:s1,\ndigital-panel,")
    arguments = (update(text, table), "--data", register, "--yes", "--allow-delete", "1")
    before = files_in(register)
    refused = ecosystem("import", *arguments)
    assert (refused.code, f"`{name}`" in refused.err, "`ecosystem apply`" in refused.err) == (5, True, True)
    assert files_in(register) == before
    assert ecosystem("apply", "--data", register, "--yes").code == 0
    assert ecosystem("import", *arguments).code == 0
    assert_in_step(register, graph)


def test_proposals_are_accepted_also_for_rows_that_were_just_edited(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    row = f"{SEAT},exampleton-council,MEMBER_OF,finance-group,"
    edited(register / "memberships.csv", row, f"{row}observer")
    merger = "estates-group--finance-group--succeeded-by,finance-group,SUCCEEDED_BY,estates-group,merger,2024-01"
    with (register / "succession.csv").open("a", encoding="utf-8") as table:
        table.write(f"{merger},,,stated,constitution-2023:s9,\n")
    assert ecosystem("apply", "--accept", "all", "--data", register, "--yes").code == 0
    seat = read_dataset(register).snapshot.facts[SEAT]
    assert (seat.role, seat.end_date) == ("observer", "2024-01")
    assert_in_step(register, graph)


def test_a_plan_is_not_done_to_the_register_of_another_dataset(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    new = update("id,title,kind,date,date_basis\nnew-source,New source,register,2024,printed\n", "sources.csv")
    ecosystem("plan", new, "--data", register, "--out", "plan.json")
    ecosystem("init", "other")
    before = files_in(Path("other"))
    refused = ecosystem("apply", "plan.json", "--data", "other", "--yes")
    assert (refused.code, "this plan is of `exampleton`; the files are `other`" in refused.err) == (6, True)
    assert files_in(Path("other")) == before
    assert_in_step(register, graph)


def test_a_kept_plan_does_not_change_the_data_that_is_shipped(
    ecosystem: Ecosystem, graph: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = Path(shutil.copytree(EXAMPLETON, tmp_path / "shipped"))
    monkeypatch.setattr("ecosystem.tables.choice.shipped", lambda _: shipped)
    assert ecosystem("apply", "--yes").code == 0
    assert ecosystem("plan", update(NOTED, "boards.csv"), "--out", "plan.json").code == 0
    before = files_in(shipped)
    refused = ecosystem("apply", "plan.json", "--yes")
    assert (refused.code, "is shipped" in refused.err, files_in(shipped)) == (6, True, before)


def test_a_kept_plan_knows_its_files_from_any_folder(
    ecosystem: Ecosystem, register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ecosystem("plan", update(NOTED, "boards.csv"), "--data", register, "--out", "plan.json")
    update(NOTED.replace("seen", "heard"), "boards.csv")
    kept = Path("plan.json").resolve()
    monkeypatch.chdir(tmp_path)
    refused = ecosystem("apply", kept, "--yes")
    assert (refused.code, "the file was changed after the plan was made" in refused.err) == (1, True)


def test_a_plan_made_for_other_settings_is_a_conflict(ecosystem: Ecosystem, graph: Settings, register: Path) -> None:
    edited(register / "dataset.toml", "2024-03-05", "2024-04-05")
    ecosystem("plan", "--data", register, "--out", "plan.json")
    edited(register / "dataset.toml", "2024-04-05", "2024-03-05")
    refused = ecosystem("apply", "plan.json", "--yes")
    assert (refused.code, "dataset.toml says something else" in refused.err) == (5, True)
    assert_in_step(register, graph)


def test_an_undo_says_that_settings_stay(ecosystem: Ecosystem, graph: Settings, register: Path) -> None:
    edited(register / "dataset.toml", "2024-03-05", "2024-04-05")
    ecosystem("apply", "--data", register, "--yes")
    ended = ecosystem("undo", "--data", register, "--yes")
    assert (ended.code, "What dataset.toml said then is not brought back" in ended.err) == (0, True)
    assert_in_step(register, graph)


def test_where_the_graph_refuses_to_forget_the_tables_stay_as_they_were(
    ecosystem: Ecosystem, by_hand: ByHand, register: Path
) -> None:
    by_hand("MATCH (n:Entity {id: 'health-board'}) SET n.chased_by = 'Avery Example'")
    before = files_in(register)
    refused = ecosystem("forget", "a-example", "--data", register, "--yes")
    assert (refused.code, "chased_by of `health-board`" in refused.err) == (6, True)
    assert files_in(register) == before


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a way to have the disk full as soon as a text with these words is written into the register."""

    def begin(words: str) -> None:
        def write(texts: dict[Path, str], mode: int | None = None) -> None:
            if any(words in text for text in texts.values()):
                raise OSError(errno.ENOSPC, "No space left on device")
            write_whole(texts, mode)

        monkeypatch.setattr(sys.modules["ecosystem.tables.pending"], "write_whole", write)

    return begin


@pytest.mark.parametrize("words", ["boards.csv", ",seen"], ids=["the note", "a table"])
def test_where_the_new_tables_do_not_fit_nothing_of_them_is_left(
    ecosystem: Ecosystem, graph: Settings, register: Path, full: Callable[[str], None], words: str
) -> None:
    full(words)
    before = files_in(register)
    refused = ecosystem("import", update(NOTED, "boards.csv"), *SOURCE, "--data", register, "--yes")
    assert (refused.code, "No space left on device" in refused.err, files_in(register)) == (6, True, before)
    assert_in_step(register, graph)


def test_tables_that_cannot_be_put_in_place_are_told_of_and_put_there_by_the_next_command(
    ecosystem: Ecosystem, graph: Settings, register: Path, full: Callable[[str], None]
) -> None:
    full('"landed":true')
    ended = ecosystem("import", update(NOTED, "boards.csv"), *SOURCE, "--data", register, "--yes")
    assert (ended.code, "the graph has taken the plan as revision 2" in ended.err) == (6, True)
    full("nothing of this")
    assert ecosystem("plan", "--data", register, "--exit-code").code == 0
    assert_in_step(register, graph)


@pytest.mark.parametrize("command", [("import", "boards.csv"), ("db", "rebuild"), ("plan", "boards.csv")])
def test_what_nobody_reads_is_not_done_and_ends_accordingly(
    ecosystem: Ecosystem, graph: Settings, register: Path, command: tuple[str, ...]
) -> None:
    update(NOTED, "boards.csv")
    more = ("--out", "plan.json") if command[0] == "plan" else ("--yes",)
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "ecosystem", *command, "--data", str(register), *more],
        stdout=writing, stderr=subprocess.PIPE, check=False, text=True,
    )  # fmt: skip
    os.close(writing)
    if command[0] == "plan":
        assert (ended.returncode, Path("plan.json").is_file()) == (0, True)
    else:
        assert (ended.returncode, "nobody reads the plan" in ended.stderr) == (6, True)
    assert_in_step(register, graph)


def test_a_rebuild_from_a_register_that_was_cut_short_needs_the_number_of_rows_lost(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    table = register / "coverage.csv"
    table.write_text("".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    begun = graph_content(graph)
    refused = ecosystem("db", "rebuild", "--data", register, "--yes")
    assert (refused.code, "add --allow-delete 1" in refused.err, graph_content(graph)) == (6, True, begun)
    assert ecosystem("db", "rebuild", "--data", register, "--yes", "--allow-delete", "1").code == 0
    assert_in_step(register, graph)


@pytest.mark.parametrize("command", [("plan", "--out"), ("db", "backup")])
def test_a_table_is_not_written_over_by_mistake(
    ecosystem: Ecosystem, register: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(register)
    before = files_in(register)
    assert ecosystem(*command, "boards.csv").code == 2
    assert files_in(register) == before


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_an_import_into_what_is_no_register_says_so(ecosystem: Ecosystem, folder: str) -> None:
    ended = ecosystem("import", update(NOTED, "boards.csv"), "--data", folder)
    assert (ended.code, "B1 dataset.toml:0:0: file not found" in ended.err) == (1, True)
