"""Twins of the queries about seats at tables."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import cast

from ecosystem.answers.result import Cells
from ecosystem.answers.twins.reading import (
    TABLES,
    Values,
    asked,
    evidence_of,
    facts_of,
    label_of,
    name_of,
    tables_alive,
)
from ecosystem.model import Fact
from ecosystem.network import CHAIR
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

STANDS_FOR_ITS_WHOLE = frozenset({"Post", "Team", "Person"})


def who_sits_on(view: View, values: Values) -> Iterator[Cells]:
    """Yield the seats at a table."""
    for seat in facts_of(view, "MEMBER_OF"):
        if asked(values, "body", seat.object):
            role = seat.role or NOT_STATED
            names = (name_of(view, seat.object), name_of(view, seat.subject))
            yield (*names, label_of(view, seat.subject), role, *evidence_of(view, seat))


def organisations_seated(view: View) -> Iterator[tuple[str, Fact]]:
    """Yield every organisation with a seat that it or one of its posts, teams or people has."""
    for seat in facts_of(view, "MEMBER_OF"):
        if label_of(view, seat.subject) == "Organisation":
            yield seat.subject, seat
        if label_of(view, seat.subject) in STANDS_FOR_ITS_WHOLE:
            for part in view.facts_from(seat.subject, "PART_OF"):
                if label_of(view, part.object) == "Organisation":
                    yield part.object, seat


def seats_of(view: View, values: Values) -> Iterator[Cells]:
    """Yield the seats an organisation has, itself or through others."""
    for organisation, seat in organisations_seated(view):
        if asked(values, "organisation", organisation):
            through = "" if seat.subject == organisation else name_of(view, seat.subject)
            names = (name_of(view, organisation), name_of(view, seat.object), through)
            yield (*names, seat.role or NOT_STATED, *evidence_of(view, seat))


def shared_boards(view: View, values: Values) -> Iterator[Cells]:
    """Yield pairs of organisations with the tables they share."""
    seated: dict[str, set[str]] = defaultdict(set)
    for organisation, seat in organisations_seated(view):
        seated[seat.object].add(organisation)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for table in sorted(seated, key=lambda table: name_of(view, table)):
        for pair in combinations(sorted(name_of(view, organisation) for organisation in seated[table]), 2):
            shared[pair].append(name_of(view, table))
    least = cast("int", values["min_shared"])
    for (first, second), tables in shared.items():
        if len(tables) >= least:
            yield first, second, len(tables), tuple(tables)


def overlap_of_two_bodies(view: View, values: Values) -> Iterator[Cells]:
    """Yield who sits on both bodies, or on which one only."""
    tables: dict[str, set[str]] = defaultdict(set)
    for seat in facts_of(view, "MEMBER_OF"):
        if seat.object in (values["first"], values["second"]):
            tables[seat.subject].add(name_of(view, seat.object))
    yield from ((name_of(view, member), "both" if len(on) == 2 else min(on)) for member, on in tables.items())


def chairs(view: View, values: Values) -> Iterator[Cells]:
    """Yield chairs and deputies, with the person named in the post."""
    for seat in facts_of(view, "MEMBER_OF"):
        if seat.role in {CHAIR, "deputy chair"} and asked(values, "body", seat.object):
            names = (name_of(view, seat.object), name_of(view, seat.subject), seat.role)
            holders = [name_of(view, post.subject) for post in view.facts_to(seat.subject, "HOLDS")] or [""]
            yield from ((*names, holder, *evidence_of(view, seat)) for holder in holders)


def seats_then_and_now(view: View, values: Values) -> Iterator[Cells]:
    """Yield the seats that held on one of two days only."""
    if view.day is None:
        return
    before = set(facts_of(view.snapshot.on(cast("date", values["earlier"]), view.bases), "MEMBER_OF"))
    after = set(facts_of(view, "MEMBER_OF"))
    for seat in before ^ after:
        held = "only before" if seat in before else "only after"
        yield name_of(view, seat.object), name_of(view, seat.subject), seat.role or NOT_STATED, held, seat.sources


def boards_without_members(view: View, _: Values) -> Iterator[Cells]:
    """Yield tables at which nobody is stated to sit."""
    for body in tables_alive(view):
        if not view.facts_to(body.id, "MEMBER_OF"):
            pages = {name_of(view, listing.object) for listing in view.facts_from(body.id, "SHOWN_ON")}
            yield body.name, body.form, tuple(sorted(pages))


def boards_without_a_chair(view: View, _: Values) -> Iterator[Cells]:
    """Yield tables with members and no chair."""
    for body in view.snapshot.entities.values():
        seats = view.facts_to(body.id, "MEMBER_OF") if body.label in TABLES else ()
        if seats and not any(seat.role == CHAIR for seat in seats):
            yield body.name, body.form, len(seats)
