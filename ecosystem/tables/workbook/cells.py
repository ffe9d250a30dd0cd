"""From a spreadsheet's cell to the text it stands for; what is no text a person wrote is a fault.

>>> shown_as("mmm\\\\-yy"), shown_as("yyyy"), shown_as("dd/mm/yyyy;@"), shown_as("[h]:mm"), shown_as("0.00")
('my', 'y', 'dmy', 't', '')
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ecosystem.dates import YEARS
from ecosystem.rules.days import DATED

TEXT_ONLY = frozenset({"id", "label", "subject", "relation", "object", "sources", "code", "url", "form", "role"})
"""Columns whose cells must be text: a number there is what a spreadsheet made of something else."""

DATES = frozenset(column for columns in DATED.values() for column in columns)

BUILT_IN = {
    "14": "dd/mm/yyyy", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy", "18": "h:mm", "19": "h:mm:ss", "20": "h:mm",
    "21": "h:mm:ss", "22": "dd/mm/yyyy h:mm", "45": "mm:ss", "46": "[h]:mm:ss", "47": "mm:ss.0",
    **{str(number): "yyyy-mm-dd" for number in (*range(27, 37), *range(50, 59))},
}  # fmt: skip
"""The formats of dates and times that workbooks do not write out, by their numbers."""

_FIRST = date(1899, 12, 30)
_NEVER_WAS = 60
_MADE_OF_YEARS = frozenset(_FIRST + timedelta(days=year) for year in YEARS)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_HOURS = re.compile(r"[hs]|am/pm")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]")
_AS_TEXT = "format the column as text, then type it again"
_DAY_AS_TEXT = "format the column as text, then write YYYY-MM-DD, YYYY-MM or YYYY"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell: rule code, message, remedy."""

    code: str
    message: str
    fix: str


class Cell(NamedTuple):
    """A cell: the number of its column, its value, its kind, and which of day, month and year a date shows.

    Kinds are `s` text, `n` number or truth, `d` date, `t` time, `f` formula, `e` error; the last three have no value.
    """

    column: int
    value: str | float | date | None
    kind: str
    shown: str = ""


def numbered(column: int, value: str, shown: str, *, is_iso: bool = False, since_1904: bool = False) -> Cell:
    """Return a cell with a number, or with the date or time as which it is shown; `ValueError` where it is neither.

    >>> numbered(9, "43191", "my").value, numbered(9, "0.5", "t").kind, numbered(9, "2018", "").value
    (datetime.date(2018, 4, 1), 't', 2018.0)
    """
    if is_iso:
        return Cell(column, date.fromisoformat(value[:10]), "d", shown or "dmy")
    number = float(value)
    if not shown:
        return Cell(column, _finite(number), "n")
    if shown == "t" or 0 <= number < 1:
        return Cell(column, None, "t")
    day = _day_of(number, since_1904=since_1904)
    return Cell(column, day, "d", shown) if day else Cell(column, None, "e")


def _finite(number: float) -> float:
    if number - number != 0:
        raise ValueError(number)
    return number


def _day_of(serial: float, *, since_1904: bool) -> date | None:
    """Return the day a spreadsheet counts so; before March 1900 it counts a day that never was."""
    first = date(1904, 1, 1) if since_1904 else _FIRST + timedelta(days=serial < _NEVER_WAS)
    try:
        return first + timedelta(days=serial)
    except (OverflowError, ValueError):
        return None


def text_in(cell: Cell, column: str) -> str | Fault:
    """Return the text of a cell in a column, or what is wrong with it.

    >>> text_in(Cell(8, 2016.0, "n"), "start_date"), text_in(Cell(1, 1.0, "n"), "id").code
    ('2016', 'B83')
    """
    value = cell.value
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
    if isinstance(value, date):
        return _written_day(value, cell.shown, column)
    if value is None:
        return _WITHOUT_VALUE[cell.kind]
    return _written_number(value, column)


_WITHOUT_VALUE = {
    "f": Fault("B82", "is a formula", "copy the cell and paste only its value"),
    "e": Fault("B59", "holds a spreadsheet's error", "write the value, or leave the cell blank"),
    "t": Fault("B83", "is a time, not text", _AS_TEXT),
}


def _written_day(value: date, shown: str, column: str) -> str | Fault:
    if column not in DATES:
        return Fault("B83", "is a date, not text", _AS_TEXT)
    if shown == "dm":
        return Fault("B50", "shows a day without its year", _DAY_AS_TEXT)
    if value in _MADE_OF_YEARS:
        return Fault("B51", "is what a spreadsheet makes of a year in a cell for days", _DAY_AS_TEXT)
    return _WRITTEN.get(shown, date.isoformat)(value)


def _written_number(value: float, column: str) -> str | Fault:
    if column in TEXT_ONLY:
        kind = "TRUE or FALSE" if isinstance(value, bool) else "a number"
        return Fault("B83", f"is {kind}, not text", _AS_TEXT)
    if isinstance(value, bool):
        return str(value).upper()
    if column in DATES and value > YEARS[-1]:
        return Fault("B51", "is the number that a spreadsheet keeps for a date", _DAY_AS_TEXT)
    return str(int(value)) if value == int(value) else str(value)


def shown_as(number_format: str) -> str:
    """Return which of day, month and year a date's format shows, as `d`, `m` and `y` together.

    With an hour it is all of them, without a date `t`; what is no format of dates shows nothing.
    """
    first = number_format.partition(";")[0].lower()
    has_hours = bool(_ELAPSED.search(first))
    first = _NOT_SHOWN.sub("", first)
    letters = "".join(letter for letter in "dmy" if letter in first)
    if has_hours or _HOURS.search(first):
        return "dmy" if {"d", "y"} & set(letters) else "t"
    return letters


_WRITTEN: dict[str, Callable[[date], str]] = {
    "my": lambda day: day.isoformat()[:7],
    "m": lambda day: day.isoformat()[:7],
    "y": lambda day: day.isoformat()[:4],
}
