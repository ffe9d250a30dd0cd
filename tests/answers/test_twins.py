"""The named questions, answered from the files of Exampleton; `test_neo4j` asks Neo4j the same."""

from collections.abc import Callable

import pytest

from ecosystem.answers import Cell, ask, from_files
from ecosystem.snapshot import Snapshot

COUNCIL, HOSPITALS, COMMUNITY = (
    "Exampleton Council", "Exampleton Hospitals NHS Foundation Trust", "Exampleton Community NHS Trust",
)  # fmt: skip
BOARD, DELIVERY, FINANCE = "Exampleton Health Board", "Exampleton Delivery Group", "Exampleton Finance Group"
PARTNERSHIP = "Exampleton Health and Care Partnership"
NORTH, SOUTH, HILL = (f"{name} Local Care Partnership" for name in ("North Vale", "South Vale", "Hill & Moor"))


Answered = Callable[..., set[tuple[Cell, ...]]]


@pytest.fixture
def answer(exampleton: Snapshot) -> Answered:
    """Return a function that asks the files and returns the set of rows, the first columns of them."""

    def ask_files(name: str, columns: int, /, **given: str) -> set[tuple[Cell, ...]]:
        return {row[:columns] for row in ask(name, given, exampleton, from_files(exampleton)).rows}

    return ask_files


def test_who_sits_on_a_body_is_told_with_kind_and_role(answer: Answered) -> None:
    assert answer("who-sits-on", 4, body="EHB") == {
        (BOARD, "Director of Public Health", "Post", "chair"),
        (BOARD, COMMUNITY, "Organisation", "not stated"),
        (BOARD, COUNCIL, "Organisation", "not stated"),
        (BOARD, HOSPITALS, "Organisation", "not stated"),
        (BOARD, "the third sector", "Constituency", "representative"),
    }


def test_a_seat_that_ended_is_there_on_an_earlier_day_only(answer: Answered) -> None:
    assert (FINANCE, HOSPITALS) in answer("who-sits-on", 2, as_of="2023-06")
    assert (FINANCE, HOSPITALS) not in answer("who-sits-on", 2)


def test_an_organisation_has_the_seats_of_its_posts_too(answer: Answered) -> None:
    assert answer("seats-of", 4, organisation="EC") == {
        (COUNCIL, BOARD, "", "not stated"),
        (COUNCIL, BOARD, "Director of Public Health", "chair"),
        (COUNCIL, DELIVERY, "", "not stated"),
        (COUNCIL, FINANCE, "", "not stated"),
        (COUNCIL, NORTH, "", "not stated"),
    }


def test_organisations_that_share_boards_are_paired(answer: Answered) -> None:
    pairs = {(COMMUNITY, COUNCIL), (COMMUNITY, HOSPITALS), (COUNCIL, HOSPITALS)}
    assert answer("shared-boards", 4) == {(*pair, 2, (DELIVERY, BOARD)) for pair in pairs}
    assert answer("shared-boards", 3, min_shared="3", as_of="any") == {(COUNCIL, HOSPITALS, 3)}


def test_each_member_of_two_bodies_sits_on_both_or_on_one(answer: Answered) -> None:
    assert answer("overlap-of-two-bodies", 2, first="EHB", second="delivery-group") == {
        (COMMUNITY, "both"),
        (COUNCIL, "both"),
        (HOSPITALS, "both"),
        ("Director of Public Health", BOARD),
        ("the third sector", BOARD),
        ("Chief Executive, Exampleton Hospitals", DELIVERY),
        ("general practice", DELIVERY),
    }


def test_a_chair_is_told_with_the_person_in_the_post_for_a_year(answer: Answered) -> None:
    delivery = (DELIVERY, "Chief Executive, Exampleton Hospitals", "chair", "")
    assert answer("chairs", 4) == {delivery, (BOARD, "Director of Public Health", "chair", "Avery Example")}
    assert answer("chairs", 4, as_of="2026") == {delivery, (BOARD, "Director of Public Health", "chair", "")}


def test_who_gives_direction_is_told_with_the_verb(answer: Answered) -> None:
    assert answer("who-gives-direction", 4) == {
        ("Scrutiny Panel (Health)", "oversees", BOARD, "Board"),
        (BOARD, "directs", "Exampleton Health Strategy 2022-2025", "Strategy"),
        ("Shire Integrated Care Board", "oversees", PARTNERSHIP, "Partnership"),
    }


def test_direction_is_followed_along_its_chain(answer: Answered) -> None:
    strategy = "Exampleton Health Strategy 2022-2025"
    assert answer("reach-of-direction", 4, subject="scrutiny-panel") == {
        ("Scrutiny Panel (Health)", BOARD, 1, ("Scrutiny Panel (Health)", BOARD)),
        ("Scrutiny Panel (Health)", strategy, 2, ("Scrutiny Panel (Health)", BOARD, strategy)),
    }


def test_lines_upward_are_stated_or_said_not_to_be(answer: Answered) -> None:
    lines = answer("lines-upward", 4)
    assert (DELIVERY, BOARD, "reports", "stated") in lines
    assert (BOARD, "not stated", "", "") in lines
    assert (HILL, "not stated", "", "") in lines


def test_inferred_lines_come_only_when_asked_for_and_with_their_reason(answer: Answered) -> None:
    reason = "the constitution names the other two partnerships only"
    assert answer("lines-upward", 5, body="hill-lcp", bases="any") == {
        (HILL, DELIVERY, "accountable", "inferred", reason)
    }


def test_strategies_are_told_with_what_bodies_have_to_do_with_them(answer: Answered) -> None:
    strategy = ("Exampleton Health Strategy 2022-2025", "strategy")
    assert answer("strategies-of", 5) == {
        ("Digital Plan", "plan", COUNCIL, "OWNS", ""),
        (*strategy, BOARD, "OVERSEES", "directs"),
        (*strategy, PARTNERSHIP, "ENDORSED", ""),
    }


def test_a_strategy_has_run_out_from_the_day_after_its_end(answer: Answered) -> None:
    assert answer("ended-strategies", 4) == {("Estates Plan 2015-2019", "2015-01-01", "2019-12-31", "")}
    assert answer("ended-strategies", 1, as_of="2019-12-31") == set()
    assert len(answer("ended-strategies", 1, as_of="any")) == 2


def test_local_care_partnerships_are_told_with_their_members(answer: Answered) -> None:
    members = (COUNCIL, "Exampleton Voluntary Action", "Vale Primary Care Ltd")
    assert answer("partnerships", 5) == {
        (HILL, "", (), (), ()),
        (NORTH, "2021-04", (), (), members),
        (SOUTH, "2021-04", (), (), ("Vale Primary Care Ltd",)),
    }
    assert {row[0] for row in answer("partnerships", 1, as_of="2020")} == {HILL}


def test_a_renamed_body_is_told_with_its_successor_from_that_day_on(answer: Answered) -> None:
    change = ("Old Exampleton Health Authority", "renaming", "Shire Integrated Care Board", "2013-04")
    assert answer("successions", 4) == {change}
    assert answer("successions", 4, as_of="2012") == set()


def test_seats_that_held_on_one_of_two_days_only_are_told_apart(answer: Answered) -> None:
    assert answer("seats-then-and-now", 4, earlier="2023-06") >= {
        (FINANCE, HOSPITALS, "not stated", "only before"),
        (BOARD, COUNCIL, "not stated", "only after"),
    }
    assert answer("seats-then-and-now", 4, earlier="2023-06", as_of="2023-06") == set()
    assert answer("seats-then-and-now", 4, earlier="2023-06", as_of="any") == set()


def test_facts_are_counted_by_basis(answer: Answered) -> None:
    rows = answer("facts-by-basis", 5)
    assert ("REPORTS_TO", "inferred", 1, 2024, 2024) in rows
    assert ("MEMBER_OF", "stated", 17, 2023, 2024) in rows


def test_facts_are_counted_by_source(answer: Answered) -> None:
    assert ("Constitution of the Exampleton Partnership", "REPORTS_TO", 6) in answer("facts-by-source", 3)
    assert {row[0] for row in answer("facts-by-source", 1, source="minutes-2024")} == {
        "Minutes of the Exampleton Health Board"
    }


def test_figures_are_told_and_what_a_source_leaves_open(answer: Answered) -> None:
    assert answer("figures", 4) == {
        ("Digital Panel", "meeting_schedule", "left open by the source", ""),
        (BOARD, "decision_powers", "may decide within the council’s delegation", ""),
        (HOSPITALS, "staff", "7000", "people"),
    }


def test_boards_without_members_are_told_with_where_they_are_listed(answer: Answered) -> None:
    rows = answer("boards-without-members", 3)
    assert ("Estates Group", "group", ("Constitution of the Exampleton Partnership",)) in rows
    assert ("Carers’ Forum", "forum", ()) in rows
    assert BOARD not in {row[0] for row in rows}


def test_boards_with_members_and_no_chair_are_counted_by_seats(answer: Answered) -> None:
    assert answer("boards-without-a-chair", 3) == {
        ("Digital Panel", "panel", 1),
        (FINANCE, "group", 1),
        (NORTH, "", 3),
        ("Shire Provider Alliance", "network", 1),
        (SOUTH, "", 1),
    }


def test_bodies_are_counted_by_what_is_known_of_them(answer: Answered) -> None:
    assert answer("what-is-known-of-bodies", 2) == {
        ("named", 13),
        ("who sits there", 7),
        ("which post chairs", 2),
        ("neither chair, members nor direction", 3),
    }


def test_organisations_at_several_tables_are_told_with_the_tables(answer: Answered) -> None:
    assert answer("organisations-at-several-tables", 2) == {(COUNCIL, 4), (HOSPITALS, 3)}
    assert answer("organisations-at-several-tables", 3, min_tables="4") == {
        (COUNCIL, 4, (DELIVERY, FINANCE, BOARD, NORTH))
    }


def test_what_is_stated_between_bodies_counts_those_whose_plan_has_ended_apart(answer: Answered) -> None:
    assert answer("what-is-stated-between-bodies", 3) == {
        ("reporting", 6, 0),
        ("direction or oversight", 3, 0),
        ("support or contribution", 2, 0),
    }
    assert answer("what-is-stated-between-bodies", 3, as_of="2026") == {
        ("reporting", 6, 0),
        ("direction or oversight", 3, 1),
        ("support or contribution", 2, 1),
    }
    assert answer("what-is-stated-between-bodies", 2, as_of="2000") == {
        (stated, 0) for stated in ("reporting", "direction or oversight", "support or contribution")
    }


def test_who_provides_what_may_be_empty(answer: Answered) -> None:
    assert answer("who-provides-what", 7) == set()


def test_answers_stand_in_the_order_their_query_says(exampleton: Snapshot) -> None:
    rows = ask("chairs", {}, exampleton, from_files(exampleton)).rows
    assert [row[0] for row in rows] == [DELIVERY, BOARD]
