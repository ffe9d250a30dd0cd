"""Twins of the queries that follow lines from body to body."""

from collections.abc import Iterable, Iterator
from itertools import chain

import networkx as nx

from ecosystem.answers.twins.reading import Values, asked, evidence_of
from ecosystem.model import BASES, Fact, basis_of
from ecosystem.network import DIRECTION, REPORTING, graph
from ecosystem.results import Cells
from ecosystem.snapshot import View, grouped
from ecosystem.wording import NOT_STATED

LONGEST_CHAIN = 4

Step = tuple[str, Fact]
"""The node that a step leads to, and the fact it follows."""


def reach_of_direction(view: View, values: Values) -> Iterator[Cells]:
    """Yield chains of oversight, up to four steps, each fact once in a chain."""
    network = graph(view, DIRECTION)
    for start in network:
        if asked(values, "subject", start):
            for steps in _chains(network, start):
                names = _names(view, start, steps)
                yield names[0], names[-1], len(steps), names


def what_belongs_to_what(view: View, values: Values) -> Iterator[Cells]:
    """Yield chains of parts and wholes, up to four steps, with the weakest basis of each."""
    network = graph(view, "PART_OF")
    for part in network:
        for steps in _chains(network, part):
            if asked(values, "whole", steps[-1][0]):
                names = _names(view, part, steps)
                yield names[-1], names[0], view.label_of(part), len(steps), names, _weakest(steps)


def ways_upward(view: View, values: Values) -> Iterator[Cells]:
    """Yield the ways upward by reporting and oversight, none through one body twice."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(graph(view, REPORTING))
    network.update(graph(view, DIRECTION).reverse())
    for start in network:
        if asked(values, "below", start):
            for steps in _chains(network, start):
                if start not in (way := [node for node, _ in steps]) and len(set(way)) == len(way):
                    names = _names(view, start, steps)
                    by = tuple(fact.relation for _, fact in steps)
                    yield names[0], names[-1], len(steps), names, by, _weakest(steps)


def several_lines_upward(view: View, _: Values) -> Iterator[Cells]:
    """Yield the lines from two or more bodies above the same thing."""
    upward = ((line.subject, (line.object, line)) for line in view.facts_of(REPORTING))
    directing = ((line.object, (line.subject, line)) for line in view.facts_of(DIRECTION))
    for below, lines in grouped(chain(upward, directing)).items():
        if len({above for above, _ in lines}) >= 2:
            for above, line in lines:
                names = (view.name_of(below), view.label_of(below), view.name_of(above), line.relation)
                yield (*names, line.role or NOT_STATED, *evidence_of(view, line))


def _chains(network: "nx.MultiDiGraph[str]", end: str, so_far: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Yield the chains that go on from an end, as long as they may be, each fact once in a chain."""
    if len(so_far) == LONGEST_CHAIN:
        return
    used = {fact for _, fact in so_far}
    for _, following, edge in network.out_edges(end, data=True):
        if edge["fact"] not in used:
            steps = (*so_far, (following, edge["fact"]))
            yield steps
            yield from _chains(network, following, steps)


def _names(view: View, start: str, steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(view.name_of(node) for node in (start, *(node for node, _ in steps)))


def _weakest(steps: Iterable[Step]) -> str:
    return max((basis_of(fact) for _, fact in steps), key=BASES.index)
