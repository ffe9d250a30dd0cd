"""Drawing a workbook with openpyxl: text cells, drop-downs, comments at the heads, and the same bytes each time."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ecosystem.model import Row, cell
from ecosystem.snapshot import Snapshot
from ecosystem.tables.sheet import REMOVE
from ecosystem.tables.workbook.guide import guide
from ecosystem.tables.workbook.layout import (
    ASK,
    COMMENTS,
    KNOWN,
    LISTS,
    NAME_BESIDE,
    QUESTION,
    QUESTIONS,
    READ_ME,
    width_of,
)
from ecosystem.tables.workbook.lists import Choices, Firmness, choices
from ecosystem.tables.workbook.markup import encoded
from ecosystem.tables.workbook.writing import Filled, Question

FREE_ROWS = 500
"""Blank rows below the last for which drop-downs are ready."""

FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""

AUTHOR = "ecosystem"
_TEXT = "@"
_FIXED = datetime(1980, 1, 1)  # noqa: DTZ001 - a spreadsheet's properties have no time zone
_ASKED = (ASK, QUESTION, KNOWN)
_HEAD, _GREY = Font("Calibri", 11, bold=True), Font("Calibri", 11, italic=True, color="808080")
_LINE = 15
_TOP, _WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
_SHADE = PatternFill("solid", fgColor="DDE6EE")


def drawn(snapshot: Snapshot, sheets: Sequence[Filled], unplaced: Sequence[Question], about: str) -> bytes:
    """Return sheets as a workbook about a body or all; `unplaced` are questions that stand on a sheet of their own."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _draw_guide(book.create_sheet(READ_ME), guide(snapshot, sheets, unplaced, about))
    if unplaced:
        lines = [(one.whom, one.text, one.known) for one in unplaced]
        _Page(book.create_sheet(QUESTIONS), _ASKED).fill(lines)
    lists = _Lists()
    for sheet in sheets:
        _draw(book.create_sheet(sheet.layout.name), sheet, snapshot, lists)
    lists.draw(book.create_sheet(LISTS))
    book[LISTS].sheet_state = "hidden"
    return _packed(book, snapshot.dataset.title)


def _draw_guide(page: Worksheet, lines: Iterable[tuple[str, str]]) -> None:
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            _write(_cell(page, number, column), text)
        page.cell(number, 1).font = _HEAD
    page.column_dimensions["A"].width = 28
    page.column_dimensions["B"].width = 110


def _draw(worksheet: Worksheet, sheet: Filled, snapshot: Snapshot, lists: "_Lists") -> None:
    asked = _ASKED if any(questions for _, questions in sheet.rows) else ()
    header = (*asked, *sheet.layout.header)
    page = _Page(worksheet, header, sheet.layout.width)
    page.fill([_shown(snapshot, row, questions, column) for column in header] for row, questions in sheet.rows)
    rows = [row for row, _ in sheet.rows]
    for column in sheet.layout.columns:
        chosen = choices(snapshot, sheet.layout, column, rows)
        if chosen and chosen.values:
            page.offer(column, chosen, lists.place(f"{sheet.layout.name}: {column}", chosen.values))


def _shown(snapshot: Snapshot, row: Row, questions: Sequence[Question], column: str) -> str:
    if column in _ASKED:
        texts = {ASK: "whom", QUESTION: "text", KNOWN: "known"}
        return "\n".join(dict.fromkeys(text for one in questions if (text := getattr(one, texts[column]))))
    for reference, beside in NAME_BESIDE.items():
        if column == beside:
            named = cell(row, reference)
            return snapshot.name_of(named) if named else ""
    return "" if column == REMOVE else cell(row, column)


def _cell(page: Worksheet, row: int, column: int) -> Cell:
    return cast("Cell", page.cell(row, column))


def _write(target: Cell, text: str, *, wrapped: bool = False) -> None:
    """Write text as text, also where a spreadsheet would take it for a formula, an error or a number."""
    text = _storable(text)
    target.value = text or None
    if text:
        target.data_type = "s"
        target.number_format = _TEXT
        target.alignment = _WRAPPED if wrapped or "\n" in text else _TOP
        if text.lstrip().startswith(FORMULA):
            target.quotePrefix = True


def _storable(text: str) -> str:
    """Return a text with marks in place of characters that no workbook can hold, and none that stands for another."""
    return encoded(ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))


class _Page:
    """A worksheet with a header row and lines of text below it."""

    def __init__(self, worksheet: Worksheet, header: Sequence[str], width: Callable[[str], int] = width_of) -> None:
        self._worksheet = worksheet
        self._width = width
        self._header = header
        self._last = 1
        for number, name in enumerate(header, start=1):
            self._head(number, name)
        worksheet.freeze_panes = "A2"
        worksheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}1"

    def _head(self, number: int, name: str) -> None:
        head = _cell(self._worksheet, 1, number)
        _write(head, name)
        head.font, head.fill = _HEAD, _SHADE
        head.comment = Comment(COMMENTS[name], AUTHOR, height=120, width=320)
        column = self._worksheet.column_dimensions[get_column_letter(number)]
        column.number_format = _TEXT
        column.width = self._width(name)

    def fill(self, lines: Iterable[Sequence[str]]) -> None:
        """Write lines below the header."""
        for number, line in enumerate(lines, start=2):
            self._last = number
            for column, text in enumerate(line, start=1):
                target = _cell(self._worksheet, number, column)
                name = self._header[column - 1]
                _write(target, text, wrapped=name in _ASKED)
                if name in NAME_BESIDE.values():
                    target.font = _GREY
            self._heighten(number, line)
        self._worksheet.auto_filter.ref = f"A1:{get_column_letter(len(self._header))}{self._last}"

    def _heighten(self, number: int, line: Sequence[str]) -> None:
        """Make a line high enough for the texts that are wrapped, which not every program does by itself."""
        wrapped = ((name, text) for name, text in zip(self._header, line, strict=True) if name in _ASKED)
        most = max(
            (sum(1 + len(part) // self._width(name) for part in text.split("\n")) for name, text in wrapped), default=1
        )
        if most > 1:
            self._worksheet.row_dimensions[number].height = most * _LINE

    def offer(self, column: str, chosen: Choices, where: str) -> None:
        """Offer a list in a column, down to some blank rows below the last."""
        strict = chosen.firmness is Firmness.STRICT
        validation = DataValidation(type="list", formula1=where, allow_blank=True)
        validation.showErrorMessage = chosen.firmness is not Firmness.OFFER
        validation.errorStyle = Firmness.STRICT.value if strict else Firmness.WARNING.value
        validation.errorTitle = column
        validation.error = "Choose from the list." if strict else "Not in the list. An id or alias is fine."
        letter = get_column_letter(self._header.index(column) + 1)
        validation.add(f"{letter}2:{letter}{self._last + FREE_ROWS}")
        self._worksheet.add_data_validation(validation)


class _Lists:
    """The lists that feed drop-downs, each once, on a sheet of their own."""

    def __init__(self) -> None:
        self._titles: dict[tuple[str, ...], str] = {}

    def place(self, title: str, values: tuple[str, ...]) -> str:
        """Return where a list stands, as a spreadsheet writes it."""
        self._titles.setdefault(values, title)
        letter = get_column_letter(list(self._titles).index(values) + 1)
        return f"'{LISTS}'!${letter}$2:${letter}${len(values) + 1}"

    def draw(self, page: Worksheet) -> None:
        """Write the lists, one in each column."""
        for column, (values, title) in enumerate(self._titles.items(), start=1):
            for number, text in enumerate((title, *values), start=1):
                _write(_cell(page, number, column), text)
            page.cell(1, column).font = _HEAD
            page.column_dimensions[get_column_letter(column)].width = 34
        page.freeze_panes = "A2"


def _packed(book: Workbook, title: str) -> bytes:
    """Return a workbook's bytes with fixed times: openpyxl's own `save` writes the time of day."""
    book.properties.creator, book.properties.title = AUTHOR, _storable(title)
    book.properties.created = book.properties.modified = _FIXED
    drawn_now = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(drawn_now, "w", zipfile.ZIP_STORED)).save()
    packed = io.BytesIO()
    with zipfile.ZipFile(drawn_now) as parts, zipfile.ZipFile(packed, "w") as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _FIXED.timetuple()[:6])
            archive.writestr(part, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
