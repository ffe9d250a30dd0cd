"""How old the newest evidence of a row is on the day looked at."""

from datetime import date

from ecosystem.dates import EARLIEST
from ecosystem.model import Cited
from ecosystem.snapshot import View


def years_before(day: date, years: int) -> date:
    """Return the same day some years earlier; 29 February becomes 28 February.

    >>> years_before(date(2020, 2, 29), 1)
    datetime.date(2019, 2, 28)
    """
    year = max(day.year - years, EARLIEST.year)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


def confirmed_before(view: View, row: Cited, day: date) -> bool:
    """Tell whether a row was last confirmed before a day; a row without any dated evidence was."""
    return view.snapshot.span(row).last_seen < day
