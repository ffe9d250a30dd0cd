"""Which groupings the ties make: communities, after Louvain, found over and over, and how alike they are to sectors.

The method starts from a random order, so that one run says little. It is run 50 times, each from its own number, and
less often where there are so many ties that this would take long; the grouping kept is that of the greatest modularity,
and each of its groups says in how many runs the very same came out. Bodies without a tie are in none.
"""

import random
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import networkx as nx

from ecosystem.measures.brokers import sector_of
from ecosystem.measures.ground import Ground
from ecosystem.measures.samples import SEED, Advance
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View

RUNS, FEWEST_RUNS = 50, 2
TIES = 100_000
"""How many ties are looked through unasked, in all runs together."""

TOO_MANY = 50_000
"""Ties from which on even two runs take minutes, and are made only if asked for."""

DEALS = 50
"""How often sectors are dealt out at random, to tell what likeness comes by chance."""

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
    """The groups, the largest first; in how many of all runs all of them came out so; bodies without a tie; the ground.

    There are no runs where there is no tie, or where there are `TOO_MANY`. `modularity` is the share of ties within
    groups less what it would be by chance, from -1/2 to 1; None where there is no group.

    `likeness` to the sectors is the normalised mutual information, from 0 (nothing in common) to 1 (the same), over the
    `classified` bodies of a group; None where either makes no difference between them. `by_chance` is what it would be
    on average were the same sectors dealt out at random: small groups are somewhat like anything.
    """

    groups: tuple[Group, ...]
    runs: int
    of_runs: int
    modularity: float | None
    likeness: float | None
    by_chance: float | None
    classified: int
    ungrouped: tuple[str, ...]
    ground: Ground


def groupings(view: View, *, full: bool = False, advance: Advance = lambda _done, _total: None) -> Groupings:
    """Return which groups the formal ties make, ties of several facts being stronger.

    Of many ties there are fewer runs, unless `full`; `advance` is told how many are done, of how many.
    """
    found = formal_ties(view)
    joined = [body for body, ties in found.graph.degree if ties]
    weighted = _weighted(found.graph, joined)
    number = RUNS if full else _runs_worth(found.ground.ties)
    runs = list(_runs(weighted, joined, number, advance)) if joined else []
    best = max(runs, key=lambda one: _merit(weighted, joined, runs, one), default=frozenset())
    sectors = {body: sector for body in joined if (sector := sector_of(view, body))}
    labels = _labels(best, sectors)
    return Groupings(
        groups=_groups(best, runs, sectors, dict(found.graph.degree)),
        runs=runs.count(best),
        of_runs=len(runs),
        modularity=_modularity(weighted, joined, best) if best else None,
        likeness=likeness(*labels),
        by_chance=by_chance(*labels),
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


def by_chance(one: Sequence[Hashable], other: Sequence[Hashable]) -> float | None:
    """Return the mean likeness of two labellings of which the other is dealt out at random, None as for `likeness`.

    >>> by_chance("aabb", "xxxx"), 0 < by_chance("aabbcc", "xxyyzz") < 1
    (None, True)
    """
    shuffled, dealt = random.Random(SEED), list(other)  # noqa: S311 - a sample, no secret
    found = []
    for _ in range(DEALS):
        shuffled.shuffle(dealt)
        found.append(likeness(one, dealt))
    known = [value for value in found if value is not None]
    return sum(known) / len(known) if known else None


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


def _runs_worth(ties: int) -> int:
    """Return how many runs are made unasked, of so many ties."""
    return 0 if ties >= TOO_MANY else max(FEWEST_RUNS, min(RUNS, TIES // max(ties, 1)))


def _runs(weighted: "nx.Graph[int]", joined: list[str], number: int, advance: Advance) -> Iterator[Partition]:
    for seed in range(number):
        yield _partition(weighted, joined, seed)
        advance(seed + 1, number)


def _partition(weighted: "nx.Graph[int]", joined: list[str], seed: int) -> Partition:
    found = nx.community.louvain_communities(weighted, seed=seed)
    return frozenset(frozenset(joined[number] for number in group) for group in found)


def _merit(weighted: "nx.Graph[int]", joined: list[str], runs: list[Partition], one: Partition) -> tuple[object, ...]:
    """Return what tells partitions apart: modularity, then how often they came out, then their bodies."""
    return round(_modularity(weighted, joined, one), 9), runs.count(one), sorted(map(sorted, one))


def _modularity(weighted: "nx.Graph[int]", joined: list[str], one: Partition) -> float:
    number = {body: place for place, body in enumerate(joined)}
    return float(nx.community.modularity(weighted, [{number[body] for body in group} for group in one]))


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


def _labels(best: Partition, sectors: Mapping[str, str]) -> tuple[list[int], list[str]]:
    """Return of every body of a sector the number of its group, and its sector."""
    groups = enumerate(sorted(map(sorted, best)))
    pairs = [(place, sectors[body]) for place, group in groups for body in group if body in sectors]
    return [place for place, _ in pairs], [sector for _, sector in pairs]
