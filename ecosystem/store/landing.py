"""How rows land in the graph: labels and properties, and back again to equal rows.

A blank cell is an absent property, an empty list an empty list. `basis` is the one a row rests on; where its cell was
blank, `blank_basis` is true, so that the row reads back as it was written. Entities, facts and statements also carry
the days that decide what may be said of them (`DERIVED`), and nodes what they are called as `names.plain` compares it:
neither is a part of the row.

>>> from ecosystem.dates import span_of
>>> fact = Fact(id="f", subject="a", relation="PART_OF", object="b", note="reasoned")
>>> landed(fact, span_of("", "", ("2018",)))["basis"]
'inferred'
>>> row_from(Fact, landed(fact, span_of("", "", ("2018",))), subject="a", relation="PART_OF", object="b") == fact
True
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, cast

from ecosystem.dates import EARLIEST, Span
from ecosystem.model import (
    CALLED,
    DERIVED,
    LABELS,
    Cited,
    Code,
    Entity,
    Fact,
    Identifier,
    Row,
    Source,
    Statement,
    basis_of,
    columns,
)
from ecosystem.names import names_of, plain

Value = str | int | bool | date | list[str] | None
Properties = dict[str, Value]

STRUCTURE: Mapping[type[Row], tuple[str, ...]] = {
    Entity: ("label",),
    Fact: ("subject", "relation", "object"),
    Statement: ("subject",),
    Identifier: ("entity",),
}
"""Columns that are the shape of the graph, not properties."""


def labels_of(row: Row) -> str:
    """Return the labels of a row's node, as a pattern writes them.

    >>> labels_of(Entity(id="a", label="Board", name="A"))
    'Entity:Board:Body'
    """
    if isinstance(row, Entity):
        label = LABELS[row.label]
        return f"Entity:{label.name}:Body" if label.is_body else f"Entity:{label.name}"
    return "Entity:Source" if isinstance(row, Source) else type(row).__name__


def landed(row: Row, span: Span | None = None) -> Properties:
    """Return all properties of a row; a blank one is None. Entities, facts and statements need their span."""
    names = [name for name in columns(type(row)) if name not in STRUCTURE.get(type(row), ())]
    properties: Properties = {name: _value(getattr(row, name)) for name in names}
    if isinstance(row, Cited):
        properties |= {"basis": basis_of(row), "blank_basis": True if not row.basis else None}
    if isinstance(row, Source):
        properties["name"] = row.name
    if isinstance(row, Entity | Source):
        properties[CALLED] = list(dict.fromkeys(filter(None, map(plain, names_of(row)))))
    if isinstance(row, Code):
        properties["id"] = row.id
    return properties | (derived(span) if span else {})


def _value(value: str | int | tuple[str, ...]) -> Value:
    return list(value) if isinstance(value, tuple) else value or None


def derived(span: Span) -> Properties:
    """Return the days of a span as properties; a row that was never seen has no `last_seen`."""
    days: Properties = {name: cast("date", getattr(span, name)) for name in DERIVED}
    return days | {"last_seen": span.last_seen if span.last_seen != EARLIEST else None}


def row_from(row_type: type[Row], properties: Mapping[str, object], **structure: str) -> Row:
    """Return the row of a node or relationship; a property of the wrong type, set by hand, is read as text."""
    given = {**properties, **structure}
    if given.get("blank_basis"):
        given["basis"] = None
    values: dict[str, Any] = {field.name: _cell(given.get(field.name), field.type) for field in fields(row_type)}
    return row_type(**values)


def _cell(value: object, kind: object) -> str | int | tuple[str, ...]:
    if kind is int:
        return value if isinstance(value, int) else 0
    if kind is str:
        return "" if value is None else str(value)
    items = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(map(str, items))
