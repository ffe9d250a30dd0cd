"""Which groupings the ties make: communities, after Louvain, found over and over, and how alike they are to sectors.

The method starts from a random order, so that one run says little. It is run 50 times, each from its own number; the
grouping kept is that of the greatest modularity, and each of its groups says in how many runs the very same came out.
Bodies without a tie are in none.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import networkx as nx

from ecosystem.measures.betweenness import Advance
from ecosystem.measures.brokers import sector_of
from ecosystem.measures.ground import Ground
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View

RUNS = 50

Partition = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Group:
    """The bodies of a group, those with most ties first; how many are of each sector; in how many runs it came out so.

    Under an empty sector stand those without.
    """

    bodies: tuple[str, ...]
    sectors: Mapping[str, int]
    runs: int


@dataclass(frozen=True, slots=True)
class Groupings:
    """The groups, the largest first; in how many runs all of them came out so; bodies without a tie; the ground.

    `likeness` to the sectors is the normalised mutual information, from 0 (nothing in common) to 1 (the same), over the
    `classified` bodies of a group; None where either makes no difference between them.
    """

    groups: tuple[Group, ...]
    runs: int
    likeness: float | None
    classified: int
    ungrouped: tuple[str, ...]
    ground: Ground


def groupings(view: View, advance: Advance = lambda _done, _total: None) -> Groupings:
    """Return which groups the formal ties make, ties of several facts being stronger; `advance` is told of each run."""
    found = formal_ties(view)
    joined = [body for body, ties in found.graph.degree if ties]
    weighted = _weighted(found.graph, joined)
    runs = list(_runs(weighted, joined, advance)) if joined else []
    best = max(runs, key=lambda one: _merit(weighted, joined, runs, one), default=frozenset())
    sectors = {body: sector for body in joined if (sector := sector_of(view, body))}
    return Groupings(
        groups=_groups(best, runs, sectors, dict(found.graph.degree)),
        runs=runs.count(best),
        likeness=_likeness_to_sectors(best, sectors),
        classified=len(sectors),
        ungrouped=tuple(body for body, ties in found.graph.degree if not ties),
        ground=found.ground,
    )


def likeness(one: Sequence[Hashable], other: Sequence[Hashable]) -> float | None:
    """Return the normalised mutual information of two labellings of the same things, None where either has one label.

    >>> likeness("aabb", "xxyy"), likeness("aabb", "xyxy"), likeness("aaaa", "xyxy")
    (1.0, 0.0, None)
    """
    first, second, both = (_entropy(labels) for labels in (one, other, list(zip(one, other, strict=True))))
    if not first or not second:
        return None
    return round(2 * (first + second - both) / (first + second), 9) + 0.0


def _entropy(labels: Sequence[Hashable]) -> float:
    shares = (number / len(labels) for number in Counter(labels).values())
    return sum(-share * log(share) for share in shares if share < 1)


def _weighted(graph: "nx.Graph[str]", joined: list[str]) -> "nx.Graph[int]":
    """Return the ties as a graph of numbers, which a set keeps in the same order in every process."""
    number = {body: place for place, body in enumerate(joined)}
    weighted: nx.Graph[int] = nx.Graph()
    weighted.add_nodes_from(number.values())
    for first, second in graph.edges:
        weighted.add_edge(number[first], number[second], weight=len(graph.edges[first, second]["facts"]))
    return weighted


def _runs(weighted: "nx.Graph[int]", joined: list[str], advance: Advance) -> Iterator[Partition]:
    for seed in range(RUNS):
        yield _partition(weighted, joined, seed)
        advance(seed + 1, RUNS)


def _partition(weighted: "nx.Graph[int]", joined: list[str], seed: int) -> Partition:
    found = nx.community.louvain_communities(weighted, seed=seed)
    return frozenset(frozenset(joined[number] for number in group) for group in found)


def _merit(weighted: "nx.Graph[int]", joined: list[str], runs: list[Partition], one: Partition) -> tuple[object, ...]:
    """Return what tells partitions apart: modularity, then how often they came out, then their bodies."""
    number = {body: place for place, body in enumerate(joined)}
    groups = [{number[body] for body in group} for group in one]
    return round(nx.community.modularity(weighted, groups), 9), runs.count(one), sorted(map(sorted, one))


def _groups(
    best: Partition, runs: list[Partition], sectors: Mapping[str, str], ties: Mapping[str, int]
) -> tuple[Group, ...]:
    ordered = sorted(map(sorted, best), key=lambda group: (-len(group), group))
    return tuple(
        Group(
            bodies=tuple(sorted(group, key=lambda body: (-ties[body], body))),
            sectors=Counter(sectors.get(body, "") for body in group),
            runs=sum(frozenset(group) in run for run in runs),
        )
        for group in ordered
    )


def _likeness_to_sectors(best: Partition, sectors: Mapping[str, str]) -> float | None:
    pairs = [(place, sectors[body]) for place, group in enumerate(best) for body in group if body in sectors]
    return likeness([place for place, _ in pairs], [sector for _, sector in pairs])
