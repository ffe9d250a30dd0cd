"""Which bodies lie between others: through how many pairs' shortest connections each comes, exactly or by a sample.

A pair with several shortest connections counts for a body by the share of them that pass it. A large graph is sampled:
connections are followed from some bodies only, and how far off that may be is said.

>>> found = between(nx.Graph([("a", "hub"), ("b", "hub"), ("c", "hub")]))
>>> [tuple(each) for each in found.ranks][:2], found.pairs("hub"), found.is_sampled
([(1, 'hub', 3.0), (2, 'a', 0.0)], 3, False)
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.samples import Advance, followed, half_width

IN_FRONT = 20
"""Bodies of a sample that are worth naming: the more pairs one lies between, the surer the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """How many pairs of other bodies each body lies between.

    `ranks` has every body joined to a part of three or more; of the `undefined` others nothing can lie between. `part`
    is the size of the part that a body is in. Connections were followed from `followed` bodies of the `joined`; where
    that is not all, `error` has the margin of each body in pairs. That holds of bodies in front; one that hardly
    anything passes may be further off, for a single body of the sample decides its figure.
    """

    ranks: tuple[Ranked, ...]
    part: Mapping[str, int]
    undefined: int
    followed: int
    joined: int
    error: Mapping[str, float]

    @property
    def is_sampled(self) -> bool:
        """Whether connections were followed from some bodies only."""
        return self.followed < self.joined

    def pairs(self, node: str) -> int:
        """Return how many pairs of other bodies there are in the part that a body is in."""
        return math.comb(self.part[node] - 1, 2)


def between(graph: "nx.Graph[str]", *, full: bool = False, advance: Advance = lambda _done, _total: None) -> Between:
    """Return how many pairs each body lies between, whichever way ties are said.

    Of many joined bodies it is a sample, unless `full`; `advance` is told how many bodies are done, of how many.
    """
    part = {node: len(nodes) for nodes in nx.connected_components(graph) if len(nodes) > 2 for node in nodes}
    sources = followed(graph, sorted(part), full=full)
    sums, squares = _gained(graph, sources, advance)
    scale = len(part) / len(sources) if sources else 1.0
    return Between(
        ranks=ranked({node: sums[node] * scale for node in part}),
        part=part,
        undefined=len(graph) - len(part),
        followed=len(sources),
        joined=len(part),
        error={node: len(part) * half_width(sums[node], squares[node], len(sources), len(part)) for node in part},
    )


def _gained(
    graph: "nx.Graph[str]", sources: list[str], advance: Advance
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return of each body the sum of what it gains from each source, and the sum of the squares."""
    places = {node: place for place, node in enumerate(graph)}
    adjacent = [[places[other] for other in graph.adj[node]] for node in graph]
    sums, squares = [0.0] * len(places), [0.0] * len(places)
    for done, source in enumerate(sources, 1):
        for place, gain in _gains(adjacent, places[source]):
            sums[place] += gain
            squares[place] += gain * gain
        advance(done, len(sources))
    return dict(zip(places, sums, strict=True)), dict(zip(places, squares, strict=True))


def _gains(adjacent: list[list[int]], source: int) -> Iterator[tuple[int, float]]:
    """Yield what each body gains from the connections of one source, by Brandes: half of each pair, told from one end.

    Ways are counted in whole numbers, which never run over.
    """
    depth, ways, gained = [-1] * len(adjacent), [0] * len(adjacent), [0.0] * len(adjacent)
    depth[source], ways[source], order = 0, 1, [source]
    for node in order:
        further = depth[node] + 1
        for other in adjacent[node]:
            if depth[other] < 0:
                depth[other], ways[other] = further, ways[node]
                order.append(other)
            elif depth[other] == further:
                ways[other] += ways[node]
    for node in reversed(order[1:]):
        nearer = depth[node] - 1
        for other in adjacent[node]:
            if depth[other] == nearer:
                gained[other] += ways[other] / ways[node] * (1 + gained[node])
        yield node, gained[node] / 2
