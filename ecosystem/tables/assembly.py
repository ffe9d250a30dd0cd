"""From drafts to rows: references resolved, blank ids filled, each row with its place."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ecosystem.model import LABELS, Code, Entity, Key, Retired, Row, Source
from ecosystem.names import Names, plain
from ecosystem.problems import Problem, quoted
from ecosystem.rules import REFERENCES, Place, slug
from ecosystem.snapshot import Snapshot
from ecosystem.tables.beneath import Beneath
from ecosystem.tables.drafts import Draft, drafts_of
from ecosystem.tables.sheet import PEOPLE, REMOVE, Sheet, lacking

_NAMED = (Entity, Source)
_FIRST = (*_NAMED, Code)
"""What other rows refer to, by ids or names."""


class Assembly:
    """Builds the rows of a register; `into` is a snapshot whose values stay where a sheet has no such column.

    `removed` are the rows of that snapshot which the sheets take out, with the places that say so. They are among the
    `rows` still, so that whatever refers to them can be told. `restated` are those that a row without an id says again.
    """

    def __init__(self, sheets: Iterable[Sheet], into: Snapshot | None = None, *, day_first: bool = False) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Key, Place] = {}
        self.removed: dict[Key, Place] = {}
        self.restated: set[Key] = set()
        self._beneath = Beneath(into)
        self._is_update = into is not None
        self.rows: dict[Key, Row] = dict(self._beneath.rows)
        self._numbers: Counter[str] = Counter()
        drafts = [draft for sheet in sheets for draft in self._usable(sheet, day_first=day_first)]
        self._taken = {row_id for _, row_id in self.rows} | {draft.id for draft in drafts}
        for draft in drafts:
            if draft.row_type in _FIRST:
                self._add(draft)
        self._names = Names(row for row in self.rows.values() if isinstance(row, Entity | Source))
        for draft in drafts:
            if draft.row_type not in _FIRST:
                self._resolve(draft)
                self._add(draft)

    def _usable(self, sheet: Sheet, *, day_first: bool) -> Iterator[Draft]:
        """Yield the drafts of a sheet, but no new rows where it lacks a column they need, and note the column."""
        missing, new = lacking(sheet), 0
        for draft in drafts_of(sheet, day_first=day_first):
            if not missing or draft.remove or self._beneath.row_of(draft):
                yield draft
            else:
                new = new or draft.place.row
        for column in missing if new else ():
            sheet.is_whole = False
            message = f"column {quoted(column)} missing, and row {new} is new"
            sheet.add("B15", message, "add it, or correct the id where the row is not new", 1, column)

    def _resolve(self, draft: Draft) -> None:
        for column in REFERENCES[draft.row_type]:
            text = draft.values.get(column, "")
            if isinstance(text, str) and plain(text):
                found = self._names.exact(text)
                draft.values[column] = found[0] if len(found) == 1 else text
        if not draft.id and draft.row_type is not Retired and not self._is_known(draft):
            draft.values["id"] = self._free(draft.made_id)

    def _is_known(self, draft: Draft) -> bool:
        """Tell whether a draft without an id says what a row beneath says; then it is that row."""
        if found := self._beneath.said_by(draft):
            draft.values = {"id": found}
            self.restated.add((draft.row_type, found))
        return bool(found)

    def _free(self, wanted: str) -> str:
        free = wanted
        while free in self._taken:
            self._numbers[wanted] += 1
            free = f"{wanted}--{self._numbers[wanted] + 1}"
        self._taken.add(free)
        return free

    def _add(self, draft: Draft) -> None:
        if draft.row_type in _NAMED and not draft.id and not self._is_known(draft) and not self._is_filled(draft):
            return
        if draft.remove and self._removes(draft):
            return
        old, row = self._beneath.row_of(draft), self._beneath.laid(draft)
        key = (draft.row_type, row.id)
        if key in self.places:
            self._note_duplicate(draft, row, self.rows[key], self.places[key])
        elif draft.is_label_implied and old is not None and _label(old) != _label(row):
            self._note_other_kind(draft, row, old, " in the register")
        elif row.id:
            self.rows[key] = row
            self.places[key] = draft.place
        else:
            self._note(draft, "B31", "id is empty", "write an id")

    def _is_filled(self, draft: Draft) -> bool:
        """Give a draft the id its name proposes, note where a person must choose, tell whether it can be read."""
        name = str(draft.values.get("name") or draft.values.get("title") or "")
        proposed = draft.values["id"] = self._beneath.namesake_of(draft) or slug(name)
        shown = quoted(proposed) if proposed and draft.values.get("label") != "Person" else ""
        is_free = bool(proposed) and proposed not in self._taken
        if proposed and not is_free and self._is_update:
            message = f"id is empty, and {shown or 'the one its name proposes'} is in use"
            self._note(draft, "B31", message, f"write {shown or 'that id'} if the same is meant, else another")
        elif not (is_free and self._is_update):
            self._note(draft, "B31", "id is empty", f"use {shown}" if shown else "write an id")
        self._taken.add(proposed)
        return bool(proposed) and (draft.row_type, proposed) not in self.rows

    def _removes(self, draft: Draft) -> bool:
        """Note a row as removed; tell whether there is nothing else to do with it."""
        key = (draft.row_type, draft.id)
        if draft.remove != "yes":
            fix = "write `yes` to take the row out, or leave the cell blank"
            self._note(draft, "B57", "what stands here is neither `yes` nor blank", fix, REMOVE)
            return False
        if key in self.places:
            return False
        if key in self._beneath.rows:
            self.removed[key] = self.places[key] = draft.place
        else:
            fix = "write the id of the row to take out, or leave this row away"
            self._note(draft, "B41", "the register has no such row to remove", fix)
        return True

    def _note_duplicate(self, draft: Draft, row: Row, other: Row, place: Place) -> None:
        shown = _shown(draft, row, other)
        if _label(row) != _label(other):
            self._note_other_kind(draft, row, other, f" at {place}")
        else:
            code = "B34" if place.file == draft.place.file else "B35"
            self._note(draft, code, f"{shown} already at {place}", "remove one of the rows, or give it another id")

    def _note_other_kind(self, draft: Draft, row: Row, other: Row, where: str) -> None:
        there, here = (LABELS[label].singular if (label := _label(one)) in LABELS else "something else"
                       for one in (other, row))  # fmt: skip
        message = f"{_shown(draft, row, other)} is already in use: {there}{where}, here {here}"
        self._note(draft, "B36", message, "give one of them another id")

    def _note(self, draft: Draft, code: str, message: str, fix: str, column: str = "") -> None:
        column = column or ("code" if draft.row_type is Code else "id")
        self.problems.append(Problem(code, message, fix, draft.place.file, draft.place.row, column))


def _label(row: Row) -> str:
    return row.label if isinstance(row, Entity) else ""


def _shown(draft: Draft, row: Row, other: Row) -> str:
    is_personal = draft.stem == PEOPLE or "Person" in {_label(row), _label(other)}
    return "the id" if is_personal else f"id {quoted(draft.id)}"
