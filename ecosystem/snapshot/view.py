"""A snapshot as it may be shown: on one day, through chosen bases."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from ecosystem.dates import Status
from ecosystem.model import BASES, Cited, Entity, Fact, Statement, basis_of, ends_of, source_of

if TYPE_CHECKING:
    from ecosystem.snapshot.snapshot import Snapshot

SHOWN = frozenset({Status.DOCUMENTED, Status.UNCONFIRMED})

Grouped = TypeVar("Grouped")
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many facts and statements are not shown: by their status on the day, under None those on other bases."""

    facts: Mapping[Status | None, int] = field(default_factory=dict)
    statements: Mapping[Status | None, int] = field(default_factory=dict)


def grouped(pairs: Iterable[tuple[str, Grouped]]) -> Mapping[str, tuple[Grouped, ...]]:
    """Return values by the key they come with, in the order they come.

    >>> grouped([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    groups: dict[str, list[Grouped]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


@dataclass(frozen=True)
class View:
    """A snapshot seen on one day, or as the whole record where `day` is None, through chosen bases.

    Documented and unconfirmed rows are shown; `left_out` counts the facts and statements that are not. `bases_named`
    tells whether somebody named the bases, so that all of them may be meant and not just all there are.
    """

    snapshot: "Snapshot"
    day: date | None
    bases: frozenset[str]
    bases_named: bool = False

    def name_of(self, node_id: str) -> str:
        """Return what an entity or source is called, whatever the day; see `Snapshot.name_of`."""
        return self.snapshot.name_of(node_id)

    def label_of(self, node_id: str) -> str:
        """Return the label of an entity or source, whatever the day; see `Snapshot.label_of`."""
        return self.snapshot.label_of(node_id)

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
    def asserted(self) -> "View":
        """What sources assert: the same view without our own inferences."""
        view = View(self.snapshot, self.day, self.bases - {"inferred"}, bases_named=self.bases_named)
        vars(view)["facts"] = tuple(fact for fact in self.facts if basis_of(fact) != "inferred")
        return view

    @cached_property
    def _kept(self) -> dict[object, object]:
        return {}

    def keep(self, name: object, work: Callable[[], Kept]) -> Kept:
        """Return what some work makes of this view, done once and kept under a name; nobody may change it."""
        if name not in self._kept:
            self._kept[name] = work()
        return cast("Kept", self._kept[name])

    @property
    def counting(self) -> "View":
        """What counts: what sources assert, and our own inference only where it is among bases that were named."""
        return self if self.asks_for_inference else self.asserted

    @property
    def bases_chosen(self) -> tuple[str, ...]:
        """The bases looked at, from the strongest to the weakest; empty where all are."""
        return () if self.bases.issuperset(BASES) else tuple(basis for basis in BASES if basis in self.bases)

    @property
    def asks_for_inference(self) -> bool:
        """Whether our own inference was named among the bases, by itself or beside others."""
        return "inferred" in (self.bases if self.bases_named else self.bases_chosen)

    def left_out(
        self,
        relations: Collection[str] | None = None,
        properties: Collection[str] | None = None,
        *,
        about: Collection[str] = (),
        citing: Collection[str] = (),
    ) -> LeftOut:
        """Return how many facts of these relations and statements of these properties are not shown; None means all.

        With `about`, only what has one of these nodes as an end; with `citing`, only what cites one of these sources.
        """

        def hidden(row: Fact | Statement) -> bool:
            meant = not about or not set(about).isdisjoint(ends_of(row))
            cited = not citing or not set(citing).isdisjoint(map(source_of, row.sources))
            return meant and cited and not self.shows(row)

        facts = (one for one in self.snapshot.facts.values() if relations is None or one.relation in relations)
        said = (one for one in self.snapshot.statements.values() if properties is None or one.property in properties)
        return LeftOut(*(Counter(map(self._reason, filter(hidden, rows))) for rows in (facts, said)))

    def _reason(self, row: Cited) -> Status | None:
        """Return why a row is not shown: its status, or None for its basis."""
        return self.status(row) if basis_of(row) in self.bases else None

    def facts_of(self, *relations: str) -> tuple[Fact, ...]:
        """Return the shown facts of these relations, in the order of their ids."""
        return tuple(fact for fact in self.facts if fact.relation in relations)

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Fact, ...]]:
        return grouped((fact.subject, fact) for fact in self.facts)

    @cached_property
    def _by_object(self) -> Mapping[str, tuple[Fact, ...]]:
        return grouped((fact.object, fact) for fact in self.facts)

    @cached_property
    def _statements_of(self) -> Mapping[str, tuple[Statement, ...]]:
        return grouped((statement.subject, statement) for statement in self.statements)

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
