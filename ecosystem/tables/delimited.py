"""A delimited text file as a sheet: from its bytes to its table, its columns and its records."""

import re
from collections.abc import Iterator, Sequence

from ecosystem.model import CODE_FOLDER, ROW_TYPES, TABLES, Code, Table, columns, table_recognised
from ecosystem.problems import quoted
from ecosystem.rules import did_you_mean
from ecosystem.tables.records import Record, records
from ecosystem.tables.sheet import LONGEST_CELL, PEOPLE, Sheet, take_columns
from ecosystem.tables.text import other_kind, text_of

DELIMITERS = (",", ";", "\t")

_NAME_COLUMNS = "write the names of the columns into the first row"
_KNOWN = frozenset(column for row_type in ROW_TYPES for column in columns(row_type))


def read_sheet(file: str, data: bytes, *, is_update: bool = False) -> Sheet:
    """Return a file as a sheet with all its problems.

    One of an update may leave out every column but `id`, and may have a column `remove` and columns of one's own.
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
    if _take_header(sheet, first, is_update=is_update):
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


def _take_header(sheet: Sheet, first: Record, *, is_update: bool) -> bool:
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
    table = _table(sheet, tuple(written))
    if table is None:
        fix = did_you_mean(sheet.stem, TABLES, f"name it after a table, or move it: {', '.join(TABLES)}")
        sheet.add("B104", "no table of this format has this name or these columns", fix, row=0)
        return False
    for number, name in enumerate(written, start=1):
        if not name.strip():
            sheet.add("B17", f"column {number} has no name", "name the column, or remove it", first.row, number)
    names = [name if name.strip() else "" for name in written]
    return take_columns(sheet, table, names, first.row, is_update=is_update)


def _names_columns(written: Sequence[str]) -> bool:
    words = (word for cell in written for word in re.split(r"[;\t|]", cell))
    return any(word.strip().lower() in _KNOWN for word in words)


def _table(sheet: Sheet, header: tuple[str, ...]) -> Table | None:
    if sheet.file.split("/")[-2:-1] == [CODE_FOLDER]:
        return Table(sheet.stem, Code)
    return table_recognised(header, sheet.stem)


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
