"""A view of the data as networkx graphs, and as tables with seats: the ground for maps, paths and measures.

>>> from datetime import date
>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="council", label="Organisation", name="Council", evidence_date="2018"),
...     Entity(id="leader", label="Post", name="Leader", evidence_date="2018"),
...     Fact(id="a", subject="leader", relation="PART_OF", object="council", evidence_date="2018"),
...     Fact(id="b", subject="leader", relation="MEMBER_OF", object="board", role="chair", evidence_date="2018"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(date(2018, 12, 31))
>>> [(seat.organisation, seat.member, seat.is_chair) for seat in seats(view)]
[('council', 'leader', True)]
"""

from dataclasses import dataclass

import networkx as nx

from ecosystem.model import Entity, Fact, basis_of
from ecosystem.snapshot import View

ROLLED_UP = frozenset({"Post", "Team", "Person"})
"""Kinds that stand for the body they belong to."""

CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat at a table, with the organisation that has it, through a post or team where `via` names one.

    `organisation` is the member itself where it belongs to no other body that is known.
    """

    fact: Fact
    table: str
    member: str
    organisation: str

    @property
    def is_chair(self) -> bool:
        """Whether the seat is the chair's."""
        return self.fact.role == CHAIR

    @property
    def is_indirect(self) -> bool:
        """Whether the organisation sits through one of its posts or teams only."""
        return self.organisation != self.member


def graph(view: View, *relations: str) -> "nx.MultiDiGraph[str]":
    """Return the facts of a view as a graph: one node per entity alive, one edge per fact, keyed by the fact's id.

    Nodes carry `entity`, edges `fact`, `relation` and `basis`. With `relations`, only those edges.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in view.entities:
        network.add_node(entity.id, entity=entity)
    for fact in view.facts:
        if (not relations or fact.relation in relations) and fact.subject in network and fact.object in network:
            network.add_edge(
                fact.subject, fact.object, key=fact.id, fact=fact, relation=fact.relation, basis=basis_of(fact)
            )
    return network


def owner_of(view: View, node_id: str) -> str:
    """Return the body a post, team or person belongs to, through `HOLDS` and `PART_OF`; else the node itself.

    A node that is part of several bodies belongs to none of them alone, and stands for itself.
    """
    seen = {node_id}
    while (above := _only_whole(view, node_id)) is not None and above not in seen:
        seen.add(above)
        node_id = above
    return node_id


def _only_whole(view: View, node_id: str) -> str | None:
    entity = view.snapshot.entities.get(node_id)
    if entity is None or entity.label not in ROLLED_UP:
        return None
    wholes = {fact.object for fact in view.facts_from(node_id, "PART_OF", "HOLDS") if _may_own(view, fact.object)}
    return wholes.pop() if len(wholes) == 1 else None


def _may_own(view: View, node_id: str) -> bool:
    entity = view.snapshot.entities.get(node_id)
    return isinstance(entity, Entity) and entity.label in ROLLED_UP | {"Organisation", "Board", "Partnership"}


def seats(view: View) -> tuple[Seat, ...]:
    """Return every seat at every table of a view, ordered by the ids of their facts."""
    return tuple(
        Seat(fact=fact, table=fact.object, member=fact.subject, organisation=owner_of(view, fact.subject))
        for fact in view.facts
        if fact.relation == "MEMBER_OF"
    )


def lines(view: View, *relations: str) -> tuple[Fact, ...]:
    """Return the shown facts of these relations, such as `OVERSEES` or `REPORTS_TO`, in the order of their ids."""
    return tuple(fact for fact in view.facts if fact.relation in relations)
