"""Every gap in a record, found by small rules that each look for one kind."""

from collections.abc import Callable, Iterator
from functools import partial

from ecosystem.evidence import gaps_of_plans as plans
from ecosystem.evidence import gaps_of_tables as tables
from ecosystem.evidence import gaps_of_the_record as record
from ecosystem.evidence.gap import Gap
from ecosystem.snapshot import View

KINDS = {
    "chair": "who chairs it",
    "members": "who sits on it",
    "representative": "who sits there for a constituency",
    "line upward": "to whom it reports",
    "connection": "what it is for and belongs to",
    "owner": "whose plan or programme it is",
    "successor": "what followed a plan that has run out",
    "holder": "who holds a post",
    "left open": "what a source leaves open",
    "our inference": "whether we infer rightly",
    "day": "when something happened",
    "document": "who published a document, and when",
    "still so": "whether what is long unconfirmed is still so",
}
"""The kinds of gap, in the order they are asked in, each with what is asked."""


def gaps(view: View, years: int) -> tuple[Gap, ...]:
    """Return everything that nobody has written down, by kind; `years` is from when on evidence counts as old.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
    >>> found = gaps(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None), years=3)
    >>> [gap.kind for gap in found]
    ['chair', 'members', 'line upward', 'connection']
    """
    found = [gap for look in _lookers(years) for gap in look(view)]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda gap: order.index(gap.kind)))


def _lookers(years: int) -> Iterator[Callable[[View], Iterator[Gap]]]:
    yield from (tables.chair_unknown, tables.members_unknown, tables.constituency_unnamed, tables.line_upward_unstated)
    yield from (plans.owner_unknown, plans.successor_unknown, plans.holder_unknown)
    yield from (record.left_open, record.inference_unconfirmed, record.day_unknown, record.publication_unknown)
    yield from (record.stands_alone, partial(record.long_unconfirmed, years=years))
