"""Seats and posts that do not fit together: more than one chair, more than one holder, no seat for a usual sector."""

from collections.abc import Iterator, Mapping

from ecosystem.evidence import Gap
from ecosystem.measures.representation import UNCLASSIFIED, Representation, representation
from ecosystem.network import chairs
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed, when

PERSON = "Person"
SEVERAL = 2
"""Of how many sectors members must be named at a table for anything to be said of the other sectors."""


def several_chairs(view: View) -> Iterator[Gap]:
    """Yield tables with more than one chair; a person and a post may be one chair that is stated at two grains."""
    for table, found in chairs(view.counting).items():
        people = {seat.subject for seat in found.known if view.label_of(seat.subject) == PERSON}
        others = {seat.subject for seat in found.known} - people
        if max(len(people), len(others)) > 1:
            known = listed(f"{view.name_of(seat.subject)} ({when(view, seat)})" for seat in found.known)
            question = "do they chair it together, or has one ceased to?"
            about, beside = view.snapshot.entities[table], tuple(sorted(others))
            yield Gap("several chairs", about, question, known, found.known, beside=beside)


def several_holders(view: View) -> Iterator[Gap]:
    """Yield posts that more than one person is recorded as holding on the day."""
    counting = view.counting
    for post in view.entities:
        held = counting.facts_to(post.id, "HOLDS")
        if len({fact.subject for fact in held}) > 1:
            known = listed(f"{view.name_of(fact.subject)} ({when(view, fact)})" for fact in held)
            yield Gap("several holders", post, "do they hold the post together, or has one left it?", known, held)


def sector_missing(view: View) -> Iterator[Gap]:
    """Yield, of tables where several sectors are named, those where nobody is of a sector that most of them have.

    The tables compared are those at which members of two sectors or more are named; a sector is usual where it is named
    at half of them or more. What ought to be so is not recorded.
    """
    found = representation(view.counting)
    compared = [table for table, named in found.named.items() if len(named.keys() - {UNCLASSIFIED}) >= SEVERAL]
    usual = _usual(found, compared)
    for table in compared:
        for sector in (one for one in found.missing_at(table) if one in usual):
            title = view.snapshot.title_of("sector", sector)
            question = f"is it meant that nobody of this sector sits on it: {title}?"
            tables = counted(len(compared), "table")
            share = f"somebody of “{title}” is named at {usual[sector]:,} of {tables} with several sectors"
            known = "; ".join((share, *_of_no_sector(view, found, table), *_what_the_list_is(view, table)))
            seats = view.counting.facts_to(table, "MEMBER_OF")
            yield Gap("sector", view.snapshot.entities[table], question, known, seats, beside=(sector,))


def _usual(found: Representation, compared: list[str]) -> Mapping[str, int]:
    numbers = {sector: len(set(found.tables_with(sector)).intersection(compared)) for sector in found.sectors}
    return {sector: number for sector, number in numbers.items() if 2 * number >= len(compared)}


def _of_no_sector(view: View, found: Representation, table: str) -> Iterator[str]:
    if others := found.named[table].get(UNCLASSIFIED):
        yield f"of no known sector there: {listed(sorted(map(view.name_of, others)))}"


def _what_the_list_is(view: View, table: str) -> Iterator[str]:
    for said in view.statements_about(table, "list_complete"):
        yield "its list is stated to be complete" if said.value == "yes" else "its list is not stated to be complete"
