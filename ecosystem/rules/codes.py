"""Rules of codes: every code is in its list, what a row cannot do without is filled, yes is `yes`."""

import re
from collections.abc import Iterable, Iterator

from ecosystem.model import (
    BASES,
    FREE_ROLES,
    LABELS,
    RELATIONS,
    ROW_TYPES,
    Code,
    Entity,
    Fact,
    Identifier,
    Retired,
    Row,
    Source,
    Statement,
    columns,
)
from ecosystem.problems import Problem, quoted
from ecosystem.rules.examination import Examination
from ecosystem.rules.suggestion import did_you_mean

REQUIRED: dict[type[Row], tuple[str, ...]] = {
    Entity: ("name", "label"),
    Fact: ("subject", "relation", "object"),
    Statement: ("subject", "property"),
    Source: ("title",),
    Identifier: ("entity", "scheme", "value"),
    Retired: ("on",),
    Code: ("title",),
}
"""Cells that must be filled, beside the id."""

YES_OR_NO = frozenset({"list_complete"})
"""Properties whose value is yes or no; a blank one says that the source leaves it open."""

URL = re.compile(r"https://[^\s/]+\S*")
_ODD_NUMBER = re.compile(
    r"[+-]?[0-9]{1,3}(?:[,' \u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?"
    r"|0x[0-9a-f]+|[0-9][0-9.,]*[a-z]+|[+-]?(?:nan|inf(?:inity)?)|[+-]?[0-9.]+e[+-]?[0-9]+",
    re.IGNORECASE,
)
_CODED = frozenset(column for row_type in ROW_TYPES for column in columns(row_type)) - {"id", "name", "note"}


def codes(examined: Examination) -> Iterator[Problem]:
    """Find empty cells that must be filled, codes not in their lists, and values written in odd ways."""
    for row in examined.snapshot:
        for column in REQUIRED.get(type(row), ()):
            if not getattr(row, column):
                yield examined.problem(row, "B101", f"`{column}` is empty", fix="fill it", column=column)
        yield from _coded(examined, row)
    for source in examined.snapshot.sources.values():
        if source.url and not URL.fullmatch(source.url):
            message = f"{quoted(source.url)} does not begin with https://"
            yield examined.problem(source, "B61", message, fix="write the address with https://", column="url")
    for statement in examined.snapshot.statements.values():
        yield from _value(examined, statement)
    yield from _lists(examined)


def _coded(examined: Examination, row: Row) -> Iterator[Problem]:
    for column, allowed in _allowed(examined, row):
        text = getattr(row, column)
        if text and text not in allowed:
            personal = examined.is_personal(row, column)
            fix = f"use one of {', '.join(map(quoted, list(allowed)[:12]))}"
            fix = fix if personal else did_you_mean(text, allowed, fix)
            message = f"{examined.shown(row, column, text)} is not a known {column}"
            yield examined.problem(row, "B56", message, fix=fix, column=column)


def _allowed(examined: Examination, row: Row) -> Iterator[tuple[str, Iterable[str]]]:
    if isinstance(row, Entity | Fact | Statement):
        yield "basis", BASES
    if isinstance(row, Entity):
        yield "label", [label for label in LABELS if label != "Source"]
    if isinstance(row, Fact):
        yield "relation", RELATIONS
    if isinstance(row, Code):
        return
    lists = examined.snapshot.code_lists
    own = _own_codes(row)
    for column in columns(type(row)):
        allowed = [*own.get(column, ()), *lists.get(column, ())]
        if allowed and column not in {"basis", "label", "relation"} and not _is_free(row, column):
            yield column, allowed


def _own_codes(row: Row) -> dict[str, Iterable[str]]:
    if isinstance(row, Entity) and row.label in LABELS:
        return {"form": LABELS[row.label].forms}
    if isinstance(row, Fact) and row.relation in RELATIONS:
        return {"role": RELATIONS[row.relation].roles}
    return {}


def _is_free(row: Row, column: str) -> bool:
    return column == "role" and isinstance(row, Fact) and row.relation in FREE_ROLES


def _value(examined: Examination, statement: Statement) -> Iterator[Problem]:
    text = statement.value
    shown = examined.shown(statement, "value", text)
    if statement.property in YES_OR_NO and text not in {"yes", "no", ""}:
        yield examined.problem(
            statement, "B57", f"{shown} is neither yes nor no", fix="write `yes` or `no`", column="value"
        )
    elif statement.unit and (_ODD_NUMBER.fullmatch(text) or (text.isnumeric() and not text.isascii())):
        fix = "write it in plain digits, such as 1234"
        yield examined.problem(statement, "B58", f"{shown} is not a plain number", fix=fix, column="value")


def _lists(examined: Examination) -> Iterator[Problem]:
    for name, entries in examined.snapshot.code_lists.items():
        if name not in _CODED:
            first = next(iter(entries.values()))
            fix = did_you_mean(name, sorted(_CODED), "name the file after the column it is the list of")
            yield examined.problem(first, "B108", f"no column is called {quoted(name)}", fix=fix)
