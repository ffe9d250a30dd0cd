"""Lines between bodies that do not fit together: round in a loop, to several, crossed, or inferred otherwise."""

from collections import defaultdict
from collections.abc import Iterator

import networkx as nx

from ecosystem.evidence import Gap, bases_but_stated, told
from ecosystem.measures import How, Loop, Ties, counterparts, loops, oversight_lines, reporting_lines
from ecosystem.model import Entity, Fact, basis_of
from ecosystem.network import DIRECTION, REPORTING, Rung, is_past, rung_of
from ecosystem.snapshot import View, grouped
from ecosystem.wording import facts_in_words, listed

Lines = Ties["nx.DiGraph[str]"]

NO_MASTER = frozenset({"scrutinised", "regulates"})
"""Roles that stand beside a line by their nature: who scrutinises or regulates is nobody's second master."""


def round_in_a_loop(view: View) -> Iterator[Gap]:
    """Yield bodies whose lines of reporting, or of oversight, lead back to themselves; once, where both do."""
    graphs = [lines.graph for lines in (reporting_lines(view.counting), oversight_lines(view.counting))]
    ways = [(loop.members, _round(graph, loop)) for graph in graphs for loop in loops(graph)]
    for members in dict.fromkeys(members for members, _ in ways):
        facts = tuple(fact for found, way in ways if found == members for fact in way)
        first, *others = members
        question = "which of the lines that lead from it back to it does not hold, or no more?"
        yield Gap("loop", _entity(view, first), question, _in_words(view, *facts), facts, beside=tuple(others))


def _round(graph: "nx.DiGraph[str]", loop: Loop) -> tuple[Fact, ...]:
    """Return the lines of the shortest way round a loop."""
    return tuple(fact for step in nx.utils.pairwise(loop.round) for fact in graph.edges[step]["facts"])


def crossed(view: View) -> Iterator[Gap]:
    """Yield bodies that oversee a body which they also report to."""
    counting = view.counting
    reporting, oversight = reporting_lines(counting), oversight_lines(counting)
    for pair in counterparts(reporting.graph, oversight.graph):
        if pair.how is How.CROSSED:
            facts = (*_facts(oversight, pair.above, pair.below), *_facts(reporting, pair.above, pair.below))
            question = f"is it above {view.name_of(pair.below)}, or below, or each in another matter?"
            yield Gap("crossed", _entity(view, pair.above), question, _in_words(view, *facts), facts, (), (pair.below,))


def mixed_round(view: View) -> Iterator[Gap]:
    """Yield bodies above themselves by lines of reporting and oversight together, by neither alone, nor by a pair.

    Scrutiny and regulation are aside. Lines within a loop of one kind, or of a pair that is crossed, are found there.
    """
    lines = _upward(view.counting)
    for loop in loops(lines):
        facts = _round(lines, loop)
        first, *others = loop.members
        question = "which of those in this loop is above the others, in which matter?"
        yield Gap("mixed loop", _entity(view, first), question, _in_words(view, *facts), facts, beside=tuple(others))


def _upward(view: View) -> "nx.DiGraph[str]":
    """Return who is below whom by either kind of line, without what closes a loop of one kind or crosses a pair."""
    reporting, oversight = reporting_lines(view).graph, oversight_lines(view).graph
    alone = [set(loop.members) for graph in (reporting, oversight) for loop in loops(graph)]
    masters: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for graph, upward in ((reporting, True), (oversight, False)):
        for one, other in graph.edges:
            tie = (one, other) if upward else (other, one)
            masters[tie] += filter(_is_master, graph.edges[one, other]["facts"])
    ties = {tie: facts for tie, facts in masters.items() if facts}
    found: nx.DiGraph[str] = nx.DiGraph()
    for (below, above), facts in ties.items():
        if (above, below) not in ties and not any({below, above} <= members for members in alone):
            found.add_edge(below, above, facts=facts)
    return found


def _is_master(line: Fact) -> bool:
    return line.role not in NO_MASTER


def several_above(view: View) -> Iterator[Gap]:
    """Yield bodies that report to, or are overseen by, more than one other; scrutiny and regulation aside."""
    counting = view.counting
    reporting, oversight = reporting_lines(counting), oversight_lines(counting)
    for body in sorted(reporting.graph):
        ties = [(above, reporting.graph.edges[body, above]["facts"]) for above in reporting.graph.successors(body)]
        ties += [(above, oversight.graph.edges[above, body]["facts"]) for above in oversight.graph.predecessors(body)]
        by_master = grouped((above, fact) for above, facts in ties for fact in facts if _is_master(fact))
        if len(by_master) > 1:
            facts = tuple(fact for above in sorted(by_master) for fact in by_master[above])
            question = f"is it meant to answer to {listed(map(view.name_of, sorted(by_master)))}, and to whom for what?"
            about, beside = _entity(view, body), tuple(sorted(by_master))
            yield Gap("several above", about, question, told(view, facts, about), facts, beside=beside)


def inferred_otherwise(view: View) -> Iterator[Gap]:
    """Yield lines between bodies that we infer and that differ from what sources say of the lines of the same body."""
    asserted = [(rung, line) for line in _lines(view.asserted) if (rung := rung_of(view, line))]
    above, said = grouped((rung.lower, line) for rung, line in asserted), {rung for rung, _ in asserted}
    for line in _lines(view):
        rung = rung_of(view, line) if basis_of(line) == "inferred" else None
        if rung is None or rung in said:
            continue
        turned = tuple(one for other, one in asserted if other == Rung(rung.upper, rung.lower))
        if differing := (*above.get(rung.lower, ()), *turned):
            claim = facts_in_words(view.snapshot, line)
            question = f"do we infer rightly that {claim}, beside what sources say?"
            known = f"{_in_words(view, *differing)}; {line.note}"
            about = _entity(view, rung.lower)
            yield Gap("inferred otherwise", about, question, known, (line, *differing), (line,), (line.id,))


def _lines(view: View) -> tuple[Fact, ...]:
    return tuple(line for line in view.facts_of(REPORTING, DIRECTION) if not is_past(view, line))


def _facts(lines: "Lines", one: str, other: str) -> tuple[Fact, ...]:
    return tuple(lines.graph.edges[one, other]["facts"])


def _in_words(view: View, *facts: Fact) -> str:
    by_ends = grouped((f"{fact.subject} {fact.object}", fact) for fact in facts).values()
    return "; ".join(f"{facts_in_words(view.snapshot, *found)}{bases_but_stated(found)}" for found in by_ends)


def _entity(view: View, body: str) -> Entity:
    return view.snapshot.entities[body]
