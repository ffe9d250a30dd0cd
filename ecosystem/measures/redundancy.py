"""Whose ties lead to the same circle: effective size and constraint, after Burt.

The effective size of a body's ties is their number less the mean number of ties that each of those it is joined to has
to the others: as many as lead to different circles. Constraint is near 1 or above where one circle is all there is.
Neither is defined for a body without a tie.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.measures.ground import Ground
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Redundancy:
    """A body: its ties, how many lead to different circles, the ties among those it is joined to, its constraint."""

    body: str
    ties: int
    effective: float
    among_them: int
    constraint: float

    @property
    def share(self) -> float:
        """The share of its ties that lead nowhere new, from 0 to below 1."""
        return 1 - self.effective / self.ties


@dataclass(frozen=True, slots=True)
class Redundancies:
    """The bodies with a tie, those with the greatest share of redundant ties first; those without; and the ground."""

    bodies: tuple[Redundancy, ...]
    undefined: tuple[str, ...]
    ground: Ground


def redundancy(view: View) -> Redundancies:
    """Return how far the formal ties of each body lead to the same circle."""
    found = formal_ties(view)
    near = {body: frozenset(found.graph[body]) for body in found.graph}
    each = (_redundancy(near, body) for body, others in near.items() if others)
    ordered = sorted(each, key=lambda one: (-round(one.share, 9), -one.ties, one.body))
    return Redundancies(tuple(ordered), tuple(body for body, others in near.items() if not others), found.ground)


def _redundancy(near: Mapping[str, frozenset[str]], body: str) -> Redundancy:
    others = near[body]
    common = [others & near[other] for other in others]
    ties, among_them = len(others), sum(map(len, common)) // 2
    return Redundancy(body, ties, ties - 2 * among_them / ties, among_them, _constraint(near, ties, common))


def _constraint(near: Mapping[str, frozenset[str]], ties: int, common: list[frozenset[str]]) -> float:
    """Return how much of its ties a body has in each of the others, directly and through those in common, squared.

    It is worked out here because networkx takes minutes over 2,000 bodies, and this a tenth of a second.
    """
    return sum((1 + sum(1 / len(near[one]) for one in shared)) ** 2 for shared in common) / ties**2
