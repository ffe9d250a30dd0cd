"""Whose a seat is: posts, teams and people sit for the body they belong to."""

from ecosystem.model import Dataset, Entity, Fact
from ecosystem.network import (
    Chairs,
    chairs,
    chairs_at,
    owner_of,
    seats,
    seats_of_organisations,
    seats_through_others,
)
from ecosystem.snapshot import Snapshot, View

NODES = (
    Entity(id="board", label="Board", name="Board"),
    Entity(id="council", label="Organisation", name="Council"),
    Entity(id="trust", label="Organisation", name="Trust"),
    Entity(id="team", label="Team", name="Team"),
    Entity(id="director", label="Post", name="Director"),
    Entity(id="person", label="Person", name="A Person"),
    Entity(id="third-sector", label="Constituency", name="Third sector"),
)


def fact(subject: str, relation: str, other: str) -> Fact:
    return Fact(id=f"{other}--{subject}", subject=subject, relation=relation, object=other)


def record(*facts: Fact) -> View:
    return Snapshot.of([*NODES, *facts], Dataset(id="x", title="X", as_of="2018")).on(None)


def test_a_person_belongs_to_the_body_of_the_post_they_hold() -> None:
    view = record(
        fact("person", "HOLDS", "director"), fact("director", "PART_OF", "team"), fact("team", "PART_OF", "council")
    )
    assert [owner_of(view, one) for one in ("person", "director", "team", "council")] == ["council"] * 4


def test_what_is_part_of_two_bodies_stands_for_itself() -> None:
    assert owner_of(record(fact("team", "PART_OF", "council"), fact("team", "PART_OF", "trust")), "team") == "team"


def test_a_constituency_stands_for_itself_even_where_it_is_part_of_something() -> None:
    assert owner_of(record(fact("third-sector", "PART_OF", "council")), "third-sector") == "third-sector"


def test_parts_that_go_in_a_circle_come_to_an_end() -> None:
    view = record(fact("team", "PART_OF", "director"), fact("director", "PART_OF", "team"))
    assert {owner_of(view, "team"), owner_of(view, "director")} <= {"team", "director"}


def test_a_seat_counts_for_its_owner_and_says_who_is_named() -> None:
    view = record(fact("director", "PART_OF", "council"), fact("director", "MEMBER_OF", "board"),
                  fact("trust", "MEMBER_OF", "board"))  # fmt: skip
    assert {(seat.organisation, seat.member, seat.is_indirect) for seat in seats(view)} == {
        ("council", "director", True),
        ("trust", "trust", False),
    }


def test_a_member_of_two_organisations_has_a_seat_for_each_where_seats_are_counted() -> None:
    view = record(fact("team", "PART_OF", "council"), fact("team", "PART_OF", "trust"),
                  fact("team", "MEMBER_OF", "board"), fact("third-sector", "MEMBER_OF", "board"))  # fmt: skip
    assert {(seat.organisation, seat.member) for seat in seats_of_organisations(view)} == {
        ("council", "team"),
        ("trust", "team"),
    }


def test_seats_through_others_are_those_of_all_seats_that_are_indirect(leeds: Snapshot, exampleton: Snapshot) -> None:
    for snapshot in (leeds, exampleton):
        for view in (snapshot.on(snapshot.default_day), snapshot.on(None)):
            wanted = [seat for seat in seats(view) if seat.is_indirect]
            found = [seat for one in snapshot.entities for seat in seats_through_others(view, one)]
            assert wanted
            assert sorted(found, key=lambda seat: seat.fact.id) == wanted


def test_parts_in_a_circle_have_no_seats_through_themselves() -> None:
    view = record(fact("team", "PART_OF", "director"), fact("director", "PART_OF", "team"),
                  fact("team", "MEMBER_OF", "board"))  # fmt: skip
    for one in ("team", "director"):
        wanted = [seat for seat in seats(view) if seat.is_indirect and seat.organisation == one]
        assert list(seats_through_others(view, one)) == wanted


def test_the_chairs_of_one_table_are_those_of_all(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    found = {one: chairs_at(view, one) for one in leeds.entities}
    assert {one: each for one, each in found.items() if each != Chairs()} == chairs(view)
