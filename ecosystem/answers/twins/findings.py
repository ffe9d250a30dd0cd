"""Twins of the queries whose answers are the findings above the map."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import cast

from ecosystem.answers.twins.reading import Values, oldest_year
from ecosystem.model import WITH_SEATS, Entity, Fact, ends_of
from ecosystem.network import (
    CHAIR,
    DIRECTION,
    HELP,
    REPORTING,
    Chairs,
    chairs,
    seats_of_organisations,
    stated_lines,
    tables,
)
from ecosystem.results import Cells
from ecosystem.snapshot import View

KINDS = {
    REPORTING: "reporting",
    DIRECTION: "direction or oversight",
    **dict.fromkeys(HELP, "support or contribution"),
}
"""What each line between bodies is counted as."""


def what_is_known_of_bodies(view: View, _: Values) -> Iterator[Cells]:
    """Yield of how many tables who sits there, which post chairs, only what it is joined to, or nothing is known."""
    whatever_seats_count = view.snapshot.on(view.day)
    joined = {end for line in stated_lines(whatever_seats_count) for end in ends_of(line)}
    bodies = Counter[str]()
    for body in tables(view):
        bodies.update(["named", *(_known_at_its_table(view, body) or [_known_beside(view, body, joined)])])
    yield from bodies.items()


def _known_at_its_table(view: View, body: Entity) -> list[str]:
    seats = view.facts_to(body.id, "MEMBER_OF")
    chaired = any(seat.role == CHAIR and view.label_of(seat.subject) == "Post" for seat in seats)
    known = {"who sits there": any(seat.role != CHAIR for seat in seats), "which post chairs": chaired}
    return [what for what, is_known in known.items() if is_known]


def _known_beside(view: View, body: Entity, joined: set[str]) -> str:
    is_whole = body.id == view.snapshot.dataset.apex
    placed = view.facts_to(body.id, "MEMBER_OF") or body.id in joined or is_whole or _placed(view, body)
    return "only what it is joined to" if placed else "neither chair, members nor direction"


def _placed(view: View, body: Entity) -> bool:
    parts = (*view.facts_from(body.id, "PART_OF"), *view.facts_to(body.id, "PART_OF"))
    others = (view.snapshot.entities.get(end) for part in parts for end in {part.subject, part.object} - {body.id})
    collected = any(other is not None and other.form == "collection" for other in others)
    return bool(view.facts_from(body.id, "MEMBER_OF")) or collected or _last_named_chair(view, body)


def _last_named_chair(view: View, body: Entity) -> bool:
    unclear = chairs(view).get(body.id, Chairs()).unclear
    return any(view.label_of(fact.subject) == "Person" for fact in unclear)


def organisations_at_several_tables(view: View, values: Values) -> Iterator[Cells]:
    """Yield organisations with the boards and partnerships they are named at."""
    named: dict[str, set[Fact]] = defaultdict(set)
    for seat in seats_of_organisations(view):
        if view.label_of(seat.table) in WITH_SEATS:
            named[seat.organisation].add(seat.fact)
    for organisation, facts in named.items():
        at = {fact.object for fact in facts}
        if len(at) >= cast("int", values["min_tables"]):
            tables = tuple(sorted(map(view.name_of, at)))
            yield view.name_of(organisation), len(at), tables, oldest_year(view, facts)


def what_is_stated_between_bodies(view: View, _: Values) -> Iterator[Cells]:
    """Yield in how many pairs reporting, direction or support is stated, how many had ended, and the pairs."""
    pairs: dict[str, dict[tuple[str, str], bool]] = {kind: {} for kind in KINDS.values()}
    for line in stated_lines(view):
        ends = pairs[KINDS[line.relation]]
        ends[line.subject, line.object] = view.shows(line) and ends.get((line.subject, line.object), True)
    for kind, held in pairs.items():
        names = sorted(f"{view.name_of(subject)} > {view.name_of(target)}" for subject, target in held)
        yield kind, len(held), sum(not holds for holds in held.values()), tuple(names)
