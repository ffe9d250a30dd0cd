"""A graph at a glance: what has to be known to ask it one question and to read the answer, not the whole of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from neo4j import Transaction

from ecosystem.dates import Status, last_day
from ecosystem.model import BASES, RELATIONS, Dataset, Entity, Source
from ecosystem.names import Ambiguous, Names, plain
from ecosystem.snapshot import LeftOut
from ecosystem.store.console import Answer, answered
from ecosystem.store.measure import check_values
from ecosystem.store.reading import Held, rows_of

_CALLED = """
MATCH (n:Entity {id: $name}) RETURN n.id AS id
UNION
MATCH (n:Entity) WHERE $called IN n.called RETURN n.id AS id
"""

_CITING = "any(place IN row.sources WHERE split(place, ':')[0] IN $citing)"

_SORTED_OUT = """
WITH kind, CASE
  WHEN NOT row.basis IN $bases THEN 'basis'
  WHEN $day IS NULL OR row.holds_from <= $day <= row.holds_until THEN 'shown'
  WHEN row.may_from <= $day <= row.may_until THEN 'possible'
  ELSE 'outside'
END AS found
RETURN kind, found, count(*) AS number
"""

FACT, STATEMENT = "fact", "statement"

_STATUSES: Mapping[str, Status | None] = {"basis": None, "possible": Status.POSSIBLE, "outside": Status.OUTSIDE}


@dataclass(frozen=True)
class Glance:
    """A graph asked as a `Snapshot` is, in one transaction, each time with no more than what is needed of it."""

    tx: Transaction
    held: Held

    @property
    def dataset(self) -> Dataset:
        """The graph's dataset."""
        return self.held.dataset

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

    def left_out(
        self,
        relations: Collection[str] | None = None,
        properties: Collection[str] | None = None,
        *,
        about: Collection[str] = (),
        citing: Collection[str] = (),
    ) -> LeftOut:
        """Return how many facts and statements are not shown, asked in one statement; see `View.left_out`."""
        kinds = "|".join(name for name in RELATIONS if relations is None or name in relations)
        found = [
            *([_facts(kinds, about=bool(about), citing=bool(citing))] if kinds else []),
            *([_STATEMENTS] if properties is None or properties else []),
        ]
        counts: Mapping[str, Counter[Status | None]] = {FACT: Counter(), STATEMENT: Counter()}
        if found:
            asked = {"day": self.day, "bases": list(self.bases), "about": list(about), "citing": list(citing)}
            asked["properties"] = None if properties is None else list(properties)
            for row in self.glance.tx.run(_all_of(found), asked):
                if row["found"] in _STATUSES:
                    counts[row["kind"]][_STATUSES[row["found"]]] = row["number"]
        return LeftOut(counts[FACT], counts[STATEMENT])


def _facts(kinds: str, *, about: bool, citing: bool) -> str:
    """Return the statement that finds facts of these kinds, as rows with what they are."""
    wanted = " AND ".join(["one.id IN $about"] * about + [_CITING] * citing)
    pattern = f"(one:Entity)-[row:{kinds}]-{'' if about else '>'}(:Entity){' WHERE ' * bool(wanted)}{wanted}"
    return f"MATCH {pattern} RETURN {'DISTINCT ' if about else ''}row, '{FACT}' AS kind"


_STATEMENTS = f"""MATCH (row:Statement)-[:ABOUT]->(one:Entity)
WHERE ($properties IS NULL OR row.property IN $properties)
  AND ($about = [] OR one.id IN $about)
  AND ($citing = [] OR {_CITING})
RETURN row, '{STATEMENT}' AS kind"""


def _all_of(found: Sequence[str]) -> str:
    """Return the one statement that finds all these rows and counts them by why they are not shown."""
    return f"CALL () {{\n{' UNION ALL '.join(found)}\n}}{_SORTED_OUT}"
