"""Twins of the queries about what pages list."""

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from ecosystem.answers.twins.reading import Values, asked, year_of
from ecosystem.model import LISTING, Fact, basis_of
from ecosystem.results import Cells
from ecosystem.snapshot import View

NO_HEADING = "no heading"


def listed_by_then(view: View) -> Iterator[Fact]:
    """Yield the listings known by the day, whatever has become of what is listed: a listing does not end."""
    for fact in view.snapshot.facts.values():
        known = view.day is None or view.snapshot.span(fact).holds_from <= view.day
        if fact.relation == LISTING and known and basis_of(fact) in view.bases:
            yield fact


def what_a_page_lists(view: View, values: Values) -> Iterator[Cells]:
    """Yield what pages list, with the heading it stands under."""
    for listing in listed_by_then(view):
        heading = listing.role or NO_HEADING
        if asked(values, "page", listing.object) and values["heading"] in {None, heading}:
            names = (view.name_of(listing.object), heading, view.name_of(listing.subject))
            yield (*names, view.label_of(listing.subject), year_of(view, listing), listing.sources)


def what_two_pages_list(view: View, values: Values) -> Iterator[Cells]:
    """Yield what both pages list, or which one only, with the headings on each."""
    pages = [cast("str", values[name]) for name in ("first", "second")]
    headings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for listing in listed_by_then(view):
        if listing.object in pages:
            headings[listing.subject][listing.object].add(listing.role or NO_HEADING)
    for listed, on in headings.items():
        listed_on = "both" if len(on) == 2 else view.name_of(min(on))
        first, second = (tuple(sorted(on.get(page, ()))) for page in pages)
        yield view.name_of(listed), view.label_of(listed), listed_on, first, second
