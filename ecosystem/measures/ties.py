"""The formal ties between bodies, as simple graphs: who reports to whom, who oversees whom, who is joined to whom.

Posts, people and teams count as the body they belong to. Parallel facts are one tie; one within a body is none.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="group", label="Board", name="Group", evidence_date="2018"),
...     Fact(id="a", subject="group", relation="REPORTS_TO", object="board", evidence_date="2018"),
...     Fact(id="b", subject="group", relation="MEMBER_OF", object="board", evidence_date="2018"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None)
>>> list(reporting_lines(view).graph.edges), formal_ties(view).ground.ties
([('group', 'board')], 1)
"""

from collections import Counter
from dataclasses import dataclass
from typing import Generic, TypeVar

import networkx as nx

from ecosystem.measures.ground import Excluded, Ground
from ecosystem.model import BODIES, Fact
from ecosystem.network import DIRECTION, REPORTING, owner_of
from ecosystem.snapshot import View

Graph = TypeVar("Graph", "nx.Graph[str]", "nx.DiGraph[str]")

FORMAL = ("MEMBER_OF", REPORTING, DIRECTION, "PART_OF", "DELIVERS", "SUPPORTS", "PARTNERS_WITH")
"""The relations that join one body to another formally and last."""

NO_BODY = "join something that is no body"
WITHIN = "lie within one body"


@dataclass(frozen=True, slots=True)
class Ties(Generic[Graph]):
    """A simple graph of bodies by id, whose ties carry the `facts` they stand for, and the ground it rests on."""

    graph: Graph
    ground: Ground


def reporting_lines(view: View) -> "Ties[nx.DiGraph[str]]":
    """Return who reports to whom: each line from the body that reports to the one it reports to."""
    return _ties(view, nx.DiGraph(), "upward, from who reports to whom they report to", REPORTING)


def oversight_lines(view: View) -> "Ties[nx.DiGraph[str]]":
    """Return who oversees, directs or regulates whom: each line from the body above to the body below."""
    return _ties(view, nx.DiGraph(), "downward, from who oversees to whom they oversee", DIRECTION)


def formal_ties(view: View, *relations: str) -> "Ties[nx.Graph[str]]":
    """Return which bodies are formally joined, by any of these relations (by default all of `FORMAL`), either way."""
    return _ties(view, nx.Graph(), "either way", *(relations or FORMAL))


def _ties(view: View, graph: Graph, direction: str, *relations: str) -> Ties[Graph]:
    owners = {entity.id: owner_of(view, entity.id) for entity in view.entities}
    bodies = {entity.id for entity in view.entities if entity.label in BODIES}
    graph.add_nodes_from(sorted(body for body in bodies if owners[body] == body))
    excluded: Counter[str] = Counter()
    for fact in view.facts_of(*relations):
        ends = (owners.get(fact.subject, ""), owners.get(fact.object, ""))
        if not bodies.issuperset(ends):
            excluded[NO_BODY] += 1
        elif ends[0] == ends[1]:
            excluded[WITHIN] += 1
        else:
            _join(graph, *ends, fact)
    why = tuple(Excluded(number, reason) for reason, number in sorted(excluded.items()))
    return Ties(graph, _ground(graph, relations, direction, why))


def _join(graph: Graph, subject: str, target: str, fact: Fact) -> None:
    if not graph.has_edge(subject, target):
        graph.add_edge(subject, target, facts=())
    tie = graph.edges[subject, target]
    tie["facts"] += (fact,)


def _ground(graph: Graph, relations: tuple[str, ...], direction: str, excluded: tuple[Excluded, ...]) -> Ground:
    return Ground(
        relations=relations,
        direction=direction,
        nodes=graph.number_of_nodes(),
        ties=graph.number_of_edges(),
        excluded=excluded,
    )
