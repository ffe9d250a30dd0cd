"""A dataset at one moment, whatever it was read from: immutable, hashed, and asked about days.

Files, a git revision and the database each become a `Snapshot`. `.on(day)` is what may be shown of it for a day.

>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
>>> trust = Entity(id="trust", label="Organisation", name="Trust", aliases=("NHS Trust",), evidence_date="2018")
>>> seat = Fact(id="board--trust--member-of", subject="trust", relation="MEMBER_OF", object="board",
...             end_date="2020", evidence_date="2018")
>>> snapshot = Snapshot.of([board, trust, seat], Dataset(id="example", title="Example", as_of="2019"))
>>> [fact.id for fact in snapshot.on(date(2018, 12, 31)).facts]
['board--trust--member-of']
>>> snapshot.on(date(2021, 1, 1)).left_out[Status.OUTSIDE]
1
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TypeVar, cast

from ecosystem.dates import Span, Status, happening_of, last_day, span_of
from ecosystem.model import (
    BASES,
    RELATIONS,
    Cited,
    Code,
    Dataset,
    Entity,
    Fact,
    Identifier,
    Node,
    Retired,
    Row,
    Source,
    Statement,
    basis_of,
    cells,
    source_of,
)
from ecosystem.names import Names

DIGEST_MODULUS = 2**256
SHOWN = frozenset({Status.DOCUMENTED, Status.UNCONFIRMED})

RowType = TypeVar("RowType", bound=Row)


def row_digest(row: Row) -> int:
    """Return the SHA-256 of a row in canonical form, as a number; a digest is the sum of these."""
    canonical = "\x1f".join((row.record, *cells(row)))
    return int.from_bytes(hashlib.sha256(canonical.encode()).digest(), "big")


def digest_text(total: int) -> str:
    """Return a sum of row digests, modulo 2²⁵⁶, as 64 hexadecimal digits.

    >>> digest_text(255)[-4:]
    '00ff'
    """
    return f"{total % DIGEST_MODULUS:064x}"


def _reading_order(row: Row) -> tuple[str, int, str]:
    return (row.list, row.position, row.code) if isinstance(row, Code) else ("", 0, row.id)


@dataclass(frozen=True)
class Snapshot:
    """All rows of a dataset by id. Build it with `Snapshot.of`; equal content has an equal `digest`."""

    dataset: Dataset
    rows: Mapping[type[Row], Mapping[str, Row]] = field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[Row], dataset: Dataset) -> "Snapshot":
        """Return the snapshot of these rows, each type in the order of its ids, codes in the order of their lists."""
        grouped: dict[type[Row], dict[str, Row]] = defaultdict(dict)
        for row in sorted(rows, key=_reading_order):
            grouped[type(row)][row.id] = row
        return cls(dataset, MappingProxyType({kind: MappingProxyType(group) for kind, group in grouped.items()}))

    def of_type(self, kind: type[RowType]) -> Mapping[str, RowType]:
        """Return the rows of one type by id."""
        return cast("Mapping[str, RowType]", self.rows.get(cast("type[Row]", kind), MappingProxyType({})))

    def __iter__(self) -> Iterator[Row]:
        """Yield every row, the dataset's own first."""
        return chain((self.dataset,), chain.from_iterable(group.values() for group in self.rows.values()))

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by id, sources aside."""
        return self.of_type(Entity)

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by id."""
        return self.of_type(Fact)

    @property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by id."""
        return self.of_type(Statement)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return self.of_type(Source)

    @property
    def identifiers(self) -> Mapping[str, Identifier]:
        """The identifiers by id."""
        return self.of_type(Identifier)

    @property
    def retired(self) -> Mapping[str, Retired]:
        """The ids no longer used, by id."""
        return self.of_type(Retired)

    @cached_property
    def code_lists(self) -> Mapping[str, Mapping[str, Code]]:
        """The code lists by name, each by code in the list's own order."""
        lists: dict[str, dict[str, Code]] = defaultdict(dict)
        for code in self.of_type(Code).values():
            lists[code.list][code.code] = code
        return MappingProxyType(lists)

    def title_of(self, code_list: str, code: str) -> str:
        """Return the title of a code, or the code itself where no list has it."""
        entry = self.code_lists.get(code_list, {}).get(code)
        return entry.title if entry else code

    def node(self, node_id: str) -> Node | None:
        """Return the entity or source of that id, if there is one."""
        return self.entities.get(node_id) or self.sources.get(node_id)

    @cached_property
    def digest(self) -> str:
        """The content in 64 hexadecimal digits, whatever the order it was read in."""
        return digest_text(sum(map(row_digest, self)))

    @cached_property
    def names(self) -> Names:
        """The index of what every entity and source is called."""
        return Names(chain(self.entities.values(), self.sources.values()))

    def find(self, name: str) -> str:
        """Return the id of the only node called that; see `Names.one` for what happens otherwise."""
        return self.names.one(name)

    @property
    def default_day(self) -> date:
        """The day looked at when none is asked for."""
        return last_day(self.dataset.as_of)

    def evidence(self, row: Cited) -> tuple[str, ...]:
        """Return the dates of a row's evidence as written: its own, else those of its sources."""
        if row.evidence_date:
            return (row.evidence_date,)
        cited = (self.sources.get(source_of(citation)) for citation in row.sources)
        return tuple(source.date for source in cited if source is not None and source.date)

    def span(self, row: Cited) -> Span:
        """Return the days that decide what may be said of a row, clipped by the written life of its ends."""
        if isinstance(row, Entity):
            return span_of(row.start_date, row.end_date, self.evidence(row))
        if isinstance(row, Fact) and RELATIONS[row.relation].happening:
            return happening_of(row.start_date, self.evidence(row))
        subject = self.entities.get(row.subject)
        of_person = subject is not None and subject.label == "Person"
        span = span_of(row.start_date, row.end_date, self.evidence(row), carried_a_year=of_person)
        other = self.entities.get(row.object) if isinstance(row, Fact) else None
        for end in (subject, other):
            if end is not None:
                span = span.clipped(end.start_date, end.end_date)
        return span

    def on(self, day: date | None, bases: Iterable[str] = BASES) -> "View":
        """Return what may be shown for a day, on these bases; None asks for the whole record."""
        return View(self, day, frozenset(bases))


@dataclass(frozen=True)
class View:
    """A snapshot seen on one day, or as the whole record where `day` is None, through chosen bases.

    Documented and unconfirmed rows are shown; `left_out` counts the facts that are not, by status, and under `None`
    those on other bases.
    """

    snapshot: Snapshot
    day: date | None
    bases: frozenset[str]

    def status(self, row: Cited) -> Status | None:
        """Return a row's status on the day; None when the whole record is looked at."""
        return self.snapshot.span(row).on(self.day) if self.day else None

    def shows(self, row: Cited) -> bool:
        """Tell whether a row is shown: on a chosen basis, and documented or unconfirmed on the day."""
        return basis_of(row) in self.bases and (self.day is None or self.status(row) in SHOWN)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts shown, in the order of their ids."""
        return tuple(fact for fact in self.snapshot.facts.values() if self.shows(fact))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements shown, in the order of their ids."""
        return tuple(statement for statement in self.snapshot.statements.values() if self.shows(statement))

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities alive on the day, whatever their basis: those not known to lie outside it."""
        alive = self.snapshot.entities.values()
        return tuple(entity for entity in alive if self.day is None or self.status(entity) is not Status.OUTSIDE)

    @cached_property
    def left_out(self) -> Counter[Status | None]:
        """How many facts are not shown: by status, and under None those on a basis not chosen."""
        hidden = (fact for fact in self.snapshot.facts.values() if not self.shows(fact))
        return Counter(self.status(fact) if basis_of(fact) in self.bases else None for fact in hidden)

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped((fact.subject, fact) for fact in self.facts)

    @cached_property
    def _by_object(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped((fact.object, fact) for fact in self.facts)

    @cached_property
    def _statements_of(self) -> Mapping[str, tuple[Statement, ...]]:
        return _grouped((statement.subject, statement) for statement in self.statements)

    def facts_from(self, node_id: str, *relations: str) -> tuple[Fact, ...]:
        """Return the shown facts whose subject is that node, of these relations or of all."""
        return tuple(fact for fact in self._by_subject.get(node_id, ()) if not relations or fact.relation in relations)

    def facts_to(self, node_id: str, *relations: str) -> tuple[Fact, ...]:
        """Return the shown facts whose object is that node, of these relations or of all."""
        return tuple(fact for fact in self._by_object.get(node_id, ()) if not relations or fact.relation in relations)

    def statements_about(self, node_id: str, *properties: str) -> tuple[Statement, ...]:
        """Return the shown statements about that node, of these properties or of all."""
        found = self._statements_of.get(node_id, ())
        return tuple(statement for statement in found if not properties or statement.property in properties)


Grouped = TypeVar("Grouped")


def _grouped(pairs: Iterable[tuple[str, Grouped]]) -> Mapping[str, tuple[Grouped, ...]]:
    groups: dict[str, list[Grouped]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
