"""`ecosystem export --format xlsx` and `ecosystem evidence --questions --workbook` at the command line."""

from pathlib import Path

import openpyxl
import pytest
from cli.conftest import Ecosystem
from workbooks import cells_of, edited, laid_over, sheets_of, write

from ecosystem.plan import difference
from ecosystem.snapshot import Snapshot

REPOSITORY = Path(__file__).parents[2]
EXAMPLETON = REPOSITORY / "tests" / "exampleton"
DATA = ("--data", EXAMPLETON)


def test_the_whole_record_is_exported_as_a_workbook(ecosystem: Ecosystem, exampleton: Snapshot) -> None:
    ended = ecosystem("export", *DATA, "--format", "xlsx", "--out", "all.xlsx")
    assert (ended.code, ended.out) == (0, "all.xlsx\n")
    assert difference(exampleton, laid_over(exampleton, sheets_of(Path("all.xlsx")))) == ()


def test_a_board_is_exported_by_any_of_its_names(ecosystem: Ecosystem) -> None:
    for number, board in enumerate(("health-board", "EHB", "Exampleton Health Board")):
        assert ecosystem("export", *DATA, "--format", "xlsx", "--board", board, "--out", f"{number}.xlsx").code == 0
    assert Path("0.xlsx").read_bytes() == Path("1.xlsx").read_bytes() == Path("2.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--format", "xlsx", "--out", "all.csv"), 2, "a workbook's name ends in .xlsx"),
        (("--board", "EHB", "--out", "all"), 2, "--board is for workbooks"),
        (("--format", "xlsx", "--board", "nobody", "--out", "a.xlsx"), 1, "nothing is called “nobody”"),
        (("--out", "a-file"), 2, "a-file is a file"),
        (("--format", "xlsx", "--out", "folder.xlsx"), 6, "cannot write folder.xlsx"),
    ],
)
def test_what_cannot_be_exported_is_said(ecosystem: Ecosystem, options: tuple[str, ...], code: int, words: str) -> None:
    Path("a-file").touch()
    Path("folder.xlsx").mkdir()
    ended = ecosystem("export", *DATA, *options)
    assert (ended.code, words in ended.err) == (code, True)


@pytest.mark.parametrize("place", ["leeds", "exampleton"])
def test_questions_become_rows_that_change_nothing_until_they_are_answered(
    ecosystem: Ecosystem, request: pytest.FixtureRequest, place: str
) -> None:
    snapshot: Snapshot = request.getfixturevalue(place)
    data = REPOSITORY / "seed_data" if place == "leeds" else EXAMPLETON
    ended = ecosystem("evidence", "--questions", "--data", data, "--workbook", "questions.xlsx")
    assert (ended.code, ended.out) == (0, "")
    assert "Written: questions.xlsx" in ended.err
    book = sheets_of(Path("questions.xlsx"))
    assert [one.problems for one in book.sheets if one.problems] == []
    assert difference(snapshot, laid_over(snapshot, book)) == ()
    assert any("not answered yet" in remark for remark in book.remarks)


def test_an_answered_question_is_a_row_of_its_own(ecosystem: Ecosystem) -> None:
    ecosystem("evidence", "--questions", *DATA, "--workbook", "questions.xlsx")
    path = Path("questions.xlsx")
    before = cells_of(sheets_of(path), "Seats")

    def answer(book: openpyxl.Workbook) -> None:
        write(book["Seats"], 2, subject="Exampleton Council")

    path.write_bytes(edited(path.read_bytes(), answer))
    (new,) = (row for row in cells_of(sheets_of(path), "Seats") if row not in before)
    assert (new["subject"], new["relation"]) == ("Exampleton Council", "MEMBER_OF")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--workbook", "a.xlsx"), "add --questions"),
        (("--questions", "--workbook", "a.xlsx", "--format", "csv"), "leave out --format and --out"),
        (("--questions", "--workbook", "a.txt"), "a workbook's name ends in .xlsx"),
    ],
)
def test_a_workbook_of_anything_else_is_refused(ecosystem: Ecosystem, options: tuple[str, ...], words: str) -> None:
    ended = ecosystem("evidence", *DATA, *options)
    assert (ended.code, words in ended.err) == (2, True)


def test_a_workbook_written_is_opened_on_request(ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    ended = ecosystem("evidence", "--questions", *DATA, "--workbook", "a.xlsx", "--open")
    assert (ended.code, "could open" in ended.err) == (0, False)
    assert [address.rpartition("/")[2] for address in opened] == ["a.xlsx"]


def test_what_cannot_be_opened_from_here_is_said(ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    ended = ecosystem("evidence", "--questions", *DATA, "--workbook", "a.xlsx", "--open")
    assert (ended.code, "Nothing could open a.xlsx from here" in ended.err) == (0, True)
