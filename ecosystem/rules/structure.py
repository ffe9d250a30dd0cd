"""Rules of relationships among each other: no circles, one whole for a post, nothing said twice."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import networkx as nx

from ecosystem.dates import EARLIEST, LATEST, first_day, is_date, last_day
from ecosystem.model import RELATIONS, Fact
from ecosystem.problems import Problem
from ecosystem.rules.examination import Examination

WITHOUT_CIRCLES = ("PART_OF", "SUCCEEDED_BY")
STEPS_SHOWN = 5
"""Steps of a long circle that are named at either end."""


def structure(examined: Examination) -> Iterator[Problem]:
    """Find circles of parts or successors, posts with two wholes, and relationships said twice."""
    for relation in WITHOUT_CIRCLES:
        yield from _circles(examined, relation)
    yield from _wholes(examined)
    yield from _repeated(examined)


def _circles(examined: Examination, relation: str) -> Iterator[Problem]:
    network: nx.DiGraph[str] = nx.DiGraph()
    for fact in examined.snapshot.facts.values():
        if fact.relation == relation and fact.subject != fact.object:
            network.add_edge(fact.subject, fact.object, fact=fact)
    for tangle in nx.strongly_connected_components(network):
        if len(tangle) > 1:
            start = min(tangle)
            yield _circle(examined, network, [*nx.find_cycle(network.subgraph(tangle), start)])


def _circle(examined: Examination, network: "nx.DiGraph[str]", steps: list[tuple[str, str]]) -> Problem:
    facts = [network.edges[step]["fact"] for step in steps]
    first = min(facts, key=examined.reading_key)
    turn = facts.index(first)
    facts = facts[turn:] + facts[:turn]
    walk = " → ".join(_shortened([examined.called(fact.subject) for fact in (*facts, facts[0])])).replace("`", "")
    rows = ", ".join(_shortened([examined.pointer(fact) for fact in facts]))
    fix = "remove or turn round one of these rows"
    message = f"{first.relation} goes in a circle: {walk} ({rows})"
    return examined.problem(first, "B46", message, fix=fix, column="object")


def _shortened(words: list[str]) -> list[str]:
    left = len(words) - 2 * STEPS_SHOWN
    return words if left < 2 else [*words[:STEPS_SHOWN], f"… {left:,} more …", *words[-STEPS_SHOWN:]]


def _wholes(examined: Examination) -> Iterator[Problem]:
    wholes: dict[str, list[Fact]] = defaultdict(list)
    facts = (fact for fact in examined.snapshot.facts.values() if fact.relation == "PART_OF")
    for fact in sorted(facts, key=examined.reading_key):
        subject = examined.snapshot.entities.get(fact.subject)
        if subject is None or subject.label != "Post":
            continue
        for other in wholes[fact.subject]:
            if other.object != fact.object and _may_meet(other, fact):
                message = f"already part of {examined.called(other.object)} at {examined.pointer(other)}"
                fix = "a post has one whole at a time: end one of the two, or remove it"
                yield examined.problem(fact, "B47", message, fix=fix, column="object")
                break
        wholes[fact.subject].append(fact)


def _may_meet(one: Fact, other: Fact) -> bool:
    starts = [first_day(fact.start_date) if is_date(fact.start_date) else EARLIEST for fact in (one, other)]
    ends = [last_day(fact.end_date) if is_date(fact.end_date) else LATEST for fact in (one, other)]
    return max(starts) <= min(ends)


def _repeated(examined: Examination) -> Iterator[Problem]:
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in examined.snapshot.facts.values():
        groups[fact.subject, fact.relation, fact.object, fact.role].append(fact)
    for group in groups.values():
        if len(group) > 1:
            yield from _repeated_in(examined, sorted(group, key=examined.reading_key))


def _repeated_in(examined: Examination, group: list[Fact]) -> Iterator[Problem]:
    said: dict[tuple[str, str, str], Fact] = {}
    for fact in group:
        other = said.setdefault((fact.start_date, fact.end_date, fact.evidence_date), fact)
        if other is not fact:
            message = f"same subject, relation, object, role and dates as {examined.pointer(other)}"
            fix = "keep one row and give it both citations"
            yield examined.problem(fact, "B48", message, fix=fix)
    relation = RELATIONS.get(group[0].relation)
    if relation is not None and not relation.happening:
        yield from _overlapping(examined, list(said.values()))


def _overlapping(examined: Examination, group: list[Fact]) -> Iterator[Problem]:
    periods = sorted(
        ((period, fact) for fact in group if (period := _for_sure(fact))),
        key=lambda pair: (pair[0], examined.reading_key(pair[1])),
    )
    reach: tuple[date, Fact] | None = None
    for (start, end), fact in periods:
        if reach is not None and start <= reach[0]:
            later, earlier = sorted((fact, reach[1]), key=examined.reading_key, reverse=True)
            dates = "" if examined.is_personal(earlier) else f" ({earlier.start_date}…{earlier.end_date})"
            message = f"overlaps {examined.pointer(earlier)}{dates}"
            fix = "end the earlier period before the later one starts, or join them into one row"
            yield examined.problem(later, "B53", message, fix=fix, column="start_date")
        if reach is None or end > reach[0]:
            reach = (end, fact)


def _for_sure(fact: Fact) -> tuple[date, date] | None:
    """Return the days a fact covers by its written dates however they are read; None where none are written."""
    start, end = fact.start_date, fact.end_date
    if not is_date(start):
        return (first_day(end), first_day(end)) if is_date(end) else None
    until = first_day(end) if is_date(end) else LATEST
    return (last_day(start), until) if last_day(start) <= until else None
