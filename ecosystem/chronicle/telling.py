"""What happened to facts as sentences: from when, until when, or no longer known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from ecosystem.chronicle.period import Record
from ecosystem.dates import first_day, spoken
from ecosystem.model import BASES, RELATIONS, Cited, Entity, Fact, source_of
from ecosystem.wording import capitalised, facts_in_words, name_in_sentence, on_date, when

CitedRow = TypeVar("CitedRow", Entity, Fact)
Grouped = TypeVar("Grouped", Entity, Fact)
DayAndBasis = tuple[str, str]
"""A day as written, and a basis."""

PERHAPS = " (whether within these days is not stated)"
_BY_SUBJECT = frozenset({"OVERSEES", "OWNS", "HOLDS"})
"""Relations of which what one subject does to several objects is told together; of the others the reverse."""


class Kind(StrEnum):
    """On what a sentence of a chronicle rests, the firmest first."""

    DATED = "dated"
    UNDATED = "not dated"
    UNKNOWN_NOW = "no longer known"
    FIRST_DOCUMENTED = "first documented"
    INFERRED = "our inference"


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a chronicle, the rows that say so, and the basis on which every one of them does."""

    kind: Kind
    sentence: str
    rows: tuple[Cited, ...]
    basis: str


def sentence(text: str) -> str:
    """Return a clause as a sentence."""
    return f"{capitalised(text)}."


def name(record: Record, node_id: str) -> str:
    """Return what a node is called in a sentence."""
    return name_in_sentence(record.snapshot, node_id)


def perhaps(record: Record, written: str) -> str:
    """Return what is added where a written date may also mean a day outside the period."""
    return "" if record.period.has_surely(written) else PERHAPS


def first_evidence(record: Record, row: Cited) -> str:
    """Return the date of a row's oldest evidence as written; empty where it has none."""
    return min(record.snapshot.evidence(row), key=first_day, default="")


def as_first_cited(record: Record, row: CitedRow) -> CitedRow:
    """Return a row with those of its citations alone that are its oldest evidence."""
    if row.evidence_date:
        return row
    oldest, sources = first_evidence(record, row), record.snapshot.sources
    cited = (one for one in row.sources if source_of(one) in sources and sources[source_of(one)].date == oldest)
    return replace(row, sources=tuple(cited))


def told_of(record: Record, facts: Iterable[Fact]) -> Iterator[Told]:
    """Yield what happened to facts: what is dated, and who is no longer known."""
    found = list(facts)
    yield from _dated(record, found)
    for fact in filter(record.no_longer_known, found):
        clause = facts_in_words(record.snapshot, fact)
        words = f"it is no longer known whether {clause}: {when(record.after, fact)}"
        yield Told(Kind.UNKNOWN_NOW, sentence(words), (fact,), record.basis(fact))


def _dated(record: Record, facts: list[Fact]) -> Iterator[Told]:
    events: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if record.began(fact):
            how = "on" if RELATIONS[fact.relation].happening else "from"
            events[fact.start_date, how, record.basis(fact, fact.start_date)].append(fact)
        if record.ended(fact):
            events[fact.end_date, "until", record.basis(fact, fact.end_date)].append(fact)
    for (written, how, basis), found in sorted(events.items(), key=lambda event: (first_day(event[0][0]), event[0])):
        for group in alike(found):
            clause = facts_in_words(record.snapshot, *group, past=how == "until")
            time = f"{clause} {on_date(written)}" if how == "on" else f"{how} {spoken(written)} {clause}"
            yield Told(Kind.DATED, sentence(f"{time}{perhaps(record, written)}"), tuple(group), basis)


def may_be_older(record: Record, fact: Fact) -> bool:
    """Tell whether a fact may have held before its oldest evidence."""
    span = record.snapshot.span(fact)
    return span.may_from < span.holds_from


def in_order_of_day(groups: Mapping[DayAndBasis, list[Grouped]]) -> list[tuple[DayAndBasis, list[Grouped]]]:
    """Return groups of rows, those of the earliest written day first, of one day those on the firmest basis."""
    return sorted(groups.items(), key=lambda group: (first_day(group[0][0]), group[0][0], BASES.index(group[0][1])))


def alike(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Yield facts that one clause can tell: of one verb, and of one subject or one object."""
    groups: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        common = fact.subject if fact.relation in _BY_SUBJECT else fact.object
        groups[fact.relation, RELATIONS[fact.relation].said(fact.role), common].append(fact)
    return iter(groups.values())
