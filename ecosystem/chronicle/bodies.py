"""What came, ended, merged or was renamed: bodies, and strategies and programmes alike."""

from collections.abc import Collection, Iterable, Iterator

from ecosystem.chronicle.first import first_facts, first_things
from ecosystem.chronicle.period import Record
from ecosystem.chronicle.telling import Kind, Told, name, perhaps, sentence, told_of
from ecosystem.dates import first_day, spoken
from ecosystem.model import BODIES, SUCCESSION, Entity, Fact, ends_of
from ecosystem.wording import NOT_STATED, on_date


def lives(
    record: Record, labels: Collection[str], verbs: tuple[str, str] = ("began {on}", "ended {on}")
) -> Iterator[Told]:
    """Yield which things of some kinds were succeeded, began, ended and are first documented.

    `verbs` say that they began and ended: "began {on}" a date, or "is dated from {day}".
    """
    things = [entity for entity in record.snapshot.entities.values() if entity.label in labels]
    found = [fact for fact in record.facts if fact.relation == SUCCESSION]
    about = [fact for fact in found if _is_about(record, fact, labels)]
    yield from told_of(record, about)
    yield from first_facts(record, about)
    dated = [fact for fact in found if record.began(fact)]
    yield from _dated(record, things, dated, verbs)
    yield from first_things(record, things)


def _is_about(record: Record, succession: Fact, labels: Collection[str]) -> bool:
    """Tell whether a succession is one of these kinds; where a body is an end of it, it is one of bodies."""
    ends = {record.snapshot.label_of(end) for end in ends_of(succession)}
    return not (ends & BODIES or ends).isdisjoint(labels)


def _dated(record: Record, things: Iterable[Entity], successions: list[Fact], verbs: tuple[str, str]) -> Iterator[Told]:
    came = {fact.object for fact in successions}
    went = {fact.subject for fact in successions}
    begin, end = verbs
    events = []
    for entity in filter(record.counts, things):
        if record.began(entity) and entity.id not in came:
            events.append((entity.start_date, _event(record, entity, begin, entity.start_date), entity))
        if record.ended(entity) and entity.id not in went:
            unknown = "" if _followed(record, entity) else f"; what followed is {NOT_STATED}"
            events.append((entity.end_date, f"{_event(record, entity, end, entity.end_date)}{unknown}", entity))
    for written, words, entity in sorted(events, key=lambda event: (first_day(event[0]), event[1])):
        words_and_doubt = sentence(f"{words}{perhaps(record, written)}")
        yield Told(Kind.DATED, words_and_doubt, (entity,), record.basis(entity, written))


def _event(record: Record, entity: Entity, verb: str, written: str) -> str:
    by_title = ", as its title implies" if record.implies(entity, written) else ""
    when = verb.format(on=on_date(written), day=spoken(written))
    return f"{name(record, entity.id)} {when}{by_title}"


def _followed(record: Record, entity: Entity) -> bool:
    return any(fact.relation == SUCCESSION and fact.subject == entity.id for fact in record.facts)
