"""At how many tables each body has a seat, and how the seats are spread."""

import pytest
from measures.made_up import body, seen, tie
from measures.structures import seated

from ecosystem.measures.seat_load import seat_load
from ecosystem.snapshot import View


def loads(view: View) -> set[tuple[int, str, int]]:
    return {(one.rank, one.body, len(one.tables)) for one in seat_load(view).loads}


def test_equal_loads_share_a_rank_and_the_next_rank_is_left_free() -> None:
    assert loads(seated("a-T a-U a-V b-T b-U c-T c-V d-U")) == {(1, "a", 3), (2, "b", 2), (2, "c", 2), (4, "d", 1)}


def test_half_of_the_places_are_those_of_the_heaviest() -> None:
    # Eight places: a has three, b and c two each, d one; a and b have five of eight.
    found = seat_load(seated("a-T a-U a-V b-T b-U c-T c-V d-U"))
    assert (found.places, found.half, found.tables) == (8, 2, 3)


def test_chairs_and_observers_are_told_apart() -> None:
    view = seated("a-T:chair a-U:observer a-V:observer a-V:member")
    [load] = seat_load(view).loads
    assert (load.tables, load.chairs, load.observes) == (("T", "U", "V"), ("T",), ("U",))


def test_several_seats_at_one_table_are_one_place() -> None:
    assert loads(seated("a-T:chair a-T:member a-T")) == {(1, "a", 1)}


def test_organisations_without_a_seat_are_told() -> None:
    assert seat_load(seated("a-T", alone="bc")).without == ("b", "c")


def test_the_mean_of_a_sector_counts_only_bodies_with_a_seat() -> None:
    nhs = [body(name, "Organisation", sector="nhs") for name in "abc"]
    found = seat_load(seated("a-T a-U b-T d-T", *nhs))
    assert found.by_sector == {"nhs": pytest.approx(1.5), "": 1}


def test_a_post_without_a_sector_is_of_the_sector_of_its_body() -> None:
    rows = (body("a", "Organisation", sector="nhs"), body("t"), body("p", "Post"), tie("p-a", "PART_OF"))
    assert {one.sector for one in seat_load(seen(*rows, tie("p-t", "MEMBER_OF"))).loads} == {"nhs"}


def test_no_seats_are_spread_over_nobody() -> None:
    found = seat_load(seen(body("t")))
    assert (found.loads, found.places, found.half, found.by_sector, found.tables) == ((), 0, 0, {}, 0)
