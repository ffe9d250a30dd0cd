"""How far formal ties run through few bodies: degree centralisation, after Freeman, and the share of the top three.

Centralisation is the sum of how far each body's number of ties falls short of the greatest, divided by what that sum is
in a star of as many bodies: 1 in a star, 0 where all have the same number. It is not defined for fewer than three.
"""

from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View

TOP = 3
"""The last rank that counts as the top; where bodies tie for it, there are more than three."""

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Concentration:
    """Bodies by falling number of ties; the centralisation, None where it is not defined; ties that touch the top."""

    ranks: tuple[Ranked, ...]
    centralisation: float | None
    touching_top: int
    ground: Ground

    @property
    def top(self) -> tuple[Ranked, ...]:
        """The bodies with a tie whose rank is third or better."""
        return tuple(one for one in self.ranks if one.rank <= TOP and one.value)


def concentration(view: View) -> Concentration:
    """Return how far the formal ties of a view are concentrated."""
    found = formal_ties(view)
    ranks = ranked(dict(found.graph.degree))
    top = {one.id for one in ranks if one.rank <= TOP}
    touching = sum(not top.isdisjoint(ends) for ends in found.graph.edges)
    return Concentration(ranks, centralisation(found.graph), touching, found.ground)


def centralisation(graph: "nx.Graph[str]") -> float | None:
    """Return the degree centralisation of a simple graph, None for fewer than three nodes.

    >>> centralisation(nx.star_graph(4)), centralisation(nx.cycle_graph(4)), centralisation(nx.path_graph(2))
    (1.0, 0.0, None)
    """
    size = graph.number_of_nodes()
    if size < FEWEST:
        return None
    degrees = [ties for _, ties in graph.degree]
    return sum(max(degrees) - ties for ties in degrees) / ((size - 1) * (size - 2))
