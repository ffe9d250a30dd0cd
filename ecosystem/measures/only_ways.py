"""Which bodies are the only way up for others: every line of theirs to the top leads through that body.

>>> graph = nx.DiGraph([("a", "group"), ("b", "group"), ("b", "panel"), ("group", "board"), ("panel", "board")])
>>> only_ways(graph)
(OnlyWay(id='group', below=('a',)),)
"""

from collections import defaultdict
from dataclasses import dataclass

import networkx as nx

_ABOVE_ALL = ""
"""A node above every top, so that several have one root; no body has an empty id."""


@dataclass(frozen=True, slots=True)
class OnlyWay:
    """A body below the top, and those that have no line to the top but through it, by id."""

    id: str
    below: tuple[str, ...]


def only_ways(graph: "nx.DiGraph[str]") -> tuple[OnlyWay, ...]:
    """Return the bodies that are the only way up for others, those for most first, from lines that lead upward.

    A body from which no line leads to a top has no way up, and is below none.
    """
    tops = [node for node in graph if graph.in_degree(node) and not graph.out_degree(node)]
    downward: nx.DiGraph[str] = nx.DiGraph(graph.reverse(copy=False))
    downward.add_edges_from((_ABOVE_ALL, top) for top in tops)
    below: dict[str, list[str]] = defaultdict(list)
    nearest = nx.immediate_dominators(downward, _ABOVE_ALL) if tops else {}
    for node in nearest:
        for way in _ways(nearest, node):
            below[way].append(node)
    found = [OnlyWay(way, tuple(sorted(nodes))) for way, nodes in below.items() if graph.out_degree(way)]
    return tuple(sorted(found, key=lambda way: (-len(way.below), way.id)))


def _ways(nearest: "dict[str, str]", node: str) -> list[str]:
    """Return every body that all lines from a node to a top lead through, its top among them."""
    ways = []
    while (node := nearest.get(node, _ABOVE_ALL)) != _ABOVE_ALL:
        ways.append(node)
    return ways
