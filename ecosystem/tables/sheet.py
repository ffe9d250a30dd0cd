"""A sheet: one table of a file or workbook as it was read, and which of its columns count."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from ecosystem.model import HEADER_OF, LABELS, Code, Entity, Fact, Row, Table
from ecosystem.problems import Problem, quoted
from ecosystem.rules import REQUIRED, did_you_mean, is_forbidden
from ecosystem.tables.records import Record

LONGEST_CELL = 10_000
PEOPLE = LABELS["Person"].table

REMOVE = "remove"
"""The column of an update in which `yes` takes a row out of the register."""

OWN = "_"
"""What the names of columns, and of a workbook's sheets, begin with that are somebody's own and not read."""


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


def take_columns(
    sheet: Sheet, table: Table, written: Sequence[str], row: int = 1, *, is_update: bool, ours: Container[str] = ()
) -> bool:
    """Set the table of a sheet, and its header from the names over its columns; tell whether rows can be read.

    What is wrong with the names is noted. In an update all columns but the id may be missing; there may be a column
    `remove`, and columns of one's own, but for `ours`, which nobody need be told of.
    """
    sheet.table = table
    known = _known(table.row_type, is_update=is_update)
    header: list[str] = []
    for name in written:
        if is_update and name.startswith(OWN):
            sheet.own += [] if name in ours else [name]
        elif name and name in header:
            message = f"column {quoted(name)} twice (columns {header.index(name) + 1}, {len(header) + 1})"
            sheet.add("B16", message, "remove one", row, name)
        elif name and name not in known:
            _note_unknown(sheet, table, name, known, row)
        else:
            header.append(name)
            continue
        header.append("")
    sheet.header = tuple(header)
    return _has_required(sheet, table, row, is_update=is_update)


def _known(row_type: type[Row], *, is_update: bool) -> tuple[str, ...]:
    return (*HEADER_OF[row_type], *(("label",) if row_type is Entity else ()), *((REMOVE,) if is_update else ()))


def _note_unknown(sheet: Sheet, table: Table, name: str, known: Sequence[str], row: int) -> None:
    may_be_people = table.row_type is Entity and table.label in {"", "Person"}
    if may_be_people and is_forbidden(name):
        sheet.add("B63", f"{quoted(name)} is not allowed for people", "remove the column", row, name)
    else:
        other = f", or begin its name with `{OWN}` if it is your own" if REMOVE in known else ""
        fix = did_you_mean(name, known, f"remove it{other}; the columns are {', '.join(known)}")
        sheet.add("B14", f"unknown column {quoted(name)}", fix, row, name)


def _has_required(sheet: Sheet, table: Table, row: int, *, is_update: bool) -> bool:
    key = "code" if table.row_type is Code else "id"
    missing = [column for column in (key, *(() if is_update else lacking(sheet))) if column not in sheet.header]
    for column in missing:
        may_be_blank = column == "id" and (is_update or table.row_type is Fact)
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
