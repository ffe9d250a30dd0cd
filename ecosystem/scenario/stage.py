"""Where a scenario stands before a step: the record as far as it is changed, the day, and who is there on it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from ecosystem.dates import ONE_DAY, Status, first_day, last_day
from ecosystem.model import BODIES, LISTING, RELATIONS, Entity, Fact, basis_of
from ecosystem.plan import Change, applied
from ecosystem.problems import UsageError
from ecosystem.scenario.ground import SCENARIO
from ecosystem.snapshot import Snapshot, View
from ecosystem.wording import kind_of, listed, name_in_sentence, on_day, when

Held = TypeVar("Held", Entity, Fact)

LASTING = frozenset(name for name, relation in RELATIONS.items() if not relation.happening) - {LISTING}
"""The relations that last, and end with one of their ends: all but happenings, and what a page lists."""

EARLIER = "put this step before that one, or name what is there after it"


class Outcome(StrEnum):
    """What a step does to a fact."""

    BEGINS = "begins"
    PASSES = "passes on"
    LEADS = "leads elsewhere"
    ONE = "becomes one"
    THERE = "is there already"
    AWAY = "falls away"
    ENDS = "ends"
    OUT = "is taken out"
    OPEN = "is left open"
    STAYS = "stays with the old"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a step does to facts: those of before, what stands in their place, and why, where that is to be said."""

    outcome: Outcome
    before: tuple[Fact, ...] = ()
    after: Fact | None = None
    why: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All of them: at least one."""
        return (*self.before, self.after) if self.after else self.before


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: what is supposed, in words that follow “if”, the changes, effects, and what to note."""

    supposed: str
    changes: tuple[Change, ...]
    effects: tuple[Effect, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A record on the way through a scenario: looked at on a day and bases, before the step of a number, from 1."""

    snapshot: Snapshot
    recorded: Snapshot
    day: date
    bases: frozenset[str]
    source: str
    number: int = field(default=1)

    @cached_property
    def view(self) -> View:
        """What is shown before the step."""
        return self.snapshot.on(self.day, self.bases | {SCENARIO})

    def after(self, changes: Collection[Change]) -> "Stage":
        """Return where the scenario stands after a step that makes these changes."""
        snapshot = applied(self.snapshot, changes)
        assert snapshot is not None  # noqa: S101 - the dataset's own row stays
        if not any(isinstance(change.row, Entity) for change in changes):
            vars(snapshot)["names"] = self.snapshot.names  # its making is most of what a step takes
        return replace(self, snapshot=snapshot, number=self.number + 1)

    @property
    def begins(self) -> str:
        """The first day of what the step brings, as written."""
        return self.day.isoformat()

    @property
    def ends(self) -> str:
        """The last day of what the step ends, unless another is given: the day before."""
        if self.day == date.min:
            raise UsageError("nothing ended before the first day there is", fix="look at a later day")
        return (self.day - ONE_DAY).isoformat()

    @property
    def citation(self) -> str:
        """Where rows that the step adds or changes say that they come from."""
        return f"{self.source}:item{self.number}"

    def name(self, node_id: str) -> str:
        """Return what something is called in a sentence."""
        return name_in_sentence(self.snapshot, node_id)

    def names(self, ids: Iterable[str]) -> str:
        """Return what several things are called, as a list in a sentence."""
        return listed(map(self.name, ids))

    def node(self, name: str) -> str:
        """Return the id of the only entity called that, which is there on the day; see `Snapshot.find` for others."""
        self._must_not_be_taken_out(name)
        found = self.snapshot.find(name)
        entity = self.snapshot.entities.get(found)
        if entity is None:
            raise UsageError(f"{self.name(found)} is a source, and nothing to change", fix="name a body")
        if not self.is_there(entity) and self._was_there(found):
            raise UsageError(f"{self.name(found)} has ended by a step before", fix=EARLIER)
        if not self.is_there(entity):
            raise UsageError(
                f"{self.name(found)} is not there {self.on_the_day}: {when(self.view, entity)}",
                fix=self._another_day(entity),
            )
        return found

    def _must_not_be_taken_out(self, name: str) -> None:
        """Raise where something was called that in the record, and nothing is after the steps before."""
        gone = () if self.snapshot.names.exact(name) else self.recorded.names.exact(name)
        if gone:
            called = name_in_sentence(self.recorded, gone[0])
            raise UsageError(f"{called} was taken out of the record by a step before", fix=EARLIER)

    def _was_there(self, node_id: str) -> bool:
        recorded = self.recorded.entities.get(node_id)
        return recorded is not None and self.recorded.span(recorded).on(self.day) is not Status.OUTSIDE

    def body(self, name: str) -> str:
        """Return the id of the only body called that, which is there on the day; `UsageError` for anything else."""
        found = self.node(name)
        entity = self.snapshot.entities[found]
        if entity.label not in BODIES:
            kind = kind_of(entity, self.snapshot.dataset)
            message = f"{self.name(found)} is no body but of another kind: {kind}"
            raise UsageError(message, fix="bodies can be merged, removed, ended and split; its lines can be changed")
        return found

    def bodies(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of bodies, each once, in the order named."""
        return tuple(dict.fromkeys(map(self.body, names)))

    def is_there(self, entity: Entity) -> bool:
        """Tell whether an entity is there on the day, as far as is known."""
        return self.view.status(entity) is not Status.OUTSIDE

    @property
    def on_the_day(self) -> str:
        """The day, as a sentence has it."""
        return on_day(self.day)

    def _another_day(self, entity: Entity) -> str:
        span = self.snapshot.span(entity)
        if self.day > span.may_until:
            return f"look at an earlier day, as with --as-of {first_day(entity.end_date) - ONE_DAY}"
        return f"look at a later day, as with --as-of {last_day(entity.start_date)}"

    def asserted(self, fact: Fact) -> bool:
        """Tell whether a fact is shown before the step, and not by our inference alone."""
        return self.view.shows(fact) and basis_of(fact) != "inferred"

    def cited(self, row: Held, *, start_date: str | None = None, end_date: str | None = None) -> Held:
        """Return a row with another start or end, which cites the step for it."""
        return replace(
            row,
            start_date=row.start_date if start_date is None else start_date,
            end_date=row.end_date if end_date is None else end_date,
            basis=basis_of(row),
            sources=tuple(dict.fromkeys((*row.sources, self.citation))),
        )
