"""Leaving people out: a view without any person, their facts, or their names in the words of other rows.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="a-b", label="Person", name="Avery Bell"),
...     Entity(id="chair", label="Post", name="Chair", note="Avery Bell in 2016"),
... ]
>>> view = without_people(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2016")).on(None))
>>> [(entity.name, entity.note) for entity in view.entities]
[('Chair', '[name left out] in 2016')]
"""

import re
from collections.abc import Container
from dataclasses import replace
from typing import Any

from ecosystem.model import Cited, Fact, Identifier, Row, Source, Statement
from ecosystem.names import names_of
from ecosystem.snapshot import Snapshot, View

LEFT_OUT = "[name left out]"

_WORDS = ("name", "short_name", "aliases", "note", "value", "role", "title", "publisher")


def without_people(view: View) -> View:
    """Return the view on the same day and bases with every person, and every mention of one by name, left out."""
    people = {entity.id: entity for entity in view.snapshot.entities.values() if entity.label == "Person"}
    if not people:
        return view
    names = {name for person in people.values() for name in names_of(person)}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)))
    rows = (row for row in view.snapshot if row is not view.snapshot.dataset and not _concerns(row, people.keys()))
    return Snapshot.of((_silenced(row, pattern) for row in rows), view.snapshot.dataset).on(view.day, view.bases)


def _concerns(row: Row, people: Container[str]) -> bool:
    match row:
        case Fact():
            return row.subject in people or row.object in people
        case Statement():
            return row.subject in people
        case Identifier():
            return row.entity in people
        case _:
            return row.id in people


def _silenced(row: Row, names: re.Pattern[str]) -> Row:
    if not isinstance(row, Cited | Source):
        return row
    changed = {column: _without(getattr(row, column, ""), names) for column in _WORDS}
    return replace(row, **{column: value for column, value in changed.items() if value != getattr(row, column, "")})


def _without(value: Any, names: re.Pattern[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(names.sub(LEFT_OUT, part) for part in value)
    return names.sub(LEFT_OUT, value)
