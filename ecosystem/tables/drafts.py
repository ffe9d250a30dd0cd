"""From sheets to rows in the making: lists split, dates of a spreadsheet understood, each with its place."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any

from ecosystem.dates import is_date
from ecosystem.model import ROW_TYPES, Code, Entity, Fact, Row, Statement
from ecosystem.model.rows import LIST_SEPARATORS
from ecosystem.rules import Place, slug
from ecosystem.rules.days import DATED
from ecosystem.tables.records import Record
from ecosystem.tables.sheet import REMOVE, Sheet

_SPACE = " \t\n"


@dataclass(slots=True)
class Draft:
    """A row in the making: its type, its place, its values by column, and what stands under `remove`.

    `is_label_implied` says that no cell but the file's name tells what kind of entity it is.
    """

    row_type: type[Row]
    place: Place
    stem: str
    values: dict[str, Any]
    remove: str = ""
    is_label_implied: bool = False

    @property
    def id(self) -> str:
        """The id as far as it is known; that of a code is its list and code."""
        if self.row_type is Code:
            return f"{self.values['list']}/{self.values.get('code', '')}"
        return str(self.values.get("id", ""))

    @property
    def made_id(self) -> str:
        """The id that a row without one is given: the ids of what it joins, then what it says of them."""
        values = {column: slug(str(text)) for column, text in self.values.items() if isinstance(text, str)}
        if self.row_type is Fact:
            parts = [values.get("object", ""), values.get("subject", ""), values.get("relation", "")]
        elif self.row_type is Statement:
            parts = [values.get("subject", ""), values.get("property", "")]
        else:
            parts = [values.get("entity", ""), values.get("scheme", "")]
        return "--".join(part for part in parts if part)

    def row(self) -> Row:
        """Return the row; cells no sheet had are blank."""
        blanks: dict[str, Any] = {column: "" for column in _WITHOUT_DEFAULT[self.row_type] if column not in self.values}
        return self.row_type(**self.values, **blanks)


_WITHOUT_DEFAULT = {
    row_type: tuple(field.name for field in fields(row_type) if field.default is MISSING) for row_type in ROW_TYPES
}


def drafts_of(sheet: Sheet, *, day_first: bool = False) -> Iterator[Draft]:
    """Yield the rows of a sheet as they are written; `day_first` tells how to read a date such as 03/04/2024."""
    if sheet.table is None:
        return
    row_type = sheet.table.row_type
    counted: Counter[str] = Counter()
    for record in sheet.records:
        values = _values(sheet, record)
        is_label_implied = row_type is Entity and not values.get("label") and bool(sheet.table.label)
        if is_label_implied:
            values["label"] = sheet.table.label
        if row_type is Code:
            counted[sheet.stem] += 1
            values |= {"list": sheet.stem, "position": counted[sheet.stem]}
        if day_first:
            values |= {column: iso(values[column]) for column in DATED.get(row_type, ()) if column in values}
        remove = values.pop(REMOVE, "")
        yield Draft(row_type, Place(sheet.file, record.row), sheet.stem, values, remove, is_label_implied)


def _values(sheet: Sheet, record: Record) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, cell in zip(sheet.header, record.cells, strict=False):
        if column:
            text = cell.strip(_SPACE)
            values[column] = _list(text, LIST_SEPARATORS[column]) if column in LIST_SEPARATORS else text
    return values


def _list(text: str, separator: str) -> tuple[str, ...]:
    if not text:
        return ()
    parts = text.split(separator) if separator != " " else re.split("[ \t\n]+", text)
    return tuple(part.strip(_SPACE) for part in parts if part.strip(_SPACE))


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""In English, whatever the computer's own language."""

_DAY_FIRST = re.compile(
    r"(?:(?P<day>\d{1,2})[-/. ])?(?P<month>\d{1,2}|[A-Z][a-z]{2,8})[-/. ](?P<year>\d{4}|\d{2})", re.ASCII
)
_LAST_CENTURY = 30
"""From this on, a year of two digits is one of the 1900s: so spreadsheets read and write it."""


def iso(written: str) -> str:
    """Return a date that a spreadsheet wrote, day before month, as YYYY-MM-DD or YYYY-MM; anything else as it is.

    >>> iso("01/04/2018"), iso("Apr-18"), iso("1 April 2018"), iso("2018-04"), iso("31/02/2018")
    ('2018-04-01', '2018-04', '2018-04-01', '2018-04', '31/02/2018')
    """
    found = _DAY_FIRST.fullmatch(written)
    if found is None or (found["day"] is None and found["month"].isdigit() and len(found["year"]) == 2):
        return written
    month = found["month"] if found["month"].isdigit() else _month_named(found["month"])
    parts = [_full_year(found["year"]), f"{month:0>2}", *([f"{found['day']:0>2}"] if found["day"] else [])]
    meant = "-".join(parts)
    return meant if is_date(meant) else written


def _full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return f"{19 if int(year) >= _LAST_CENTURY else 20}{year}"


def _month_named(name: str) -> str:
    """Return the number of a month by its name or the beginning of it; `0` where there is no such month."""
    numbers = (number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name))
    return str(next(numbers, 0))
