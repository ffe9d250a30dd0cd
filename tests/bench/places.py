"""Places larger than any that is shipped, made of one that is."""

from collections.abc import Iterator
from dataclasses import replace

from ecosystem.model import Entity, Fact, Row, Statement
from ecosystem.snapshot import Snapshot


def many(place: Snapshot, copies: int) -> Snapshot:
    """Return a place of that many copies of one, the first as it is: each has entities and facts of its own.

    >>> from ecosystem.shipped import shipped
    >>> from ecosystem.tables import read_dataset
    >>> leeds = read_dataset(shipped("seed_data")).snapshot
    >>> len(many(leeds, 3).facts) == 3 * len(leeds.facts), len(many(leeds, 3).sources) == len(leeds.sources)
    (True, True)
    """
    rows = (row for row in place if row is not place.dataset)
    return Snapshot.of((each for row in rows for each in (row, *_copies(row, copies))), place.dataset)


def _copies(row: Row, copies: int) -> Iterator[Row]:
    for number in range(2, copies + 1):
        match row:
            case Entity():
                aliases = tuple(f"{alias} {number}" for alias in row.aliases)
                named = {"name": f"{row.name} {number}", "short_name": "", "aliases": aliases}
                yield replace(row, id=f"{row.id}-{number}", **named)
            case Fact():
                ends = {"subject": f"{row.subject}-{number}", "object": _other(row.object, row.relation, number)}
                yield replace(row, id=f"{row.id}-{number}", **ends)
            case Statement():
                yield replace(row, id=f"{row.id}-{number}", subject=f"{row.subject}-{number}")


def _other(object_id: str, relation: str, number: int) -> str:
    return object_id if relation == "SHOWN_ON" else f"{object_id}-{number}"
