"""What sources first speak of in a period, which need not have begun then: told where it is little, else counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ecosystem.chronicle.period import Record
from ecosystem.chronicle.telling import (
    Kind,
    Told,
    alike,
    as_first_cited,
    first_evidence,
    in_order_of_day,
    may_be_older,
    name,
    sentence,
)
from ecosystem.model import RELATIONS, SEAT, Entity, Fact
from ecosystem.network import CHAIR, REPORTING
from ecosystem.snapshot import grouped
from ecosystem.wording import (
    NOT_STATED,
    facts_in_words,
    listed,
    number_in_words,
    on_date,
    row_word,
    rows_of,
    word_for,
    words_for,
)

MOST_NAMED = 3
"""Things of one kind that are named, and clauses on facts that are told; of more, how many there are."""

_SPEAK = {"stated": "name", "implied": "imply", "shown": "show on a chart or list", "inferred": "let us infer"}
_ALWAYS_TOLD = frozenset({"HOLDS", REPORTING})


def first_things(record: Record, things: Iterable[Entity]) -> Iterator[Told]:
    """Yield which things are first documented, those of one day and basis in one sentence."""
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in filter(record.counts, things):
        if record.first_documented(entity):
            groups[first_evidence(record, entity), record.basis(entity)].append(entity)
    for (written, basis), found in in_order_of_day(groups):
        rows = tuple(as_first_cited(record, one) for one in found)
        yield _counted(written, basis, listed(_kinds(record, found)), rows)


def first_facts(record: Record, facts: Iterable[Fact]) -> Iterator[Told]:
    """Yield which facts are first documented: happenings, chairs, holders and reporting lines each, others if few."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in filter(record.first_documented, facts):
        groups[first_evidence(record, fact), record.basis(fact)].append(fact)
    for (written, basis), found in in_order_of_day(groups):
        told = list(alike(fact for fact in found if _is_told(record, fact)))
        others = [fact for fact in found if not _is_told(record, fact)]
        clauses = list(alike(others))
        few = len(clauses) <= MOST_NAMED
        yield from (_clause(record, written, basis, group) for group in (*told, *(clauses if few else ())))
        if not few:
            yield _counted(written, basis, _numbers(others), tuple(as_first_cited(record, fact) for fact in others))


def _is_told(record: Record, fact: Fact) -> bool:
    """Tell whether a fact is told however many there are: what is news on that day, or what everybody asks about."""
    is_news = RELATIONS[fact.relation].happening or not may_be_older(record, fact)
    return is_news or fact.relation in _ALWAYS_TOLD or (fact.relation == SEAT and fact.role == CHAIR)


def _clause(record: Record, written: str, basis: str, facts: list[Fact]) -> Told:
    happening = RELATIONS[facts[0].relation].happening
    older = any(may_be_older(record, fact) for fact in facts)
    unknown = f"; {'the day' if happening else 'since when'} is {NOT_STATED}" if older else ""
    words = f"{on_date(written)} it is first documented that {facts_in_words(record.snapshot, *facts)}{unknown}"
    return Told(Kind.FIRST_DOCUMENTED, sentence(words), tuple(as_first_cited(record, fact) for fact in facts), basis)


def _counted(written: str, basis: str, numbers: str, rows: tuple[Entity, ...] | tuple[Fact, ...]) -> Told:
    they = "it" if len(rows) == 1 else "they"
    unknown = f"which is not when {they} began: that is {NOT_STATED}"
    words = f"{on_date(written)} sources first {_SPEAK[basis]} {numbers}, {unknown}"
    return Told(Kind.FIRST_DOCUMENTED, sentence(words), rows, basis)


def _kinds(record: Record, things: list[Entity]) -> Iterator[str]:
    dataset = record.snapshot.dataset
    for label, number in sorted(Counter(entity.label for entity in things).items(), key=lambda one: (-one[1], one[0])):
        word = word_for(label, dataset) if number == 1 else words_for(label, dataset)
        names = sorted(name(record, entity.id) for entity in things if entity.label == label)
        yield f"{number_in_words(number)} {word}{f' ({listed(names)})' if number <= MOST_NAMED else ''}"


def _numbers(facts: list[Fact]) -> str:
    """Return how many facts there are of each kind, and of seats at how many tables."""
    kinds = grouped((RELATIONS[fact.relation].table, fact) for fact in facts)
    return listed(f"{_number(table, len(found))}{_at_tables(found)}" for table, found in sorted(kinds.items()))


def _number(table: str, number: int) -> str:
    words = row_word(table) if number == 1 else rows_of(table, number).partition(" ")[2]
    return f"{number_in_words(number)} {words}"


def _at_tables(facts: tuple[Fact, ...]) -> str:
    tables = {fact.object for fact in facts if fact.relation == SEAT}
    return f" at {number_in_words(len(tables))} {'table' if len(tables) == 1 else 'tables'}" if tables else ""
