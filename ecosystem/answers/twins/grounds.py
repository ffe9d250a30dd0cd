"""Twins of the queries about what sources say and what we infer."""

from collections.abc import Iterator
from typing import cast

from ecosystem.answers.twins.reading import Values, asked, year_of
from ecosystem.model import Cited, Entity, Fact, basis_of, locator_of, source_of
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import LEFT_OPEN, NOT_STATED


def inferences(view: View, values: Values) -> Iterator[Cells]:
    """Yield the facts that are our inference, each with its reason."""
    for fact in view.facts:
        is_asked = asked(values, "entity", fact.subject) or asked(values, "entity", fact.object)
        if basis_of(fact) == "inferred" and is_asked:
            names = (fact.relation, view.name_of(fact.subject), fact.role, view.name_of(fact.object))
            yield (*names, fact.note or NOT_STATED, year_of(view, fact), fact.sources)


def what_a_source_says(view: View, values: Values) -> Iterator[Cells]:
    """Yield what is cited from a source, with the place and its first line."""
    source = cast("str", values["source"])
    rows: tuple[Cited, ...] = (*view.snapshot.entities.values(), *view.snapshot.facts.values(), *view.statements)
    for row in filter(view.shows, rows):
        for place in (locator_of(citation) for citation in row.sources if source_of(citation) == source):
            first = place.partition("-")[0]
            yield int(first) if first.isdecimal() else None, place, *_told(view, row), basis_of(row)


def _told(view: View, row: Cited) -> tuple[str, str, str, str]:
    match row:
        case Entity():
            return row.name, "is named", row.label, ""
        case Fact():
            return view.name_of(row.subject), row.relation, view.name_of(row.object), row.role
        case _:
            said = row.value or f"{NOT_STATED}: {LEFT_OPEN}"
            return view.name_of(row.subject), row.property, said, row.unit
