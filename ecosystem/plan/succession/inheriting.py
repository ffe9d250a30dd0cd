"""What passes from what is succeeded to its successors, as far as it may: seats, lines, ownership, parts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
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

TORN = "a post is part of one whole, and nobody has said of which"
OF_ANOTHER_KIND = "the successor is of a kind that may not have it"
NOT_THERE = "one of the two is not there by then"
SAID = "the successor has it already"
NO_PLACE = "a part would be a whole of its own whole, or a post part of two"

_FULL = len("2018-04-01")


def _lasted(fact: Fact, gone: Departure) -> bool:
    return may_have_begun(fact.start_date, gone.day) and may_last_until(fact.end_date, gone.day)


def _may_last_then(recorded: Fact, passed: Fact) -> bool:
    return may_last(recorded.end_date, passed.start_date)


@dataclass(frozen=True, slots=True)
class Passing:
    """How things pass on: in which relations, what lasts so long, to whom it may pass, and what says that already."""

    relations: frozenset[str] = INHERITED
    lasts: Callable[[Fact, Departure], bool] = _lasted
    may_pass: Callable[[Fact, Fact], bool] = lambda _origin, _passed: True
    says_so: Callable[[Fact, Fact], bool] = _may_last_then


@dataclass(frozen=True, slots=True)
class Heirloom:
    """A fact as a successor would have it, the fact it comes from, and what was succeeded."""

    fact: Fact
    origin: Fact
    leaving: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class Inheritance:
    """A fact as successors would have it, the facts it comes from, and what hinders it, if anything does.

    Where several chaired what is one table then, `chair_open` says that the fact is of a member instead.
    """

    fact: Fact
    origins: tuple[Fact, ...]
    leaving: tuple[Departure, ...]
    hindrance: str = ""
    chair_open: bool = False


def inherited(after: Snapshot, leaving: dict[str, Departure]) -> Iterator[Proposal]:
    """Yield what successors would have from their predecessors and have not; one seat at a table for all of them."""
    taken = set[str]()
    for one in inheritances(after, leaving):
        if not one.hindrance:
            yield Proposal(Added(passed_on(after, one, taken)), said(after, one.leaving))


def inheritances(
    after: Snapshot,
    leaving: Mapping[str, Departure],
    passing: Passing = Passing(),
) -> Iterator[Inheritance]:
    """Yield everything that might pass to successors, and what hinders some of it."""
    found: dict[tuple[str, ...], list[Heirloom]] = defaultdict(list)
    for heirloom in _heirlooms(after, leaving, passing):
        found[_place(heirloom.fact)].append(heirloom)
    torn, contested, parts = _torn(after, found), _contested(after, leaving, found), list[Fact]()
    for same in found.values():
        hindrance = TORN if same[0].fact in torn else _hindrance(after, leaving, same[0].fact, passing, parts)
        fact = _strongest(same)
        chair_open = _is_chair(fact) and fact.object in contested
        if fact.relation == "PART_OF" and not hindrance:
            parts.append(fact)
        yield Inheritance(
            fact=replace(fact, role=MEMBER) if chair_open else fact,
            origins=tuple(dict.fromkeys(one.origin for one in same)),
            leaving=tuple({gone.entity.id: gone for one in same for gone in one.leaving}.values()),
            hindrance=hindrance,
            chair_open=chair_open,
        )


def _heirlooms(after: Snapshot, leaving: Mapping[str, Departure], passing: Passing) -> Iterator[Heirloom]:
    for body, one in leaving.items():
        for fact in after.facts_about(body):
            if fact.relation in passing.relations and passing.lasts(fact, one):
                yield from (each for each in _passed_on(after, leaving, fact) if passing.may_pass(fact, each.fact))


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
    return min((one.fact for one in same), key=rank_of_role)


def rank_of_role(fact: Fact) -> int:
    """Return how strong the role of a fact is among those of its relation, the strongest first; none is the weakest.

    >>> rank_of_role(Fact(id="a", subject="b", relation="MEMBER_OF", object="c", role="chair"))
    0
    """
    roles = list(RELATIONS[fact.relation].roles)
    return roles.index(fact.role) if fact.role in roles else len(roles)


def _place(fact: Fact) -> tuple[str, ...]:
    """Return what there is one of: a seat at a table, a line in one role."""
    role = () if fact.relation == SEAT else (fact.role,)
    return (fact.object, fact.subject, fact.relation, *role)


def _passed_on(after: Snapshot, leaving: Mapping[str, Departure], fact: Fact) -> Iterator[Heirloom]:
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
            yield Heirloom(replace(row, evidence_date=start, basis="inferred"), fact, gone)


def _heirs(leaving: Mapping[str, Departure], end: str, day: str) -> frozenset[str]:
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


def _hindrance(
    after: Snapshot, leaving: Mapping[str, Departure], fact: Fact, passing: Passing, parts: Iterable[Fact]
) -> str:
    """Return why a fact may not be: its kinds, the lives of both, what is said already, and wholes; empty if it may."""
    subject, other = after.entities[fact.subject], after.entities[fact.object]
    relation = RELATIONS[fact.relation]
    if subject.label not in relation.subjects or other.label not in relation.objects:
        return OF_ANOTHER_KIND
    if not all(_is_there(end, fact.start_date) for end in (subject, other)):
        return NOT_THERE
    if any(passing.says_so(one, fact) for one in after.facts_about(subject.id) if _same(one, fact)):
        return SAID
    return NO_PLACE if fact.relation == "PART_OF" and _has_no_place(after, leaving, fact, parts) else ""


def _is_there(entity: Entity, day: str) -> bool:
    return may_have_begun(entity.start_date, day) and may_last(entity.end_date, day)


def _same(one: Fact, other: Fact) -> bool:
    return (one.subject, one.relation, one.object) == (other.subject, other.relation, other.object)


def _has_no_place(after: Snapshot, leaving: Mapping[str, Departure], part: Fact, passing: Iterable[Fact]) -> bool:
    """Tell whether a part would be a whole of its whole, or a post that may have two wholes at a time.

    What passes on with it is counted with what is recorded.
    """
    new = list(passing)
    wholes, seen = [part.object], {part.object}
    while wholes:
        whole = wholes.pop()
        recorded = {fact.object for fact in _parts(after, whole)}
        above = (recorded | {fact.object for fact in new if fact.subject == whole}) - seen
        seen |= above
        wholes += above
    if after.entities[part.subject].label != "Post":
        return part.subject in seen
    going_on = [fact for fact in _parts(after, part.subject) if may_last(fact.end_date, part.start_date)]
    return len(part.start_date) < _FULL or any(fact.object not in leaving for fact in going_on)


def _parts(after: Snapshot, node_id: str) -> list[Fact]:
    return [fact for fact in after.facts_about(node_id) if fact.relation == "PART_OF" and fact.subject == node_id]


def passed_on(after: Snapshot, one: Inheritance, taken: set[str]) -> Fact:
    """Return the row of what passes on, with an id of its own, which is put among those taken, and the reason."""
    where = citations(after, *(fact for gone in one.leaving for fact in gone.successions))
    word = row_word(RELATIONS[one.fact.relation].table)
    whose = listed(after.name_of(gone.entity.id) for gone in one.leaving)
    note = f"the {word} is taken to pass on from {whose}{f'; {where}' if where else ''}"
    return replace(one.fact, id=free_fact_id(after, one.fact, taken), note=note)


def free_fact_id(after: Snapshot, fact: Fact, taken: set[str]) -> str:
    """Return an id for a fact that no fact has and that is not taken; it is taken then."""
    stem = f"{fact.object}--{fact.subject}--{RELATIONS[fact.relation].slug}"
    number, free = 1, stem
    while free in after.facts or free in taken:
        number += 1
        free = f"{stem}--{number}"
    taken.add(free)
    return free
