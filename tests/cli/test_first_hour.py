"""An officer's first hour: get the workbook, change two boards after a reorganisation, plan, import, map, undo."""

import io
import shlex
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import openpyxl
import pytest
from cli.conftest import Ecosystem
from openpyxl.worksheet.worksheet import Worksheet

from ecosystem.snapshot import Snapshot
from ecosystem.store import Settings
from ecosystem.tables import read_dataset

REPOSITORY = Path(__file__).parents[2]
SOURCE = ("--source", "Partnership office register, 5 March 2024")

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def columns_of(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}


def row_where(sheet: Worksheet, **values: str) -> int:
    columns = columns_of(sheet)
    return next(
        row
        for row in range(2, sheet.max_row + 1)
        if all(sheet.cell(row, columns[name]).value == value for name, value in values.items())
    )


def write(sheet: Worksheet, row: int, **values: str) -> None:
    columns = columns_of(sheet)
    for name, value in values.items():
        sheet.cell(row, columns[name]).value = value


def first_free_row(sheet: Worksheet) -> int:
    column = columns_of(sheet)["subject"]
    return max(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value) + 1


def edited(path: Path, edit: Callable[[openpyxl.Workbook], None]) -> None:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)


def seats(snapshot: Snapshot, board: str) -> set[tuple[str, str, str]]:
    facts = snapshot.facts.values()
    return {
        (fact.subject, fact.role, fact.end_date)
        for fact in facts
        if fact.relation == "MEMBER_OF" and fact.object == board
    }


def a_table_with_two_seats(snapshot: Snapshot) -> tuple[str, str, str]:
    """Return a table, one who sits there, and one who does not."""
    for board in snapshot.entities.values():
        sitting = {subject for subject, _, ended in seats(snapshot, board.id) if not ended}
        others = sorted(
            one.id for one in snapshot.entities.values() if one.label == "Organisation" and one.id not in sitting
        )
        if board.label == "Board" and len(sitting) > 1 and others and not board.end_date:
            return board.id, sorted(sitting)[0], others[0]
    raise AssertionError("the dataset has no such table")


@pytest.mark.parametrize("place", ["seed_data", "tests/exampleton"])
def test_an_officer_edits_plans_imports_draws_and_undoes(
    ecosystem: Ecosystem, graph: Settings, tmp_path: Path, place: str
) -> None:
    register = tmp_path / "register"
    assert ecosystem("init", register, "--copy", "--data", REPOSITORY / place).code == 0
    data = ("--data", register)
    assert ecosystem("apply", *data, "--yes").code == 0
    before = read_dataset(register).snapshot
    board, leaving, joining = a_table_with_two_seats(before)

    assert ecosystem("export", *data, "--format", "xlsx", "--board", board, "--out", "board.xlsx").code == 0
    unchanged = ecosystem("plan", "board.xlsx", *data, "--exit-code")
    assert (unchanged.code, "Nothing to do" in unchanged.out) == (0, True)

    def reorganise(book: openpyxl.Workbook) -> None:
        sheet = book["Seats"]
        write(sheet, row_where(sheet, subject=leaving, object=board), end_date="2024-03-01")
        new = {"subject": before.name_of(joining), "relation": "MEMBER_OF", "object": board, "role": "member"}
        write(sheet, first_free_row(sheet), **new, start_date="2024-03-02")

    edited(Path("board.xlsx"), reorganise)
    planned = ecosystem("plan", "board.xlsx", *data, *SOURCE, "--exit-code")
    assert (planned.code, "→ 2024-03-01" in planned.out) == (3, True)
    assert before.name_of(joining) in planned.out
    assert "partnership-office-register" in planned.out
    assert read_dataset(register).snapshot == before

    assert ecosystem("import", "board.xlsx", *data, *SOURCE, "--yes").code == 0
    after = read_dataset(register).snapshot
    gone = {seat for seat in seats(before, board) if seat[0] == leaving}
    assert {subject for subject, _, ended in seats(after, board) - seats(before, board)} == {leaving, joining}
    assert len(gone - seats(after, board)) == 1
    assert ecosystem("plan", *data, "--exit-code").code == 0
    assert ecosystem("plan", "board.xlsx", *data, *SOURCE, "--exit-code").code == 0

    assert ecosystem("map", *data, "--as-of", "2024-03-05", "--out", "now.html").code == 0
    minutes = ecosystem("history", "2", "--text").out
    assert before.name_of(joining) in minutes

    taken_back = ecosystem("undo", *data, "--yes", "--allow-delete", "2", "--allow-clear", "2")
    assert (taken_back.code, taken_back.err.count("Traceback")) == (0, 0)
    assert read_dataset(register).snapshot == before
    assert ecosystem("plan", *data, "--exit-code").code == 0


class Typed(io.StringIO):
    """A terminal at which answers are typed."""

    def isatty(self) -> bool:
        return True


ANSWERS = {"apply": "y\n", "import": "y\n", "undo": "2\n1\ny\n"}
"""What is typed when a command asks: yes; and before an undo also how many rows it removes and cells it clears."""


def commands_of_the_readme(heading: str) -> list[list[str]]:
    """Return the commands that stand in the block under a heading, those joined by `&&` apart."""
    block = (REPOSITORY / "README.md").read_text(encoding="utf-8").split(f"## {heading}")[1].split("```")[1]
    lines = (shlex.split(line, comments=True) for line in block.splitlines()[1:])
    return [list(words) for line in lines for joined, words in groupby(line, lambda word: word != "&&") if joined]


def test_the_readme_shows_what_works(ecosystem: Ecosystem, graph: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Seats"]
        write(sheet, 2, end_date="2026-04-30")
        write(
            sheet,
            first_free_row(sheet),
            subject="Healthwatch Leeds",
            relation="MEMBER_OF",
            object="PEG",
            start_date="2026-05-01",
        )

    shown = {}
    for program, *arguments in commands_of_the_readme("Bring in changes"):
        if program == "cd":
            monkeypatch.chdir(*arguments)
            continue
        monkeypatch.setattr("sys.stdin", Typed(ANSWERS.get(arguments[0], "")))
        ended = ecosystem(*arguments)
        assert (program, ended.code, ended.err.count("Traceback")) == ("ecosystem", 0, 0), ended.err
        shown[arguments[0]] = ended.out
        if arguments[0] == "export":
            edited(Path("peg.xlsx"), edit)
    assert {"init", "apply", "export", "plan", "import", "history", "undo"} == shown.keys()
    assert "Healthwatch Leeds joined the Leeds Health & Care Partnership Executive Group" in shown["history"]
    assert ecosystem("plan", "--exit-code").code == 0
    assert read_dataset(Path()).snapshot == read_dataset(REPOSITORY / "seed_data").snapshot
