"""A view of the data as a networkx graph."""

import networkx as nx

from ecosystem.model import basis_of
from ecosystem.snapshot import View


def graph(view: View, *relations: str) -> "nx.MultiDiGraph[str]":
    """Return the facts of a view as a graph: one node per entity alive, one edge per fact, keyed by the fact's id.

    Nodes carry `entity`, edges `fact`, `relation` and `basis`. With `relations`, only those edges.

    >>> from ecosystem.model import Dataset, Entity, Fact
    >>> from ecosystem.snapshot import Snapshot
    >>> bodies = [Entity(id=name, label="Board", name=name, evidence_date="2018") for name in ("board", "group")]
    >>> line = Fact(id="a", subject="group", relation="REPORTS_TO", object="board", evidence_date="2018")
    >>> list(graph(Snapshot.of([*bodies, line], Dataset(id="x", title="X", as_of="2018")).on(None)).edges(keys=True))
    [('group', 'board', 'a')]
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in view.entities:
        network.add_node(entity.id, entity=entity)
    for fact in view.facts_of(*relations) if relations else view.facts:
        if fact.subject in network and fact.object in network:
            network.add_edge(
                fact.subject, fact.object, key=fact.id, fact=fact, relation=fact.relation, basis=basis_of(fact)
            )
    return network
