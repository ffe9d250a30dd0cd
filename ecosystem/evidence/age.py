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

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ecosystem.dates import EARLIEST
from ecosystem.model import BODIES, Cited, Entity, basis_of
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class OldBody:
    """A body with the number of facts and figures that are shown of it, and the newest row of all."""

    body: Entity
    number: int
    newest: Cited


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


def bodies_last_confirmed_before(view: View, day: date) -> Iterator[OldBody]:
    """Yield the bodies of which everything shown was last confirmed before a day."""
    for body in view.entities:
        if body.label in BODIES:
            rows = tuple(_rows_about(view, body))
            newest = max(rows, key=lambda row: view.snapshot.span(row).last_seen)
            if confirmed_before(view, newest, day):
                yield OldBody(body, len(rows) - 1, newest)


def _rows_about(view: View, body: Entity) -> Iterator[Cited]:
    facts = dict.fromkeys((*view.facts_from(body.id), *view.facts_to(body.id)))
    about: tuple[Cited, ...] = (*facts, *view.statements_about(body.id))
    yield body
    yield from (row for row in about if basis_of(row) != "inferred")
