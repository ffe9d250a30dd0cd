"""Partial dates, and what they let us say about a day.

A date is written as precisely as it is known: `2016`, `2018-04` or `2018-04-01`. A `Span` keeps the days that decide
what may be said of a row: when it may hold at all, when it holds for sure, and when it was last seen.

>>> span = span_of(start="2018-04", end="", evidence=("2018",))
>>> [str(span.on(date(year, 7, 1))) for year in (2017, 2018, 2019)]
['outside', 'documented', 'unconfirmed']
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

EARLIEST = date.min
LATEST = date.max
ONE_DAY = timedelta(days=1)
YEARS = range(1900, 2101)
"""The years that a date may lie in."""

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

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Status(StrEnum):
    """What the evidence says of a row on one day."""

    DOCUMENTED = "documented"
    UNCONFIRMED = "unconfirmed"
    POSSIBLE = "possible"
    OUTSIDE = "outside"


def _parts(written: str) -> tuple[int, int | None, int | None]:
    match = _WRITTEN.fullmatch(written)
    if match is None or int(match[1]) not in YEARS:
        raise ValueError(written)
    month, day = (int(part) if part else None for part in match.groups()[1:])
    date(int(match[1]), 1 if month is None else month, 1 if day is None else day)
    return int(match[1]), month, day


def is_date(written: str) -> bool:
    """Tell whether a text is a year, month or day between 1900 and 2100 that exists.

    >>> is_date("2018-04"), is_date("2018-02-30"), is_date("03/04/2018")
    (True, False, False)
    """
    try:
        _parts(written)
    except ValueError:
        return False
    return True


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


@lru_cache(maxsize=65_536)
def first_day(written: str) -> date:
    """Return the first day a written date may mean; `ValueError` if it is no date.

    >>> first_day("2018-04")
    datetime.date(2018, 4, 1)
    """
    year, month, day = _parts(written)
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=65_536)
def last_day(written: str) -> date:
    """Return the last day a written date may mean; `ValueError` if it is no date.

    >>> last_day("2018-04"), last_day("2016")
    (datetime.date(2018, 4, 30), datetime.date(2016, 12, 31))
    """
    year, month, day = _parts(written)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def may_have_begun(start: str, day: str) -> bool:
    """Tell whether what began on one written date, blank where that is not known, may have begun by another.

    >>> may_have_begun("2018", "2018-04"), may_have_begun("2019", "2018"), may_have_begun("", "2018")
    (True, False, True)
    """
    return not start or first_day(start) <= last_day(day)


def may_last(end: str, day: str) -> bool:
    """Tell whether what ended on one written date, blank where it is not known to have, may last on another.

    >>> may_last("2018", "2018-04"), may_last("2018", "2019"), may_last("", "2019")
    (True, False, True)
    """
    return not end or last_day(end) >= first_day(day)


def may_last_until(end: str, day: str) -> bool:
    """Tell whether something may last on a day, or end on the day before it.

    >>> may_last_until("2018-03-31", "2018-04-01"), may_last_until("2018-03-30", "2018-04-01")
    (True, False)
    """
    return not end or last_day(end) + ONE_DAY >= first_day(day)


def spoken(written: str) -> str:
    """Return a written date as people say it, no more precise than it is.

    >>> spoken("2018-04-01"), spoken("2018-04"), spoken("2018")
    ('1 April 2018', 'April 2018', '2018')
    """
    year, month, day = _parts(written)
    words = [str(day)] if day else []
    words += [calendar.month_name[month]] if month else []
    return " ".join([*words, str(year)])


def year_later(day: date) -> date:
    """Return the same day one year on; 29 February becomes 28 February.

    >>> year_later(date(2020, 2, 29))
    datetime.date(2021, 2, 28)
    """
    if day.year == LATEST.year:
        return LATEST
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that decide a row's status; all inclusive.

    The row may hold within [may_from, may_until] and holds within [holds_from, holds_until], which is empty where the
    evidence fixes no day; from `documented_until` on, holding is carried forward. `last_seen` is the last evidence day.
    """

    may_from: date
    holds_from: date
    documented_until: date
    holds_until: date
    may_until: date
    last_seen: date

    def on(self, day: date) -> Status:
        """Return the row's status on a day."""
        if not self.may_from <= day <= self.may_until:
            return Status.OUTSIDE
        if not self.holds_from <= day <= self.holds_until:
            return Status.POSSIBLE
        return Status.DOCUMENTED if day <= self.documented_until else Status.UNCONFIRMED

    def clipped(self, start: str, end: str) -> "Span":
        """Return the span within the written life of one of its ends: outside it nothing, within its blur only perhaps.

        >>> span_of("", "", ("2016",)).clipped("", "2018-04").on(date(2018, 4, 2))
        <Status.POSSIBLE: 'possible'>
        """
        if not start and not end:
            return self
        return Span(
            may_from=max(self.may_from, first_day(start)) if start else self.may_from,
            holds_from=max(self.holds_from, last_day(start)) if start else self.holds_from,
            documented_until=self.documented_until,
            holds_until=min(self.holds_until, first_day(end)) if end else self.holds_until,
            may_until=min(self.may_until, last_day(end)) if end else self.may_until,
            last_seen=self.last_seen,
        )


def span_of(start: str, end: str, evidence: Iterable[str], *, carried_a_year: bool = False) -> Span:
    """Return the span of a row from its written dates and the dates of its evidence.

    `carried_a_year` limits carrying forward to one year after the later of the days from which and until which the
    row is documented: so it is for people. Without start or evidence nothing holds for sure.
    """
    dates = tuple(evidence)
    began_by = last_day(start) if start else min((first_day(written) for written in dates), default=LATEST)
    last_seen = max((last_day(written) for written in dates), default=EARLIEST)
    lasts_until = first_day(end) if end else last_seen
    carried_until = year_later(max(began_by, lasts_until)) if carried_a_year else LATEST
    return Span(
        may_from=first_day(start) if start else EARLIEST,
        holds_from=began_by,
        documented_until=lasts_until,
        holds_until=lasts_until if end else carried_until,
        may_until=last_day(end) if end else LATEST,
        last_seen=last_seen,
    )


def happening_of(start: str, evidence: Iterable[str]) -> Span:
    """Return the span of something that happened once: from its day on it has happened, for ever.

    >>> happening_of("2016-04-20", ()).on(date(2030, 1, 1))
    <Status.DOCUMENTED: 'documented'>
    """
    once = span_of(start, "", evidence)
    return Span(once.may_from, once.holds_from, LATEST, LATEST, LATEST, once.last_seen)


def day_asked(text: str) -> date | None:
    """Return the day meant by `--as-of`: a partial date means its last day, `any` means the whole record (None).

    >>> day_asked("2018-04"), day_asked("any")
    (datetime.date(2018, 4, 30), None)
    """
    return None if text == "any" else last_day(text)


def how_to_ask(text: str) -> str:
    """Return what to write in place of a text that is no day that can be asked about.

    >>> how_to_ask("31/12/2018"), how_to_ask("1066")
    ('write 2018-12-31', 'the years from 1900 to 2100 can be asked about')
    >>> how_to_ask("soon")
    'write 2018, 2018-04, 2018-04-01 or any'
    """
    meant = iso(text.strip())
    if is_date(meant):
        return f"write {meant}"
    written = _WRITTEN.fullmatch(meant)
    if written and int(written[1]) not in YEARS:
        return f"the years from {YEARS[0]} to {YEARS[-1]} can be asked about"
    return "write 2018, 2018-04, 2018-04-01 or any"
