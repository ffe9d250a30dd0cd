"""Twins of the queries about what began and ended, and when things were last confirmed."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import cast

from ecosystem.answers.twins.reading import Values
from ecosystem.dates import LATEST, first_day, last_day
from ecosystem.model import RELATIONS, Entity, Fact, basis_of
from ecosystem.results import Cells
from ecosystem.snapshot import View

Dated = Entity | Fact


def what_began_or_ended(view: View, values: Values) -> Iterator[Cells]:
    """Yield what began, happened or ended after one day, up to and including another, as far as days are written."""
    earlier = cast("date | None", values["earlier"])
    rows: tuple[Dated, ...] = (*view.snapshot.entities.values(), *view.snapshot.facts.values())
    for row in rows:
        if basis_of(row) in view.bases:
            subject, relation, _, target = _told(view, row)
            for day, change in _written(row):
                if _by(view, day) and (earlier is None or earlier < last_day(day)):
                    between = _between(earlier, day, view.day)
                    yield day, change, between, subject, relation, target, basis_of(row), row.sources


def _between(earlier: date | None, day: str, latest: date | None) -> str:
    """Return how surely a day, as precisely as it is written, lies between two."""
    before = earlier is not None and first_day(day) <= earlier
    after = latest is not None and latest < last_day(day)
    ways = " or ".join(["before"] * before + ["after"] * after)
    return f"may lie {ways}" if ways else "surely"


def what_is_first_documented(view: View, values: Values) -> Iterator[Cells]:
    """Yield what has no written beginning, and its oldest evidence after one day, up to and including another."""
    earlier = cast("date | None", values["earlier"])
    rows: tuple[Dated, ...] = (*view.snapshot.entities.values(), *view.snapshot.facts.values())
    for row in rows:
        first = view.snapshot.span(row).holds_from
        in_time = (earlier is None or earlier < first) and (view.day is None or first <= view.day)
        if not row.start_date and basis_of(row) in view.bases and in_time and first < LATEST:
            subject, relation, role, target = _told(view, row)
            kind = row.label if isinstance(row, Entity) else relation
            yield first.year, kind, subject, target, role, basis_of(row), row.sources


def timeline(view: View, values: Values) -> Iterator[Cells]:
    """Yield the written days of one thing and of all that is said of it, and when they were last confirmed."""
    node_id = cast("str", values["entity"])
    itself = view.snapshot.entities.get(node_id)
    rows: tuple[Dated, ...] = ((itself,) if itself else ()) + view.snapshot.facts_about(node_id)
    for row in rows:
        if basis_of(row) in view.bases:
            for day, what in chain(_written(row), _seen(view, row)):
                if _by(view, day):
                    yield day, what, *_told(view, row), basis_of(row), row.sources


def _told(view: View, row: Dated) -> tuple[str, str, str, str]:
    if isinstance(row, Entity):
        return row.name, "", "", ""
    return view.name_of(row.subject), row.relation, row.role, view.name_of(row.object)


def _written(row: Dated) -> Iterator[tuple[str, str]]:
    happening = isinstance(row, Fact) and RELATIONS[row.relation].happening
    days = ((row.start_date, "began"), (row.end_date, "ended"))
    return ((day, "happened" if happening else change) for day, change in days if day)


def _seen(view: View, row: Dated) -> Iterator[tuple[str, str]]:
    """Yield the newest evidence as it is written, unless it is a day on which the row began or ended."""
    evidence = view.snapshot.evidence(row)
    newest = max(evidence, key=lambda written: (last_day(written), len(written)), default="")
    if newest not in {"", row.start_date, row.end_date}:
        yield newest, "inferred" if basis_of(row) == "inferred" else "last confirmed"


def _by(view: View, day: str) -> bool:
    return view.day is None or first_day(day) <= view.day
