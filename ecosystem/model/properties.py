"""What each property of the graph holds, in which type, and on what it stands.

>>> PROPERTIES["aliases"].type, PROPERTIES["holds_from"].type, holders("role")
('list of text', 'date', ('relationships',))
"""

from collections.abc import Mapping
from typing import NamedTuple

from ecosystem.model.rows import CALLED, DERIVED, Entity, Fact, Source, Statement, columns


class Property(NamedTuple):
    """The type of a property's values, and what they are, in words for people."""

    type: str
    words: str


def _text(words: str) -> Property:
    return Property("text", words)


def _list(words: str) -> Property:
    return Property("list of text", words)


def _date(words: str) -> Property:
    return Property("date", words)


_AS_WRITTEN = "as written: `2016`, `2018-04` or `2018-04-01`"

PROPERTIES: Mapping[str, Property] = {
    "id": _text("unique among its kind, and never used again"),
    "name": _text("the name; of a source its title"),
    "short_name": _text("the shorter name that sources use, where there is one"),
    "aliases": _list("other names, initials such as PEG among them: `called` holds all names"),
    "form": _text("which form of its label, as above"),
    "sector": _text("our classification, a code"),
    "tier": _text("our classification, a code: national, regional, city …"),
    "role": _text("in which role, as above"),
    "property": _text("what the statement is on"),
    "value": _text("the figure, schedule or words; missing where a source leaves it open"),
    "unit": _text("of the value"),
    "start_date": _text(f"{_AS_WRITTEN}; missing: not known"),
    "end_date": _text(f"{_AS_WRITTEN}; missing: not known to have ended"),
    "evidence_date": _text(f"{_AS_WRITTEN}; missing: the dates of the sources count"),
    "basis": _text("stated, implied, shown or inferred"),
    "sources": _list("citations, such as `handbook:306-308`"),
    "note": _text("what else is to be known"),
    "code": _text("the number of a document"),
    "title": _text("as printed"),
    "kind": _text("document, minutes, register or correspondence"),
    "publisher": _text("who published it"),
    "date": _text(f"{_AS_WRITTEN}"),
    "date_basis": _text("how the date is known"),
    "url": _text("where it is to be had"),
    "holds_from": _date(
        "the first day for which it is documented: the last of its start, else the first of its evidence"
    ),
    "holds_until": _date(
        "the last day on which it counts: the first of its end; without an end 9999-12-31, for a fact on a person "
        "a year after its start or last evidence, whichever is later"
    ),
    "may_from": _date("the first day on which it may have held: the first of its start, else 0001-01-01"),
    "may_until": _date("the last day on which it may have held: the last of its end, else 9999-12-31"),
    "last_seen": _date("the last day of its latest evidence; missing where it has none"),
    CALLED: _list("every name and alias, without capitals, accents and punctuation"),
}
"""The properties of nodes, relationships, statements and sources."""

HOLDERS = {"nodes": Entity, "relationships": Fact, "statements": Statement, "sources": Source}
"""What carries properties, in words for people, each with its rows."""

_STRUCTURE = frozenset({"label", "relation", "subject", "object"})
"""Columns that are no property: they are the label, the type and the ends."""


def holders(name: str) -> tuple[str, ...]:
    """Return what carries a property, of `HOLDERS`."""
    return tuple(kind for kind, row_type in HOLDERS.items() if name in carried(row_type))


def carried(row_type: type[Entity | Fact | Statement | Source]) -> frozenset[str]:
    """Return the properties that the rows of a type have in the graph."""
    own = frozenset(columns(row_type)) - _STRUCTURE
    if row_type is Source:
        return own | {"name", CALLED}
    return own | frozenset(DERIVED) | ({CALLED} if row_type is Entity else frozenset())
