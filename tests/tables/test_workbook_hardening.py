"""Workbooks that are damaged, dangerous or not what they seem: each ends in a problem that says what to do."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import column, edited, kept, packed, parts_of, sheets_of, write

from ecosystem.problems import Problem
from ecosystem.tables import read_dataset
from ecosystem.tables.update.intake import taken_in
from ecosystem.tables.workbook import markup, reading, write_workbook

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
BOOK = write_workbook(read_dataset(EXAMPLETON).snapshot, "health-board")
A_DAY = date(2018, 4, 1)
SEATS = "xl/worksheets/sheet3.xml"


def problems(data: bytes, folder: Path) -> list[Problem]:
    book = sheets_of(kept(data, folder), "book.xlsx")
    return [*book.problems, *(problem for sheet in book.sheets for problem in sheet.problems)]


def said(data: bytes, folder: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in problems(data, folder)]


def with_part(name: str, part: bytes) -> bytes:
    return packed(parts_of(BOOK) | {name: part})


def changed(name: str, old: bytes, new: bytes) -> bytes:
    part = parts_of(BOOK)[name]
    assert old in part
    return with_part(name, part.replace(old, new, 1))


def in_sheet(rows: bytes) -> bytes:
    """Return the workbook with more on its sheet of seats."""
    return changed(SEATS, b"</sheetData>", rows + b"</sheetData>")


def with_shared_text(text: bytes, cells: int) -> bytes:
    """Return the workbook with one text shared by many cells of its seats, one below the other."""
    related = b'<Relationship Id="texts" Type="a/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    rows = b'<row><c r="B1" t="s"><v>0</v></c></row>' * cells
    data = packed(
        parts_of(changed("xl/_rels/workbook.xml.rels", b"</Relationships>", related))
        | {SEATS: parts_of(in_sheet(rows))[SEATS]}
    )
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>' % text
    return packed(parts_of(data) | {"xl/sharedStrings.xml": texts})


def with_password_flag(data: bytes) -> bytes:
    """Set the bit of every entry in the directory that says it is encrypted."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 8] |= 1
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def twice_the_same_part() -> bytes:
    out = io.BytesIO(BOOK)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SEATS, b"<worksheet/>")
    return out.getvalue()


NO_WORKBOOK = {
    "text": (lambda: b"id,subject\n", "B81", "not a workbook"),
    "nothing": (lambda: b"", "B81", "not a workbook"),
    "old or encrypted": (
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
        "B81",
        "an old Excel workbook, or one with a password",
    ),
    "encrypted zip": (lambda: with_password_flag(BOOK), "B81", "the workbook has a password"),
    "cut short": (lambda: BOOK[:9_000], "B81", "the workbook is damaged and cannot be read"),
    "another zip": (lambda: packed({"a.txt": b"a"}), "B81", "a zip file, but no Excel workbook"),
    "binary": (lambda: packed({"xl/workbook.bin": b"a"}), "B81", "a binary workbook"),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"a"), "B81", "the workbook holds macros"),
    "a part twice": (twice_the_same_part, "B81", "the workbook is damaged and cannot be read"),
    "a part missing": (
        lambda: packed({name: part for name, part in parts_of(BOOK).items() if name != SEATS}),
        "B81",
        "the workbook is damaged and cannot be read",
    ),
    "a part elsewhere": (
        lambda: changed(
            "xl/_rels/workbook.xml.rels",
            b'Target="/xl/worksheets/sheet3.xml"',
            b'Target="https://example.org/a.xml" TargetMode="External"',
        ),
        "B81",
        "the workbook is damaged and cannot be read",
    ),
    "a part of two sheets": (
        lambda: changed("xl/workbook.xml", b"<sheets>", b'<sheets><sheet name="a" sheetId="99" r:id="rId3"/>'),
        "B81",
        "the workbook is damaged and cannot be read",
    ),
    "no XML": (lambda: with_part(SEATS, b"not XML"), "B81", "the workbook is damaged and cannot be read"),
    "many parts": (
        lambda: packed({f"a{number}": b"" for number in range(2_001)}),
        "B79",
        "holds 2,001 parts, limit 2,000",
    ),
    "path upwards": (
        lambda: with_part("../../evil.xml", b"<a/>"),
        "B84",
        "holds `../../evil.xml`, which leads outside the workbook",
    ),
    "absolute path": (lambda: with_part("/etc/a", b""), "B84", "holds `/etc/a`, which leads outside the workbook"),
    "drive": (lambda: with_part("C:\\a", b""), "B84", "holds `C:\\a`, which leads outside the workbook"),
    "entities": (
        lambda: changed(
            "xl/workbook.xml",
            b"<workbook",
            b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]><workbook',
        ),
        "B80",
        "`xl/workbook.xml` declares a document type, which is not allowed",
    ),
    "entities in UTF-16": (
        lambda: with_part("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")),
        "B80",
        "`xl/workbook.xml` declares a document type, which is not allowed",
    ),
    "entities in a part of any name": (
        lambda: packed(
            parts_of(changed("xl/_rels/workbook.xml.rels", b"sheet3.xml", b"evil"))
            | {"xl/worksheets/evil": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}
        ),
        "B80",
        "`xl/worksheets/evil` declares a document type, which is not allowed",
    ),
    "a row without end": (
        lambda: in_sheet(b"<row>" + b"<c/>" * 20_000 + b"</row>"),
        "B79",
        f"`{SEATS}` holds a row of more than 16,384 cells",
    ),
    "cells on one another": (
        lambda: in_sheet(b"<row>" + b'<c r="A2"><v>1</v></c>' * 20_000 + b"</row>"),
        "B79",
        f"`{SEATS}` holds a row of more than 16,384 cells",
    ),
    "depth": (
        lambda: in_sheet(b"<a>" * 30_000 + b"</a>" * 30_000),
        "B79",
        f"`{SEATS}` holds elements more than 100 deep",
    ),
    "a long comment": (
        lambda: in_sheet(b"<!--" + b"a" * 400_000 + b"-->"),
        "B79",
        f"`{SEATS}` holds a tag or comment longer than 300,000 bytes",
    ),
    "formats without end": (
        lambda: changed("xl/styles.xml", b"<cellXfs", b'<numFmt numFmtId="1" formatCode="0"/>' * 200_001 + b"<cellXfs"),
        "B79",
        "`xl/styles.xml` holds more than 200,000 elements",
    ),
}


@pytest.mark.parametrize("case", NO_WORKBOOK)
def test_what_is_no_sound_workbook_is_not_opened(case: str, tmp_path: Path) -> None:
    make, code, message = NO_WORKBOOK[case]
    assert said(make(), tmp_path) == [(code, message)]


def test_the_size_and_the_ratio_of_a_bomb_are_told(tmp_path: Path) -> None:
    ((code, message),) = said(with_part("xl/media/a.bin", bytes(60_000_000)), tmp_path)
    assert (code, message.startswith("expands to 60 MB ("), message.endswith("×)")) == ("B79", True, True)


def test_many_cells_may_share_one_text_but_not_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(with_shared_text(b"far", 50), tmp_path) == []
    monkeypatch.setattr(markup, "MOST_TEXT", 100)
    ((code, message),) = said(with_shared_text(b"far", 50), tmp_path)
    assert (code, message) == ("B79", "its cells hold more than 100 characters together")


def test_a_workbook_may_not_hold_elements_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MOST_ELEMENTS", 1_000)
    assert said(in_sheet(b"<row/>" * 1_000), tmp_path) == [("B79", "holds more than 1,000 elements")]


@pytest.mark.parametrize(
    "cell",
    [
        b"<f>A1</f><v>1</v>",
        b'<f t="shared" si="0"/><v>1</v>',
        b'<f t="array" ref="B9:B10">A1</f><v>1</v>',
        b'<f t="dataTable" ref="B9:B10" dt2D="1" r1="A1"/><v>1</v>',
        b"<f>cmd|' /C calc'!A0</f>",
        b"<f/>",
    ],
)
def test_a_formula_of_any_kind_is_one(cell: bytes, tmp_path: Path) -> None:
    found = said(in_sheet(b'<row r="9"><c r="B9" t="str">' + cell + b"</c></row>"), tmp_path)
    assert found == [("B82", "`Seats!B9` is a formula")]


@pytest.mark.parametrize(
    "cell",
    [
        b'<c t="s"><v>0</v></c>', b'<c t="s"><v>-1</v></c>', b'<c s="-1"><v>1</v></c>', b'<c s="999"><v>1</v></c>',
        b"<c><v>a</v></c>", b"<c><v>1e999</v></c>", b"<c><v>nan</v></c>", b'<c t="d"><v>soon</v></c>',
        b'<c r="B"><v>1</v></c>', b'<c r="ZZZZ1"><v>1</v></c>',
    ],
)  # fmt: skip
def test_a_cell_no_spreadsheet_writes_is_damage(cell: bytes, tmp_path: Path) -> None:
    found = said(in_sheet(b'<row r="9">' + cell + b"</row>"), tmp_path)
    assert found == [("B81", "the workbook is damaged and cannot be read")]


@pytest.mark.parametrize("number", [b"0", b"-5", b"1.5"])
def test_so_is_a_row_no_spreadsheet_has(number: bytes, tmp_path: Path) -> None:
    found = said(in_sheet(b'<row r="%s"><c r="B9"><v>1</v></c></row>' % number), tmp_path)
    assert found == [("B81", "the workbook is damaged and cannot be read")]


def test_a_missing_file_is_a_problem_too(tmp_path: Path) -> None:
    intake = taken_in([tmp_path / "none.xlsx"], read_dataset(EXAMPLETON).snapshot.dataset)
    assert [problem.code for problem in intake.problems] == ["B1"]


def in_seats(row: int, **values: object) -> Callable[[openpyxl.Workbook], None]:
    return lambda book: write(book["Seats"], row, **values)


def formatted(name: str, value: object, number_format: str) -> Callable[[openpyxl.Workbook], None]:
    def edit(book: openpyxl.Workbook) -> None:
        cell = book["Seats"].cell(2, column(book["Seats"], name))
        cell.value = value
        cell.number_format = number_format

    return edit


def hidden(state: str) -> Callable[[openpyxl.Workbook], None]:
    return lambda book: setattr(book["Seats"], "sheet_state", state)


def renamed(name: str) -> Callable[[openpyxl.Workbook], None]:
    return lambda book: setattr(book["Seats"].cell(1, 2), "value", name)


CELLS = {
    "formula": (in_seats(2, subject="=A1"), "B82", "`Seats!B2` is a formula"),
    "formula in a name": (in_seats(3, note='=HYPERLINK("x")'), "B82", "`Seats!M3` is a formula"),
    "merged": (lambda book: book["Seats"].merge_cells("B2:B3"), "B82", "`Seats!B2:B3` is merged"),
    "hidden": (hidden("hidden"), "B82", "the sheet `Seats` is hidden"),
    "very hidden": (hidden("veryHidden"), "B82", "the sheet `Seats` is hidden"),
    "number for an id": (in_seats(4, id=1.0), "B83", "`Seats!A4` is a number, not text"),
    "truth for a reference": (in_seats(4, object=True), "B83", "`Seats!E4` is TRUE or FALSE, not text"),
    "date for a role": (in_seats(2, role=A_DAY), "B83", "`Seats!G2` is a date, not text"),
    "time for a citation": (formatted("sources", time(1, 30), "hh:mm"), "B83", "`Seats!L2` is a time, not text"),
    "day without year": (
        formatted("end_date", A_DAY, "d-mmm"),
        "B50",
        "`Seats!I2` shows a day without its year",
    ),
    "error": (in_seats(2, role="#REF!"), "B59", "`Seats!G2` holds a spreadsheet's error"),
    "long": (in_seats(2, note="a" * 10_001), "B25", "`Seats!M2` has 10,001 characters, limit 10,000"),
    "beside the columns": (
        lambda book: setattr(book["Seats"].cell(2, 16), "value", "a"),
        "B17",
        "`Seats!P2` stands in a column without a name",
    ),
    "far beside the columns": (
        lambda book: setattr(book["Seats"]["XFD2"], "value", "a"),
        "B17",
        "`Seats!XFD2` stands in a column without a name",
    ),
    "number of a date": (
        in_seats(2, end_date=43_191),
        "B51",
        "`Seats!I2` is the number that a spreadsheet keeps for a date",
    ),
    "year among days": (
        formatted("end_date", 2018, "dd/mm/yyyy"),
        "B51",
        "`Seats!I2` is what a spreadsheet makes of a year in a cell for days",
    ),
    "no day": (formatted("end_date", 1e9, "dd/mm/yyyy"), "B59", "`Seats!I2` holds a spreadsheet's error"),
    "duration": (formatted("end_date", 3.5, "[h]:mm"), "B83", "`Seats!I2` is a time, not text"),
    "unknown column": (renamed("sobject"), "B14", "unknown column `sobject`"),
    "column twice": (renamed("object"), "B16", "column `object` twice (columns 2, 5)"),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_that_is_not_what_a_person_wrote_is_named(case: str, tmp_path: Path) -> None:
    edit, code, message = CELLS[case]
    found = problems(edited(BOOK, edit), tmp_path)
    assert (found[0].code, found[0].message, found[0].file) == (code, message, "book.xlsx!Seats")
    assert found[0].fix


def test_what_a_spreadsheet_did_to_a_column_is_told_once(tmp_path: Path) -> None:
    def number_all(book: openpyxl.Workbook) -> None:
        for row in range(2, 6):
            write(book["Seats"], row, id=row)

    ((_, message),) = said(edited(BOOK, number_all), tmp_path)
    assert message == "`Seats!A2` is a number, not text (4 cells of this column, first here)"


def test_what_may_not_be_kept_of_people_is_no_column(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Posts and people"]
        sheet.cell(1, sheet.max_column + 1).value = "E-mail"

    assert said(edited(BOOK, add), tmp_path) == [("B63", "`E-mail` is not allowed for people")]


def test_a_sheet_that_is_no_table_says_so(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("Notes")["A1"] = "call them"
        book.create_sheet("Seat").append(["", "", "x"])
        book.create_sheet("Wide").append(["a"] * 201)
        book.create_sheet("Low")["A3"] = "subject"

    found = {(problem.code, problem.file.partition("!")[2]) for problem in problems(edited(BOOK, add), tmp_path)}
    assert found == {("B104", "Notes"), ("B104", "Seat"), ("B4", "Wide"), ("B4", "Low")}


@pytest.mark.parametrize("name", ["Seats (2)", "Seats_2"])
def test_a_copy_of_a_sheet_is_told_once(name: str, tmp_path: Path) -> None:
    found = said(edited(BOOK, lambda book: setattr(book.copy_worksheet(book["Seats"]), "title", name)), tmp_path)
    assert found == [("B104", f"the sheet `{name}` is a copy of `Seats`")]


def test_a_title_above_the_columns_is_told_once(tmp_path: Path) -> None:
    def entitle(book: openpyxl.Workbook) -> None:
        book["Seats"].insert_rows(1)
        book["Seats"]["A1"] = "Seats as of May"

    assert said(edited(BOOK, entitle), tmp_path) == [("B4", "the first row names no columns")]


def test_a_column_no_row_can_do_without_is_missed(tmp_path: Path) -> None:
    found = said(edited(BOOK, lambda book: book["Seats"].delete_cols(1)), tmp_path)
    assert found == [("B15", "column `id` missing")]


def test_a_workbook_without_a_sheet_to_read_says_so(tmp_path: Path) -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    assert said(out.getvalue(), tmp_path) == [("B4", "no sheet holds rows that could be read")]


@pytest.mark.parametrize(
    ("row", "read", "codes"), [(b"1048576", 6, []), (b"1048577", 5, ["B26"]), (b"999999999999", 5, ["B26"])]
)
def test_a_sheet_may_claim_any_size(row: bytes, read: int, codes: list[str], tmp_path: Path) -> None:
    far = b'<row r="%s"><c r="A%s" t="inlineStr"><is><t>far</t></is></c></row></sheetData>' % (row, row)
    data = changed(SEATS, b"</sheetData>", far)
    data = packed(parts_of(data) | {SEATS: parts_of(data)[SEATS].replace(b'ref="A1:N6"', b'ref="A1:XFD1048576"', 1)})
    book = sheets_of(kept(data, tmp_path))
    (seats,) = (sheet for sheet in book.sheets if sheet.file.endswith("!Seats"))
    assert (len(seats.records), [problem.code for problem in seats.problems]) == (read, codes)


def test_more_rows_than_can_be_read_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LAST_ROW", 3)
    assert {code for code, _ in said(BOOK, tmp_path)} == {"B26"}


def test_links_to_other_workbooks_are_not_followed(tmp_path: Path) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert said(with_part("xl/externalLinks/externalLink1.xml", link), tmp_path) == []


def ends_in_words(data: bytes, folder: Path) -> bool:
    return all(str(problem) for problem in problems(data, folder))


@pytest.mark.slow
def test_a_workbook_cut_short_anywhere_is_read_to_an_end(tmp_path: Path) -> None:
    assert all(ends_in_words(BOOK[:length], tmp_path) for length in range(0, len(BOOK), 97))


@pytest.mark.slow
@given(position=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(max_examples=300, deadline=None)
def test_any_byte_of_a_workbook_may_be_another(
    position: int, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(BOOK)
    data[position % len(data)] = byte
    assert ends_in_words(bytes(data), tmp_path_factory.mktemp("byte"))


PARTS = parts_of(BOOK)


@pytest.mark.slow
@given(name=st.sampled_from(sorted(PARTS)), position=st.integers(min_value=0), text=st.binary(max_size=8))
@settings(max_examples=300, deadline=None)
def test_any_part_of_a_workbook_may_be_rubbish(
    name: str, position: int, text: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    part = PARTS[name]
    at = position % (len(part) + 1)
    data = packed(PARTS | {name: part[:at] + text + part[at + len(text) :]})
    assert ends_in_words(data, tmp_path_factory.mktemp("part"))
