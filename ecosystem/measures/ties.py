"""The formal ties between bodies, as simple graphs: who reports to whom, who oversees whom, who is joined to whom.

Posts, people and teams count as the body they belong to. Parallel facts are one tie; one within a body is none. What
is only a name for several tables joins nobody to anybody, and neither does what sources look back on.

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

from ecosystem.measures.ground import OF_BODIES, Excluded, Ground
from ecosystem.model import BODIES, Fact
from ecosystem.network import DIRECTION, REPORTING, is_collection, is_past, owner_of
from ecosystem.snapshot import View

Graph = TypeVar("Graph", "nx.Graph[str]", "nx.DiGraph[str]")

FORMAL = ("MEMBER_OF", REPORTING, DIRECTION, "PART_OF", "DELIVERS", "SUPPORTS", "PARTNERS_WITH")
"""The relations that join one body to another formally and last."""

NO_BODY = "join something that is no body"
WITHIN = "lie within one body"
COLLECTED = "join what is only a name for several tables"
PAST = "are past: sources look back on them"
ONLY_A_NAME = "are only a name for several tables"


@dataclass(frozen=True, slots=True)
class Ties(Generic[Graph]):
    """A simple graph of bodies by id, whose ties carry the `facts` they stand for, and the ground it rests on."""

    graph: Graph
    ground: Ground


def reporting_lines(view: View) -> "Ties[nx.DiGraph[str]]":
    """Return who reports to whom: each line from the body that reports to the one it reports to."""
    return _directed(view, "upward, from who reports to whom they report to", REPORTING)


def oversight_lines(view: View) -> "Ties[nx.DiGraph[str]]":
    """Return who oversees, directs or regulates whom: each line from the body above to the body below."""
    return _directed(view, "downward, from who oversees to whom they oversee", DIRECTION)


def formal_ties(view: View, *relations: str) -> "Ties[nx.Graph[str]]":
    """Return which bodies are formally joined, by any of these relations (by default all of `FORMAL`), either way."""
    kinds = relations or FORMAL
    return view.keep((formal_ties, kinds), lambda: _ties(view, nx.Graph(), "either way", *kinds))


def _directed(view: View, direction: str, relation: str) -> "Ties[nx.DiGraph[str]]":
    return view.keep(("lines", relation), lambda: _ties(view, nx.DiGraph(), direction, relation))


def _ties(view: View, graph: Graph, direction: str, *relations: str) -> Ties[Graph]:
    whose = _Owners(view)
    graph.add_nodes_from(sorted(body for body in whose.bodies if whose.owners[body] == body))
    excluded: Counter[str] = Counter()
    for fact in view.facts_of(*relations):
        ends = (whose.owners.get(fact.subject, ""), whose.owners.get(fact.object, ""))
        if why := whose.why_none(fact, ends):
            excluded[why] += 1
        else:
            _join(graph, *ends, fact)
    left = [Excluded(number, why) for why, number in sorted(excluded.items())]
    if whose.collections:
        left.append(Excluded(len(whose.collections), ONLY_A_NAME, OF_BODIES))
    return Ties(nx.freeze(graph), _ground(graph, relations, direction, tuple(left)))


class _Owners:
    """Whom everything alive counts as, and which of these are bodies of their own."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.collections = frozenset(entity.id for entity in view.entities if is_collection(entity))
        self.owners = {entity.id: self._owner(entity.id) for entity in view.entities}
        self.bodies = frozenset(entity.id for entity in view.entities if entity.label in BODIES) - self.collections

    def _owner(self, node_id: str) -> str:
        owner = owner_of(self._view, node_id)
        return node_id if owner in self.collections else owner

    def why_none(self, fact: Fact, ends: tuple[str, str]) -> str:
        """Return why a fact between these two is no tie of two bodies; empty where it is one."""
        if not self.collections.isdisjoint(ends):
            return COLLECTED
        if not self.bodies.issuperset(ends):
            return NO_BODY
        if ends[0] == ends[1]:
            return WITHIN
        return PAST if is_past(self._view, fact) else ""


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
