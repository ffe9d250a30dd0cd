"""Changes and plans as plain values, for plan files and for the journal in the graph; read back they are equal.

Blank cells are left out. Lists stay lists.
"""

from dataclasses import fields
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from ecosystem.model import LABELS, RELATIONS, ROW_TYPES, Entity, Fact, Row, columns
from ecosystem.plan.changes import Added, Change, Changed, Removed
from ecosystem.problems import quoted

PLAN_FORMAT = 1
"""The version of the plan file's format."""

Cell = str | int | list[str]
Plain = dict[str, Cell]

_TYPES: dict[str, type[Row]] = {row_type.record: row_type for row_type in ROW_TYPES}


_DIGEST = Field(pattern="^[0-9a-f]{64}$")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChangeRecord(_Record):
    """One change as it stands in a plan file."""

    change: Literal["added", "changed", "removed"]
    record: Literal["dataset", "code", "source", "entity", "fact", "statement", "identifier", "retired"]
    before: Plain | None = None
    after: Plain | None = None

    @model_validator(mode="after")
    def _sides_fit(self) -> "ChangeRecord":
        if (self.before is not None, self.after is not None) != _SIDES[self.change]:
            raise ValueError(f"{self.change} does not fit the rows given")
        return self


_SIDES = {"added": (False, True), "changed": (True, True), "removed": (True, False)}


class _Base(_Record):
    dataset: str
    revision: int = Field(ge=0)
    digest: str = _DIGEST


class _Impact(_Record):
    day: str
    sentences: tuple[str, ...]


class _Proposal(ChangeRecord):
    because: str


class PlanRecord(_Record):
    """A plan as it stands in a plan file."""

    sha256: str = _DIGEST
    format: int = Field(ge=PLAN_FORMAT, le=PLAN_FORMAT)
    dataset: str
    base: _Base
    missing: tuple[str, ...]
    target: str = _DIGEST
    left: dict[str, int]
    outside: tuple[ChangeRecord, ...]
    changes: tuple[ChangeRecord, ...]
    names: dict[str, str]
    impact: _Impact
    proposals: tuple[_Proposal, ...]
    inputs: dict[str, str]
    folder: str
    against: str


def plain_row(row: Row) -> Plain:
    """Return the values of a row that are not blank, by column.

    >>> from ecosystem.model import Retired
    >>> plain_row(Retired(id="old", on="2020"))
    {'id': 'old', 'on': '2020'}
    """
    values = ((column, getattr(row, column)) for column in columns(type(row)))
    return {column: list(value) if isinstance(value, tuple) else value for column, value in values if value}


def row_of(record: str, plain: Plain) -> Row:
    """Return the row of plain values; `ValueError` where one is of the wrong type or the model has no such relation."""
    row = _reader(record).validate_python({**_blank(record), **plain})
    if isinstance(row, Fact) and row.relation not in RELATIONS:
        raise ValueError(f"unknown relation {quoted(row.relation)}")
    if isinstance(row, Entity) and row.label and row.label not in LABELS:
        raise ValueError(f"unknown label {quoted(row.label)}")
    return row


@cache
def _reader(record: str) -> TypeAdapter[Row]:
    return TypeAdapter(_TYPES[record])


@cache
def _blank(record: str) -> dict[str, str | int | tuple[()]]:
    kinds: dict[object, str | int] = {str: "", int: 0}
    return {field.name: kinds.get(field.type, ()) for field in fields(_TYPES[record])}


def plain_change(change: Change) -> dict[str, object]:
    """Return a change as plain values."""
    sides = {"before": change.before, "after": change.after}
    rows = {side: plain_row(row) for side, row in sides.items() if row is not None}
    return {"change": change.kind, "record": change.row.record, **rows}


def change_of(record: ChangeRecord) -> Change:
    """Return the change that a record holds; `ValueError` where a value is of the wrong type."""
    before = None if record.before is None else row_of(record.record, record.before)
    after = None if record.after is None else row_of(record.record, record.after)
    if before is None:
        assert after is not None  # noqa: S101 - a record has one side at least
        return Added(after)
    return Removed(before) if after is None else Changed(before, after)
