"""Bodies that a change merges, renames or splits, and what ends with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ecosystem.dates import first_day, last_day, may_have_begun, may_last
from ecosystem.model import RELATIONS, SEAT, SUCCESSION, Entity, Fact
from ecosystem.plan.changes import Change, Changed
from ecosystem.plan.plans import Proposal
from ecosystem.snapshot import Snapshot, grouped
from ecosystem.wording import listed, on_date

ENDING = frozenset({SEAT, "REPORTS_TO", "OVERSEES", "HOLDS", "OWNS", "PART_OF"})
"""The relations that are given an end with their ends: who answers to whom, sits where, holds and owns what.

What a body did for whom is over with the body itself, whose end date clips it.
"""


@dataclass(frozen=True, slots=True)
class Departure:
    """Something that was succeeded: by which rows, and the day on which it ended or would end, as written."""

    entity: Entity
    successions: tuple[Fact, ...]
    day: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the succession is said."""
        return tuple(dict.fromkeys(citation for fact in self.successions for citation in fact.sources))


def departures(after: Snapshot, changes: Iterable[Change]) -> dict[str, Departure]:
    """Return what the successions that changes bring succeed, by id; without a day nothing follows, nor for people."""
    rows = (change.after for change in changes if change.kind != "removed")
    dated = (row for row in rows if isinstance(row, Fact) and row.relation == SUCCESSION and row.start_date)
    found = grouped((fact.subject, fact) for fact in dated if fact.object in after.entities)
    each = (_departure(after.entities[one], facts) for one, facts in found.items() if one in after.entities)
    return {
        one.entity.id: one
        for one in each
        if one.entity.label != "Person" and may_have_begun(one.entity.start_date, one.day)
    }


def _departure(entity: Entity, successions: tuple[Fact, ...]) -> Departure:
    day = entity.end_date or max((fact.start_date for fact in successions), key=last_day)
    return Departure(entity, successions, day)


def ended(after: Snapshot, leaving: dict[str, Departure]) -> Iterator[Proposal]:
    """Yield the ends of what is succeeded and has none, and of the facts that end with it."""
    for one in leaving.values():
        if not one.entity.end_date and not _goes_on_after(after, one):
            change = Changed(one.entity, _with_end(one.entity, one, one.day))
            yield Proposal(change, said(after, (one,)))
    for fact, one, day in _ending(after, leaving):
        yield Proposal(Changed(fact, _with_end(fact, one, day)), said(after, (one,)))


def _goes_on_after(after: Snapshot, one: Departure) -> bool:
    """Tell whether a row has something of it after that day, so that it cannot have ended then."""
    rows = (fact for fact in after.facts_about(one.entity.id) if fact.relation in ENDING)
    written = (day for row in rows for day in (row.start_date, row.end_date) if day)
    return any(first_day(day) > last_day(one.day) for day in written)


def _with_end(row: Entity | Fact, one: Departure, day: str) -> Entity | Fact:
    sources = tuple(dict.fromkeys((*row.sources, *one.sources))) if row.sources else ()
    return replace(row, end_date=day, sources=sources)


def _ending(after: Snapshot, leaving: dict[str, Departure]) -> Iterator[tuple[Fact, Departure, str]]:
    """Yield the facts that end with one of their ends: with which, and when; one of several that say the same."""
    done: set[tuple[str, str, str, str]] = set()
    for body, one in leaving.items():
        for fact in after.facts_about(body):
            key = fact.subject, fact.relation, fact.object, fact.role
            if (
                key not in done
                and fact.relation in ENDING
                and not fact.end_date
                and may_have_begun(fact.start_date, one.day)
            ):
                first = _first_to_leave(after, leaving, fact, one)
                if first is not None and not _ended_before(after, fact, first.day):
                    done.add(key)
                    yield fact, first, first.day


def _first_to_leave(after: Snapshot, leaving: dict[str, Departure], fact: Fact, one: Departure) -> Departure | None:
    """Return with which of its ends a fact ends; None where one had ended or one was not there."""
    others = [leaving[end] for end in (fact.subject, fact.object) if end in leaving]
    first = min(others, key=lambda each: last_day(each.day), default=one)
    ends = (after.entities[end] for end in (fact.subject, fact.object) if end in after.entities)
    fits = all(may_have_begun(end.start_date, first.day) and may_last(end.end_date, first.day) for end in ends)
    return first if fits and may_have_begun(fact.start_date, first.day) else None


def _ended_before(after: Snapshot, fact: Fact, day: str) -> bool:
    """Tell whether another row already says that this ended about that day."""
    return any(
        other.end_date and may_last(other.end_date, day)
        for other in after.facts_about(fact.subject)
        if (other.relation, other.object, other.role) == (fact.relation, fact.object, fact.role)
    )


def said(after: Snapshot, leaving: Iterable[Departure], successor: str = "") -> str:
    """Return in words what succeeded what; to one successor only, where it is given."""
    facts = [fact for one in leaving for fact in one.successions if successor in {"", fact.object}]
    groups = grouped((f"{fact.role} {fact.object} {fact.start_date}", fact) for fact in facts)
    return listed(_said(after, found) for found in groups.values())


def _said(after: Snapshot, facts: tuple[Fact, ...]) -> str:
    verb = RELATIONS[SUCCESSION].said(facts[0].role)
    verb = verb.replace("was ", "were ") if len(facts) > 1 else verb
    who = listed(after.name_of(fact.subject) for fact in facts)
    return f"{who} {verb} {after.name_of(facts[0].object)} {on_date(facts[0].start_date)}"
