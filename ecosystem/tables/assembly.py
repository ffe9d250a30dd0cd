"""From sheets to rows: lists split, references resolved, blank ids filled, each row with its place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any

from ecosystem.model import (
    LABELS,
    ROW_TYPES,
    Code,
    Entity,
    Fact,
    Retired,
    Row,
    Source,
    Statement,
)
from ecosystem.model.rows import LIST_SEPARATORS
from ecosystem.names import Names, plain
from ecosystem.problems import Problem, quoted
from ecosystem.rules import REFERENCES, Place, slug
from ecosystem.snapshot import Snapshot
from ecosystem.tables.records import Record
from ecosystem.tables.sheet import PEOPLE, Sheet

_NAMED = (Entity, Source)
_SPACE = " \t\n"


class Assembly:
    """Builds the rows of a register; `into` is a snapshot whose values stay where a sheet has no such column."""

    def __init__(self, sheets: Iterable[Sheet], into: Snapshot | None = None) -> None:
        self.problems: list[Problem] = []
        self.places: dict[tuple[type[Row], str], Place] = {}
        self.rows: dict[tuple[type[Row], str], Row] = {}
        self._into = into
        if into is not None:
            self.rows.update({(type(row), row.id): row for row in into if row is not into.dataset})
        drafts = [draft for sheet in sheets for draft in _drafts(sheet)]
        for draft in drafts:
            if draft.row_type in (*_NAMED, Code):
                self._add(draft)
        self._names = Names(row for row in self.rows.values() if isinstance(row, Entity | Source))
        later = [draft for draft in drafts if draft.row_type not in (*_NAMED, Code)]
        self._taken = set(self.rows) | {(draft.row_type, draft.id) for draft in later}
        for draft in later:
            self._resolve(draft)
            self._add(draft)

    def _resolve(self, draft: "Draft") -> None:
        for column in REFERENCES[draft.row_type]:
            text = draft.values.get(column, "")
            if isinstance(text, str) and plain(text):
                found = self._names.exact(text)
                draft.values[column] = found[0] if len(found) == 1 else text
        if not draft.id and draft.row_type is not Retired:
            draft.values["id"] = self._free(draft.row_type, _made_id(draft))

    def _free(self, row_type: type[Row], wanted: str) -> str:
        number, free = 1, wanted
        while (row_type, free) in self._taken:
            number += 1
            free = f"{wanted}--{number}"
        self._taken.add((row_type, free))
        return free

    def _add(self, draft: "Draft") -> None:
        if draft.row_type in _NAMED and not draft.id:
            self._propose(draft)
            if not draft.values["id"] or (draft.row_type, draft.id) in self.rows:
                return
        old = self._into.of_type(draft.row_type).get(draft.id) if self._into is not None else None
        row: Row = replace(old, **draft.values) if old is not None else draft.row()
        key = (draft.row_type, row.id)
        if key in self.places:
            self._note_duplicate(draft, row, self.rows[key], self.places[key])
        elif row.id:
            self.rows[key] = row
            self.places[key] = draft.place
        else:
            self._note(draft, "B31", "id is empty", "write an id")

    def _propose(self, draft: "Draft") -> None:
        name = str(draft.values.get("name") or draft.values.get("title") or "")
        proposed = slug(name)
        draft.values["id"] = proposed
        is_public = draft.values.get("label") != "Person"
        self._note(draft, "B31", "id is empty", f"use {quoted(proposed)}" if proposed and is_public else "write an id")

    def _note_duplicate(self, draft: "Draft", row: Row, other: Row, place: Place) -> None:
        is_public = not (isinstance(row, Entity) and row.label == "Person") and draft.stem != PEOPLE
        shown = f"id {quoted(draft.id)}" if is_public else "the id"
        if isinstance(row, Entity) and isinstance(other, Entity) and row.label != other.label:
            kinds = [LABELS[one.label].singular if one.label in LABELS else "something else" for one in (other, row)]
            message = f"{shown} is already in use: {kinds[0]} at {place}, here {kinds[1]}"
            self._note(draft, "B36", message, "give one of them another id")
        else:
            code = "B34" if place.file == draft.place.file else "B35"
            self._note(draft, code, f"{shown} already at {place}", "remove one of the rows, or give it another id")

    def _note(self, draft: "Draft", code: str, message: str, fix: str) -> None:
        column = "code" if draft.row_type is Code else "id"
        self.problems.append(Problem(code, message, fix, draft.place.file, draft.place.row, column))


@dataclass(slots=True)
class Draft:
    """A row in the making: its type, its place, its values by column."""

    row_type: type[Row]
    place: Place
    stem: str
    values: dict[str, Any]

    @property
    def id(self) -> str:
        """The id as far as it is known; that of a code is its list and code."""
        if self.row_type is Code:
            return f"{self.values['list']}/{self.values.get('code', '')}"
        return str(self.values.get("id", ""))

    def row(self) -> Row:
        """Return the row; cells no sheet had are blank."""
        blanks: dict[str, Any] = {column: "" for column in _WITHOUT_DEFAULT[self.row_type] if column not in self.values}
        return self.row_type(**self.values, **blanks)


_WITHOUT_DEFAULT = {
    row_type: tuple(field.name for field in fields(row_type) if field.default is MISSING) for row_type in ROW_TYPES
}


def _drafts(sheet: Sheet) -> Iterator[Draft]:
    if sheet.table is None:
        return
    row_type = sheet.table.row_type
    counted: Counter[str] = Counter()
    for record in sheet.records:
        values = _values(sheet, record)
        if row_type is Entity and not values.get("label") and sheet.table.label:
            values["label"] = sheet.table.label
        if row_type is Code:
            counted[sheet.stem] += 1
            values |= {"list": sheet.stem, "position": counted[sheet.stem]}
        yield Draft(row_type, Place(sheet.file, record.row), sheet.stem, values)


def _values(sheet: Sheet, record: Record) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, cell in zip(sheet.header, record.cells, strict=False):
        if column:
            text = cell.strip(_SPACE)
            values[column] = _list(text, LIST_SEPARATORS[column]) if column in LIST_SEPARATORS else text
    return values


def _list(text: str, separator: str) -> tuple[str, ...]:
    if not text:
        return ()
    parts = text.split(separator) if separator != " " else re.split("[ \t\n]+", text)
    return tuple(part.strip(_SPACE) for part in parts if part.strip(_SPACE))


def _made_id(draft: Draft) -> str:
    values = {column: slug(str(text)) for column, text in draft.values.items() if isinstance(text, str)}
    if draft.row_type is Fact:
        parts = [values.get("object", ""), values.get("subject", ""), values.get("relation", "")]
    elif draft.row_type is Statement:
        parts = [values.get("subject", ""), values.get("property", "")]
    else:
        parts = [values.get("entity", ""), values.get("scheme", "")]
    return "--".join(part for part in parts if part)
