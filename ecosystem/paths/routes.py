"""Shortest routes through facts: the steps between two nodes, the best of those that are as short, how many there are.

>>> from ecosystem.model import Fact
>>> seats = [Fact(id=one, subject=one, relation="MEMBER_OF", object="board", evidence_date="2018") for one in "ab"]
>>> graph = nx.MultiGraph()
>>> for seat in seats:
...     add_fact(graph, seat.subject, seat.object, seat, cost=(0,))
>>> route = shortest(graph, "a", "b")
>>> route.nodes, route.others
(('a', 'board', 'b'), 0)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import networkx as nx

from ecosystem.model import Fact, basis_of

Graph: TypeAlias = "nx.MultiGraph[str]"
"""Nodes are ids; edges carry their `fact` and a `cost`, which summed up tells equally short routes apart."""

Cost = tuple[int, ...]


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
    """The steps from one node to another, and how many other routes are as short."""

    steps: tuple[Step, ...]
    others: int = 0

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

    @property
    def is_ours(self) -> bool:
        """Whether a step of it is our own inference only."""
        return any(step.is_ours for step in self.steps)

    def reversed(self) -> "Route":
        """Return the route from its end to its start."""
        return Route(tuple(Step(step.end, step.start, step.facts) for step in reversed(self.steps)), self.others)


def add_fact(graph: Graph, start: str, end: str, fact: Fact, cost: Cost) -> None:
    """Add a fact as an edge that leads from one node to another."""
    graph.add_edge(start, end, key=fact.id, fact=fact, cost=cost)


def shortest(graph: Graph, start: str, end: str) -> Route | None:
    """Return the shortest route, of several as short the one of least cost and then of the least ids; None without any.

    Routes are told apart by the nodes they pass, not by parallel edges.
    """
    if start not in graph or end not in graph or start == end:
        return None
    left: Mapping[str, int] = dict(nx.single_target_shortest_path_length(graph, end))
    if start not in left:
        return None
    found: dict[str, tuple[Cost, tuple[str, ...], int]] = {end: ((), (end,), 1)}
    for node in _nearest_first(graph, start, left):
        onward = [
            (_sum(_cheapest(graph, node, other), found[other][0]), (node, *found[other][1]), found[other][2])
            for other in graph.adj[node]
            if other in found and left[other] == left[node] - 1
        ]
        found[node] = (*min(onward)[:2], sum(ways for *_, ways in onward))
    _, nodes, ways = found[start]
    steps = (Step(one, other, step_facts(graph, one, other)) for one, other in pairwise(nodes))
    return Route(tuple(steps), ways - 1)


def _nearest_first(graph: Graph, start: str, left: Mapping[str, int]) -> list[str]:
    """Return the nodes that a shortest route may pass, those nearest to its end first, the end itself left out."""
    passed, layer = {start}, {start}
    while layer:
        layer = {one for node in layer for one in graph.adj[node] if one in left and left[one] == left[node] - 1}
        passed |= layer
    return sorted((node for node in passed if left[node]), key=lambda node: (left[node], node))


def _cheapest(graph: Graph, one: str, other: str) -> Cost:
    cheapest: Cost = min(edge["cost"] for edge in graph.adj[one][other].values())
    return cheapest


def _sum(one: Cost, other: Cost) -> Cost:
    return tuple(map(sum, zip(one, other, strict=True))) if other else one


def step_facts(graph: Graph, one: str, other: str) -> tuple[Fact, ...]:
    """Return the facts of a step, in the order of their cost; our inferences only where nothing else says so."""
    edges = sorted(graph.adj[one][other].values(), key=lambda edge: (edge["cost"], edge["fact"].id))
    facts: tuple[Fact, ...] = tuple(edge["fact"] for edge in edges)
    return tuple(fact for fact in facts if basis_of(fact) != "inferred") or facts
