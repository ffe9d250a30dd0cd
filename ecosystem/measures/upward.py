"""Lines upward: to which bodies at their top they lead, in how many steps, and where they lead round in a loop.

>>> graph = nx.DiGraph([("team", "group"), ("group", "board"), ("team", "board")])
>>> found = upward(graph)
>>> sorted(found.tops), found.fewest["team"], found.most["team"], found.longest
(['board'], 1, 2, ('team', 'group', 'board'))
"""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Upward:
    """What is above each body.

    `tops` are the bodies that others report to and that report to nobody. `reached` has of every body below them the
    tops that its lines lead to, `fewest` the steps to the nearest of them. `looping` are the bodies whose lines lead
    into a loop; of the others below a top, `most` has the steps of the longest line. `longest` is the longest of all,
    of several the first by its ids.
    """

    tops: frozenset[str]
    reached: Mapping[str, frozenset[str]]
    fewest: Mapping[str, int]
    most: Mapping[str, int]
    looping: frozenset[str]
    longest: tuple[str, ...]


def upward(graph: "nx.DiGraph[str]") -> Upward:
    """Return where the lines of a graph lead."""
    tops = frozenset(node for node in graph if graph.in_degree(node) and not graph.out_degree(node))
    looping = _looping(graph)
    straight = graph.subgraph(node for node in graph if node not in looping)
    most = _most(straight)
    return Upward(
        tops=tops,
        reached=_reached(graph, tops),
        fewest=_fewest(graph, tops),
        most={node: steps for node, steps in most.items() if steps},
        looping=looping,
        longest=_longest(straight, most),
    )


def _reached(graph: "nx.DiGraph[str]", tops: frozenset[str]) -> dict[str, frozenset[str]]:
    below = {top: nx.ancestors(graph, top) for top in sorted(tops)}
    nodes = sorted(frozenset().union(*below.values()))
    return {node: frozenset(top for top in below if node in below[top]) for node in nodes}


def _fewest(graph: "nx.DiGraph[str]", tops: frozenset[str]) -> dict[str, int]:
    layers = nx.bfs_layers(graph.reverse(copy=False), sorted(tops)) if tops else ()
    return {node: steps for steps, layer in enumerate(layers) for node in layer if steps}


def _looping(graph: "nx.DiGraph[str]") -> frozenset[str]:
    """Return the bodies that are in a loop, or from which a line leads into one."""
    found = {node for round_ in nx.strongly_connected_components(graph) if len(round_) > 1 for node in round_}
    layers = nx.bfs_layers(graph.reverse(copy=False), sorted(found)) if found else ()
    return frozenset(node for layer in layers for node in layer)


def _most(straight: "nx.DiGraph[str]") -> dict[str, int]:
    steps: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(straight))):
        steps[node] = max((steps[above] + 1 for above in straight.successors(node)), default=0)
    return steps


def _longest(straight: "nx.DiGraph[str]", most: Mapping[str, int]) -> tuple[str, ...]:
    if not any(most.values()):
        return ()
    line = [min(most, key=lambda node: (-most[node], node))]
    while above := list(straight.successors(line[-1])):
        line.append(min(above, key=lambda node: (-most[node], node)))
    return tuple(line)
