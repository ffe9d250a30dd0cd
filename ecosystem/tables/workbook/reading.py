"""Reading a workbook back: its sheets as tables whose places are those a person sees in the spreadsheet."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from ecosystem.model import Table, table_recognised
from ecosystem.problems import Problem, quoted
from ecosystem.rules import did_you_mean
from ecosystem.tables.records import Record
from ecosystem.tables.sheet import LONGEST_CELL, OWN, Sheet, take_columns
from ecosystem.tables.workbook.cells import Cell, Fault, text_in
from ecosystem.tables.workbook.hardening import DAMAGE, damaged, objection
from ecosystem.tables.workbook.layout import NOT_OWN, QUESTION, READ_ME, SHEET_NAMED
from ecosystem.tables.workbook.lines import Line, Lines, letters
from ecosystem.tables.workbook.markup import UnsoundError
from ecosystem.tables.workbook.package import Package, Page

ENDING = ".xlsx"
"""What the name of a workbook ends in."""

LAST_ROW = 1_048_576
"""The last row a spreadsheet has; what claims to stand below it was not written by one."""

WIDEST = 200
"""Columns."""

_COPY = re.compile(r"(.+)(?: \([0-9]+\)|_[0-9]+)")
_HEAD = "write the names of the columns into the first row; nothing may stand above them"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as tables. `remarks` say what was not read; `problems` are of the book, a sheet has its own."""

    sheets: tuple[Sheet, ...] = ()
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def sheets_in(data: bytes, name: str) -> Workbook:
    """Return the sheets of a workbook; `name` is what to call it, and `book.xlsx!Seats` is a sheet of `book.xlsx`.

    Whatever is wrong with the file is among the problems: nothing is raised.
    """
    if problem := objection(name, data):
        return Workbook(problems=(problem,))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Book(name).read(Package(archive))
    except UnsoundError as found:
        return Workbook(problems=(Problem(found.code, found.message, found.fix, name),))
    except DAMAGE:
        return Workbook(problems=(damaged(name),))


@dataclass(slots=True)
class _Book:
    """A workbook being read: what was found so far."""

    name: str
    sheets: list[Sheet] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def read(self, package: Package) -> Workbook:
        """Return the workbook of a package; `UnsoundError` or one of `DAMAGE` is raised where it is damaged."""
        for page in package.pages:
            if page.name.startswith(OWN):
                self.own += [] if page.name in NOT_OWN else [f"sheet {quoted(page.name)}"]
            elif page.name != READ_ME and not self._is_copy(page.name, {one.name for one in package.pages}):
                self._take(page, Lines(package, page))
        if self.own:
            self.remarks.insert(0, f"{self.name}: not read, because the name begins with `_`: {', '.join(self.own)}")
        if not self.sheets and not self.problems:
            message = "no sheet holds rows that could be read"
            self.problems.append(Problem("B4", message, "edit a workbook that `ecosystem export` wrote", self.name))
        return Workbook(tuple(self.sheets), tuple(self.remarks), tuple(self.problems))

    def _is_copy(self, name: str, names: Container[str]) -> bool:
        """Tell whether a sheet is named as spreadsheets name the copy of another, and note it where it is."""
        copied = _COPY.fullmatch(name)
        if copied is None or copied[1] not in names:
            return False
        message = f"the sheet {quoted(name)} is a copy of {quoted(copied[1])}"
        fix = f"delete one of them, or begin the name of one with `{OWN}`"
        self.problems.append(Problem("B104", message, fix, self.name))
        return True

    def _take(self, page: Page, lines: Lines) -> None:
        reading = _Reading(Sheet(f"{self.name}!{page.name}"), page, lines)
        if reading.is_empty():
            return
        self.sheets.append(reading.sheet)
        reading.read()
        self.own += [f"column {quoted(column)} of {page.name}" for column in reading.sheet.own]
        self.remarks += reading.remarks()


def _names(line: Line) -> list[str]:
    """Return what stands in the cells of a header, as far as the last that is written."""
    texts = {cell.column: text for cell in line.cells if isinstance(text := text_in(cell, ""), str) and text}
    return [texts.get(number, "") for number in range(1, max(texts, default=0) + 1)]


class _Reading:
    """One sheet being read: its faults are gathered, so that each is told once for a column."""

    def __init__(self, sheet: Sheet, page: Page, lines: Lines) -> None:
        self.sheet = sheet
        self._page = page
        self._all = lines
        self._lines = (line for line in lines if line.cells)
        self._first = next(self._lines, None)
        self._written = _names(self._first) if self._first and self._first.number == 1 else []
        self._faults: dict[tuple[str, Fault], list[tuple[int, str]]] = defaultdict(list)
        self._unanswered: list[int] = []

    def is_empty(self) -> bool:
        """Tell whether nothing is written on the sheet."""
        return self._first is None

    def remarks(self) -> Iterator[str]:
        """Yield what should be known of the reading."""
        if number := len(self._unanswered):
            rows = f"{number:,} rows" if number > 1 else f"row {self._unanswered[0]}"
            yield f"{self.sheet.file}: passed over, for the question is not answered yet: {rows}"

    def read(self) -> None:
        """Fill the sheet with its records and problems."""
        sheet = self.sheet
        sheet.is_whole = self._take_header() and self._is_visible()
        if not sheet.is_whole:
            return
        for line in self._lines:
            if line.number > LAST_ROW:
                sheet.is_whole = False
                sheet.add("B26", f"more than {LAST_ROW:,} rows", "split it into several sheets", row=0)
                break
            self._take_row(line)
        self._note_merged()
        for (column, fault), places in self._faults.items():
            sheet.is_whole = False
            row, place = places[0]
            more = f" ({len(places):,} cells of this column, first here)" if len(places) > 1 else ""
            sheet.add(fault.code, f"`{place}` {fault.message}{more}", fault.fix, row, column)

    def _take_row(self, line: Line) -> None:
        kept = [""] * len(self._written)
        is_sound = True
        for cell in line.cells:
            text = self._read_cell(line.number, cell)
            if text is None:
                is_sound = False
            elif text:
                kept[cell.column - 1] = text
        if is_sound:
            self._keep(line.number, kept)

    def _keep(self, row: int, texts: list[str]) -> None:
        read = dict(zip(self.sheet.header, texts, strict=True))
        asked = QUESTION in self._written and bool(texts[self._written.index(QUESTION)])
        if asked and not read.get("id") and not all(read.get(end, "open") for end in ("subject", "object")):
            self._unanswered.append(row)
        elif any(text for column, text in read.items() if column):
            values = [text if column else "" for column, text in zip(self.sheet.header, texts, strict=True)]
            self.sheet.records.append(Record(row, values))

    def _read_cell(self, row: int, cell: Cell) -> str | None:
        """Return the text of a cell, None where something is wrong with it."""
        written = self._written[cell.column - 1] if cell.column <= len(self._written) else ""
        text = text_in(cell, written)
        if written.startswith(OWN):
            return text if isinstance(text, str) else ""
        if isinstance(text, str) and len(text) > LONGEST_CELL:
            text = Fault("B25", f"has {len(text):,} characters, limit {LONGEST_CELL:,}", "shorten it")
        if text and not written:
            fix = f"name the column, with a `{OWN}` first if it is your own, or delete the text"
            text = Fault("B17", "stands in a column without a name", fix)
        if isinstance(text, str):
            return text
        self._faults[written, text].append((row, f"{self._page.name}!{letters(cell.column)}{row}"))
        return None

    def _is_visible(self) -> bool:
        if not self._page.is_visible:
            message = f"the sheet {quoted(self._page.name)} is hidden"
            self.sheet.add("B82", message, "show it, or delete it", row=0)
        return self._page.is_visible

    def _note_merged(self) -> None:
        """Note merged cells, and take no row: which of the cells are blank because of them is not told."""
        if merges := self._all.merges:
            self.sheet.is_whole = False
            self.sheet.records.clear()
            more = f", and {merges - 1:,} more" if merges > 1 else ""
            message = f"`{self._page.name}!{self._all.first_merged}` is merged{more}"
            self.sheet.add("B82", message, "unmerge the cells and fill each of them", row=0)

    def _take_header(self) -> bool:
        """Note which table the sheet is and which columns it has; tell whether it can be read."""
        sheet, title = self.sheet, self._page.name
        if not any(self._written) or len(self._written) > WIDEST:
            many = len(self._written) > WIDEST
            sheet.add("B4", f"more than {WIDEST} columns" if many else "no header row", _HEAD)
            return False
        layout = SHEET_NAMED.get(title)
        if layout and not {*layout.header}.intersection(self._written):
            sheet.add("B4", "the first row names no columns", _HEAD)
            return False
        table = Table(title, layout.row_type) if layout else table_recognised(tuple(self._written), title)
        if table is None:
            fix = did_you_mean(title, SHEET_NAMED, f"begin its name with `{OWN}` if it is your own")
            sheet.add("B104", f"the sheet {quoted(title)} is none that can be read", fix, row=0)
            return False
        return take_columns(sheet, table, self._written, is_update=True, ours=NOT_OWN) and not sheet.problems
