"""The list of members as minutes take it."""

from datetime import date

from evidence.made_up import board, documented, entity, fact, inferred, said

from ecosystem.answers import has_seats, members
from ecosystem.results import Result
from ecosystem.snapshot import Snapshot

DAY = date(2024, 3, 5)
NODES = (
    *(board(), entity("Organisation", "Council"), entity("Organisation", "Trust", sector="nhs")),
    *(entity("Post", "Director"), entity("Person", "Ann", "minutes:1"), entity("Person", "Bob")),
)


def rows(result: Result, *columns: str) -> list[tuple[object, ...]]:
    places = [result.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in result.rows]


def test_there_is_one_row_for_each_seat_and_the_chair_is_first(exampleton: Snapshot) -> None:
    result = members(exampleton.on(DAY), "EHB")
    assert rows(result, "name", "role", "holder", "sits_for", "when") == [
        ("Director of Public Health", "chair", "Avery Example (documented 5 March 2024)", "Exampleton Council",
         "since May 2023, documented 5 March 2024"),
        ("Exampleton Community NHS Trust", "member", "", "", "documented 5 March 2024"),
        ("Exampleton Council", "member", "", "", "documented 5 March 2024"),
        ("Exampleton Hospitals NHS Foundation Trust", "member", "", "", "documented 5 March 2024"),
        ("the third sector", "representative", "", "", "documented 5 March 2024"),
    ]  # fmt: skip
    assert rows(result, "basis", "sources")[0] == ("stated", "Minutes of the Exampleton Health Board, item 2")


def test_a_chair_that_nobody_states_has_a_row_that_says_so(exampleton: Snapshot) -> None:
    result = members(exampleton.on(DAY), "North Vale LCP")
    assert rows(result, "name", "role")[0] == ("not stated", "chair")
    assert len(result.rows) == 4


def test_a_table_without_any_known_seat_says_so_once(exampleton: Snapshot) -> None:
    result = members(exampleton.on(DAY), "hill-lcp")
    assert (result.rows, result.empty) == ((), "Who chairs it and who sits there is not stated.")


def test_that_a_chair_is_not_stated_stands_before_who_was_named_years_ago() -> None:
    result = members(documented(*NODES, fact("bob", "MEMBER_OF", "board", role="chair")), "Board")
    named = ("not stated (last named 2018: Bob)", "chair", "last named 2018; present holder not stated")
    assert rows(result, "name", "role", "when") == [named]
    assert result.notes == ()


def test_a_post_without_a_known_holder_says_so_and_names_its_body() -> None:
    view = documented(*NODES, fact("director", "MEMBER_OF", "board"), fact("director", "PART_OF", "council"))
    assert rows(members(view, "Board"), "name", "holder", "sits_for")[1:] == [("Director", "not stated", "Council")]


def test_the_sector_is_that_of_the_member_or_of_whom_it_sits_for() -> None:
    view = documented(
        *NODES,
        fact("trust", "MEMBER_OF", "board"),
        fact("director", "MEMBER_OF", "board"),
        fact("director", "PART_OF", "trust"),
    )
    assert rows(members(view, "Board"), "name", "sector")[1:] == [("Director", "nhs"), ("Trust", "nhs")]


def test_whether_the_list_is_complete_is_always_said() -> None:
    seat = fact("trust", "MEMBER_OF", "board")
    then = {
        value: documented(*NODES, seat, said("board", "list_complete", value)).snapshot for value in ("yes", "no", "")
    }
    leads = {value: members(snapshot.on(date(2018, 6, 1)), "Board").lead for value, snapshot in then.items()}
    ground = "(documented 2018, Handbook, line 3)."
    assert leads == {
        "yes": f"The list is stated to be complete {ground}",
        "no": f"The list is not stated to be complete: others may sit there {ground}",
        "": f"Whether the list is complete is left open by the source {ground}",
    }
    assert members(documented(*NODES, seat), "Board").lead == "Whether the list is complete is not stated."


def test_a_list_that_was_complete_is_not_said_to_be_complete_on_later_days() -> None:
    seats = (fact("trust", "MEMBER_OF", "board", end_date="2019"), fact("council", "MEMBER_OF", "board"))
    view = documented(*NODES, *seats, said("board", "list_complete", "yes"))
    assert members(view, "Board").lead == (
        "The list was stated to be complete in 2018 (last confirmed 2018, Handbook, line 3); one of its seats has "
        "ended since; whether it is complete on 19 July 2022 is not stated."
    )
    whole = members(view.snapshot.on(None), "Board").lead
    assert whole == "The list was stated to be complete in 2018 (documented 2018, Handbook, line 3)."


def test_seats_that_ended_or_rest_on_another_basis_are_counted_and_those_elsewhere_are_not() -> None:
    seats = (
        fact("trust", "MEMBER_OF", "board", end_date="2019"),
        fact("council", "MEMBER_OF", "board", basis="implied"),
    )
    elsewhere = (board("Group"), fact("board", "MEMBER_OF", "group", end_date="2019"))
    view = documented(*NODES, *seats, *elsewhere).snapshot.on(date(2022, 7, 19), ["stated"])
    assert members(view, "Board").notes == (
        "Left out on 19 July 2022: 1 fact ended or not yet begun, 1 fact on another basis.",
    )


def test_a_seat_that_we_infer_says_so_in_its_row() -> None:
    result = members(documented(*NODES, inferred("trust", "MEMBER_OF", "board")), "Board")
    assert rows(result, "name", "when", "basis", "note")[1:] == [("Trust", "judged for 2022", "inferred", "its name")]


def test_what_people_sit_round_has_seats_whatever_the_day(exampleton: Snapshot) -> None:
    view = exampleton.on(date(1999, 1, 1))
    assert (has_seats(view, "EHB"), has_seats(view, "hill-lcp"), has_seats(view, "EC")) == (True, True, False)
    sat_on = documented(*NODES, fact("trust", "MEMBER_OF", "council", end_date="2019"))
    assert has_seats(sat_on, "Council")
