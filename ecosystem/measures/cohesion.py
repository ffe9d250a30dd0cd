"""How connected the whole is: parts, bodies without a tie, density, distance, and efficiency.

Density is the number of ties divided by that of all pairs; efficiency, after Latora and Marchiori, is the mean over all
pairs of 1 divided by their distance in steps, and 0 for pairs that nothing joins. Neither is defined for one body. In a
large graph distances are followed from a sample of bodies only, and how far off the means may be is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.samples import Advance, followed, half_width
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean, None where it is not defined, and its margin: 0 where nothing was left to a sample."""

    value: float | None
    margin: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohesion:
    """The parts that hang together, the largest first, each body without a tie being one of its own; and the figures.

    `density` and `efficiency` are from 0 to 1, `distance` is the mean number of steps between two bodies that something
    joins; each is None where it is not defined. Steps were followed from `followed` bodies of those with a tie.
    """

    parts: tuple[tuple[str, ...], ...]
    density: float | None
    distance: Mean
    efficiency: Mean
    followed: int
    ground: Ground

    @property
    def isolated(self) -> tuple[str, ...]:
        """The bodies without a tie."""
        return tuple(part[0] for part in self.parts if len(part) == 1)

    @property
    def joined(self) -> tuple[tuple[str, ...], ...]:
        """The parts of more than one body."""
        return tuple(part for part in self.parts if len(part) > 1)

    @property
    def is_sampled(self) -> bool:
        """Whether steps were followed from some of the bodies with a tie only."""
        return self.followed < sum(map(len, self.joined))


@dataclass(frozen=True, slots=True)
class _Reach:
    """How many bodies one reaches, the sum of the steps to them, and that of 1 divided by the steps to each."""

    bodies: int
    steps: int
    nearness: float


def cohesion(view: View, *, full: bool = False, advance: Advance = lambda _done, _total: None) -> Cohesion:
    """Return how far the bodies of a view are formally connected.

    Of many it is a sample, unless `full`; `advance` is told from how many bodies steps are followed, of how many.
    """
    found = formal_ties(view)
    parts = sorted((tuple(sorted(part)) for part in nx.connected_components(found.graph)), key=_largest_first)
    joined = sorted(body for part in parts if len(part) > 1 for body in part)
    reach = _reached(found.graph, followed(found.graph, joined, full=full), advance)
    return Cohesion(
        parts=tuple(parts),
        density=nx.density(found.graph) if found.ground.nodes > 1 else None,
        distance=_distance(reach, len(joined)),
        efficiency=_efficiency(reach, len(joined), found.ground.nodes),
        followed=len(reach),
        ground=found.ground,
    )


def _distance(reach: Sequence[_Reach], joined: int) -> Mean:
    if not reach:
        return Mean(None)
    bodies = sum(one.bodies for one in reach)
    mean = sum(one.steps for one in reach) / bodies
    beyond = [one.steps - mean * one.bodies for one in reach]
    margin = half_width(sum(beyond), sum(each * each for each in beyond), len(reach), joined)
    return Mean(mean, margin * len(reach) / bodies)


def _efficiency(reach: Sequence[_Reach], joined: int, nodes: int) -> Mean:
    if nodes < 2:
        return Mean(None)
    if not reach:
        return Mean(0.0)
    total, squares = sum(one.nearness for one in reach), sum(one.nearness**2 for one in reach)
    share = joined / (nodes * (nodes - 1))
    return Mean(total / len(reach) * share, half_width(total, squares, len(reach), joined) * share)


def _reached(graph: "nx.Graph[str]", sources: Sequence[str], advance: Advance) -> list[_Reach]:
    near = {body: frozenset(graph[body]) for body in graph}
    found = []
    for done, source in enumerate(sources, 1):
        layers = list(enumerate(_layers(near, source), 1))
        bodies = sum(size for _, size in layers)
        steps, nearness = sum(step * size for step, size in layers), sum(size / step for step, size in layers)
        found.append(_Reach(bodies, steps, nearness))
        advance(done, len(sources))
    return found


def _layers(near: Mapping[str, frozenset[str]], source: str) -> Iterator[int]:
    """Yield how many bodies are one step away, how many two, and so on."""
    seen, layer = {source}, {source}
    while layer := set().union(*(near[body] for body in layer)) - seen:
        seen |= layer
        yield len(layer)


def _largest_first(part: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(part), part
