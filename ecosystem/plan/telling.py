"""One change as a sentence for minutes: who joined, left or was renamed, and what else is now recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecosystem.dates import is_date, spoken
from ecosystem.model import RELATIONS, Cited, Entity, Fact, Identifier, Row, Statement, basis_of, cell
from ecosystem.plan.changes import Added, Change, Changed
from ecosystem.snapshot import Snapshot
from ecosystem.wording import (
    LEFT_OPEN,
    capitalised,
    citations,
    definite,
    joined,
    kind_of,
    lifetime,
    listed,
    on_date,
    property_in_words,
)

_LEFT = {"MEMBER_OF": "left", "HOLDS": "left the post of"}
_GROUND = frozenset({"sources", "basis", "evidence_date", "note"})
"""Columns that say on what a row rests: its citation stands behind the sentence."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How changes are told: with the names in a record since then, and those of what it has no longer."""

    after: Snapshot
    gone: Mapping[str, Entity]

    def _entity(self, node_id: str) -> Entity | None:
        return self.after.entities.get(node_id) or self.gone.get(node_id)

    def label(self, node_id: str) -> str:
        """Return the kind of a thing; empty where it is unknown."""
        entity = self._entity(node_id)
        return entity.label if entity else ""

    def title(self, node_id: str) -> str:
        """Return the name of a thing as a heading."""
        entity = self._entity(node_id)
        return entity.name if entity else self.after.name_of(node_id)

    def name(self, node_id: str) -> str:
        """Return the name of a thing in a sentence."""
        entity = self._entity(node_id)
        return definite(entity) if entity else self.after.name_of(node_id)

    def sentence(self, change: Change) -> str:
        """Return what a change says, with what justifies it."""
        return capitalised(f"{self._told(change)}{self._ground(change.after)}.")

    def _ground(self, row: Row | None) -> str:
        if isinstance(row, Cited) and row.sources:
            return f" ({citations(self.after, row)})"
        return f" ({row.note})" if isinstance(row, Cited) and basis_of(row) == "inferred" and row.note else ""

    def _told(self, change: Change) -> str:
        match change:
            case Changed():
                return self._changed(change)
            case Added():
                return self._added(change.after)
            case _ if isinstance(change.before, Entity):
                return f"{definite(change.before)} was taken out of the record"
            case _:
                return f"it is no longer recorded that {self._said(change.before)}"

    def _added(self, row: Row) -> str:
        match row:
            case Fact(relation="MEMBER_OF") if row.start_date and not row.end_date:
                role = f" as {row.role}" if row.role else ""
                return f"{self.name(row.subject)} joined {self.name(row.object)}{role} {on_date(row.start_date)}"
            case Entity():
                return f"{definite(row)} was added ({joined(kind_of(row, self.after.dataset), lifetime(row))})"
            case _:
                return f"it is now recorded that {self._said(row)}"

    def _said(self, row: Row) -> str:
        """Return what a row says, with its dates, as part of a sentence."""
        match row:
            case Fact():
                if RELATIONS[row.relation].happening and row.start_date:
                    return f"{self._tie(row)} {on_date(row.start_date)}"
                return joined(self._tie(row), lifetime(row))
            case Statement():
                value = f"{row.value} {row.unit}".strip()
                return f"the {property_in_words(self.after, row)} of {self.name(row.subject)} is {value or LEFT_OPEN}"
            case Identifier():
                return f"{self.name(row.entity)} is {row.value} in {row.scheme}"
            case _:
                return self.name(row.id)

    def _tie(self, fact: Fact) -> str:
        return f"{self.name(fact.subject)} {RELATIONS[fact.relation].said(fact.role)} {self.name(fact.object)}"

    def _changed(self, change: Changed) -> str:
        columns = [column for column in change.columns if column not in _GROUND]
        if not columns:
            return f"the evidence was renewed that {self._known(change.after)}"
        if isinstance(change.before, Entity) and isinstance(change.after, Entity):
            return "; ".join(self._entity_changed(change.before, change.after, columns))
        if isinstance(change.after, Fact) and columns == ["end_date"] and change.after.end_date:
            return self._ended(change.after)
        return (
            f"it is now recorded that {self._said(change.after)}, where before it was that {self._said(change.before)}"
        )

    def _entity_changed(self, before: Entity, after: Entity, columns: list[str]) -> Iterator[str]:
        if "name" in columns:
            yield f"{definite(before)} is now called {after.name}"
        if "end_date" in columns and after.end_date:
            yield f"{definite(after)} ended {on_date(after.end_date)}"
        others = [one for one in columns if one != "name" and not (one == "end_date" and after.end_date)]
        if others:
            yield f"for {definite(after)}, {listed(_cell(before, after, column) for column in others)}"

    def _known(self, row: Row) -> str:
        return f"there is {definite(row)}" if isinstance(row, Entity) else self._said(row)

    def _ended(self, fact: Fact) -> str:
        day = on_date(fact.end_date)
        if fact.relation in _LEFT:
            return f"{self.name(fact.subject)} {_LEFT[fact.relation]} {self.name(fact.object)} {day}"
        return f"{self._tie(fact)} only until {spoken(fact.end_date)}"


def _cell(before: Entity, after: Entity, column: str) -> str:
    old, new = (_value(row, column) for row in (before, after))
    words = f"the {column.replace('_', ' ')} {'are' if column.endswith('s') else 'is'}"
    if not new:
        return f"{words} no longer given (before: {old})"
    return f"{words} now {new}{f' (before: {old})' if old else ''}"


def _value(row: Entity, column: str) -> str:
    text = cell(row, column)
    return spoken(text) if is_date(text) else text.replace("|", ", ")
