"""What passes from what is succeeded to its successors, as far as it may: seats, lines, ownership, parts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from ecosystem.dates import ONE_DAY, first_day, last_day, may_have_begun, may_last, may_last_until
from ecosystem.model import MEMBER, RELATIONS, SEAT, Entity, Fact
from ecosystem.network import CHAIR
from ecosystem.plan.changes import Added
from ecosystem.plan.plans import Proposal
from ecosystem.plan.succession.departures import ENDING, Departure, said
from ecosystem.snapshot import Snapshot
from ecosystem.wording import citations, listed, row_word

INHERITED = ENDING - {"HOLDS"}
"""The relations that pass on: all that end but who holds which post."""

_FULL = len("2018-04-01")


@dataclass(frozen=True, slots=True)
class Heirloom:
    """A fact as a successor would have it, and what it was succeeded from."""

    fact: Fact
    leaving: tuple[Departure, ...]


def inherited(after: Snapshot, leaving: dict[str, Departure]) -> Iterator[Proposal]:
    """Yield what successors would have from their predecessors and have not; one seat at a table for all of them."""
    found: dict[tuple[str, ...], list[Heirloom]] = defaultdict(list)
    for body, one in leaving.items():
        for fact in after.facts_about(body):
            lasted = may_have_begun(fact.start_date, one.day) and may_last_until(fact.end_date, one.day)
            if fact.relation in INHERITED and lasted:
                for heirloom in _passed_on(after, leaving, fact):
                    found[_place(heirloom.fact)].append(heirloom)
    taken, torn, contested = set[str](), _torn(after, found), _contested(after, leaving, found)
    for same in found.values():
        if same[0].fact not in torn and _may_be(after, leaving, same[0].fact):
            fact = _strongest(same)
            is_in_doubt = _is_chair(fact) and fact.object in contested
            yield _proposal(after, same, replace(fact, role=MEMBER) if is_in_doubt else fact, taken)


def _torn(after: Snapshot, found: Mapping[tuple[str, ...], list[Heirloom]]) -> set[Fact]:
    """Return what would make a post part of several wholes, of which nobody has said which."""
    parts = [same[0].fact for same in found.values() if same[0].fact.relation == "PART_OF"]
    wholes = Counter(part.subject for part in parts if after.entities[part.subject].label == "Post")
    return {part for part in parts if wholes[part.subject] > 1}


def _contested(
    after: Snapshot, leaving: Mapping[str, Departure], found: Mapping[tuple[str, ...], list[Heirloom]]
) -> set[str]:
    """Return the tables that several would chair once theirs are one, of which nobody has said who does."""
    heirs = {fact.object for one in leaving.values() for fact in one.successions}
    stated = (fact for heir in heirs for fact in after.facts_about(heir) if _is_chair(fact) and not fact.end_date)
    chairs = filter(_is_chair, (*map(_strongest, found.values()), *stated))
    number = Counter(table for table, _ in {(fact.object, fact.subject) for fact in chairs})
    return {table for table in heirs if number[table] > 1}


def _is_chair(fact: Fact) -> bool:
    return (fact.relation, fact.role) == (SEAT, CHAIR)


def _strongest(same: list[Heirloom]) -> Fact:
    """Return the fact in the strongest of the roles in which it is succeeded from."""
    facts = [one.fact for one in same]
    roles = list(RELATIONS[facts[0].relation].roles)
    return min(facts, key=lambda fact: roles.index(fact.role) if fact.role in roles else len(roles))


def _place(fact: Fact) -> tuple[str, ...]:
    """Return what there is one of: a seat at a table, a line in one role."""
    role = () if fact.relation == SEAT else (fact.role,)
    return (fact.object, fact.subject, fact.relation, *role)


def _passed_on(after: Snapshot, leaving: dict[str, Departure], fact: Fact) -> Iterator[Heirloom]:
    """Yield a fact with each successor in the place of what it succeeds."""
    gone = tuple(leaving[end] for end in (fact.subject, fact.object) if end in leaving)
    day = max((_next(one.day) for one in gone), key=first_day)
    for subject, other in product(
        sorted(_heirs(leaving, fact.subject, day)), sorted(_heirs(leaving, fact.object, day))
    ):
        heirs = [after.entities[end] for end in (subject, other) if end not in {fact.subject, fact.object}]
        ends = [after.entities[end].label for end in (subject, other) if end in after.entities]
        if heirs and subject != other and len(ends) == 2 and "Person" not in ends:
            start = max([day, *(heir.start_date or day for heir in heirs)], key=first_day)
            row = Fact(id="", subject=subject, relation=fact.relation, object=other, role=fact.role, start_date=start)
            yield Heirloom(replace(row, evidence_date=start, basis="inferred"), gone)


def _heirs(leaving: dict[str, Departure], end: str, day: str) -> frozenset[str]:
    """Return who stands in the place of one end from a day on; of a successor that has gone by then, its own."""
    found, waiting, seen = set[str](), [end], {end}
    while waiting:
        one = leaving.get(waiting.pop())
        for heir in {fact.object for fact in one.successions} - seen if one else ():
            seen.add(heir)
            if heir in leaving and last_day(leaving[heir].day) < first_day(day):
                waiting.append(heir)
            else:
                found.add(heir)
    return frozenset(found) if end in leaving else frozenset({end})


def _next(day: str) -> str:
    """Return when what follows begins, as precisely as the end is known."""
    return (first_day(day) + ONE_DAY).isoformat() if len(day) == _FULL else day


def _may_be(after: Snapshot, leaving: Mapping[str, Departure], fact: Fact) -> bool:
    """Tell whether a fact may be: of the right kinds, within the life of both, and not said already."""
    subject, other = after.entities[fact.subject], after.entities[fact.object]
    relation = RELATIONS[fact.relation]
    return (
        subject.label in relation.subjects
        and other.label in relation.objects
        and all(_is_there(end, fact.start_date) for end in (subject, other))
        and not any(
            may_last(one.end_date, fact.start_date) for one in after.facts_about(subject.id) if _same(one, fact)
        )
        and not (fact.relation == "PART_OF" and _has_no_place(after, leaving, fact))
    )


def _is_there(entity: Entity, day: str) -> bool:
    return may_have_begun(entity.start_date, day) and may_last(entity.end_date, day)


def _same(one: Fact, other: Fact) -> bool:
    return (one.subject, one.relation, one.object) == (other.subject, other.relation, other.object)


def _has_no_place(after: Snapshot, leaving: Mapping[str, Departure], part: Fact) -> bool:
    """Tell whether a part would be a whole of its whole, or a post that may have two wholes at a time."""
    wholes, seen = [part.object], {part.object}
    while wholes:
        above = {fact.object for fact in _parts(after, wholes.pop())} - seen
        seen |= above
        wholes += above
    if after.entities[part.subject].label != "Post":
        return part.subject in seen
    going_on = [fact for fact in _parts(after, part.subject) if may_last(fact.end_date, part.start_date)]
    return len(part.start_date) < _FULL or any(fact.object not in leaving for fact in going_on)


def _parts(after: Snapshot, node_id: str) -> list[Fact]:
    return [fact for fact in after.facts_about(node_id) if fact.relation == "PART_OF" and fact.subject == node_id]


def _proposal(after: Snapshot, same: list[Heirloom], fact: Fact, taken: set[str]) -> Proposal:
    """Return the proposal of one fact for all that it is succeeded from."""
    leaving = {one.entity.id: one for heirloom in same for one in heirloom.leaving}
    because = said(after, leaving.values())
    where = citations(after, *(fact for one in leaving.values() for fact in one.successions))
    word = row_word(RELATIONS[fact.relation].table)
    whose = listed(after.name_of(body) for body in leaving)
    note = f"the {word} is taken to pass on from {whose}{f'; {where}' if where else ''}"
    row = replace(fact, id=_free_id(after, fact, taken), note=note)
    return Proposal(Added(row), because)


def _free_id(after: Snapshot, fact: Fact, taken: set[str]) -> str:
    stem = f"{fact.object}--{fact.subject}--{RELATIONS[fact.relation].slug}"
    number, free = 1, stem
    while free in after.facts or free in taken:
        number += 1
        free = f"{stem}--{number}"
    taken.add(free)
    return free
