"""Every gap in a record, found by small rules that each look for one kind."""

from collections.abc import Callable, Iterable, Iterator

from ecosystem.evidence import gaps_of_bodies as bodies
from ecosystem.evidence import gaps_of_plans as plans
from ecosystem.evidence import gaps_of_tables as tables
from ecosystem.evidence import gaps_of_the_record as record
from ecosystem.evidence.age import on_day_looked_at
from ecosystem.evidence.gap import Gap
from ecosystem.model import Cited
from ecosystem.snapshot import View

KINDS = {
    "chair": "who chairs it",
    "members": "who sits on it",
    "representative": "who sits there for a constituency",
    "line upward": "to whom it reports",
    "connection": "what it is for and belongs to",
    "owner": "whose plan or programme it is",
    "successor": "what followed a plan that has run out, or whether it is in use still",
    "holder": "who holds a post",
    "day": "when something changed",
    "document": "who published a document, and when",
    "left open": "what else a source leaves open",
    "our inference": "whether we infer rightly what else we infer",
    "still so": "whether what is long unconfirmed is still so",
}
"""The kinds of gap, in the order they are asked in, each with what is asked."""

Looker = Callable[[View], Iterable[Gap]]
"""What looks for gaps of one kind in a view of one day."""

_LOOKERS: tuple[Looker, ...] = (
    *(tables.chair_unknown, tables.members_unknown, tables.constituency_unnamed, tables.line_upward_unstated),
    *(bodies.stands_alone, plans.owner_unknown, plans.successor_unknown, plans.holder_unknown),
    *(record.day_unknown, record.publication_unknown),
)


def gaps(view: View, years: int, first: Iterable[Looker] = ()) -> tuple[Gap, ...]:
    """Return everything that nobody has written down, by kind; `years` is from when on evidence counts as old.

    `first` look for gaps of other kinds, before these. Questions are asked as of a day: of the whole record, that of
    the dataset.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
    >>> found = gaps(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None), years=3)
    >>> [gap.kind for gap in found]
    ['chair', 'members', 'line upward', 'connection', 'our inference']
    """
    return tuple(_found(on_day_looked_at(view), years, (*first, *_LOOKERS)))


def _found(view: View, years: int, lookers: Iterable[Looker]) -> Iterator[Gap]:
    asked: set[Cited] = set()
    for look in lookers:
        for gap in look(view):
            asked.update(gap.settles)
            yield gap
    yield from record.left_open(view, asked)
    yield from record.inference_unconfirmed(view, asked)
    yield from bodies.long_unconfirmed(view, years)
