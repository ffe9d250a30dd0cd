"""Which tables gather the same bodies: how alike their members are, and how far a table's members meet elsewhere too.

The likeness of two tables is Jaccard's: bodies with a seat at both, divided by bodies with a seat at either. The
redundancy of a table is the share of the pairs of its bodies that meet at another table too, from 0 to 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from ecosystem.measures.ground import Ground
from ecosystem.measures.table_members import TableMembers, table_members
from ecosystem.snapshot import View, grouped

FEWEST = 2
"""A table of fewer bodies has no pair that could meet elsewhere."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two tables, the bodies at both, and how many are at either."""

    first: str
    second: str
    both: tuple[str, ...]
    either: int

    @property
    def share(self) -> float:
        """The bodies at both divided by those at either."""
        return len(self.both) / self.either


@dataclass(frozen=True, slots=True)
class Redundancy:
    """A table: how many bodies have a seat there, how many pairs they make, and how many of these meet elsewhere."""

    table: str
    bodies: int
    pairs: int
    meeting_elsewhere: int

    @property
    def share(self) -> float:
        """The pairs that meet elsewhere too divided by all pairs."""
        return self.meeting_elsewhere / self.pairs


@dataclass(frozen=True, slots=True)
class TableOverlap:
    """Tables that share a body, the most alike first; the redundancy of tables; those too small for it; the ground.

    `most_like` has of each table its likenesses that are as great as any of it.
    """

    alike: tuple[Likeness, ...]
    most_like: Mapping[str, tuple[Likeness, ...]]
    redundancy: tuple[Redundancy, ...]
    too_small: tuple[str, ...]
    ground: Ground


def table_overlap(view: View) -> TableOverlap:
    """Return which tables gather the same bodies."""
    members = table_members(view)
    bodies = {table: frozenset(seated) for table, seated in sorted(members.seats.items())}
    redundancy = [_redundancy(members, table) for table, found in bodies.items() if len(found) >= FEWEST]
    alike = _alike(bodies, members.tables_of)
    return TableOverlap(
        alike=alike,
        most_like=_most_like(alike),
        redundancy=tuple(sorted(redundancy, key=lambda one: (-one.share, -one.pairs, one.table))),
        too_small=tuple(table for table, found in bodies.items() if len(found) < FEWEST),
        ground=members.ground,
    )


def _alike(bodies: Mapping[str, frozenset[str]], tables_of: Mapping[str, tuple[str, ...]]) -> tuple[Likeness, ...]:
    pairs = {pair for found in tables_of.values() for pair in combinations(sorted(found), 2)}
    found = (
        Likeness(first, second, tuple(sorted(bodies[first] & bodies[second])), len(bodies[first] | bodies[second]))
        for first, second in pairs
    )
    return tuple(sorted(found, key=lambda one: (-one.share, -len(one.both), one.first, one.second)))


def _most_like(alike: tuple[Likeness, ...]) -> Mapping[str, tuple[Likeness, ...]]:
    by_table = grouped((table, one) for one in alike for table in (one.first, one.second))
    return {table: tuple(one for one in found if one.share == found[0].share) for table, found in by_table.items()}


def _redundancy(members: TableMembers, table: str) -> Redundancy:
    pairs = list(combinations(members.seats[table], 2))
    elsewhere = (set(members.tables_of[one]) & set(members.tables_of[other]) for one, other in pairs)
    return Redundancy(table, len(members.seats[table]), len(pairs), sum(found != {table} for found in elsewhere))
