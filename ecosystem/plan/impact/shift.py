"""What a change moves on one day: which ties between bodies hold before it, and which after it.

Only rows that the change touches are looked at: a tie is touched where a fact of it, the life of one of its ends or
the date of a source it rests on is another one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ecosystem.dates import LATEST, ONE_DAY, Status
from ecosystem.model import Cited, Entity, Fact, Source, basis_of, source_of
from ecosystem.plan.changes import Change, Changed
from ecosystem.plan.impact.naming import Naming
from ecosystem.snapshot import Snapshot, View, grouped


class Tie(NamedTuple):
    """A relation between two ends, whatever the rows that say so."""

    subject: str
    relation: str
    object: str


def tie_of(fact: Fact) -> Tie:
    """Return the tie that a fact is about."""
    return Tie(fact.subject, fact.relation, fact.object)


def is_ours(facts: Iterable[Fact]) -> bool:
    """Tell whether facts are all our inference."""
    return all(basis_of(fact) == "inferred" for fact in facts)


@dataclass(frozen=True)
class Side:
    """The record on the day, before or after a change.

    A fact holds that is shown. One that may hold counts too where it is among those `given_an_end` by an import: who
    was last named years ago is still somebody who leaves.
    """

    view: View
    given_an_end: frozenset[str] = frozenset()

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _by_relation(self) -> Mapping[str, tuple[Fact, ...]]:
        return grouped((fact.relation, fact) for fact in self.view.snapshot.facts.values())

    def written(self, relation: str) -> tuple[Fact, ...]:
        """Return the facts of a relation whatever the day, in the order of their ids."""
        return self._by_relation.get(relation, ())

    def holds(self, fact: Fact) -> bool:
        """Tell whether a fact holds on the day."""
        if fact.id not in self._known:
            may_hold = fact.id in self.given_an_end and self.view.status(fact) is Status.POSSIBLE
            self._known[fact.id] = may_hold or self.view.shows(fact)
        return self._known[fact.id]

    def is_there(self, node_id: str) -> bool:
        """Tell whether an entity exists on the day as far as is known."""
        entity = self.view.snapshot.entities.get(node_id)
        return entity is not None and self.view.status(entity) is not Status.OUTSIDE

    def facts(self, relation: str) -> Iterator[Fact]:
        """Yield the facts of a relation that hold, in the order of their ids."""
        return filter(self.holds, self.written(relation))

    def facts_to(self, objects: Iterable[str], relation: str) -> Mapping[str, tuple[Fact, ...]]:
        """Return the facts of a relation that hold, by their object, for these objects."""
        wanted = frozenset(objects)
        found = (fact for fact in self.written(relation) if fact.object in wanted)
        return grouped((fact.object, fact) for fact in found if self.holds(fact))


@dataclass(frozen=True)
class Shift:
    """A change seen on one day: the record before and after it, and the ties it touches."""

    before: Side
    after: Side
    changes: Sequence[Change]

    @cached_property
    def naming(self) -> Naming:
        """What the things the change touches are called."""
        return Naming(self.before.view.snapshot, self.after.view.snapshot)

    def stays(self, node_id: str) -> bool:
        """Tell whether an entity is there before and after."""
        return self.before.is_there(node_id) and self.after.is_there(node_id)

    @cached_property
    def touched(self) -> frozenset[Tie]:
        """The ties that the change touches."""
        return frozenset(_touched(self.before.view.snapshot, self.after.view.snapshot, self.changes))

    @cached_property
    def ties_before(self) -> Mapping[Tie, tuple[Fact, ...]]:
        """The touched ties that hold before the change, with the facts that say so."""
        return self._ties(self.before)

    @cached_property
    def ties_after(self) -> Mapping[Tie, tuple[Fact, ...]]:
        """The touched ties that hold after the change, with the facts that say so."""
        return self._ties(self.after)

    def _ties(self, side: Side) -> Mapping[Tie, tuple[Fact, ...]]:
        found: dict[Tie, list[Fact]] = defaultdict(list)
        for relation in {tie.relation for tie in self.touched}:
            for fact in side.written(relation):
                if (tie := tie_of(fact)) in self.touched and side.holds(fact):
                    found[tie].append(fact)
        return {tie: tuple(facts) for tie, facts in found.items()}

    def lost(self, *relations: str) -> Iterator[Tie]:
        """Yield the ties of some relations that hold before the change and not after it, in order."""
        return (tie for tie in sorted(self.ties_before.keys() - self.ties_after.keys()) if tie.relation in relations)

    def gained(self, *relations: str) -> Iterator[Tie]:
        """Yield the ties of some relations that hold after the change and not before it, in order."""
        return (tie for tie in sorted(self.ties_after.keys() - self.ties_before.keys()) if tie.relation in relations)

    def touched_objects(self, relation: str) -> frozenset[str]:
        """Return the objects of the touched ties of a relation."""
        return frozenset(tie.object for tie in self.touched if tie.relation == relation)


def shift_of(before: Snapshot, after: Snapshot, changes: Sequence[Change]) -> Shift:
    """Return a change as it is seen on the day on which all of it shows."""
    day = day_of(before, after, changes)
    given = frozenset(change.row.id for change in changes if _rewrites(change, "end_date"))
    return Shift(Side(before.on(day), given), Side(after.on(day), given), changes)


def _touched(before: Snapshot, after: Snapshot, changes: Iterable[Change]) -> Iterator[Tie]:
    lives, dated = set[str](), set[str]()
    for change in changes:
        match change.row:
            case Fact():
                yield from (tie_of(row) for row in (change.before, change.after) if isinstance(row, Fact))
            case Entity() if {"start_date", "end_date"}.intersection(change.columns):
                lives.add(change.row.id)
            case Source() if "date" in change.columns:
                dated.add(change.row.id)
    if lives or dated:
        for fact in (*before.facts.values(), *after.facts.values()):
            cited = dated and dated.intersection(map(source_of, fact.sources))
            if cited or fact.subject in lives or fact.object in lives:
                yield tie_of(fact)


def day_of(before: Snapshot, after: Snapshot, changes: Iterable[Change]) -> date:
    """Return the day on which a change shows: what it brings has begun, what it ends has ended."""
    days = (day for change in changes for day in _days(before, after, change))
    return max([after.default_day, *days])


def _days(before: Snapshot, after: Snapshot, change: Change) -> Iterator[date]:
    sides = ((before, change.before), (after, change.after))
    spans = [snapshot.span(row) for snapshot, row in sides if isinstance(row, Cited)]
    begun = [span.holds_from for span in spans if span.holds_from <= span.holds_until and span.holds_from < LATEST]
    if begun:
        yield max(begun)
    if _rewrites(change, "end_date"):
        yield min(LATEST - ONE_DAY, *(span.may_until for span in spans)) + ONE_DAY


def _rewrites(change: Change, column: str) -> bool:
    return isinstance(change, Changed) and column in change.columns
