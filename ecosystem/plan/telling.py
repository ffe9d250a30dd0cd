"""Changes as sentences for minutes: who joined, left or was renamed, and what else is now recorded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ecosystem.dates import is_date, spoken
from ecosystem.model import MEMBER, RELATIONS, SEAT, Cited, Entity, Fact, Identifier, Row, Statement, basis_of, cell
from ecosystem.plan.changes import Added, Change, Changed, Removed, justification, sources_of
from ecosystem.snapshot import Snapshot
from ecosystem.wording import (
    LEFT_OPEN,
    as_role,
    capitalised,
    citations,
    clause,
    definite,
    joined,
    kind_of,
    lifetime,
    listed,
    on_date,
    property_in_words,
)

_OURS = "our inference"
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

    def sentences(self, changes: Iterable[Change]) -> Iterator[str]:
        """Yield what changes say, with what justifies it; who did the same for the same reason is in one sentence."""
        alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for change in changes:
            who, did, they_did = self._seated(change) or (self._told(change), "", "")
            alike[did or who, they_did, self._ground(change)].append(who)
        for (did, they_did, ground), several in alike.items():
            said = f"{listed(several)} {did if len(several) == 1 else they_did}" if they_did else did
            yield capitalised(f"{said}{ground}.")

    def _ground(self, change: Change) -> str:
        row = change.after
        if isinstance(row, Cited) and row.sources:
            return f" ({citations(self.after, replace(row, sources=justification(change)))})"
        return f" ({_OURS}: {row.note})" if isinstance(row, Cited) and _is_ours(row) and row.note else ""

    def _seated(self, change: Change) -> tuple[str, str, str] | None:
        """Return who takes or leaves a seat, and what one or several did so; None where it is another matter."""
        seat = change.row
        if not isinstance(seat, Fact) or seat.relation != SEAT:
            return None
        who, table = self.name(seat.subject), self.name(seat.object)
        match change:
            case Changed() if _is_end(change):
                did = they_did = f"left {table} {on_date(seat.end_date)}"
            case Changed() if not _told_columns(change) and _cites_more(change) and not _is_ours(change.before):
                did, they_did = (f"{was} confirmed as sitting on {table}" for was in ("was", "were"))
            case Added() if seat.start_date and not seat.end_date:
                did = they_did = f"joined {table}{as_role(seat)} {on_date(seat.start_date)}"
            case Added() | Removed() if seat.role in {"", MEMBER} and not (seat.start_date or seat.end_date):
                now = "now" if change.kind == "added" else "no longer"
                did, they_did = (f"{be} {now} recorded as sitting on {table}" for be in ("is", "are"))
            case _:
                return None
        return who, did, they_did

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
            case Entity():
                return f"{definite(row)} ({joined(kind_of(row, self.after.dataset), lifetime(row))}) was added"
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
        return clause([fact], self.name, self.title)

    def _changed(self, change: Changed) -> str:
        columns = _told_columns(change)
        if not columns:
            return self._renewed(change)
        if isinstance(change.before, Entity) and isinstance(change.after, Entity):
            return "; ".join(self._entity_changed(change.before, change.after, columns))
        if isinstance(change.after, Fact) and _is_end(change):
            return self._ended(change.after)
        return (
            f"it is now recorded that {self._said(change.after)}, where before it was that {self._said(change.before)}"
        )

    def _renewed(self, change: Changed) -> str:
        known = self._known(change.after)
        match _is_ours(change.before), _is_ours(change.after):
            case True, False:
                return f"it is confirmed that {known}, until now {_OURS}"
            case False, True:
                return f"it is no longer stated that {known}"
            case _ if "sources" in change.columns and not _cites_more(change):
                return f"the evidence has changed for this: {known}"
            case _:
                return f"the evidence was renewed that {known}"

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
        if fact.relation == "HOLDS":
            return f"{self.name(fact.subject)} left the post of {self.title(fact.object)} {on_date(fact.end_date)}"
        return f"{self._tie(fact)} only until {spoken(fact.end_date)}"


def _is_ours(row: Row) -> bool:
    return isinstance(row, Cited) and basis_of(row) == "inferred"


def _cites_more(change: Changed) -> bool:
    return not set(sources_of(change.after)) <= set(sources_of(change.before))


def _told_columns(change: Changed) -> list[str]:
    return [column for column in change.columns if column not in _GROUND]


def _is_end(change: Changed) -> bool:
    """Tell whether a change says no more than that something ended."""
    return _told_columns(change) == ["end_date"] and bool(getattr(change.after, "end_date", ""))


def _cell(before: Entity, after: Entity, column: str) -> str:
    old, new = (_value(row, column) for row in (before, after))
    words = f"the {column.replace('_', ' ')} {'are' if column.endswith('s') else 'is'}"
    if not new:
        return f"{words} no longer given (before: {old})"
    return f"{words} now {new}{f' (before: {old})' if old else ''}"


def _value(row: Entity, column: str) -> str:
    text = cell(row, column)
    return spoken(text) if is_date(text) else text.replace("|", ", ")
