"""Favourites for Neo4j Browser: each named question, and a picture of each relation, as one statement to run.

Browser shows no answers where several statements run together, as a query after its `:param` lines; so each favourite
holds its values itself, once, where a person can change them. Its name is its first line.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile
from textwrap import indent

from ecosystem.browsing.pictures import pictures
from ecosystem.dates import last_day
from ecosystem.model import LISTING, source_of
from ecosystem.queries import DAYS, Parameter, Query, converted, library
from ecosystem.queries.pasting import literal
from ecosystem.queries.text import code_of
from ecosystem.queries.values import ANY, Value
from ecosystem.snapshot import View

SOURCE = "source"
"""The parameter that names a source by what is cited from it."""

ASKED = "asked"
"""What a favourite calls the values that it is asked with."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")


def favourites(view: View) -> dict[str, str]:
    """Return the favourites, as the name of each one's file in the folder that Browser will show, and its text.

    They ask of the view's day and bases. A question that needs something named is asked of an example: what most facts
    of its relations point at, the source that most of them cite, or the date of the earliest source.
    """
    questions = {
        f"{each.topic}/{each.name}.cypher": favourite(each, _values(each, view)) for each in library().values()
    }
    return pictures(view) | questions


def packed(texts: Mapping[str, str]) -> bytes:
    """Return files as the zip that Browser imports in one go, its folders with them; the same files, the same bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def favourite(query: Query, values: Mapping[str, Value]) -> str:
    """Return a question as one statement that holds the values it is asked with; it answers as the query does.

    >>> from datetime import date
    >>> from ecosystem.queries import named
    >>> text = favourite(named("chairs"), {"as_of": date(2018, 4, 1), "body": None, "bases": None})
    >>> [line for line in text.splitlines() if line.startswith("WITH")]
    ["WITH {body: null, as_of: date('2018-04-01'), bases: null} AS asked"]
    """
    lines = query.text.splitlines(keepends=True)
    header = "".join(takewhile(lambda line: line.startswith("//"), lines))
    asked = ", ".join(f"{each.name}: {literal(values[each.name])}" for each in query.header.parameters)
    columns = [column.name for column in query.header.returns]
    order = ", ".join(columns[place] + descends * " DESC" for place, descends in query.order)
    return (
        f"{header}//\n// Change what is asked in the next line; null is any.\n"
        f"WITH {{{asked}}} AS {ASKED}\n"
        f"CALL ({ASKED}) {{\n{indent(_asking(query.text.removeprefix(header)).rstrip(), '  ')}\n}}\n"
        f"RETURN {', '.join(columns)}\nORDER BY {order}\n"
    )


def _asking(text: str) -> str:
    """Return a text whose parameters are taken from what is asked."""
    parts, end = [], 0
    for found in _PARAMETER.finditer(code_of(text)):
        parts += [text[end : found.start()], f"{ASKED}.{found[1]}"]
        end = found.end()
    return "".join([*parts, text[end:]])


def _values(query: Query, view: View) -> dict[str, Value]:
    """Return the values that a question is asked with; of what has no example here, null."""
    options = {"as_of": view.day.isoformat() if view.day else ANY, "bases": " ".join(view.bases_chosen)}
    given = dict(_examples(query, view)) | {name: value for name, value in options.items() if value}
    kept = [each for each in query.header.parameters if each.default is not None or each.name in given]
    asked = replace(query, header=query.header.model_copy(update={"parameters": tuple(kept)}))
    written = {each.name: given[each.name] for each in kept if _can_be(each, given.get(each.name))}
    nothing: dict[str, Value] = {each.name: None for each in query.header.parameters}
    return nothing | converted(asked, written, view.snapshot.default_day, view.snapshot.find)


def _can_be(parameter: Parameter, written: str | None) -> bool:
    return written is not None and (written != ANY or parameter.takes_any)


def _examples(query: Query, view: View) -> Iterator[tuple[str, str]]:
    """Yield an example for each entity and date that must be named."""
    needed = [each for each in query.header.parameters if each.default is None]
    entities = [each.name for each in needed if each.kind == "entity"]
    found = _cited(view) if entities == [SOURCE] else _pointed_at(query, view)
    yield from zip(entities, sorted(found, key=lambda one: (-found[one], one)), strict=False)
    day = view.day or view.snapshot.default_day
    dates = [source.date for source in view.snapshot.sources.values() if source.date and last_day(source.date) < day]
    yield from ((each.name, min(dates)) for each in needed if each.kind in DAYS and dates)


def _cited(view: View) -> Counter[str]:
    """Return how many facts cite each source; what a page merely lists cites the document that the page stands in."""
    return Counter(source for fact in view.facts for source in {source_of(one) for one in fact.sources})


def _pointed_at(query: Query, view: View) -> Counter[str]:
    """Return how many facts of the relations asked for point at each thing, at pages where only they are asked of."""
    relations = query.relations - {LISTING} or query.relations
    return Counter(fact.object for fact in view.facts if fact.relation in relations)
