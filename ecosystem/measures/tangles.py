"""Where lines lead round in a loop, and which bodies have more than one directly above them.

>>> graph = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("a", "board")])
>>> loops(graph)
(Loop(members=('a', 'b', 'c'), round=('a', 'b', 'c', 'a')),)
>>> several_above(graph)
(SeveralAbove(id='a', above=('b', 'board')),)
"""

from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Loop:
    """Bodies each of which is above all the others, and the shortest way round from the first of them by id."""

    members: tuple[str, ...]
    round: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeveralAbove:
    """A body and those directly above it, two or more, by id."""

    id: str
    above: tuple[str, ...]


def loops(graph: "nx.DiGraph[str]") -> tuple[Loop, ...]:
    """Return the loops among lines: bodies that lead to each other are told as one, however many ways lead round."""
    groups = (tuple(sorted(group)) for group in nx.strongly_connected_components(graph) if len(group) > 1)
    return tuple(Loop(group, _round(graph, group[0])) for group in sorted(groups))


def _round(graph: "nx.DiGraph[str]", start: str) -> tuple[str, ...]:
    back = dict(nx.single_target_shortest_path_length(graph, start))
    way = [start, min((node for node in graph.successors(start) if node in back), key=lambda node: (back[node], node))]
    while way[-1] != start:
        nearer = (node for node in graph.successors(way[-1]) if back.get(node) == back[way[-1]] - 1)
        way.append(min(nearer))
    return tuple(way)


def several_above(graph: "nx.DiGraph[str]") -> tuple[SeveralAbove, ...]:
    """Return the bodies with more than one directly above them, those with most first, from lines that lead upward."""
    found = [
        SeveralAbove(node, tuple(sorted(graph.successors(node)))) for node in graph if int(graph.out_degree(node)) > 1
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.above), each.id)))
