"""How connected the whole is: parts, bodies without a tie, density, distance, and efficiency.

Density is the number of ties divided by that of all pairs; efficiency, after Latora and Marchiori, is the mean over all
pairs of 1 divided by their distance in steps, and 0 for pairs that nothing joins. Neither is defined for one body.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Cohesion:
    """The parts that hang together, the largest first, each body without a tie being one of its own; and the figures.

    `density` and `efficiency` are from 0 to 1, `distance` is the mean number of steps between two bodies that something
    joins; each is None where it is not defined.
    """

    parts: tuple[tuple[str, ...], ...]
    density: float | None
    distance: float | None
    efficiency: float | None
    ground: Ground

    @property
    def isolated(self) -> tuple[str, ...]:
        """The bodies without a tie."""
        return tuple(part[0] for part in self.parts if len(part) == 1)

    @property
    def joined(self) -> tuple[tuple[str, ...], ...]:
        """The parts of more than one body."""
        return tuple(part for part in self.parts if len(part) > 1)


def cohesion(view: View) -> Cohesion:
    """Return how far the bodies of a view are formally connected."""
    found = formal_ties(view)
    parts = sorted((tuple(sorted(part)) for part in nx.connected_components(found.graph)), key=_largest_first)
    pairs = found.ground.nodes * (found.ground.nodes - 1)
    steps = _steps(found.graph)
    joined = sum(steps.values())
    return Cohesion(
        parts=tuple(parts),
        density=nx.density(found.graph) if pairs else None,
        distance=sum(step * number for step, number in steps.items()) / joined if joined else None,
        efficiency=sum(number / step for step, number in steps.items()) / pairs if pairs else None,
        ground=found.ground,
    )


def _steps(graph: "nx.Graph[str]") -> Mapping[int, int]:
    """Return how many ordered pairs of bodies are so many steps apart."""
    found: dict[int, int] = {}
    for _, lengths in nx.all_pairs_shortest_path_length(graph):
        for step in filter(None, lengths.values()):
            found[step] = found.get(step, 0) + 1
    return found


def _largest_first(part: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(part), part
