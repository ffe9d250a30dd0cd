"""Tables whose chair is another one after a period than before, as far as sources say."""

from collections.abc import Iterator

from ecosystem.chronicle.period import Record
from ecosystem.chronicle.telling import Kind, Told, first_evidence, sentence
from ecosystem.dates import first_day, last_day, spoken
from ecosystem.model import SEAT, Fact
from ecosystem.network import CHAIR
from ecosystem.snapshot import grouped
from ecosystem.wording import NOT_STATED, facts_in_words, listed, on_date

UNKNOWN = f"whether and when the chair passed on is {NOT_STATED}"


def chairs_changed(record: Record) -> Iterator[Told]:
    """Yield the tables that had a known chair before the period and for which another is named in it."""
    seats = (fact for fact in record.facts if fact.relation == SEAT and fact.role == CHAIR)
    for found in grouped((seat.object, seat) for seat in seats).values():
        old = [seat for seat in found if record.known_before(seat)]
        new = [seat for seat in found if record.began(seat) or record.first_documented(seat)]
        if old and {seat.subject for seat in new} - {seat.subject for seat in old}:
            yield _told(record, old, new)


def _told(record: Record, old: list[Fact], new: list[Fact]) -> Told:
    posts = {seat.id: _posts_of(record, seat) for seat in old}
    before = [f"{_before(record, seat)}{_holding(record, posts[seat.id])}" for seat in old]
    after = [f"{_after(record, seat)}{_without_holder(record, seat)}" for seat in new]
    dated = all(seat.end_date for seat in old) and all(seat.start_date for seat in new)
    words = "; ".join([*before, *after, *([] if dated else [UNKNOWN])])
    held = tuple(fact for facts in posts.values() for fact in facts)
    return Told(Kind.DATED if dated else Kind.UNDATED, sentence(words), (*old, *held, *new))


def _before(record: Record, seat: Fact) -> str:
    chaired = facts_in_words(record.snapshot, seat, past=True)
    if seat.end_date:
        return f"until {spoken(seat.end_date)} {chaired}"
    seen = [each for each in record.snapshot.evidence(seat) if first_day(each) <= record.period.earlier]
    return f"{on_date(max(seen, key=last_day))} {chaired}" if seen else _after(record, seat)


def _after(record: Record, seat: Fact) -> str:
    if seat.start_date:
        return f"from {spoken(seat.start_date)} {facts_in_words(record.snapshot, seat)}"
    return f"{on_date(first_evidence(record, seat))} {facts_in_words(record.snapshot, seat, past=True)}"


def _posts_of(record: Record, seat: Fact) -> tuple[Fact, ...]:
    """Return the other posts in which whoever chairs was then named: not that of chairing this table."""
    held = record.before.facts_from(seat.subject, "HOLDS")
    return tuple(fact for fact in held if not _is_of(record, fact.object, seat.object))


def _is_of(record: Record, post: str, table: str) -> bool:
    return any(fact.object == table for fact in record.snapshot.facts_about(post) if fact.relation == "PART_OF")


def _holding(record: Record, posts: tuple[Fact, ...]) -> str:
    return f", holding the post of {listed(record.snapshot.name_of(fact.object) for fact in posts)}" if posts else ""


def _without_holder(record: Record, seat: Fact) -> str:
    is_post = record.snapshot.label_of(seat.subject) == "Post"
    unknown = is_post and not record.after.facts_to(seat.subject, "HOLDS")
    return f" (who holds that post is {NOT_STATED})" if unknown else ""
