"""Twins of the queries whose answers are the findings above the map."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import cast

from ecosystem.answers.result import Cells
from ecosystem.answers.twins.reading import TABLES, Values, label_of, name_of, tables_alive
from ecosystem.answers.twins.seats import organisations_seated
from ecosystem.dates import Status
from ecosystem.model import BODIES, Entity, Fact, basis_of
from ecosystem.network import CHAIR
from ecosystem.snapshot import View

KINDS = {
    "REPORTS_TO": "reporting", "OVERSEES": "direction or oversight", "SUPPORTS": "support or contribution",
    "CONTRIBUTES_TO": "support or contribution",
}  # fmt: skip
GUIDING = frozenset({"strategy", "plan", "framework"})


def what_is_known_of_bodies(view: View, _: Values) -> Iterator[Cells]:
    """Yield of how many tables who sits there, which post chairs, or neither chair, members nor direction is known."""
    joined = {end for line, _ in _lines(view) for end in (line.subject, line.object)}
    bodies = Counter[str]()
    for body in tables_alive(view):
        seats = view.facts_to(body.id, "MEMBER_OF")
        bodies["named"] += 1
        bodies["who sits there"] += any(seat.role != CHAIR for seat in seats)
        bodies["which post chairs"] += any(
            seat.role == CHAIR and label_of(view, seat.subject) == "Post" for seat in seats
        )
        placed = seats or body.id in joined or body.id == view.snapshot.dataset.apex or _placed(view, body)
        bodies["neither chair, members nor direction"] += not placed
    yield from ((known, number) for known, number in bodies.items() if number)


def _placed(view: View, body: Entity) -> bool:
    parts = (*view.facts_from(body.id, "PART_OF"), *view.facts_to(body.id, "PART_OF"))
    others = (view.snapshot.entities.get(end) for part in parts for end in {part.subject, part.object} - {body.id})
    collected = any(other is not None and other.form == "collection" for other in others)
    return bool(view.facts_from(body.id, "MEMBER_OF")) or collected or _last_named_chair(view, body)


def _last_named_chair(view: View, body: Entity) -> bool:
    return any(
        fact.object == body.id and fact.role == CHAIR and label_of(view, fact.subject) == "Person"
        for fact in view.snapshot.facts.values()
        if basis_of(fact) in view.bases and view.status(fact) is not Status.OUTSIDE
    )


def organisations_at_several_tables(view: View, values: Values) -> Iterator[Cells]:
    """Yield organisations with the boards and partnerships they are named at."""
    tables: dict[str, set[str]] = defaultdict(set)
    for organisation, seat in organisations_seated(view):
        if label_of(view, seat.object) in TABLES:
            tables[organisation].add(seat.object)
    for organisation, at in tables.items():
        if len(at) >= cast("int", values["min_tables"]):
            yield name_of(view, organisation), len(at), tuple(sorted(name_of(view, table) for table in at))


def what_is_stated_between_bodies(view: View, _: Values) -> Iterator[Cells]:
    """Yield in how many pairs reporting, direction or support is stated, how many had ended, and the pairs."""
    pairs: dict[str, dict[tuple[str, str], bool]] = {kind: {} for kind in KINDS.values()}
    for line, holds in _lines(view):
        ends = pairs[KINDS[line.relation]]
        ends[line.subject, line.object] = holds and ends.get((line.subject, line.object), True)
    for kind, held in pairs.items():
        names = sorted(f"{name_of(view, subject)} > {name_of(view, target)}" for subject, target in held)
        yield kind, len(held), sum(not holds for holds in held.values()), tuple(names)


def _lines(view: View) -> Iterator[tuple[Fact, bool]]:
    """Yield the stated lines between bodies and plans, each with whether it holds; else its object has ended."""
    for fact in view.snapshot.facts.values():
        if fact.relation in KINDS and basis_of(fact) == "stated" and _joins(view, fact):
            holds = view.shows(fact)
            if holds or _only_object_ended(view, fact):
                yield fact, holds


def _joins(view: View, line: Fact) -> bool:
    subject = view.snapshot.entities[line.subject]
    leads = line.relation in {"REPORTS_TO", "OVERSEES"} and subject.label in BODIES
    helps = subject.label in {*TABLES, "Team"} or (subject.label == "Strategy" and subject.form in GUIDING)
    ends = {*BODIES, "Strategy", "Programme", *(["Constituency"] if line.relation == "OVERSEES" else [])}
    return (leads or helps) and label_of(view, line.object) in ends


def _only_object_ended(view: View, line: Fact) -> bool:
    subject, target = view.snapshot.entities[line.subject], view.snapshot.entities[line.object]
    return (
        view.day is not None
        and not line.end_date
        and target.label in {"Strategy", "Programme"}
        and view.snapshot.span(target).may_until < view.day
        and view.status(subject) is not Status.OUTSIDE
    )
