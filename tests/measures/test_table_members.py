"""Which seats count, for whom, and what is said of the others."""

from measures.made_up import body, seen, tie
from measures.structures import seated

from ecosystem.measures.table_members import table_members
from ecosystem.snapshot import View


def left_out(view: View) -> set[tuple[int, str]]:
    return {(each.number, each.why) for each in table_members(view).ground.excluded}


def at_tables(view: View) -> set[tuple[str, str]]:
    return {(who, table) for table, seated in table_members(view).seats.items() for who in seated}


def test_a_body_named_twice_at_a_table_is_there_once_with_both_seats() -> None:
    view = seen(
        body("a", "Organisation"), body("p", "Post"), body("t"),
        tie("p-a", "PART_OF"), tie("p-t", "MEMBER_OF", role="chair"), tie("a-t", "MEMBER_OF"),
    )  # fmt: skip
    found = table_members(view)
    assert at_tables(view) == {("a", "t")}
    assert {seat.role for seat in found.seats["t"]["a"]} == {"chair", ""}
    assert (found.ground.nodes, found.ground.ties) == (2, 1)


def test_a_table_that_sits_at_another_stands_on_both_sides() -> None:
    found = table_members(seated("a-T T-U"))
    assert (found.peopled, found.seated) == (("T", "U"), ("T", "a"))


def test_tables_and_organisations_without_a_seat_are_counted() -> None:
    found = table_members(seated("a-T", alone="bU"))
    assert (found.ground.nodes, found.tables_of["b"], found.seats["U"]) == (4, (), {})


def test_what_is_no_seat_of_a_body_at_a_table_is_left_out_with_the_reason() -> None:
    panels, team = body("n", "Partnership", form="collection"), body("m", "Team")
    view = seen(
        body("t"), body("a", "Organisation"), body("c", "Constituency"), body("p", "Post"), panels, team,
        tie("c-t", "MEMBER_OF"), tie("a-n", "MEMBER_OF"), tie("a-m", "MEMBER_OF"), tie("n-t", "MEMBER_OF"),
        tie("p-t", "PART_OF"), tie("p-t", "MEMBER_OF"),
    )  # fmt: skip
    assert at_tables(view) == set()
    assert left_out(view) == {
        (1, "seat somebody who belongs to no known body"),
        (2, "give a seat at what is no table"),
        (1, "seat what is only a name for several tables"),
        (1, "seat a body at its own table"),
    }


def test_a_team_of_several_tables_under_one_name_sits_for_itself() -> None:
    panels, team = body("n", "Partnership", form="collection"), body("m", "Team")
    view = seen(body("t"), panels, team, tie("m-n", "PART_OF"), tie("m-t", "MEMBER_OF"))
    assert at_tables(view) == {("m", "t")}


def test_a_seat_that_has_ended_or_is_of_an_unclear_day_is_not_counted() -> None:
    ended = tie("a-t", "MEMBER_OF", end_date="2021")
    unclear = tie("b-t", "MEMBER_OF", start_date="2022")
    view = seen(body("t"), body("a", "Organisation"), body("b", "Organisation"), ended, unclear)
    assert at_tables(view) == set()


def test_nothing_at_all_is_no_member_at_no_table() -> None:
    found = table_members(seen())
    assert (found.seats, found.tables_of, found.ground.nodes, found.ground.ties) == ({}, {}, 0, 0)
