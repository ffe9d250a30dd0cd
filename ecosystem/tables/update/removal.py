"""Rows that an update takes out of a register: what still refers to them, and what becomes of their ids."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ecosystem.model import Cited, Code, Entity, Identifier, Key, Retired, Row, Source, key_of, source_of
from ecosystem.problems import Problem
from ecosystem.rules import REFERENCES, Place
from ecosystem.rules.examination import Examination
from ecosystem.tables.sheet import REMOVE

PLACES_SHOWN = 3
REASON = "removed: it was never right"


def referring(rows: Iterable[Row], removed: Iterable[Row]) -> Mapping[Key, list[Row]]:
    """Return by the key of each removed row those rows that still refer to it, where any do."""
    keys = {row.id: key_of(row) for row in removed if isinstance(row, Entity | Source)}
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows if keys else ():
        for target in dict.fromkeys(_targets(row)):
            if target in keys:
                found[keys[target]].append(row)
    return found


def _targets(row: Row) -> Iterator[str]:
    yield from (getattr(row, column) for column in REFERENCES.get(type(row), ()))
    if isinstance(row, Cited | Identifier):
        yield from map(source_of, row.sources)


def still_referred_to(examined: Examination, row: Row, place: Place, by: Iterable[Row]) -> Problem:
    """Return the problem of a row that cannot be removed, for others refer to it; it names the first of them."""
    found = sorted(by, key=examined.reading_key)
    shown = ", ".join(map(examined.pointer, found[:PLACES_SHOWN]))
    more = f" and {len(found) - PLACES_SHOWN:,} more rows" if len(found) > PLACES_SHOWN else ""
    message = f"{examined.called(row.id)} is still referred to by {shown}{more}"
    fix = f"remove these rows too, or keep it{' and write its `end_date`' if isinstance(row, Entity) else ''}"
    return Problem("B41", message, fix, place.file, place.row, REMOVE)


def retired(removed: Iterable[Row], day: str) -> Iterator[Retired]:
    """Yield what keeps the ids of removed entities and sources from being used again; of people nothing is kept.

    The ids of facts, statements and identifiers are made of what they say, so that one who says it again may have it.
    """
    for row in removed:
        if isinstance(row, Source) or (isinstance(row, Entity) and row.label != "Person"):
            yield Retired(id=row.id, on=day, note=REASON)


def closed_up(codes: Iterable[Code]) -> Iterator[Code]:
    """Yield codes with their places in their lists counted anew, as they are once the lists are written and read."""
    lists: dict[str, int] = defaultdict(int)
    for code in sorted(codes, key=lambda code: (code.list, code.position)):
        lists[code.list] += 1
        yield replace(code, position=lists[code.list])
