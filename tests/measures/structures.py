"""Toy structures for measures: who sits where, who is joined to whom, and the same as igraph has it."""

from collections.abc import Iterable

import igraph
from measures.made_up import EVIDENCE, NODES, body, seen, tie

from ecosystem.model import Entity, Row
from ecosystem.snapshot import View

Pairs = Iterable[tuple[str, str]]


def seated(written: str, *more: Row, alone: str = "") -> View:
    """Return a view of organisations at boards as written: `a-T b-T`; small letters sit, capitals are tables.

    Seats may name a role: `a-T:chair`. Those `alone` have no seat.
    """
    seats = [each.partition(":")[::2] for each in written.split()]
    names = sorted({end for seat, _ in seats for end in seat.split("-")} | set(alone))
    known = {row.id for row in more}
    bodies = [_sitting(one) for one in names if one not in known]
    facts = (tie(seat, "MEMBER_OF", id=f"{seat}-{n}", role=role) for n, (seat, role) in enumerate(seats))
    return seen(*bodies, *facts, *more)


def _sitting(name: str) -> Entity:
    return Entity(id=name, label="Board" if name.isupper() else "Organisation", name=name, **EVIDENCE)


def joined(pairs: Pairs, nodes: str = NODES, *more: Row, relation: str = "PARTNERS_WITH") -> View:
    """Return a view of boards that work together in these pairs, loops and parallel facts included."""
    facts = (tie(f"{one}-{other}", relation, id=f"{one}{other}{n}") for n, (one, other) in enumerate(pairs))
    return seen(*map(body, nodes), *facts, *more)


def written(pairs: str) -> list[tuple[str, str]]:
    """Return the pairs that `ab bc` writes."""
    return [(pair[0], pair[1]) for pair in pairs.split()]


def in_igraph(pairs: Pairs, nodes: str = NODES) -> igraph.Graph:
    """Return these ties as igraph has them: either way, once each, without loops."""
    graph = igraph.Graph()
    graph.add_vertices(list(nodes))
    graph.add_edges(pairs)
    return graph.simplify()


STAR, RING, CLIQUE = written("ab ac ad ae"), written("ab bc cd de ea"), written("ab ac ad bc bd cd")
TWO_TRIANGLES = written("ab bc ca cd de ef fd")
"""Two triangles, abc and def, joined by the tie cd."""
