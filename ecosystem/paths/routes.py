"""Shortest routes through facts: the steps between two nodes, the best of those that are as short, how many there are.

>>> from ecosystem.model import Fact
>>> seats = [Fact(id=one, subject=one, relation="MEMBER_OF", object="board", evidence_date="2018") for one in "ab"]
>>> graph = nx.MultiGraph()
>>> for seat in seats:
...     _ = graph.add_edge(seat.subject, seat.object, key=seat.id, fact=seat)
>>> route = shortest(graph, "a", "b", cost=lambda fact: (0,))
>>> route.nodes, route.others
(('a', 'board', 'b'), 0)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import TypeAlias

import networkx as nx

from ecosystem.model import Fact, basis_of

Graph: TypeAlias = "nx.MultiGraph[str]"
"""Nodes are ids; edges are keyed by the id of their `fact`."""

Cost = tuple[int, ...]
_Way = tuple[Cost, tuple[str, ...]]
"""What a way to the end costs, and the nodes along it."""

KEPT = 2
"""How many of the ways from a node to the end are kept, the best first: the one that is told, and the next."""

CostOf = Callable[[Fact], Cost]
"""What a fact costs: numbers that, summed up along a route, tell equally short ones apart."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route: the nodes it leads from and to, and the facts that say so."""

    start: str
    end: str
    facts: tuple[Fact, ...]

    @property
    def is_ours(self) -> bool:
        """Whether the step is our own inference only."""
        return all(basis_of(fact) == "inferred" for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Route:
    """The steps from one node to another, how many other routes are as short, and the nodes of the best of those."""

    steps: tuple[Step, ...]
    others: int = 0
    next_best: tuple[str, ...] = ()

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids along the route, both ends included."""
        return (self.steps[0].start, *(step.end for step in self.steps))

    @property
    def between(self) -> tuple[str, ...]:
        """The ids along the route without its ends."""
        return self.nodes[1:-1]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of all steps, in the order of the steps."""
        return tuple(fact for step in self.steps for fact in step.facts)

    def reversed(self) -> "Route":
        """Return the route from its end to its start."""
        steps = (Step(step.end, step.start, step.facts) for step in reversed(self.steps))
        return Route(tuple(steps), self.others, self.next_best[::-1])


def shortest(graph: Graph, start: str, end: str, cost: CostOf) -> Route | None:
    """Return the shortest route, of several as short the one of least cost and then of the least ids; None without any.

    Routes are told apart by the nodes they pass, not by parallel edges.
    """
    if start not in graph or end not in graph or start == end:
        return None
    left: Mapping[str, int] = dict(nx.single_target_shortest_path_length(graph, end))
    if start not in left:
        return None
    found: dict[str, tuple[list[_Way], int]] = {end: ([((), (end,))], 1)}
    for node in _nearest_first(graph, start, left):
        nearer = [other for other in graph.adj[node] if other in found and left[other] == left[node] - 1]
        ways = (
            (_sum(_cheapest(graph, node, other, cost), rest), (node, *nodes))
            for other in nearer
            for rest, nodes in found[other][0]
        )
        found[node] = nsmallest(KEPT, ways), sum(found[other][1] for other in nearer)
    ((_, nodes), *others), number = found[start]
    steps = (Step(one, other, _facts(graph, one, other, cost)) for one, other in pairwise(nodes))
    return Route(tuple(steps), number - 1, next((nodes for _, nodes in others), ()))


def _nearest_first(graph: Graph, start: str, left: Mapping[str, int]) -> list[str]:
    """Return the nodes that a shortest route may pass, those nearest to its end first, the end itself left out."""
    passed, layer = {start}, {start}
    while layer:
        layer = {one for node in layer for one in graph.adj[node] if one in left and left[one] == left[node] - 1}
        passed |= layer
    return sorted((node for node in passed if left[node]), key=lambda node: (left[node], node))


def _cheapest(graph: Graph, one: str, other: str, cost: CostOf) -> Cost:
    return cost(_facts(graph, one, other, cost)[0])


def _sum(one: Cost, other: Cost) -> Cost:
    return tuple(map(sum, zip(one, other, strict=True))) if other else one


def _facts(graph: Graph, one: str, other: str, cost: CostOf) -> tuple[Fact, ...]:
    """Return the facts of a step, the cheapest first; our inferences only where nothing else says so."""
    edges: Iterable[Fact] = (edge["fact"] for edge in graph.adj[one][other].values())
    facts = tuple(sorted(edges, key=lambda fact: (cost(fact), fact.id)))
    return tuple(fact for fact in facts if basis_of(fact) != "inferred") or facts
