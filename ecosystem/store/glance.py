"""A graph at a glance: what has to be known to ask it one question and to read the answer, not the whole of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from neo4j import Transaction

from ecosystem.dates import Status, last_day
from ecosystem.model import BASES, RELATIONS, Dataset, Entity, Source
from ecosystem.names import Ambiguous, Names, plain
from ecosystem.store.console import Answer, answered
from ecosystem.store.measure import check_values
from ecosystem.store.reading import rows_of

_CALLED = """
MATCH (n:Entity {id: $name}) RETURN n.id AS id
UNION
MATCH (n:Entity) WHERE $called IN n.called RETURN n.id AS id
"""

_SORTED_OUT = """
WITH CASE
  WHEN NOT fact.basis IN $bases THEN 'basis'
  WHEN $day IS NULL OR fact.holds_from <= $day <= fact.holds_until THEN 'shown'
  WHEN fact.may_from <= $day <= fact.may_until THEN 'possible'
  ELSE 'outside'
END AS found
RETURN found, count(*) AS number
"""

_STATUSES: Mapping[str, Status | None] = {"basis": None, "possible": Status.POSSIBLE, "outside": Status.OUTSIDE}


@dataclass(frozen=True)
class Glance:
    """A graph asked as a `Snapshot` is, in one transaction, each time with no more than what is needed of it."""

    tx: Transaction
    dataset: Dataset

    @property
    def default_day(self) -> date:
        """The day looked at when none is asked for."""
        return last_day(self.dataset.as_of)

    def find(self, name: str) -> str:
        """Return the id of the only node called that; see `Names.one` for what happens otherwise."""
        found = [record["id"] for record in self.tx.run(_CALLED, name=name, called=plain(name))]
        if name in found:
            return name
        if len(found) > 1:
            raise Ambiguous(name, tuple(sorted(found)))
        return found[0] if found else self._names.one(name)

    @cached_property
    def _names(self) -> Names:
        return Names(row for row in rows_of(self.tx, Entity, Source) if isinstance(row, Entity | Source))

    def answer(self, query: str, parameters: Mapping[str, object]) -> Answer:
        """Return the answer to a query that is known to only read, such as a named one; see `console.answered`."""
        check_values(parameters)
        return answered(self.tx.run(query, dict(parameters)))

    def on(self, day: date | None, bases: Iterable[str] = BASES) -> "GlanceOn":
        """Return the graph as it may be shown for a day, on these bases; None asks for the whole record."""
        return GlanceOn(self, day, frozenset(bases))


@dataclass(frozen=True)
class GlanceOn:
    """A graph seen on one day, or as the whole record where `day` is None, through chosen bases."""

    glance: Glance
    day: date | None
    bases: frozenset[str]

    def left_out(self, *relations: str, about: Collection[str] = ()) -> Counter[Status | None]:
        """Return how many facts are not shown; see `View.left_out`."""
        kinds = "|".join(name for name in RELATIONS if not relations or name in relations)
        if about:
            found = f"MATCH (one:Entity)-[each:{kinds}]-() WHERE one.id IN $about WITH DISTINCT each AS fact"
        else:
            found = f"MATCH (:Entity)-[fact:{kinds}]->(:Entity)"
        rows = self.glance.tx.run(f"{found}{_SORTED_OUT}", day=self.day, bases=list(self.bases), about=list(about))
        numbers = {row["found"]: row["number"] for row in rows}
        return Counter({_STATUSES[found]: number for found, number in numbers.items() if found in _STATUSES})
