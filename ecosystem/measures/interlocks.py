"""Who meets whom: bodies that have seats at the same tables.

A table of two joins its two more closely than one of twenty: by Newman's weight each table that a pair shares counts 1
divided by the number of bodies there less one, so that a table hands out as much closeness as it has bodies, halved.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.table_members import TableMembers, table_members
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Interlock:
    """Two bodies, the tables they share, and at how many either is.

    `closeness` is how closely the shared tables join them: the sum of 1/(bodies at the table - 1).
    """

    first: str
    second: str
    tables: tuple[str, ...]
    either: int
    closeness: float


@dataclass(frozen=True, slots=True)
class Interlocks:
    """Every pair of bodies that shares a table, those that share most first, and the ground this rests on.

    `at_tables` are the bodies that are tables themselves.
    """

    pairs: tuple[Interlock, ...]
    at_tables: tuple[str, ...]
    ground: Ground

    @property
    def closest(self) -> tuple[Interlock, ...]:
        """The pairs that share as many tables as any."""
        return tuple(pair for pair in self.pairs if len(pair.tables) == len(self.pairs[0].tables))


def interlocks(view: View) -> Interlocks:
    """Return which bodies have seats at the same tables, and at how many."""
    members = table_members(view)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for table, seated in members.seats.items():
        for pair in combinations(sorted(seated), 2):
            shared[pair].append(table)
    pairs = (_interlock(members, *pair, at) for pair, at in shared.items())
    ordered = sorted(pairs, key=lambda one: (-len(one.tables), -one.closeness, one.first, one.second))
    return Interlocks(tuple(ordered), tuple(body for body in members.seated if body in members.seats), members.ground)


def fellows(view: View) -> "tuple[nx.Graph[str], Ground]":
    """Return the bodies that have a seat, each joined to all with whom it shares a table, and the ground of this."""
    members = table_members(view)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(members.seated)
    for seated in members.seats.values():
        graph.add_edges_from(combinations(sorted(seated), 2))
    return graph, members.ground


def _interlock(members: TableMembers, first: str, second: str, at: list[str]) -> Interlock:
    either = len(members.tables_of[first]) + len(members.tables_of[second]) - len(at)
    return Interlock(first, second, tuple(at), either, sum(1 / (len(members.seats[table]) - 1) for table in at))
