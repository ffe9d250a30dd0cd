"""Routes in sentences that may be quoted: what stands above what, and what joins two things."""

from collections.abc import Collection, Iterable

from ecosystem.model import BASES, SEAT, Fact, basis_of
from ecosystem.network import REPORTING
from ecosystem.paths import Reach, Route, Step
from ecosystem.snapshot import View
from ecosystem.wording import (
    capitalised,
    facts_in_words,
    is_plural,
    joined,
    kind_of_line,
    listed,
    name_in_sentence,
    number_in_words,
    when_said,
)

BESIDE_THE_SEATS = frozenset({"partner", "observer", "host"})
"""Roles of whom no source says, in so many words, that they sit on a table."""

MOST_NAMED = 3
MOST_TOLD = 2
"""Steps of a connection that one sentence tells; of a longer one it names what it leads through."""


def sentence(text: str) -> str:
    """Return a clause as a sentence."""
    return f"{capitalised(text)}."


def named(view: View, node_id: str) -> str:
    """Return what a node is called in a sentence."""
    return name_in_sentence(view.snapshot, node_id)


def line_in_words(view: View, route: Route) -> str:
    """Return a line upward as a clause: what the one step says; of several, through what and by which kinds of line."""
    if len(route.steps) == 1:
        return step_in_words(view, route.steps[0])
    lower, upper = named(view, route.nodes[0]), named(view, route.nodes[-1])
    kinds = listed(dict.fromkeys(map(kind_of_line, route.facts)))
    none = "" if any(fact.relation == REPORTING for fact in route.facts) else "; no step of it is reporting"
    return f"from {lower} a line leads upward to {upper} {_through(view, route)}, by {kinds}{none}"


def connection_in_words(view: View, route: Route) -> str:
    """Return a connection as a clause; a table at which both sit, or who sits at both, is called that."""
    one, other = named(view, route.nodes[0]), named(view, route.nodes[-1])
    roles = {fact.role for fact in route.facts}
    if (
        is_shared_seat(route)
        and len(roles) == 1
        and roles <= BESIDE_THE_SEATS
        and route.facts[0].object in route.between
    ):
        return facts_in_words(view.snapshot, *route.facts)
    if is_shared_seat(route) and BESIDE_THE_SEATS.isdisjoint(roles):
        middle = route.between[0]
        if route.facts[0].object == middle:
            return f"{one} and {other} both sit on {named(view, middle)}"
        sits = "sit" if is_plural(view.snapshot.node(middle)) else "sits"
        return f"{named(view, middle)} {sits} on both {one} and {other}"
    if len(route.steps) <= MOST_TOLD:
        return ", and ".join(step_in_words(view, step) for step in route.steps)
    return f"{one} and {other} are formally connected {_through(view, route)}"


def is_shared_seat(route: Route) -> bool:
    """Tell whether all that joins two things is a table at which both sit, or somebody who sits at both."""
    if len(route.steps) != 2 or any(fact.relation != SEAT for fact in route.facts):
        return False
    middle = route.between[0]
    return len({fact.object == middle for fact in route.facts}) == 1


def step_in_words(view: View, step: Step) -> str:
    """Return all that a step says as a clause."""
    return "; ".join(facts_in_words(view.snapshot, *facts) for facts in _by_direction(step.facts))


def _by_direction(facts: Iterable[Fact]) -> Iterable[list[Fact]]:
    groups: dict[tuple[str, bool], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.subject, fact.relation == "HOLDS"), []).append(fact)
    return groups.values()


def _through(view: View, route: Route) -> str:
    steps = f"in {number_in_words(len(route.steps))} steps"
    return f"{steps}, through {listed(named(view, node) for node in route.between)}"


def dated(view: View, facts: Collection[Fact]) -> str:
    """Return in brackets on what facts rest where sources do not state it all, and when the oldest held."""
    oldest = min(facts, key=lambda fact: (view.snapshot.span(fact).last_seen, fact.id))
    found = {basis_of(fact) for fact in facts}
    asserted = [basis for basis in BASES if basis in found and basis != "inferred"]
    ground = "" if asserted == ["stated"] else listed(asserted)
    times = {when_said(view, fact) for fact in facts}
    time = when_said(view, oldest) if len(times) == 1 else f"the oldest step {when_said(view, oldest)}"
    return f" ({joined(ground, time)})"


def as_short(view: View, route: Route) -> str:
    """Return the sentence on other routes as short, one of them named; empty where there is none."""
    if not route.others:
        return ""
    through = f"through {listed(named(view, node) for node in route.next_best[1:-1])}"
    if route.others == 1:
        return f"One other route is as short, {through}."
    return f"{capitalised(number_in_words(route.others))} other routes are as short, one of them {through}."


def furthest_in_words(view: View, node_id: str, reach: Reach) -> str:
    """Return how far upward a node's line leads as a clause, or that none is stated."""
    if not reach.layers:
        return f"no line upward of {named(view, node_id)} is stated"
    names = [named(view, end) for end in reach.furthest]
    more = [f"{len(names) - MOST_NAMED:,} more"] if len(names) > MOST_NAMED else []
    steps = "one step" if len(reach.layers) == 1 else f"{number_in_words(len(reach.layers))} steps"
    points, be = ("point", "is") if len(names) == 1 else ("points", "are")
    furthest = f"{listed([*names[:MOST_NAMED], *more])}, {steps} up{dated(view, reach.facts)}"
    return f"the furthest {points} that sources place above {named(view, node_id)} {be} {furthest}"
