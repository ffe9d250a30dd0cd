"""Lines upward: from a body, post, strategy or programme to what is formally above it, rung by rung.

Every rung is stated of its own two ends only; that the whole line is one of authority, nobody states.

>>> from ecosystem.model import Dataset, Entity, Fact
>>> from ecosystem.snapshot import Snapshot
>>> boards = [Entity(id=one, label="Board", name=one, evidence_date="2018") for one in ("panel", "group", "board")]
>>> lines = [
...     Fact(id="1", subject="panel", relation="REPORTS_TO", object="group", evidence_date="2018", basis="stated"),
...     Fact(id="2", subject="board", relation="OVERSEES", object="group", evidence_date="2018", basis="stated"),
... ]
>>> view = Snapshot.of([*boards, *lines], Dataset(id="x", title="X", as_of="2018")).on(None)
>>> up, down = lines_upward(view, "panel", "board")
>>> up.nodes, down
(('panel', 'group', 'board'), None)
"""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from ecosystem.model import BASES, Fact, basis_of, other_end
from ecosystem.network import RUNGS, rung_of, rungs_above
from ecosystem.paths.routes import Graph, Route, Step, shortest
from ecosystem.snapshot import View, grouped


@dataclass(frozen=True, slots=True)
class Reach:
    """What is above a node: the rungs by their distance from it, each leading to something not reached before."""

    layers: tuple[tuple[Step, ...], ...]

    @property
    def furthest(self) -> tuple[str, ...]:
        """The ids of what is most steps above; none where nothing is above."""
        return tuple(dict.fromkeys(step.end for step in self.layers[-1])) if self.layers else ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of the steps that lead to the furthest; those of steps that end before are left out."""
        wanted = set(self.furthest)
        found: list[Fact] = []
        for layer in reversed(self.layers):
            steps = [step for step in layer if step.end in wanted]
            wanted = {step.start for step in steps}
            found.extend(fact for step in steps for fact in step.facts)
        return tuple(found)


def lines_upward(view: View, one: str, other: str) -> tuple[Route | None, Route | None]:
    """Return the shortest line from one node upward to another, and that from the other upward to the one."""
    graph = _upward_graph(view)
    return shortest(graph, one, other, _cost), shortest(graph, other, one, _cost)


def reach_upward(view: View, node_id: str) -> Reach:
    """Return everything above a node."""
    return Reach(tuple(_layers(view, node_id)))


def _layers(view: View, node_id: str) -> Iterator[tuple[Step, ...]]:
    reached, layer = {node_id}, [node_id]
    while layer:
        steps = tuple(step for node in layer for step in _above(view, node) if step.end not in reached)
        layer = list(dict.fromkeys(step.end for step in steps))
        reached.update(layer)
        if steps:
            yield steps


def _above(view: View, node_id: str) -> Iterator[Step]:
    rungs = grouped((other_end(fact, node_id), fact) for fact in rungs_above(view, node_id))
    return (Step(node_id, upper, facts) for upper, facts in rungs.items())


def _upward_graph(view: View) -> Graph:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for fact in view.facts_of(*RUNGS):
        if rung := rung_of(view, fact):
            graph.add_edge(rung.lower, rung.upper, key=fact.id, fact=fact)
    return graph


def _cost(fact: Fact) -> tuple[int, int]:
    return BASES.index(basis_of(fact)), RUNGS.index(fact.relation)
