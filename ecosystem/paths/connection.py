"""How two things are formally connected: the shortest chain of facts between them, whichever way each fact is said.

Which facts join, and why:

- A chain runs through those who act and what they act by: bodies, posts, people, strategies and programmes; also
  through a constituency that sits somewhere or is represented, though who speaks for it need not be the same each time.
- A population, place, service, priority or concept joins nobody to anybody: to serve the same people, stand in the same
  place or name the same aim is no connection. Nor is it to be counted in the same constituency or collection.
- To be listed on the same page is none either, and to have been at the same meeting is no standing tie.
- What a fact says of the very two that are asked about is told whatever it is, a listing aside.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="council", label="Organisation", name="Council", evidence_date="2018"),
...     Entity(id="trust", label="Organisation", name="Trust", evidence_date="2018"),
...     Fact(id="1", subject="council", relation="MEMBER_OF", object="board", evidence_date="2018"),
...     Fact(id="2", subject="trust", relation="MEMBER_OF", object="board", evidence_date="2018"),
... ]
>>> connection(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None), "trust", "council").nodes
('trust', 'board', 'council')
"""

from collections.abc import Iterable

import networkx as nx

from ecosystem.model import BASES, BODIES, LISTING, RELATIONS, SEAT, Fact, basis_of, ends_of
from ecosystem.network import RUNGS, is_collection, is_past
from ecosystem.paths.routes import Graph, Route, shortest
from ecosystem.snapshot import View

NO_STANDING_TIE = frozenset({"ATTENDED"})

_BY_SPEAKERS = frozenset({SEAT, "REPRESENTS"})
_ACTING = BODIES | {"Post", "Person", "Strategy", "Programme"}
_PLAINEST_FIRST = (*RUNGS, *(name for name in RELATIONS if name not in RUNGS))


def connection(view: View, one: str, other: str) -> Route | None:
    """Return the shortest connection of two nodes; None where there is none. It is the same asked either way, and takes
    what is past only where nothing else connects them."""
    first, last = sorted((one, other))
    standing = [fact for fact in view.facts if not is_past(view, fact)]
    route = _shortest(view, standing, first, last) or _shortest(view, view.facts, first, last)
    return route.reversed() if route and first != one else route


def _shortest(view: View, facts: Iterable[Fact], first: str, last: str) -> Route | None:
    return shortest(_joining(view, facts, frozenset((first, last))), first, last, lambda fact: _cost(view, fact))


def _joining(view: View, facts: Iterable[Fact], asked: frozenset[str]) -> Graph:
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    acting, speaking = asked | _between(view, _ACTING), asked | _between(view, _ACTING | {"Constituency"})
    for fact in facts:
        ends = speaking if fact.relation in _BY_SPEAKERS else asked if fact.relation in NO_STANDING_TIE else acting
        if fact.subject in ends and fact.object in ends and fact.relation != LISTING:
            graph.add_edge(fact.subject, fact.object, key=fact.id, fact=fact)
    return graph


def _between(view: View, labels: frozenset[str]) -> frozenset[str]:
    """Return the ids of what may stand between two others, of these kinds."""
    entities = view.snapshot.entities.values()
    return frozenset(one.id for one in entities if one.label in labels and not is_collection(one))


def _cost(view: View, fact: Fact) -> tuple[int, ...]:
    """Return what tells equally short routes apart: who acts, what is stated, what is plain, what was seen last."""
    of_constituency = "Constituency" in map(view.label_of, ends_of(fact))
    age = -view.snapshot.span(fact).last_seen.toordinal()
    return int(of_constituency), BASES.index(basis_of(fact)), _PLAINEST_FIRST.index(fact.relation), age
