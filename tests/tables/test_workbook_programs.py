"""Workbooks as other programs write them: what each does differently is read alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import cells_of, kept, packed, sheets_of

from ecosystem.model import Dataset, Entity
from ecosystem.snapshot import Snapshot
from ecosystem.tables.workbook import Workbook, write_workbook
from ecosystem.tables.workbook.markup import decoded, encoded

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
REFERENCES = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = (
    '<row r="1">'
    + "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{name}</t></is></c>'
        for letter, name in zip("ABCDE", ("id", "subject", "relation", "object", "end_date"), strict=True)
    )
    + "</row>"
)


def references(kinds: str, **targets: str) -> str:
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{kinds}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{REFERENCES}">{lines}</Relationships>'


def book(
    rows: str, texts: str = "", formats: str = "", *, main: str = MAIN, kinds: str = KINDS, properties: str = "",
    folder: str = "", sheet: str = "worksheets/sheet1.xml",
) -> bytes:  # fmt: skip
    """Return a workbook with one sheet of facts, below whose header stand the rows."""
    parts = {
        "_rels/.rels": references(kinds, officeDocument="xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": references(
            kinds, worksheet=folder + sheet, sharedStrings=folder + "sharedStrings.xml", styles=folder + "styles.xml"
        ),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}">{properties}<sheets>'
        '<sheet name="Seats" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts>'
        f'<numFmt numFmtId="164" formatCode="{formats}"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="164"/></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{HEADER}{rows}</sheetData></worksheet>',
    }
    return packed({name: part.encode() for name, part in parts.items()})


def read(data: bytes, folder: Path) -> Workbook:
    found = sheets_of(kept(data, folder))
    assert [found.problems, *(sheet.problems for sheet in found.sheets if sheet.problems)] == [()]
    return found


def subject(rows: str, folder: Path, texts: str = "") -> str:
    ((one),) = cells_of(read(book(rows, texts), folder), "Seats")
    return one["subject"]


SHARED = '<row r="2"><c r="B2" t="s"><v>0</v></c></row>'


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        ("<si><t>A board</t></si>", "A board"),
        ('<si><t xml:space="preserve"> A  board </t></si>', "A  board"),
        ("<si><r><rPr><b/></rPr><t>A </t></r><r><t>board</t></r></si>", "A board"),
        ("<si><t>A board</t><rPh sb='0' eb='1'><t>said so</t></rPh><phoneticPr fontId='1'/></si>", "A board"),
        ("<si><t>A _x000D_\nboard</t></si>", "A \nboard"),
        ("<si><t>A _x005F_x000D_ board</t></si>", "A _x000D_ board"),
        ("<si><t>A _xD83D_ board</t></si>", "A _xD83D_ board"),
        ("<si><t>A &amp; B</t></si>", "A & B"),
    ],
)
def test_a_text_that_cells_share_is_read_in_all_its_forms(texts: str, text: str, tmp_path: Path) -> None:
    assert subject(SHARED, tmp_path, texts) == text


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" t="inlineStr"><is><t>A board</t></is></c>',
        '<c r="B2" t="inlineStr"><is><r><t>A </t></r><r><t>board</t></r></is></c>',
        '<c r="B2" t="str"><v>A board</v></c>',
        '<c/><c t="str"><v>A board</v></c>',
        '<c r="B2" t="str" xmlns:x="urn:x" x:y="1"><v>A board</v><x:f>not a formula</x:f></c>',
    ],
)
def test_a_text_of_one_cell_is_read_in_all_its_forms(cell: str, tmp_path: Path) -> None:
    assert subject(f'<row r="2" spans="1:5" hidden="1">{cell}</row>', tmp_path) == "A board"


@pytest.mark.parametrize(
    ("cell", "properties", "formats", "text"),
    [
        ('s="1"><v>43191</v>', "", "", "2018-04"),
        ('s="1"><v>41729</v>', '<workbookPr date1904="1"/>', "", "2018-04"),
        ('s="2"><v>43191.39</v>', "", "[$-809]dd mmmm yyyy;@", "2018-04-01"),
        ('s="2"><v>59</v>', "", "dd/mm/yyyy", "1900-02-28"),
        ('t="d" s="0"><v>2018-04-01T09:30:00</v>', "", "", "2018-04-01"),
        ('s="0"><v>2018</v>', "", "", "2018"),
    ],
)
def test_days_are_counted_as_the_workbook_does(
    cell: str, properties: str, formats: str, text: str, tmp_path: Path
) -> None:
    data = book(f'<row r="2"><c r="E2" {cell}</c></row>', "", formats, properties=properties)
    assert cells_of(read(data, tmp_path), "Seats") == [{"end_date": text}]


def test_a_strict_workbook_is_read_as_any(tmp_path: Path) -> None:
    data = book(SHARED, "<si><t>A board</t></si>", main=STRICT, kinds=STRICT_KINDS)
    assert cells_of(read(data, tmp_path), "Seats") == [{"subject": "A board"}]


@pytest.mark.parametrize(
    ("folder", "sheet"), [("/xl/", "worksheets/sheet1.xml"), ("", "WorkSheets/../worksheets/Sheet1.xml")]
)
def test_parts_are_named_from_the_top_or_from_where_they_are_in_any_case(
    folder: str, sheet: str, tmp_path: Path
) -> None:
    data = book(SHARED, "<si><t>A board</t></si>", folder=folder, sheet=sheet)
    assert cells_of(read(data, tmp_path), "Seats") == [{"subject": "A board"}]


@given(st.lists(st.sampled_from(["_", "x", "005F", "000D", "é", "_x0041_", "_x005f_", "D83D"]), max_size=12))
def test_text_that_looks_like_an_escaped_character_is_kept(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert decoded(encoded(text)) == text


def test_it_is_kept_in_a_workbook(tmp_path: Path) -> None:
    note = "_x000D_ and _x005F_ and _x"
    board = Entity(id="a", label="Board", name="A", note=note)
    snapshot = Snapshot.of([board], Dataset(id="x", title="X", as_of="2018"))
    ((row),) = cells_of(read(write_workbook(snapshot), tmp_path), "Bodies")
    assert row["note"] == note
