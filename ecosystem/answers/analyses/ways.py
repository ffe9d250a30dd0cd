"""Analyses of the ways up: who is the only one for others, and how many layers they lead through."""

from collections.abc import Iterator

import networkx as nx

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import NOT_DEFINED, named, names
from ecosystem.answers.analyses.upward import END_OF_RECORD, LINES_UPWARD, NOT_REPORTING
from ecosystem.measures import OnlyWay, Upward, only_ways, reporting_lines, upward
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, kind_of, listed, word_for, words_for

NO_LINES = "no line of reporting between bodies is recorded"
ALL_LOOP = "every recorded line of reporting leads into a loop"
_LCP = "LocalCarePartnership"


def _only_ways(view: View) -> Told:
    ties = reporting_lines(view)
    found, ways = upward(ties.graph), only_ways(ties.graph)
    return Told(
        sentence=_who_is_the_only_way(view, found, ways),
        columns=("body", "only_way_up_for", "bodies"),
        rows=tuple((view.name_of(way.id), len(way.below), names(view, way.below)) for way in ways),
        ground=ties.ground,
        cautions=(*_without_a_way(view, ties.graph, found), NOT_REPORTING),
    )


def _who_is_the_only_way(view: View, found: Upward, ways: tuple[OnlyWay, ...]) -> str:
    others = len(found.reached) - 1
    if others < 0:
        return f"Whether any body is the only way up is {NOT_DEFINED}: {_why_not(found)}."
    having = f"{counted(others, 'other body', 'other bodies')} with a recorded line upward"
    if not ways:
        bodies = counted(others + 1, "body has", "bodies have")
        return f"No body is the only way up for another; {bodies} a recorded line upward."
    most = [way for way in ways if len(way.below) == len(ways[0].below)]
    if len(most) > 1:
        who = capitalised(named(view, [way.id for way in most]))
        return f"{who} are each the only way up for {len(most[0].below):,} of {having}."
    below = most[0].below
    have = "none has a" if len(below) == others else f"{len(below):,} {'has' if len(below) == 1 else 'have'} no"
    return f"Of {having}, {have} way up but through {named(view, [most[0].id])}: {named(view, below)}."


def _why_not(found: Upward) -> str:
    return ALL_LOOP if found.looping else NO_LINES


def _without_a_way(view: View, graph: "nx.DiGraph[str]", found: Upward) -> Iterator[str]:
    lost = sorted(found.looping - found.reached.keys())
    if lost:
        yield f"No way up to any end, for the lines lead round in a loop: {named(view, lost)}."
    if found.tops and (without := len(graph) - len(found.reached) - len(found.tops) - len(lost)):
        bodies = counted(without, "body", "bodies")
        yield f"No way up: {bodies} without a recorded line; lines-upward lists the boards and partnerships among them."


def _layers(view: View) -> Told:
    ties = reporting_lines(view)
    found = upward(ties.graph)
    return Told(
        sentence=_how_many_layers(view, found),
        columns=("body", "kind", "leads_to", "fewest_steps", "most_steps"),
        rows=tuple(_layer_rows(view, found)),
        ground=ties.ground,
        cautions=(*((END_OF_RECORD,) if found.tops else ()), *_undefined(view, found), NOT_REPORTING),
        about=("body",),
    )


def _layer_rows(view: View, found: Upward) -> Iterator[Cells]:
    for body in sorted(found.reached, key=lambda body: (-found.most.get(body, 0), view.name_of(body), body)):
        entity = view.snapshot.entities[body]
        leads_to = names(view, sorted(found.reached[body]))
        most = found.most.get(body, NOT_DEFINED)
        yield entity.name, kind_of(entity, view.snapshot.dataset), leads_to, found.fewest[body], most


def _how_many_layers(view: View, found: Upward) -> str:
    if not found.longest:
        return f"How many layers lie between neighbourhood and city is {NOT_DEFINED}: {_why_not(found)}."
    return f"{_from_neighbourhoods(view, found)}; {_longest(view, found.longest)}."


def _longest(view: View, line: tuple[str, ...]) -> str:
    first, *between, last = (named(view, [body]) for body in line)
    through = f" through {listed(between)}" if between else ""
    return f"a longest line of reporting, of {counted(len(line) - 1, 'step')}, leads from {first}{through} to {last}"


def _from_neighbourhoods(view: View, found: Upward) -> str:
    dataset = view.snapshot.dataset
    having = [body for body in found.most if view.label_of(body) == _LCP]
    if not having:
        return f"No {word_for(_LCP, dataset)} has a recorded line upward whose steps can be counted"
    fewest, most = min(found.fewest[body] for body in having), max(found.most[body] for body in having)
    steps = counted(most, "step") if fewest == most else f"{fewest:,} to {counted(most, 'step')}"
    who = f"{len(having):,} {word_for(_LCP, dataset) if len(having) == 1 else words_for(_LCP, dataset)}"
    return f"From {who} up to where their lines end it is {steps} of reporting"


def _undefined(view: View, found: Upward) -> Iterator[str]:
    if found.looping:
        bodies = counted(len(found.looping), "body", "bodies")
        into = f"whose lines lead into a loop: {named(view, sorted(found.looping))}"
        yield f"Most steps are {NOT_DEFINED} for {bodies} {into}."


UPWARD = (
    LINES_UPWARD,
    Analysis(
        "only-way-up",
        "Is any body the only way up?",
        "Measured: bodies that every line of others leads through on its way to where it ends (dominators), those "
        "where lines end aside.",
        of_sources(_only_ways),
    ),
    Analysis(
        "layers",
        "How many layers are there between neighbourhood and city?",
        "Measured: steps of reporting from a body to one where lines end, on the shortest line to any and on the "
        "longest.",
        of_sources(_layers),
    ),
)
