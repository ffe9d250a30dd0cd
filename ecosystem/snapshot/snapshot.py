"""All rows of a dataset at one moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TypeVar, cast

from ecosystem.dates import Span, first_day, happening_of, last_day, span_of
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
    ends_of,
    source_of,
)
from ecosystem.names import Names
from ecosystem.snapshot.digest import digest_text, row_digest
from ecosystem.snapshot.view import View, grouped

RowType = TypeVar("RowType", bound=Row)


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

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by id, sources aside."""
        return self.of_type(Entity)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by id."""
        return self.of_type(Fact)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by id."""
        return self.of_type(Statement)

    @cached_property
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

    def name_of(self, node_id: str) -> str:
        """Return what an entity or source is called; the id itself where there is none of that id."""
        node = self.node(node_id)
        return node.name if node else node_id

    def label_of(self, node_id: str) -> str:
        """Return the label of an entity or source; empty where there is none of that id."""
        node = self.node(node_id)
        return node.label if node else ""

    @cached_property
    def _facts_by_end(self) -> Mapping[str, tuple[Fact, ...]]:
        return grouped((end, fact) for fact in self.facts.values() for end in dict.fromkeys(ends_of(fact)))

    def facts_about(self, node_id: str) -> tuple[Fact, ...]:
        """Return the facts of which that node is an end, whatever their day and basis, in the order of their ids."""
        return self._facts_by_end.get(node_id, ())

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
        cited = map(self.sources.get, map(source_of, row.sources))
        return tuple(source.date for source in cited if source is not None and source.date)

    def looks_back(self, fact: Fact) -> bool:
        """Tell whether a fact is a doing that its sources speak of as past: they are all younger than its evidence."""
        dates = [self.sources[source_of(one)].date for one in fact.sources if source_of(one) in self.sources]
        if RELATIONS[fact.relation].table != "activity" or not (fact.evidence_date and dates and all(dates)):
            return False
        return last_day(fact.evidence_date) < min(map(first_day, dates))

    def span(self, row: Cited) -> Span:
        """Return the days that decide what may be said of a row, clipped by the written life of its ends."""
        if isinstance(row, Entity):
            return span_of(row.start_date, row.end_date, self.evidence(row))
        if isinstance(row, Fact) and RELATIONS[row.relation].happening:
            return happening_of(row.start_date, self.evidence(row))
        ends = tuple(map(self.entities.get, ends_of(row)))
        of_person = ends[0] is not None and ends[0].label == "Person"
        span = span_of(row.start_date, row.end_date, self.evidence(row), carried_a_year=of_person)
        for end in ends:
            if end is not None:
                span = span.clipped(end.start_date, end.end_date)
        return span

    def on(self, day: date | None, bases: Iterable[str] = BASES, *, named: bool = False) -> View:
        """Return what may be shown for a day, on these bases; None asks for the whole record.

        `named` tells that somebody named the bases, which may be all of them.
        """
        return View(self, day, frozenset(bases), bases_named=named)
