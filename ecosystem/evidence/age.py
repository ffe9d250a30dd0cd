"""How old the newest evidence is on the day looked at; our own inference is evidence of nothing.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2016", basis="stated"),
...     Entity(id="panel", label="Board", name="Panel", evidence_date="2022", basis="stated"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2022")).on(None)
>>> [(old.body.name, old.number) for old in bodies_last_confirmed_before(view, date(2020, 1, 1))]
[('Board', 0)]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ecosystem.dates import YEARS
from ecosystem.model import BODIES, Cited, Entity, basis_of
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class OldBody:
    """A body with the number of facts and statements that are shown of it, and the newest row of all."""

    body: Entity
    number: int
    newest: Cited


def day_looked_at(view: View) -> date:
    """Return the day of a view; of the whole record the day of the dataset."""
    return view.day or view.snapshot.default_day


def on_day_looked_at(view: View) -> View:
    """Return a view of the same rows on its day; of the whole record on the day of the dataset."""
    return replace(view, day=day_looked_at(view))


def years_before(day: date, years: int) -> date:
    """Return the same day some years earlier, in 1900 at the earliest; 29 February becomes 28 February.

    >>> years_before(date(2020, 2, 29), 1), years_before(date(2022, 7, 19), 1000)
    (datetime.date(2019, 2, 28), datetime.date(1900, 7, 19))
    """
    year = max(day.year - years, YEARS.start)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


def confirms(row: Cited) -> bool:
    """Tell whether a row rests on a source, so that its date confirms something."""
    return basis_of(row) != "inferred"


def last_confirmed_before(view: View, rows: Iterable[Cited], day: date) -> Iterator[Cited]:
    """Yield the rows that sources last confirmed before a day, or on no day that is known."""
    return (row for row in rows if confirms(row) and view.snapshot.span(row).last_seen < day)


def bodies_last_confirmed_before(view: View, day: date) -> Iterator[OldBody]:
    """Yield the bodies of which everything that sources say and is shown was last confirmed before a day."""
    for body in view.entities:
        rows = _said_of(view, body) if body.label in BODIES else ()
        if rows and len(list(last_confirmed_before(view, rows, day))) == len(rows):
            newest = max(rows, key=lambda row: view.snapshot.span(row).last_seen)
            yield OldBody(body, sum(row is not body for row in rows), newest)


def _said_of(view: View, body: Entity) -> tuple[Cited, ...]:
    facts = (*view.facts_from(body.id), *view.facts_to(body.id))
    rows: tuple[Cited, ...] = (body, *facts, *view.statements_about(body.id))
    return tuple(filter(confirms, rows))
