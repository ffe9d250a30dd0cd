"""From sheets to rows in the making: lists split, dates of a spreadsheet understood, each with its place."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any

from ecosystem.dates import iso
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
