"""The officers' workbook: what it shows, what a spreadsheet must not change, and reading it back."""

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from workbooks import cells_of, column, edited, kept, laid_over, sheets_of, write

from ecosystem.model import Dataset, Entity, Fact, Source
from ecosystem.plan import difference
from ecosystem.problems import NotFound, Refused, UsageError
from ecosystem.snapshot import Snapshot
from ecosystem.tables.workbook import SHEETS, Question, Workbook, write_questions, write_workbook, writing
from ecosystem.tables.workbook.cells import shown_as
from ecosystem.tables.workbook.layout import ASK, COMMENTS, KNOWN, NAME_BESIDE, QUESTION

BOARD = "health-board"
A_MORNING = datetime(2018, 4, 1, 9, 30)  # noqa: DTZ001 - the times of a spreadsheet have no zone


@pytest.fixture
def exported(exampleton: Snapshot) -> bytes:
    return write_workbook(exampleton)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def read(data: bytes, folder: Path) -> Workbook:
    return sheets_of(kept(data, folder), "book.xlsx")


def shown(sheet: Worksheet, name: str) -> set[object]:
    number = column(sheet, name)
    return {sheet.cell(row, number).value for row in range(2, sheet.max_row + 1)} - {None}


@pytest.mark.parametrize("place", ["leeds", "exampleton"])
def test_a_workbook_read_back_changes_nothing(request: pytest.FixtureRequest, tmp_path: Path, place: str) -> None:
    snapshot: Snapshot = request.getfixturevalue(place)
    book = read(write_workbook(snapshot), tmp_path)
    assert (book.remarks, book.problems, [one.problems for one in book.sheets if one.problems]) == ((), (), [])
    assert difference(snapshot, laid_over(snapshot, book)) == ()
    read_rows = sum(len(one.records) for one in book.sheets)
    assert read_rows == sum(layout.holds(row) for layout in SHEETS for row in snapshot)


def test_a_workbook_saved_by_another_program_changes_nothing(
    exampleton: Snapshot, exported: bytes, tmp_path: Path
) -> None:
    book = read(edited(exported, lambda _: None), tmp_path)
    assert difference(exampleton, laid_over(exampleton, book)) == ()


@pytest.mark.parametrize("place", ["leeds", "exampleton"])
def test_so_does_the_workbook_of_any_board(request: pytest.FixtureRequest, tmp_path: Path, place: str) -> None:
    snapshot: Snapshot = request.getfixturevalue(place)
    boards = [one.id for one in snapshot.entities.values() if one.label == "Board"]
    for board in boards[:5]:
        book = read(write_workbook(snapshot, board), tmp_path)
        assert difference(snapshot, laid_over(snapshot, book)) == ()


def test_equal_content_gives_equal_bytes(exampleton: Snapshot) -> None:
    shuffled = Snapshot.of(reversed([row for row in exampleton if row is not exampleton.dataset]), exampleton.dataset)
    assert write_workbook(exampleton) == write_workbook(shuffled)


def test_every_kind_of_row_has_its_sheet(exported: bytes) -> None:
    assert opened(exported).sheetnames == ["Read me", *(layout.name for layout in SHEETS), "_Lists"]


def test_every_column_is_explained_at_its_head(exported: bytes) -> None:
    book = opened(exported)
    for layout in SHEETS:
        heads = book[layout.name][1]
        assert {head.value for head in heads if head.comment} == set(layout.header)
        assert all(head.font.bold for head in heads)
        assert book[layout.name].freeze_panes == "A2"
    written = {name for layout in SHEETS for name in layout.header}
    assert set(COMMENTS) == written | {ASK, QUESTION, KNOWN}


def test_cells_are_text_also_those_still_blank(exported: bytes) -> None:
    sheet = opened(exported)["Seats"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert {sheet.column_dimensions[head.column_letter].number_format for head in sheet[1]} == {"@"}


def test_whoever_is_referred_to_stands_beside_by_name(exampleton: Snapshot, exported: bytes) -> None:
    sheet = opened(exported)["Seats"]
    for reference, beside in NAME_BESIDE.items():
        names = {exampleton.name_of(str(one)) for one in shown(sheet, reference)}
        assert shown(sheet, beside) == names


def offered(book: openpyxl.Workbook, sheet: Worksheet, name: str) -> tuple[set[object], str | None, bool | None]:
    letter = sheet.cell(1, column(sheet, name)).column_letter
    rules = sheet.data_validations.dataValidation
    rule = next(one for one in rules if str(one.sqref).startswith(f"{letter}2:"))
    where, _, cells = str(rule.formula1).partition("!")
    assert where == "'_Lists'"
    values = {cell.value for (cell,) in book["_Lists"][cells.replace("$", "")]}
    return values, rule.errorStyle, rule.showErrorMessage


def test_codes_are_chosen_from_a_list_and_names_only_offered(exported: bytes) -> None:
    book = opened(exported)
    seats, bodies = book["Seats"], book["Bodies"]
    assert offered(book, seats, "relation") == ({"MEMBER_OF"}, "stop", True)
    assert offered(book, seats, "remove") == ({"yes"}, "stop", True)
    assert offered(book, bodies, "tier")[1:] == ("stop", True)
    assert {"council", "nhs", "gps", "universities"} <= offered(book, bodies, "sector")[0]
    assert {"chair", "member"} <= offered(book, seats, "role")[0]
    names, style, _ = offered(book, seats, "object")
    assert ("Exampleton Health Board" in names, "Exampleton Health Strategy" in names, style) == (
        True,
        False,
        "warning",
    )
    assert offered(book, seats, "sources")[2] is False


@pytest.mark.parametrize("place", ["leeds", "exampleton"])
def test_no_form_is_offered_that_other_kinds_have(request: pytest.FixtureRequest, place: str) -> None:
    book = opened(write_workbook(request.getfixturevalue(place)))
    forms = {name: offered(book, book[name], "form")[0] for name in ("Bodies", "Strategies")}
    assert {"board", "committee", "partnership"} <= forms["Bodies"] - forms["Strategies"]
    assert {"strategy", "plan", "agreement"} <= forms["Strategies"] - forms["Bodies"]
    assert not forms["Bodies"] & {"outcome", "aim"}


@pytest.mark.parametrize("place", ["leeds", "exampleton"])
def test_what_is_offered_names_one_thing(request: pytest.FixtureRequest, place: str) -> None:
    snapshot: Snapshot = request.getfixturevalue(place)
    book = opened(write_workbook(snapshot))
    for layout in SHEETS:
        if layout.row_type is Fact:
            offers = [offered(book, book[layout.name], end)[0] for end in ("subject", "object")]
            assert all(len(snapshot.names.exact(str(name))) == 1 for names in offers for name in names)


def test_two_of_one_name_are_offered_by_their_ids() -> None:
    boards = [Entity(id=one, label="Board", name="The Board", aliases=(one.upper(),)) for one in ("a", "b")]
    lone = Entity(id="c", label="Board", name="Another Board")
    book = opened(write_workbook(Snapshot.of([*boards, lone], Dataset(id="x", title="X", as_of="2018"))))
    assert offered(book, book["Seats"], "object")[0] == {"a", "b", "Another Board"}


def test_the_first_sheet_says_of_which_board_a_workbook_is(exampleton: Snapshot, exported: bytes) -> None:
    of_board = {cell for row in opened(write_workbook(exampleton, "EHB"))["Read me"].values for cell in row}
    of_all = {cell for row in opened(exported)["Read me"].values for cell in row}
    said = "Here is only what concerns Exampleton Health Board. All else stays as it is."
    assert (of_board - of_all, of_all - of_board) == ({said}, set())


def test_only_what_is_to_be_read_by_people_is_seen(exported: bytes) -> None:
    book = opened(exported)
    assert {sheet.title for sheet in book if sheet.sheet_state != "visible"} == {"_Lists"}
    widths = {name: book[name].column_dimensions["A"].width for name in ("Bodies", "Seats")}
    assert widths["Seats"] < widths["Bodies"]


def test_a_line_is_as_high_as_its_question(exampleton: Snapshot) -> None:
    seat = Fact(id="", subject="", relation="MEMBER_OF", object=BOARD)
    other = replace(seat, role="chair")
    book = opened(
        write_questions(exampleton, [Question("who sits on it? " * 8, row=seat), Question("who?", row=other)])
    )
    heights = {book["Seats"].row_dimensions[row].height for row in (2, 3)}
    assert heights == {45, None}


def test_lists_reach_below_the_last_row(exported: bytes) -> None:
    sheet = opened(exported)["Seats"]
    ends = {int(str(rule.sqref).partition(":")[2].lstrip("ABCDEFGHIJKLMN")) for rule in
            sheet.data_validations.dataValidation}  # fmt: skip
    assert ends == {sheet.max_row + 500}


PAYLOADS = (
    "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "=cmd|' /C calc'!A0", '=HYPERLINK("https://example.org")',
    "'=1", '";=1', "\n=1", "#REF!", "#N/A", "TRUE", "007", "1e5", "2018-04", "27:03", "3/4", "a\x00b",
)  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_anything_but_text(payload: str) -> None:
    board = Entity(id="a", label="Board", name=payload)
    sheet = opened(write_workbook(Snapshot.of([board], Dataset(id="x", title=payload, as_of="2018"))))["Bodies"]
    cell = sheet.cell(2, column(sheet, "name"))
    assert (cell.value, cell.data_type) == (payload.replace("\x00", "\ufffd"), "s")
    assert bool(cell.quotePrefix) == payload.lstrip().startswith(tuple("=+-@＝"))


@given(texts=st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=30), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_text_comes_back_as_it_was(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    notes = [" ".join(text.split()) for text in texts]
    rows = [Entity(id=f"a{number}", label="Board", name="A", note=note) for number, note in enumerate(notes)]
    snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018"))
    book = read(write_workbook(snapshot), tmp_path_factory.mktemp("text"))
    assert [one.get("note", "") for one in cells_of(book, "Bodies")] == notes


def test_one_board_comes_with_everyone_and_everything_its_rows_refer_to(exampleton: Snapshot) -> None:
    book = opened(write_workbook(exampleton, "EHB"))
    seats = shown(book["Seats"], "id")
    assert seats == {one.id for one in exampleton.facts_about(BOARD) if one.relation == "MEMBER_OF"}
    named = {end for name in ("Seats", "Reporting and oversight", "Posts held")
             for end in shown(book[name], "subject") | shown(book[name], "object")}  # fmt: skip
    there = {one for name in ("Bodies", "Strategies", "Posts and people") for one in shown(book[name], "id")}
    assert there == named | {BOARD}
    assert shown(book["Sources"], "id") == {"constitution-2023", "minutes-2024"}


def test_a_board_nobody_knows_is_not_found(exampleton: Snapshot) -> None:
    with pytest.raises(NotFound):
        write_workbook(exampleton, "no such board")
    with pytest.raises(UsageError, match="is no body"):
        write_workbook(exampleton, "health-strategy")


def test_what_no_spreadsheet_holds_is_refused(exampleton: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_ROWS_ON_A_SHEET", 3)
    with pytest.raises(Refused, match="more than a spreadsheet holds"):
        write_workbook(exampleton)


def test_a_row_is_known_by_its_place_in_the_spreadsheet(exported: bytes, tmp_path: Path) -> None:
    def leave_a_gap(book: openpyxl.Workbook) -> None:
        sheet = book["Seats"]
        write(sheet, sheet.max_row + 3, subject="Exampleton Council ", relation="MEMBER_OF", object="EHB")

    book = read(edited(exported, leave_a_gap), tmp_path)
    seats = next(one for one in book.sheets if one.file == "book.xlsx!Seats")
    last = seats.records[-1]
    assert last.row == seats.records[-2].row + 3
    assert cells_of(book, "Seats")[-1] == {"subject": "Exampleton Council", "relation": "MEMBER_OF", "object": "EHB"}


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (date(2018, 4, 1), "mmm-yy", "2018-04"),
        (date(2018, 4, 1), "[$-809]mmmm yyyy;@", "2018-04"),
        (date(2018, 4, 1), "yyyy", "2018"),
        (date(2018, 4, 1), "dd/mm/yyyy", "2018-04-01"),
        (A_MORNING, "dd/mm/yyyy hh:mm", "2018-04-01"),
        (date(2018, 4, 1), "mmm", "2018-04"),
        (2018, "General", "2018"),
        (2018.0, "0.00", "2018"),
        ("2018-04", "@", "2018-04"),
        (" 2018 \n", "General", "2018"),
        (2018.5, "General", "2018.5"),
        (True, "General", "TRUE"),
    ],
)
def test_a_date_is_as_precise_as_it_is_shown(
    exported: bytes, tmp_path: Path, value: object, number_format: str, text: str
) -> None:
    def date_it(book: openpyxl.Workbook) -> None:
        cell = book["Seats"].cell(2, column(book["Seats"], "end_date"))
        cell.value = value
        cell.number_format = number_format

    assert cells_of(read(edited(exported, date_it), tmp_path), "Seats")[0]["end_date"] == text


@given(st.text(max_size=20))
@settings(max_examples=200)
def test_any_number_format_shows_some_of_day_month_and_year_or_a_time(number_format: str) -> None:
    assert set(shown_as(number_format)) <= set("dmy") or shown_as(number_format) == "t"


def test_what_begins_with_an_underscore_is_named_once_and_not_read(exported: bytes, tmp_path: Path) -> None:
    def keep_notes(book: openpyxl.Workbook) -> None:
        book["Bodies"].cell(1, 30).font = Font(bold=True)
        book.create_sheet("_My notes")["A1"] = "=1+1"
        sheet = book["Seats"]
        sheet.cell(1, sheet.max_column + 1).value = "_phone them"
        sheet.cell(2, sheet.max_column).value = "=today()"
        sheet.cell(sheet.max_row + 1, sheet.max_column).value = "somebody else"
        book.create_sheet("Sheet1")

    book = read(edited(exported, keep_notes), tmp_path)
    said = "book.xlsx: not read, because the name begins with `_`: sheet `_My notes`, column `_phone them` of Seats"
    assert sorted(book.remarks[0].partition(": ")[2]) == sorted(said.partition(": ")[2])
    assert (len(book.remarks), len(book.sheets), [one.problems for one in book.sheets if one.problems]) == (1, 8, [])


def test_a_sheet_of_ones_own_making_is_known_by_its_columns_or_its_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "What I heard"
    sheet.append(["id", "subject", "relation", "object"])
    sheet.append([None, "A", "MEMBER_OF", "B"])
    boards = book.create_sheet("boards")
    boards.append(["id", "name"])
    boards.append(["a", "A"])
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue(), tmp_path)
    tables = {(one.file, one.table.row_type, one.table.label) for one in found.sheets if one.table}
    assert tables == {("book.xlsx!What I heard", Fact, ""), ("book.xlsx!boards", Entity, "Board")}
    assert [one.problems for one in found.sheets] == [[], []]


def test_a_question_still_open_is_passed_over_and_an_answered_one_is_read(exampleton: Snapshot, tmp_path: Path) -> None:
    seat = Fact(id="", subject="", relation="MEMBER_OF", object=BOARD, role="chair")
    known = next(fact for fact in exampleton.facts_about(BOARD) if fact.relation == "REPORTS_TO")
    asked = (
        Question("who chairs it?", "the board", "", seat),
        Question("is it so?", "the board", "inferred", known),
        Question("since when?", "the board", "inferred", known),
        Question("what else?", "the board"),
    )
    data = write_questions(exampleton, asked)
    untouched = read(data, tmp_path)
    assert difference(exampleton, laid_over(exampleton, untouched)) == ()
    assert untouched.remarks == ("book.xlsx!Seats: passed over, for the question is not answered yet: row 2",)
    texts = shown(opened(data)["_Questions"], "_question")
    assert texts == {"what else?"}

    def answer(book: openpyxl.Workbook) -> None:
        write(book["Seats"], 2, subject="Exampleton Council", sources="minutes-2024:p1")

    answered = cells_of(read(edited(data, answer), tmp_path), "Seats")
    expected = {"subject": "Exampleton Council", "relation": "MEMBER_OF", "object": BOARD, "role": "chair"}
    assert expected | {"sources": "minutes-2024:p1"} in answered
    both = [one for sheet in opened(data) for row in sheet.iter_rows(values_only=True) for one in row if one]
    assert "is it so?\nsince when?" in both


def test_a_source_may_be_asked_about(tmp_path: Path) -> None:
    source = Source(id="minutes", title="Minutes")
    snapshot = Snapshot.of([source], Dataset(id="x", title="X", as_of="2018"))
    book = read(write_questions(snapshot, [Question("of when?", "its publisher", "", source)]), tmp_path)
    assert cells_of(book, "Sources") == [{"id": "minutes", "title": "Minutes"}]
    assert laid_over(snapshot, book) == replace(snapshot)
