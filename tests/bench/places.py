"""Places larger than any that is shipped, made of one that is."""

from collections.abc import Iterator
from dataclasses import replace

from ecosystem.model import Entity, Fact, Row, Statement
from ecosystem.snapshot import Snapshot


def many(place: Snapshot, copies: int) -> Snapshot:
    """Return a place of that many copies of one, the first as it is: their sources are the same, all else their own.

    >>> from ecosystem.shipped import shipped
    >>> from ecosystem.tables import read_dataset
    >>> leeds = read_dataset(shipped("seed_data")).snapshot
    >>> len(many(leeds, 3).facts) == 3 * len(leeds.facts), len(many(leeds, 3).sources) == len(leeds.sources)
    (True, True)
    """
    rows = list(place)[1:]
    copied = (_copy(place, row, number) for row in rows for number in range(2, copies + 1))
    return Snapshot.of((*rows, *(row for each in copied for row in each)), place.dataset)


def _copy(place: Snapshot, row: Row, number: int) -> Iterator[Row]:
    def of(node_id: str) -> str:
        return node_id if node_id in place.sources else f"{node_id}-{number}"

    match row:
        case Entity():
            aliases = tuple(f"{alias} {number}" for alias in row.aliases)
            yield replace(row, id=of(row.id), name=f"{row.name} {number}", short_name="", aliases=aliases)
        case Fact():
            yield replace(row, id=of(row.id), subject=of(row.subject), object=of(row.object))
        case Statement():
            yield replace(row, id=of(row.id), subject=of(row.subject))
