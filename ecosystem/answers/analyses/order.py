"""Analyses of whether lines are in order: loops, several above one body, and oversight beside reporting."""

from collections.abc import Iterator

import networkx as nx

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import named, names
from ecosystem.measures import (
    Counterpart,
    How,
    counterparts,
    loops,
    oversight_lines,
    reporting_lines,
    several_above,
    together,
)
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed, number_in_words

DELIBERATE = "To answer to several is often meant, and no fault."
WORDS = "Who oversees is above, who reports is below: one line that is said from both ends counts once."
BOTH = "reporting upward and oversight downward, each by itself"
_WAYS = ("reporting", "oversight")
_LOOP, _SEVERAL = "a loop", "several above it"


def _order(view: View) -> Told:
    reporting, oversight = reporting_lines(view), oversight_lines(view)
    graphs = dict(zip(_WAYS, (reporting.graph, nx.DiGraph(oversight.graph.reverse())), strict=True))
    return Told(
        sentence=_how_in_order(view, graphs),
        columns=("by", "found", "body", "which"),
        rows=tuple(row for way, graph in graphs.items() for row in _order_rows(view, way, graph)),
        ground=together(reporting.ground, oversight.ground, direction=BOTH),
        cautions=(DELIBERATE,),
    )


def _order_rows(view: View, way: str, graph: "nx.DiGraph[str]") -> Iterator[Cells]:
    for loop in loops(graph):
        yield way, _LOOP, view.name_of(loop.members[0]), names(view, loop.round)
    for each in several_above(graph):
        yield way, _SEVERAL, view.name_of(each.id), names(view, each.above)


def _how_in_order(view: View, graphs: "dict[str, nx.DiGraph[str]]") -> str:
    if not any(graph.number_of_edges() for graph in graphs.values()):
        return "No line of reporting or oversight between bodies is recorded that could lead round in a loop."
    return f"{_loops_in_words(view, graphs)}; {_several_in_words(view, graphs)}."


def _loops_in_words(view: View, graphs: "dict[str, nx.DiGraph[str]]") -> str:
    found = [(way, loop) for way, graph in graphs.items() for loop in loops(graph)]
    if not found:
        return "No line of reporting or oversight leads round in a loop"
    rounds = (f"among {named(view, loop.members)} by {way}" for way, loop in found[:2])
    number = counted(len(found), "loop is", "loops are")
    return f"{number} recorded{', the first two' if len(found) > 2 else ''}: {listed(rounds)}"


def _several_in_words(view: View, graphs: "dict[str, nx.DiGraph[str]]") -> str:
    found = [(way, each) for way, graph in graphs.items() for each in several_above(graph)]
    if not found:
        return "no body has more than one directly above it"
    way, most = max(found, key=lambda one: len(one[1].above))
    bodies = len({each.id for _, each in found})
    number = f"{number_in_words(bodies)} {'body has' if bodies == 1 else 'bodies have'} more than one directly above"
    which = "" if bodies == 1 else "most of them "
    return f"{number}: {which}{named(view, [most.id])}, by {way} {named(view, most.above)}"


def _oversight(view: View) -> Told:
    reporting, oversight = reporting_lines(view), oversight_lines(view)
    found = counterparts(reporting.graph, oversight.graph)
    return Told(
        sentence=_how_they_agree(view, found),
        columns=("above", "how", "below"),
        rows=tuple((view.name_of(pair.above), pair.how.value, view.name_of(pair.below)) for pair in found),
        ground=together(reporting.ground, oversight.ground, direction="from the body above to the body below"),
        cautions=(WORDS,),
    )


def _how_they_agree(view: View, found: tuple[Counterpart, ...]) -> str:
    overseeing = [pair for pair in found if pair.how is not How.REPORTING]
    crossed = [pair for pair in found if pair.how is How.CROSSED]
    if not overseeing:
        return "No body is recorded as overseeing another, so nobody oversees what they also report to."
    if crossed:
        pairs = (named(view, (pair.above, pair.below)) for pair in crossed[:3])
        first = f"In {counted(len(crossed), 'pair')} one oversees a body that it also reports to: {'; '.join(pairs)}"
    else:
        first = "Nobody is recorded as overseeing a body that they also report to"
    back = sum(pair.how is How.BOTH for pair in overseeing)
    matched = "is matched" if back < 2 else "are matched"
    of_all = counted(len(overseeing), "recorded line of oversight", "recorded lines of oversight")
    return f"{first}; of {of_all} between bodies, {number_in_words(back)} {matched} by reporting."


ORDER = (
    Analysis(
        "loops",
        "Are there loops, or bodies with several above them?",
        "Measured, of reporting and of oversight by itself: bodies each of which is, step by step, above all the "
        "others (a loop, with its shortest way round), and bodies with more than one directly above them.",
        of_sources(_order),
    ),
    Analysis(
        "oversight-and-reporting",
        "Who oversees what they also report to?",
        "Measured: pairs of bodies of which one oversees, directs or regulates the other, and whether that one reports "
        "to it, or it to that one.",
        of_sources(_oversight),
    ),
)
