"""From a file's bytes to a sheet: which table it is, which columns it has, and its records."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ecosystem.model import (
    CODE_FOLDER,
    HEADER_OF,
    ROW_TYPES,
    TABLES,
    Code,
    Entity,
    Fact,
    Row,
    Table,
    columns,
    table_recognised,
)
from ecosystem.problems import Problem, quoted
from ecosystem.rules import REQUIRED, did_you_mean, is_forbidden
from ecosystem.tables.records import Record, records
from ecosystem.tables.text import other_kind, text_of

LONGEST_CELL = 10_000
DELIMITERS = (",", ";", "\t")
PEOPLE = "people"

REMOVE = "remove"
"""The column of an update in which `yes` takes a row out of the register."""

OWN = "_"
"""What the names of columns, and of a workbook's sheets, begin with that are somebody's own and not read."""

_NAME_COLUMNS = "write the names of the columns into the first row"
_KNOWN = frozenset(column for row_type in ROW_TYPES for column in columns(row_type))


@dataclass(slots=True)
class Sheet:
    """One file of rows. `header` has a blank for every column that is not read; `is_whole` says no row is missing.

    `own` names the columns that somebody keeps for themselves.
    """

    file: str
    table: Table | None = None
    header: tuple[str, ...] = ()
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    own: list[str] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return self.file.rpartition("/")[2].rpartition(".")[0]

    def add(self, code: str, message: str, fix: str, row: int = 1, column: object = "") -> None:
        """Note a problem at a line and column of this file."""
        self.problems.append(Problem(code, message, fix, self.file, row, quoted(column)[1:-1]))


def read_sheet(file: str, data: bytes, *, partial: bool = False) -> Sheet:
    """Return a file as a sheet with all its problems.

    A `partial` one may leave out every column but `id`, and may have a column `remove` and columns of one's own.
    """
    sheet = Sheet(file)
    text, problem = text_of(file, data)
    if problem := other_kind(file, data) or problem:
        sheet.problems.append(problem)
        sheet.is_whole = False
        return sheet
    found = _split(text)
    first = next(found, None)
    if first is None:
        sheet.add("B4", "no header row", f"{_NAME_COLUMNS}, or remove the file", row=0)
        sheet.is_whole = False
        return sheet
    if _take_header(sheet, first, partial=partial):
        sheet.records = [record for record in found if _is_sound(sheet, record)]
    else:
        sheet.is_whole = False
    return sheet


def _split(text: str) -> Iterator[Record]:
    """Return the records, split at the delimiter whose header has most columns known to us."""

    def known(delimiter: str) -> int:
        first = next(records(text, delimiter), None)
        return len(_KNOWN.intersection(first.cells)) if first else 0

    return records(text, max(DELIMITERS, key=known))


def _take_header(sheet: Sheet, first: Record, *, partial: bool) -> bool:
    if first.flaw:
        sheet.add(first.flaw.code, first.flaw.message, first.flaw.fix, first.flaw.row, first.flaw.column)
        return False
    written = first.cells
    if written[0].lower().startswith("sep=") and not any(written[1:]):
        sheet.add("B4", f"the first line is {quoted(written[0])}, not the header", "delete that line", first.row)
        return False
    if sheet.stem == PEOPLE and not _names_columns(written):
        sheet.add("B4", "no header row", _NAME_COLUMNS, first.row)
        return False
    if len(written) == 1 and any(mark in written[0] for mark in ";\t|"):
        sheet.add("B13", f"one column found: {quoted(written[0])}", "separate the columns with commas", first.row)
        return False
    sheet.table = _table(sheet, tuple(written))
    if sheet.table is None:
        fix = did_you_mean(sheet.stem, TABLES, f"name it after a table, or move it: {', '.join(TABLES)}")
        sheet.add("B104", "no table of this format has this name or these columns", fix, row=0)
        return False
    sheet.header = _columns(sheet, sheet.table, first, partial=partial)
    return _has_required(sheet, sheet.table.row_type, first.row, partial=partial)


def _names_columns(written: Sequence[str]) -> bool:
    words = (word for cell in written for word in re.split(r"[;\t|]", cell))
    return any(word.strip().lower() in _KNOWN for word in words)


def _table(sheet: Sheet, header: tuple[str, ...]) -> Table | None:
    if sheet.file.split("/")[-2:-1] == [CODE_FOLDER]:
        return Table(sheet.stem, Code)
    return table_recognised(header, sheet.stem)


def _columns(sheet: Sheet, table: Table, first: Record, *, partial: bool) -> tuple[str, ...]:
    row = first.row
    known = (*HEADER_OF[table.row_type], *(("label",) if table.row_type is Entity else ()))
    known += (REMOVE,) if partial else ()
    taken: list[str] = []
    for number, name in enumerate(first.cells, start=1):
        if not name.strip():
            sheet.add("B17", f"column {number} has no name", "name the column, or remove it", row, number)
        elif name in taken:
            message = f"column {quoted(name)} twice (columns {taken.index(name) + 1}, {number})"
            sheet.add("B16", message, "remove one", row, name)
        elif partial and name.startswith(OWN):
            sheet.own.append(name)
        elif name not in known:
            _unknown(sheet, name, known, row)
        else:
            taken.append(name)
            continue
        taken.append("")
    return tuple(taken)


def _unknown(sheet: Sheet, name: str, known: Sequence[str], row: int) -> None:
    if sheet.stem == PEOPLE and is_forbidden(name):
        sheet.add("B63", f"{quoted(name)} is not allowed for people", "remove the column", row, name)
    else:
        fix = did_you_mean(name, known, f"remove it; the columns are {', '.join(known)}")
        sheet.add("B14", f"unknown column {quoted(name)}", fix, row, name)


def _has_required(sheet: Sheet, row_type: type[Row], row: int, *, partial: bool) -> bool:
    key = "code" if row_type is Code else "id"
    missing = [column for column in (key, *(() if partial else lacking(sheet))) if column not in sheet.header]
    for column in missing:
        may_be_blank = column == "id" and (partial or row_type is Fact)
        fix = "add it; its cells may stay blank" if may_be_blank else "add it"
        sheet.add("B15", f"column {quoted(column)} missing", fix, row, column)
    return not missing


def lacking(sheet: Sheet) -> tuple[str, ...]:
    """Return the columns that a new row could not do without and the sheet has not."""
    if sheet.table is None:
        return ()
    needed = REQUIRED[sheet.table.row_type]
    told = ("label",) if sheet.table.label else ()
    return tuple(column for column in needed if column not in (*sheet.header, *told))


def _is_sound(sheet: Sheet, record: Record) -> bool:
    """Note what is wrong with a record; return whether it can still be read as a row."""
    width = len(sheet.header)
    flaw = record.flaw
    if flaw:
        message = "unexpected text after quote" if flaw.code == "B22" and sheet.stem == PEOPLE else flaw.message
        sheet.add(flaw.code, message, flaw.fix, flaw.row, flaw.column)
    elif len(record.cells) > width:
        message = f"{len(record.cells)} cells, header has {width}"
        sheet.add("B19", message, "put quotes round a cell that holds a comma", record.row, width + 1)
    elif len(record.cells) < width:
        message = f"{len(record.cells)} cells, header has {width}"
        sheet.add("B20", message, "add the missing commas", record.row, len(record.cells) + 1)
    elif max(map(len, record.cells)) > LONGEST_CELL:
        longest = max(range(width), key=lambda index: len(record.cells[index]))
        message = f"cell has {len(record.cells[longest]):,} characters, limit {LONGEST_CELL:,}"
        sheet.add("B25", message, "shorten it", record.row, sheet.header[longest])
    else:
        return True
    key = "code" if sheet.table and sheet.table.row_type is Code else "id"
    keeps_its_id = key in sheet.header[: len(record.cells)]
    sheet.is_whole = sheet.is_whole and keeps_its_id
    return keeps_its_id
