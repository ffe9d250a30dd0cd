"""Which bodies lie between others: through how many pairs' shortest connections each comes, exactly or by a sample.

A pair with several shortest connections counts for a body by the share of them that pass it. A large graph is sampled:
connections are followed from some bodies only, and how far off that may be is said.

>>> found = between(nx.Graph([("a", "hub"), ("b", "hub"), ("c", "hub")]))
>>> [tuple(each) for each in found.ranks][:2], found.pairs("hub"), found.is_sampled
([(1, 'hub', 3.0), (2, 'a', 0.0)], 3, False)
"""

import math
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ranks import Ranked, ranked

SAMPLED_BEYOND = 2_000
"""Bodies up to which every connection is followed unasked."""

SAMPLE = 500
"""Bodies from which connections are followed in a sample."""

SEED = 1948
"""Where the sample begins, so that the same data have the same answer."""

MARGIN = 2.0
"""Standard errors that a body in front is off by at most in about nine of ten samples, tried on graphs of many kinds.

One that hardly anything passes may be further off: a single body of the sample decides its figure.
"""

IN_FRONT = 20
"""Bodies of a sample that are worth naming: the more pairs one lies between, the surer the figure."""

Advance = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """How many pairs of other bodies each body lies between.

    `ranks` has every body joined to a part of three or more; of the `undefined` others nothing can lie between. `part`
    is the size of the part that a body is in. Connections were followed from `followed` bodies of the `joined`; where
    that is not all, `error` has the margin of each body in pairs; see `MARGIN`.
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

    Beyond `SAMPLED_BEYOND` joined bodies it is a sample of `SAMPLE`, unless `full`; `advance` is told how many bodies
    are done, of how many.
    """
    part = {node: len(nodes) for nodes in nx.connected_components(graph) if len(nodes) > 2 for node in nodes}
    sources = sorted(part)
    if len(part) > SAMPLED_BEYOND and not full:
        sources = random.Random(SEED).sample(sources, SAMPLE)  # noqa: S311 - a sample, no secret
    sums, squares = _followed(graph, sources, advance)
    scale = len(part) / len(sources) if sources else 1.0
    return Between(
        ranks=ranked({node: sums[node] * scale for node in part}),
        part=part,
        undefined=len(graph) - len(part),
        followed=len(sources),
        joined=len(part),
        error={node: _error(sums[node], squares[node], len(sources), len(part)) for node in part},
    )


def _followed(
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
    depth, ways, order = {source: 0}, {source: 1}, [source]
    for node in order:
        for other in adjacent[node]:
            if other not in depth:
                depth[other], ways[other] = depth[node] + 1, 0
                order.append(other)
            if depth[other] > depth[node]:
                ways[other] += ways[node]
    gained = dict.fromkeys(order, 0.0)
    for node in reversed(order[1:]):
        for other in adjacent[node]:
            if depth[other] < depth[node]:
                gained[other] += ways[other] / ways[node] * (1 + gained[node])
        yield node, gained[node] / 2


def _error(total: float, squares: float, followed: int, of_all: int) -> float:
    """Return the half width of the interval of a sum that is drawn without replacement; 0 where all are followed."""
    if followed in {0, 1, of_all}:
        return 0.0
    variance = max(squares - total * total / followed, 0.0) / (followed - 1)
    return MARGIN * of_all * math.sqrt(variance / followed * (1 - followed / of_all))
