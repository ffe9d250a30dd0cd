"""What has to be known to read a path: what a chain does not say, and what another day or basis would show."""

from collections.abc import Iterator

from ecosystem.answers.path.sentences import is_shared_seat, named, sentence
from ecosystem.dates import Status
from ecosystem.model import Entity, Node
from ecosystem.network import is_past
from ecosystem.paths import Found, Route, asserted_between
from ecosystem.snapshot import View
from ecosystem.wording import beyond, citations, facts_in_words, left_out, listed, when

NO_REPORTING = "To sit at the same table, or to belong to the same body, is not to report."
EACH_STEP = "Each step is said of its own two ends only: that what is above passes on from step to step, nobody states."
OTHER_TIMES = "In the whole record the steps of a chain need not have held on one and the same day."


def notes(view: View, one: Node, other: Node, asserted: Found, ours: Found) -> Iterator[str]:
    """Yield what a reader of a path has to know."""
    found = (asserted, ours)
    routes = [route for each in found for route in (*each.lines, each.joined) if route]
    lines = [line for each in found for line in each.lines]
    yield from (sentence(f"{named(view, node.id)} {when(view, node)}") for node in _over(view, one, other))
    if any(map(is_shared_seat, routes)):
        yield NO_REPORTING
    if any(len(line.steps) > 1 for line in lines):
        yield EACH_STEP
    if view.day is None and any(len(route.steps) > 1 for route in routes):
        yield OTHER_TIMES
    yield from _speakers(view, routes)
    yield from _earlier(view, one.id, other.id, routes)
    yield from _elsewhere(view, one.id, other.id, asserted)
    if not routes:
        yield from _shared_without_being_joined(view, one.id, other.id)
    hidden = view.left_out(properties=(), about=(one.id, other.id))
    yield from filter(None, (left_out(hidden, view.day), beyond(view.day, view.snapshot.default_day)))


def _over(view: View, *nodes: Node) -> list[Entity]:
    return [node for node in nodes if isinstance(node, Entity) and view.status(node) is Status.OUTSIDE]


def _speakers(view: View, routes: list[Route]) -> Iterator[str]:
    between = dict.fromkeys(node for route in routes for node in route.between)
    groups = [named(view, node) for node in between if view.label_of(node) == "Constituency"]
    if groups:
        yield sentence(f"who speaks for {listed(groups)} need not be the same each time")


def _earlier(view: View, one: str, other: str, routes: list[Route]) -> Iterator[str]:
    """Yield what sources look back on between the very two, where it is no part of a route."""
    told = {fact.id for route in routes for fact in route.facts}
    for fact in view.facts:
        if {fact.subject, fact.object} == {one, other} and fact.id not in told and is_past(view, fact):
            ground = "; ".join(filter(None, (fact.note, when(view, fact), citations(view.snapshot, fact))))
            yield sentence(f"earlier, {facts_in_words(view.snapshot, fact)} ({ground})")


def _elsewhere(view: View, one: str, other: str, asserted: Found) -> Iterator[str]:
    """Yield where there is a route that the day or bases looked at do not show."""
    places = (
        (view.day is not None, view.snapshot.on(None, view.bases), "On the whole record", "add --as-of any"),
        (bool(view.bases_chosen), view.snapshot.on(view.day), "On every basis", "leave out --basis"),
    )
    for is_another, elsewhere, where, remedy in places:
        if is_another and (more := _more(asserted, elsewhere, one, other)):
            yield f"{where} there is {more}: {remedy}."
            return


def _more(asserted: Found, elsewhere: View, one: str, other: str) -> str:
    """Return what another view has and this has not: a line upward, else a connection; empty for no more."""
    if asserted.lines:
        return ""
    found = asserted_between(elsewhere, one, other)
    return "a line upward" if found.lines else "a connection" if found and not asserted.joined else ""


def _shared_without_being_joined(view: View, one: str, other: str) -> Iterator[str]:
    shared = sorted(_neighbours(view, one) & _neighbours(view, other))
    if shared:
        names = listed(named(view, node) for node in shared)
        yield f"They share only {names}: the same page, place, class or people served is no connection."


def _neighbours(view: View, node_id: str) -> set[str]:
    return {fact.object for fact in view.facts_from(node_id)} | {fact.subject for fact in view.facts_to(node_id)}
