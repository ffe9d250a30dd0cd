"""What a change means for governance, before it is made: sentences that somebody who knows the bodies can check.

Two views are compared on one day, on which all of the change shows.

>>> from ecosystem.model import Dataset, Entity, Fact
>>> from ecosystem.plan.changes import difference
>>> rows = [
...     Entity(id="board", label="Board", name="Health Board", evidence_date="2024"),
...     Entity(id="panel", label="Board", name="Digital Panel", evidence_date="2024"),
... ]
>>> line = Fact(id="a", subject="panel", relation="REPORTS_TO", object="board", evidence_date="2024", basis="stated")
>>> dataset = Dataset(id="x", title="X", as_of="2024-12-31")
>>> before, after = Snapshot.of([*rows, line], dataset), Snapshot.of(rows, dataset)
>>> impact(before, after, difference(before, after)).sentences
('The Digital Panel loses its only line to the Health Board.',)
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ecosystem.plan.changes import Change
from ecosystem.plan.impact.endings import endings, successions
from ecosystem.plan.impact.holders import holders
from ecosystem.plan.impact.lines import lines, oversight
from ecosystem.plan.impact.naming import readable, sentence
from ecosystem.plan.impact.seats import seats, sectors
from ecosystem.plan.impact.shift import Shift, Side, shift_of
from ecosystem.snapshot import Snapshot, View


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change means on one day, in sentences; the day is ISO text, empty where there is nothing to compare."""

    day: str = ""
    sentences: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.sentences)


NO_IMPACT = Impact()

_Part = Callable[[Shift], Iterator[str]]
_PARTS: tuple[_Part, ...] = (endings, lines, oversight, holders, seats, sectors, successions)


def impact(before: Snapshot | None, after: Snapshot, changes: Sequence[Change]) -> Impact:
    """Return what changes that lead from one snapshot to another mean; nothing where there was none before.

    They are looked at on the day on which all of them show.
    """
    if before is None or not changes:
        return NO_IMPACT
    return _impact(shift_of(before, after, changes))


def impact_on_view(before: View, after: View, changes: Sequence[Change]) -> Impact:
    """Return what changes mean that lead from one view to another of the same day; what they do not show is not told.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.plan.changes import Added
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2024")
    >>> before, after = (Snapshot.of(rows, Dataset(id="x", title="X", as_of="2024")) for rows in ([], [board]))
    >>> impact_on_view(before.on(before.default_day), after.on(after.default_day), [Added(board)]).sentences
    ('The Health Board is new, without a known seat, chair or line upward.',)
    """
    return _impact(Shift(Side(before), Side(after), changes)) if changes else NO_IMPACT


def _impact(shift: Shift) -> Impact:
    found = (each for part in _PARTS for each in readable(map(sentence, part(shift))))
    return Impact(str(shift.after.view.day), tuple(found))


__all__ = ["NO_IMPACT", "Impact", "impact", "impact_on_view"]
