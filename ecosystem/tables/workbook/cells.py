"""From a spreadsheet's cell to the text it stands for; what is no text a person wrote is a fault.

>>> shown_as("mmm\\\\-yy"), shown_as("yyyy"), shown_as("dd/mm/yyyy;@")
('my', 'y', 'dmy')
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from ecosystem.rules.days import DATED

TEXT_ONLY = frozenset({"id", "label", "subject", "relation", "object", "sources", "code", "url", "form", "role"})
"""Columns whose cells must be text: a number there is what a spreadsheet made of something else."""

DATES = frozenset(column for columns in DATED.values() for column in columns)

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_HOURS = re.compile(r"[hs]|am/pm", re.IGNORECASE)
_AS_TEXT = "format the column as text, then type it again"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell: rule code, message, remedy."""

    code: str
    message: str
    fix: str


def text_in(value: object, data_type: str, number_format: str, column: str) -> str | Fault:
    """Return the text of a cell in a column, or what is wrong with it.

    >>> text_in(2016.0, "n", "General", "start_date"), text_in(1.0, "n", "General", "id").code
    ('2016', 'B83')
    """
    if data_type == "f":
        return Fault("B82", "is a formula", "copy the cell and paste only its value")
    if data_type == "e":
        return Fault("B59", "holds a spreadsheet's error", "write the value, or leave the cell blank")
    if value is None or isinstance(value, str):
        return (value or "").replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
    if isinstance(value, date):
        return _dated(value, number_format, column)
    return _numbered(value, column)


def _dated(value: date, number_format: str, column: str) -> str | Fault:
    if column not in DATES:
        return Fault("B83", "is a date, not text", _AS_TEXT)
    shown = shown_as(number_format)
    if shown == "dm":
        return Fault("B50", "shows a day without its year", "write YYYY-MM-DD, YYYY-MM or YYYY as text")
    return _WRITTEN.get(shown, _day)(value)


def _numbered(value: object, column: str) -> str | Fault:
    if isinstance(value, int | float):
        if column in TEXT_ONLY:
            kind = "TRUE or FALSE" if isinstance(value, bool) else "a number"
            return Fault("B83", f"is {kind}, not text", _AS_TEXT)
        if isinstance(value, bool):
            return str(value).upper()
        return str(int(value)) if value == int(value) else str(value)
    return Fault("B83", "is a time, not text", _AS_TEXT)


def shown_as(number_format: str) -> str:
    """Return which of day, month and year a date's format shows, as `d`, `m` and `y` together."""
    first = _NOT_SHOWN.sub("", number_format.partition(";")[0]).lower()
    letters = "".join(letter for letter in "dmy" if letter in first)
    return letters if not _HOURS.search(first) else "dmy"


def _day(value: date) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()


def _month(value: date) -> str:
    return _day(value)[:7]


def _year(value: date) -> str:
    return _day(value)[:4]


_WRITTEN: dict[str, Callable[[date], str]] = {"my": _month, "m": _month, "y": _year}
