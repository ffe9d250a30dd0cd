"""One change as a sentence for minutes: who joined, left or was renamed, and what else is now recorded."""

from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.dates import is_date, spoken
from ecosystem.model import RELATIONS, Cited, Entity, Fact, Identifier, Row, Statement, basis_of, cell
from ecosystem.plan.changes import Added, Change, Changed
from ecosystem.snapshot import Snapshot
from ecosystem.wording import (
    LEFT_OPEN,
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

_REFERENCES = frozenset({"subject", "object", "entity"})


@dataclass(frozen=True, slots=True)
class Telling:
    """How changes are told: with the names of the record they led to, and those of what it has no longer."""

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
        text = f"{self._told(change)}{self._ground(change.after)}."
        return f"{text[:1].upper()}{text[1:]}"

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
                return joined(f"{self._tie(row)}", self._dates(row))
            case Statement():
                value = f"{row.value} {row.unit}".strip()
                return f"the {property_in_words(self.after, row)} of {self.name(row.subject)} is {value or LEFT_OPEN}"
            case Identifier():
                return f"{self.name(row.entity)} is {row.value} in {row.scheme}"
            case _:
                return self.name(row.id)

    def _tie(self, fact: Fact) -> str:
        return f"{self.name(fact.subject)} {RELATIONS[fact.relation].said(fact.role)} {self.name(fact.object)}"

    def _dates(self, fact: Fact) -> str:
        happened = RELATIONS[fact.relation].happening and fact.start_date
        return on_date(fact.start_date) if happened else lifetime(fact)

    def _changed(self, change: Changed) -> str:
        row, parts = change.after, []
        columns = [column for column in change.columns if column not in _GROUND]
        if isinstance(row, Entity | Fact) and "end_date" in columns and row.end_date:
            columns.remove("end_date")
            parts.append(self._ended(row))
        if isinstance(row, Entity) and isinstance(change.before, Entity) and "name" in columns:
            columns.remove("name")
            parts.append(f"{definite(change.before)} is now called {row.name}")
        if columns:
            where = f"for {definite(row)}" if isinstance(row, Entity) else f"where {self._said(row)}"
            parts.append(f"{where}, {listed(self._cell(change, column) for column in columns)}")
        return "; ".join(parts) or f"the evidence was renewed that {self._known(row)}"

    def _known(self, row: Row) -> str:
        return f"there is {definite(row)}" if isinstance(row, Entity) else self._said(row)

    def _ended(self, row: Entity | Fact) -> str:
        if isinstance(row, Entity):
            return f"{definite(row)} ended {on_date(row.end_date)}"
        if row.relation in _LEFT:
            words = f"{self.name(row.subject)} {_LEFT[row.relation]} {self.name(row.object)}"
            return f"{words} {on_date(row.end_date)}"
        return f"it ended {on_date(row.end_date)} that {self._tie(row)}"

    def _cell(self, change: Changed, column: str) -> str:
        old, new = (self._value(row, column) for row in (change.before, change.after))
        return f"the {column.replace('_', ' ')} is now {new}, before {old}"

    def _value(self, row: Row, column: str) -> str:
        text = cell(row, column)
        if column in _REFERENCES:
            return self.name(text)
        return (spoken(text) if is_date(text) else text.replace("|", ", ")) or "not given"
