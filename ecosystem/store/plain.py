"""Values of Neo4j as plain values of Python: dicts, lists, texts, numbers."""

from datetime import date, datetime

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
"""The types of most values; they are looked for first, because there are many."""


def plain(value: object) -> object:
    """Return a value as JSON could hold it: dates as ISO text, nodes and relationships as dicts.

    A node is its properties and `labels`, a relationship its properties and `type`, a path the list of both in turn.

    >>> plain([Date(2018, 4, 1), {"a": b"\\x01"}])
    ['2018-04-01', {'a': '01'}]
    """
    if type(value) in _AS_THEY_ARE:
        return value
    return [plain(item) for item in value] if isinstance(value, list) else _converted(value)


def _converted(value: object) -> object:
    match value:
        case Node():
            return {"labels": sorted(value.labels), **_mapped(dict(value))}
        case Relationship():
            return {"type": value.type, **_mapped(dict(value))}
        case Path():
            return _path(value)
        case dict():
            return _mapped(value)
        case _:
            return _text(value)


def _mapped(values: dict[str, object]) -> dict[str, object]:
    return {key: plain(value) for key, value in values.items()}


def _path(path: Path) -> list[object]:
    steps: list[object] = [plain(path.start_node)] if path.start_node else []
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(relationship), plain(node)]
    return steps


def _text(value: object) -> object:
    match value:
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case date() | datetime():
            return value.isoformat()
        case Point():
            return {"srid": value.srid, "coordinates": list(value)}
        case bytes() | bytearray():
            return value.hex()
        case _:
            return value
