"""Tables whose chair is another one after a period than before, as far as sources say."""

from collections.abc import Iterator

from ecosystem.chronicle.period import Record
from ecosystem.chronicle.telling import Kind, Told, first_evidence, sentence
from ecosystem.dates import first_day, last_day, spoken
from ecosystem.model import SEAT, Fact
from ecosystem.network import CHAIR
from ecosystem.snapshot import grouped
from ecosystem.wording import NOT_STATED, facts_in_words, listed, on_date

Clause = tuple[str, tuple[Fact, ...]]
"""A clause and the rows that say so."""

UNKNOWN = f"whether and when the chair passed on is {NOT_STATED}"


def chairs_changed(record: Record) -> Iterator[Told]:
    """Yield the tables that had a known chair before the period and for which another is named in it."""
    seats = (fact for fact in record.facts if fact.relation == SEAT and fact.role == CHAIR)
    for found in grouped((seat.object, seat) for seat in seats).values():
        old = [seat for seat in found if record.known_before(seat)]
        new = [seat for seat in found if record.began(seat) or record.first_documented(seat)]
        if old and {seat.subject for seat in new} - {seat.subject for seat in old}:
            yield from _told(record, old, new)


def _told(record: Record, old: list[Fact], new: list[Fact]) -> Iterator[Told]:
    """Yield the change of a chair in one sentence, or one for each basis on which a part of it rests."""
    clauses = [*(_clause_before(record, seat) for seat in old), *(_clause_after(record, seat) for seat in new)]
    dated = all(seat.end_date for seat in old) and all(seat.start_date for seat in new)
    kind, groups = Kind.DATED if dated else Kind.UNDATED, list(grouped(clauses).items())
    for number, (basis, found) in enumerate(groups, 1):
        unknown = [UNKNOWN] if number == len(groups) and not dated else []
        words = sentence("; ".join([*(words for words, _ in found), *unknown]))
        yield Told(kind, words, tuple(row for _, rows in found for row in rows), basis)


def _clause_before(record: Record, seat: Fact) -> tuple[str, Clause]:
    posts = _posts_of(record, seat)
    words = f"{_before(record, seat)}{_holding(record, posts)}"
    return record.basis(seat, seat.end_date), (words, (seat, *posts))


def _clause_after(record: Record, seat: Fact) -> tuple[str, Clause]:
    words = f"{_after(record, seat)}{_without_holder(record, seat)}"
    return record.basis(seat, seat.start_date), (words, (seat,))


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
    """Return the other posts, not that of chairing this table, in which whoever chairs was then named on that basis."""
    held = record.before.facts_from(seat.subject, "HOLDS")
    alike = (fact for fact in held if record.basis(fact) == record.basis(seat, seat.end_date))
    return tuple(fact for fact in alike if not _is_of(record, fact.object, seat.object))


def _is_of(record: Record, post: str, table: str) -> bool:
    return any(fact.object == table for fact in record.snapshot.facts_about(post) if fact.relation == "PART_OF")


def _holding(record: Record, posts: tuple[Fact, ...]) -> str:
    return f", holding the post of {listed(record.snapshot.name_of(fact.object) for fact in posts)}" if posts else ""


def _without_holder(record: Record, seat: Fact) -> str:
    is_post = record.snapshot.label_of(seat.subject) == "Post"
    unknown = is_post and not record.after.facts_to(seat.subject, "HOLDS")
    return f" (who holds that post is {NOT_STATED})" if unknown else ""
