"""Twins of the queries about seats at tables."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations
from typing import cast

from ecosystem.answers.twins.reading import Values, asked, evidence_of, list_complete, oldest_year, silence
from ecosystem.model import BODIES, WITH_SEATS, Fact
from ecosystem.network import CHAIR, seats_of_organisations, tables
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED


def who_sits_on(view: View, values: Values) -> Iterator[Cells]:
    """Yield the seats at a table."""
    for seat in view.facts_of("MEMBER_OF"):
        if asked(values, "body", seat.object):
            role = seat.role or NOT_STATED
            names = (view.name_of(seat.object), view.name_of(seat.subject))
            complete = list_complete(view, seat.object)
            yield (*names, view.label_of(seat.subject), role, *evidence_of(view, seat), complete)


def seats_of(view: View, values: Values) -> Iterator[Cells]:
    """Yield the seats an organisation has, itself or through others."""
    for seat in seats_of_organisations(view):
        if asked(values, "organisation", seat.organisation):
            through = view.name_of(seat.member) if seat.is_indirect else ""
            table = (view.name_of(seat.table), view.label_of(seat.table))
            yield (
                view.name_of(seat.organisation),
                *table,
                through,
                seat.fact.role or NOT_STATED,
                *evidence_of(view, seat.fact),
            )


def shared_boards(view: View, values: Values) -> Iterator[Cells]:
    """Yield pairs of organisations with the bodies they share, and in which roles."""
    seated: dict[str, dict[str, set[Fact]]] = defaultdict(lambda: defaultdict(set))
    for seat in seats_of_organisations(view):
        seated[seat.table][view.name_of(seat.organisation)].add(seat.fact)
    shared: dict[tuple[str, str], list[tuple[set[Fact], set[Fact]]]] = defaultdict(list)
    for table in sorted(seated, key=view.name_of):
        for first, second in combinations(sorted(seated[table]), 2):
            shared[first, second].append((seated[table][first], seated[table][second]))
    for pair, at in shared.items():
        if len(at) >= cast("int", values["min_shared"]):
            tables = tuple(view.name_of(next(iter(first)).object) for first, _ in at)
            oldest = oldest_year(view, set[Fact]().union(*chain.from_iterable(at)))
            yield (*pair, len(at), tables, tuple(_roles(*both) for both in at), oldest)


def _roles(first: set[Fact], second: set[Fact]) -> str:
    """Return the roles that two have at one table: once where they are the same."""
    one, other = (" and ".join(sorted({seat.role or NOT_STATED for seat in seats})) for seats in (first, second))
    return f"both {one}" if one == other else f"{one} / {other}"


def overlap_of_two_bodies(view: View, values: Values) -> Iterator[Cells]:
    """Yield who sits on both bodies, or on which one only."""
    pair = {cast("str", values["first"]), cast("str", values["second"])}
    found: dict[str, list[Fact]] = defaultdict(list)
    for seat in view.facts_of("MEMBER_OF"):
        if seat.object in pair:
            found[seat.subject].append(seat)
    for member, held in found.items():
        node, on = view.snapshot.entities[member], {seat.object for seat in held}
        sits_on = "both" if len(on) == 2 else view.name_of(min(on))
        others = (other for other in pair - on if view.label_of(other) in BODIES)
        complete = [list_complete(view, other) for other in others] or [""]
        yield node.name, node.label, node.sector, sits_on, *complete, oldest_year(view, held)


def chairs(view: View, values: Values) -> Iterator[Cells]:
    """Yield chairs and deputies, with the person named in the post; of a body asked for, also that none is stated."""
    in_the_chair = (seat for seat in view.facts_of("MEMBER_OF") if seat.role in {CHAIR, "deputy chair"})
    found = [seat for seat in in_the_chair if asked(values, "body", seat.object)]
    for seat in found:
        names = (view.name_of(seat.object), view.name_of(seat.subject), seat.role)
        *evidence, _ = evidence_of(view, seat)
        held = view.facts_to(seat.subject, "HOLDS")
        for naming in held:
            cited = dict.fromkeys((*seat.sources, *naming.sources))
            yield (*names, view.name_of(naming.subject), *evidence, tuple(cited))
        if not held:
            is_post = view.label_of(seat.subject) == "Post"
            holder = silence(view, seat.subject, "HOLDS", inward=True) if is_post else ""
            yield (*names, holder, *evidence, seat.sources)
    body = cast("str | None", values["body"])
    if body is not None and not found and view.label_of(body) in BODIES:
        yield view.name_of(body), NOT_STATED, "", "", None, "", ()


def seats_then_and_now(view: View, values: Values) -> Iterator[Cells]:
    """Yield the seats that are known on one of two days only."""
    before = set(view.snapshot.on(cast("date", values["earlier"]), view.bases).facts_of("MEMBER_OF"))
    after = set(view.facts_of("MEMBER_OF"))
    for seat in before ^ after:
        known = "not known after" if seat in before else "not known before"
        yield (
            view.name_of(seat.object),
            view.name_of(seat.subject),
            seat.role or NOT_STATED,
            known,
            seat.sources,
        )


def boards_without_members(view: View, _: Values) -> Iterator[Cells]:
    """Yield tables at which nobody is stated to sit."""
    for body in tables(view):
        if not view.facts_to(body.id, "MEMBER_OF"):
            pages = {view.name_of(listing.object) for listing in view.facts_from(body.id, "SHOWN_ON")}
            yield body.name, body.form, tuple(sorted(pages))


def boards_without_a_chair(view: View, _: Values) -> Iterator[Cells]:
    """Yield tables with members and no chair."""
    for body in view.snapshot.entities.values():
        seats = view.facts_to(body.id, "MEMBER_OF") if body.label in WITH_SEATS else ()
        if seats and not any(seat.role == CHAIR for seat in seats):
            yield body.name, body.form, len(seats)
