"""Whom to brief so that everybody hears of it: few bodies from which all that are joined to any are a step or two away.

The greedy cover takes the body that reaches most who are not reached yet, the first by id where several do, until all
are reached who have a tie. It is short, but a shorter list may exist. Bodies without a tie can only be told themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View

STEPS = (1, 2)


@dataclass(frozen=True, slots=True)
class Briefed:
    """A body to brief, how many it reaches who are not reached before, itself included, and how many are by then."""

    body: str
    reaches: int
    so_far: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """Whom to brief so that all who are joined to anybody are reached within one step, or two; and the ground.

    `voted` are as many bodies as the list of one step has, by the VoteRank of Zhang and others, as a check.
    """

    lists: Mapping[int, tuple[Briefed, ...]]
    unreached: tuple[str, ...]
    voted: tuple[str, ...]
    ground: Ground

    @property
    def reached(self) -> int:
        """How many bodies either list reaches: all that have a tie."""
        return self.ground.nodes - len(self.unreached)


def briefing(view: View) -> Briefing:
    """Return short lists of bodies from which all others with a formal tie are one step away, or two."""
    found = formal_ties(view)
    joined = [body for body, ties in found.graph.degree if ties]
    lists = {steps: _cover(found.graph, joined, steps) for steps in STEPS}
    voted = tuple(nx.voterank(found.graph, len(lists[1]))) if joined else ()
    return Briefing(lists, tuple(body for body, ties in found.graph.degree if not ties), voted, found.ground)


def _cover(graph: "nx.Graph[str]", joined: list[str], steps: int) -> tuple[Briefed, ...]:
    left = {body: set(nx.single_source_shortest_path_length(graph, body, cutoff=steps)) for body in joined}
    chosen: list[Briefed] = []
    so_far = 0
    while so_far < len(joined):
        best = min(left, key=lambda body: (-len(left[body]), body))
        new = frozenset(left[best])
        so_far += len(new)
        chosen.append(Briefed(best, len(new), so_far))
        for reach in left.values():
            reach.difference_update(new)
    return tuple(chosen)
