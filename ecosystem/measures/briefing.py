"""Whom to brief so that everybody hears of it: few bodies from which all that are joined to any are a step or two away.

The greedy cover takes the body that reaches most who are not reached yet, the first by id where several do, until all
are reached who have a tie. It is short, but a shorter list may exist. Bodies without a tie can only be told themselves.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from heapq import heapify, heapreplace

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.samples import Advance
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View

STEPS = (1, 2)

CHECKED = 20
"""How many bodies the check names at most: it takes as long for each as all ties together."""

Near = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Briefed:
    """A body to brief, how many it reaches who are not reached before, itself included, and how many are by then."""

    body: str
    reaches: int
    so_far: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """Whom to brief so that all who are joined to anybody are reached within one step, or two; and the ground.

    `voted` are as many bodies as the list of one step has, up to `CHECKED`, by the VoteRank of Zhang and others, as a
    check.
    """

    lists: Mapping[int, tuple[Briefed, ...]]
    unreached: tuple[str, ...]
    voted: tuple[str, ...]
    ground: Ground

    @property
    def reached(self) -> int:
        """How many bodies either list reaches: all that have a tie."""
        return self.ground.nodes - len(self.unreached)


def briefing(view: View, advance: Advance = lambda _done, _total: None) -> Briefing:
    """Return short lists of bodies from which all others with a formal tie are one step away, or two.

    `advance` is told how many bodies are reached, of how many, one list after the other.
    """
    found = formal_ties(view)
    near = {body: frozenset((body, *found.graph[body])) for body, ties in found.graph.degree if ties}
    done = 0

    def advanced(reached: int) -> None:
        advance(done + reached, len(STEPS) * len(near))

    lists = {}
    for steps in STEPS:
        lists[steps] = _cover(near, steps, advanced)
        done += len(near)
    voted = tuple(nx.voterank(found.graph, min(len(lists[1]), CHECKED))) if near else ()
    return Briefing(lists, tuple(body for body, ties in found.graph.degree if not ties), voted, found.ground)


def _cover(near: Near, steps: int, advance: Callable[[int], None]) -> tuple[Briefed, ...]:
    """Return the greedy cover; since nobody ever reaches more than before, only who comes first is looked at again."""
    left = set(near)
    most = [(-_at_most(near, body, steps), body) for body in near]
    heapify(most)
    chosen: list[Briefed] = []
    while left:
        known, body = most[0]
        new = _reach(near, body, steps) & left
        if len(new) == -known:
            left -= new
            chosen.append(Briefed(body, len(new), len(near) - len(left)))
            advance(chosen[-1].so_far)
        heapreplace(most, (-len(new & left), body))
    return tuple(chosen)


def _at_most(near: Near, body: str, steps: int) -> int:
    return len(near[body]) if steps == 1 else sum(len(near[other]) for other in near[body])


def _reach(near: Near, body: str, steps: int) -> frozenset[str]:
    return near[body] if steps == 1 else frozenset().union(*(near[other] for other in near[body]))
