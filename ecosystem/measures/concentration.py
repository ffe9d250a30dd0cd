"""How far formal ties run through few bodies: degree centralisation, after Freeman, and the share of the top three.

Centralisation is the sum of how far each body's number of ties falls short of the greatest, divided by what that sum is
in a star of as many bodies: 1 in a star, 0 where all have the same number. It is not defined for fewer than three.
"""

from collections import Counter
from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View

TOP = 3
"""How many bodies are the top: fewer where several tie for the last place, more where too many tie for the first."""

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Concentration:
    """Bodies by falling number of ties; the top of them; the centralisation, None where it is not defined.

    `touching_top` is how many ties the top has a part in.
    """

    ranks: tuple[Ranked, ...]
    top: tuple[Ranked, ...]
    centralisation: float | None
    touching_top: int
    ground: Ground


def concentration(view: View) -> Concentration:
    """Return how far the formal ties of a view are concentrated."""
    found = formal_ties(view)
    ranks = ranked(dict(found.graph.degree))
    top = _top(ranks)
    ids = {one.id for one in top}
    touching = sum(1 for _ in found.graph.edges(ids))
    return Concentration(ranks, top, centralisation(found.graph), touching, found.ground)


def _top(ranks: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
    """Return the bodies with most ties, as many as there is no doubt of: none with fewer, and all with as many."""
    sizes = Counter(one.rank for one in ranks if one.value)
    return tuple(one for one in ranks if one.value and (one.rank == 1 or one.rank + sizes[one.rank] - 1 <= TOP))


def centralisation(graph: "nx.Graph[str]") -> float | None:
    """Return the degree centralisation of a simple graph, None for fewer than three nodes.

    >>> centralisation(nx.star_graph(4)), centralisation(nx.cycle_graph(4)), centralisation(nx.path_graph(2))
    (1.0, 0.0, None)
    """
    size = graph.number_of_nodes()
    if size < FEWEST:
        return None
    degrees = [ties for _, ties in graph.degree]
    return (size * max(degrees) - sum(degrees)) / ((size - 1) * (size - 2))
