"""What came, ended, merged or was renamed: bodies, and strategies and programmes alike."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from ecosystem.chronicle.period import Record
from ecosystem.chronicle.telling import Kind, Told, as_first_cited, first_evidence, name, perhaps, sentence, told_of
from ecosystem.dates import first_day
from ecosystem.model import BODIES, SUCCESSION, Entity, Fact, ends_of
from ecosystem.wording import NOT_STATED, listed, number_in_words, on_date, word_for, words_for

MOST_NAMED = 10
"""Names in one list of what is first documented; what is beyond is counted."""


def lives(record: Record, labels: Collection[str], ending: str = "ended") -> Iterator[Told]:
    """Yield which things of some kinds were succeeded, began, ended and are first documented; `ending` is the verb."""
    things = [entity for entity in record.snapshot.entities.values() if entity.label in labels]
    found = [fact for fact in record.facts if fact.relation == SUCCESSION]
    yield from told_of(record, (fact for fact in found if _is_about(record, fact, labels)))
    dated = [fact for fact in found if record.began(fact)]
    yield from _dated(record, things, dated, ending)
    yield from _first_documented(record, things)


def _is_about(record: Record, succession: Fact, labels: Collection[str]) -> bool:
    """Tell whether a succession is one of these kinds; where a body is an end of it, it is one of bodies."""
    ends = {record.snapshot.label_of(end) for end in ends_of(succession)}
    return not (ends & BODIES or ends).isdisjoint(labels)


def _dated(record: Record, things: Iterable[Entity], successions: list[Fact], ending: str) -> Iterator[Told]:
    came = {fact.object for fact in successions}
    went = {fact.subject for fact in successions}
    events = []
    for entity in filter(record.counts, things):
        who = name(record, entity.id)
        if record.began(entity) and entity.id not in came:
            events.append((entity.start_date, f"{who} began {on_date(entity.start_date)}", entity))
        if record.ended(entity) and entity.id not in went:
            unknown = "" if _followed(record, entity) else f"; what followed is {NOT_STATED}"
            events.append((entity.end_date, f"{who} {ending} {on_date(entity.end_date)}{unknown}", entity))
    for written, words, entity in sorted(events, key=lambda event: (first_day(event[0]), event[1])):
        yield Told(Kind.DATED, sentence(f"{words}{perhaps(record, written)}"), (entity,))


def _followed(record: Record, entity: Entity) -> bool:
    return any(
        fact.relation == SUCCESSION and fact.subject == entity.id for fact in record.snapshot.facts_about(entity.id)
    )


def _first_documented(record: Record, things: Iterable[Entity]) -> Iterator[Told]:
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in filter(record.counts, things):
        if record.first_documented(entity):
            groups[first_evidence(record, entity), entity.label].append(entity)
    for (written, label), found in sorted(groups.items(), key=lambda group: (first_day(group[0][0]), group[0])):
        names = sorted(name(record, entity.id) for entity in found)
        more = [f"{len(names) - MOST_NAMED:,} more"] if len(names) > MOST_NAMED else []
        number, who = _number_of(record, label, len(found)), listed([*names[:MOST_NAMED], *more])
        words = f"{on_date(written)}, {number} first documented; since when is {NOT_STATED}: {who}"
        yield Told(Kind.FIRST_DOCUMENTED, sentence(words), tuple(as_first_cited(record, one) for one in found))


def _number_of(record: Record, label: str, number: int) -> str:
    dataset = record.snapshot.dataset
    if number == 1:
        return f"one {word_for(label, dataset)} is"
    return f"{number_in_words(number)} {words_for(label, dataset)} are"
