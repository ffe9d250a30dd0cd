"""Forgetting a person: which rows go with them, where others still name them, and rows as if they had never been.

Names of several words are found whatever their case, accents and punctuation, single words as they are written, ids as
a part of longer ids too.

>>> from ecosystem.model import Dataset
>>> ann = Entity(id="ann-lee", label="Person", name="Ann Lee")
>>> rows = [ann, Entity(id="gp", label="Post", name="GP", note="Ann Lee's")]
>>> snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2022"))
>>> [change.row.id for change in forgetting(snapshot, "ann-lee")]
['ann-lee']
>>> still_named(snapshot, "ann-lee")
(Named(record='entity', id='gp', column='note'),)
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ecosystem.model import LABELS, Entity, Fact, Identifier, Retired, Row, Source, Statement, cells, columns
from ecosystem.names import names_of
from ecosystem.plan.changes import Added, Change, Changed, Removed
from ecosystem.problems import NotFound, Refused, UsageError, quoted
from ecosystem.snapshot import Snapshot
from ecosystem.wording import counted

QUOTED_CELLS = 5

PLACING = frozenset({"id", "label", "subject", "relation", "object", "entity", "list", "code"})
"""Columns that say which row it is and where it belongs: without them there is no row."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A cell that names a person: what kind of row, its id, the column."""

    record: str
    id: str
    column: str


@dataclass(frozen=True)
class Traces:
    """What tells of a person: the ids they have or had, and what they are or were called."""

    ids: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, person_id: str, rows: Iterable[Row]) -> "Traces":
        """Return the traces of a person in rows, whatever the order and the time of these."""
        found = tuple(row for row in rows if isinstance(row, Entity | Retired))
        ids = {person_id}
        while more := {row.id for row in found if isinstance(row, Retired) and row.replaced_by in ids} - ids:
            ids |= more
        persons = (row for row in found if isinstance(row, Entity) and row.id in ids)
        return cls(frozenset(ids), frozenset(name for row in persons for name in names_of(row)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = [_pattern_of_name(name) for name in self.names]
        ids = [rf"(?:(?<![\w-])|(?<=--)){re.escape(each)}(?=--|[^\w-]|$)" for each in self.ids]
        return re.compile("|".join(sorted(filter(None, (*names, *ids)))))

    def tell(self, text: str) -> bool:
        """Tell whether a text names the person."""
        return self._pattern.search(text if text.isascii() else _unaccented(text)) is not None

    def are_of(self, row: Row) -> bool:
        """Tell whether a row is the person, or is about them alone or with others."""
        match row:
            case Entity():
                return row.id in self.ids
            case Fact():
                return row.subject in self.ids or row.object in self.ids
            case Statement():
                return row.subject in self.ids
            case Identifier():
                return row.entity in self.ids
            case Retired():
                return row.id in self.ids or row.replaced_by in self.ids
            case _:
                return False

    def columns(self, row: Row) -> tuple[str, ...]:
        """Return the columns of a row whose cells name the person."""
        if not self.tell("\n".join(cells(row))):
            return ()
        return tuple(column for column in columns(type(row)) if any(map(self.tell, _texts(getattr(row, column)))))

    def without(self, row: Row | None) -> Row | None:
        """Return a row as if the person had never been: what names them is blank; None where nothing is left of it."""
        if row is None or self.are_of(row):
            return None
        named = self.columns(row)
        if not PLACING.isdisjoint(named):
            return None
        blank: dict[str, Any] = {column: self._rest(getattr(row, column)) for column in named}
        return replace(row, **blank) if blank else row

    def _rest(self, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        return "" if isinstance(value, str) else tuple(item for item in value if not self.tell(item))

    def taken_out(self, change: Change) -> Change | None:
        """Return a change as if the person had never been; None where then nothing changes."""
        before, after = self.without(change.before), self.without(change.after)
        if after is None:
            return None if before is None else Removed(before)
        if before is None:
            return Added(after)
        return None if before == after else Changed(before, after)


def _texts(value: str | int | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _pattern_of_name(name: str) -> str:
    words = re.findall(r"[^\W_]+", _unaccented(name))
    written = r"[\W_]+".join(map(re.escape, words))
    whole = rf"(?<![^\W_]){written}(?![^\W_])"
    return "" if not words else whole if len(words) == 1 else f"(?i:{whole})"


def check_person(rows: Iterable[Row], person_id: str) -> None:
    """Raise `NotFound` where no row has that id, `UsageError` where it is not a person's."""
    labels = {row.label for row in rows if isinstance(row, Entity | Source) and row.id == person_id}
    if not labels:
        raise NotFound("there is no person of that id", fix="see `ecosystem find NAME`: the id stands in brackets")
    if "Person" not in labels:
        kind = next((LABELS[label].singular for label in labels if label in LABELS), "none")
        fix = "give it an end date, or remove its row with an import"
        raise UsageError(f"only people are forgotten; {quoted(person_id)} is of another kind: {kind}", fix=fix)


def forgetting(snapshot: Snapshot, person_id: str) -> tuple[Change, ...]:
    """Return the removals that take a person out: themselves, what is about them, their former ids.

    `NotFound` where there is nobody of that id; `UsageError` where it is not a person's.
    """
    check_person(snapshot, person_id)
    traces = Traces.of(person_id, snapshot)
    return tuple(Removed(row) for row in snapshot if traces.are_of(row))


def still_named(snapshot: Snapshot, person_id: str) -> tuple[Named, ...]:
    """Return the cells that would still name a person once their own rows are gone, in the order of rows."""
    return tuple(named_in(snapshot, Traces.of(person_id, snapshot)))


def must_not_be_named(named: Iterable[Named]) -> None:
    """Refuse to forget while other cells name the person: nothing is reworded in silence."""
    if found := tuple(dict.fromkeys(named)):
        shown = ", ".join(f"{each.column} of {quoted(each.id)}" for each in found[:QUOTED_CELLS])
        more = f" and {len(found) - QUOTED_CELLS:,} more" if len(found) > QUOTED_CELLS else ""
        raise Refused(
            f"{counted(len(found), 'other cell')} still {'names' if len(found) == 1 else 'name'} this person: "
            f"{shown}{more}; nothing was written",
            fix="reword them first, through an import, or by hand where a hand wrote them; then forget again",
        )


def named_in(rows: Iterable[Row], traces: Traces) -> Iterator[Named]:
    """Yield the cells of rows, those about the person aside, that name the person."""
    for row in rows:
        if not traces.are_of(row):
            yield from (Named(row.record, row.id, column) for column in traces.columns(row))
