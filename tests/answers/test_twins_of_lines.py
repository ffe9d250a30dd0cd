"""The named questions that follow reporting, oversight and belonging from body to body, on the files of Exampleton."""

from answers.asking import (
    BOARD,
    COUNCIL,
    DELIVERY,
    DIGITAL,
    FINANCE,
    HEALTH,
    HILL,
    NORTH,
    PANEL,
    STRATEGY,
    Answered,
    fact,
)  # fmt: skip

REPORTS, OVERSEES = "REPORTS_TO", "OVERSEES"
TEAM, ESTATES_GROUP = "Integration Team", "Estates Group"


def test_a_way_upward_goes_on_from_reporting_to_oversight(answer: Answered) -> None:
    assert answer("ways-upward", 6, below="finance-group") == {
        (FINANCE, DELIVERY, 1, (FINANCE, DELIVERY), (REPORTS,), "stated"),
        (FINANCE, BOARD, 2, (FINANCE, DELIVERY, BOARD), (REPORTS, REPORTS), "stated"),
        (FINANCE, PANEL, 3, (FINANCE, DELIVERY, BOARD, PANEL), (REPORTS, REPORTS, OVERSEES), "stated"),
    }


def test_a_plan_has_a_way_upward_too_until_it_ends(answer: Answered) -> None:
    way = {
        (STRATEGY, BOARD, 1, (STRATEGY, BOARD), (OVERSEES,)),
        (STRATEGY, PANEL, 2, (STRATEGY, BOARD, PANEL), (OVERSEES, OVERSEES)),
    }
    assert answer("ways-upward", 5, below="health-strategy") == way
    assert answer("ways-upward", 5, below="health-strategy", as_of="2026") == set()


def test_an_inferred_step_makes_the_way_an_inference_and_comes_only_when_asked_for(answer: Answered) -> None:
    assert answer("ways-upward", 6, below="hill-lcp") == set()
    assert {(row[1], row[5]) for row in answer("ways-upward", 6, below="hill-lcp", bases="any")} == {
        (DELIVERY, "inferred"), (BOARD, "inferred"), (PANEL, "inferred"),
    }  # fmt: skip


def test_a_way_never_passes_the_same_body_twice(answer: Answered) -> None:
    back = fact("health-board", "REPORTS_TO", "delivery-group")
    assert {(row[1], row[2]) for row in answer("ways-upward", 3, back, below="delivery-group")} == {
        (BOARD, 1), (PANEL, 2),
    }  # fmt: skip
    assert {row[1] for row in answer("ways-upward", 2, back, below="health-board")} == {DELIVERY, PANEL}


def test_two_lines_of_one_kind_between_two_bodies_are_one_step(answer: Answered) -> None:
    again = fact("scrutiny-panel", "OVERSEES", "health-board", role="directs")
    both_ways = fact("health-board", "REPORTS_TO", "scrutiny-panel", role="scrutinised")
    step = (BOARD, PANEL, 1, (BOARD, PANEL))
    assert answer("ways-upward", 5, again, below="health-board") == {(*step, (OVERSEES,))}
    assert answer("ways-upward", 5, again, both_ways, below="health-board") == {
        (*step, (OVERSEES,)),
        (*step, (REPORTS,)),
    }


def test_a_way_has_four_steps_at_most(answer: Answered) -> None:
    more = (fact("carers-forum", "REPORTS_TO", "estates-group"), fact("estates-group", "REPORTS_TO", "finance-group"))
    assert {row[:3] for row in answer("ways-upward", 3, *more, below="carers-forum")} == {
        ("Carers’ Forum", ESTATES_GROUP, 1), ("Carers’ Forum", FINANCE, 2), ("Carers’ Forum", DELIVERY, 3),
        ("Carers’ Forum", BOARD, 4),
    }  # fmt: skip


def test_direction_in_a_circle_is_followed_once_round(answer: Answered) -> None:
    circle = (fact("delivery-group", "OVERSEES", "finance-group"), fact("finance-group", "OVERSEES", "delivery-group"))
    assert {row[2:] for row in answer("reach-of-direction", 4, *circle, subject="finance-group")} == {
        (1, (FINANCE, DELIVERY)),
        (2, (FINANCE, DELIVERY, FINANCE)),
    }


def test_parts_are_followed_to_the_whole_with_the_weakest_basis(answer: Answered) -> None:
    more = (
        fact("exampleton-council", "PART_OF", "third-sector", basis="implied"),
        fact("third-sector", "PART_OF", "general-practice"),
    )
    direct = {("Director of Public Health", "Post"), (TEAM, "Team")}
    assert {row[1:] for row in answer("what-belongs-to-what", 6, whole="EC")} == {
        (name, kind, 1, (name, COUNCIL), "stated") for name, kind in direct
    }
    assert answer("what-belongs-to-what", 6, *more, whole="general-practice") == {
        ("general practice", "the third sector", "Constituency", 1, ("the third sector", "general practice"), "stated"),
        (
            "general practice", COUNCIL, "Organisation", 2,
            (COUNCIL, "the third sector", "general practice"), "implied",
        ),
        *{
            (
                "general practice", name, kind, 3,
                (name, COUNCIL, "the third sector", "general practice"), "implied",
            )
            for name, kind in direct
        },
    }  # fmt: skip


def test_a_chain_holds_only_while_each_of_its_steps_does(answer: Answered) -> None:
    ended = fact("exampleton-council", "PART_OF", "third-sector", end_date="2023")
    assert answer("what-belongs-to-what", 2, ended, whole="third-sector") == set()
    assert {row[1] for row in answer("what-belongs-to-what", 2, ended, whole="third-sector", as_of="any")} == {
        COUNCIL, HEALTH, TEAM,
    }  # fmt: skip
    assert answer("what-belongs-to-what", 2, whole="EC", bases="implied") == set()


def test_nothing_in_exampleton_answers_to_several_bodies(answer: Answered) -> None:
    assert answer("several-lines-upward", 8) == answer("several-lines-upward", 8, as_of="any", bases="any") == set()


def test_what_answers_to_several_bodies_is_told_line_by_line(answer: Answered) -> None:
    more = (
        fact("north-vale-lcp", "REPORTS_TO", "exampleton-partnership", at="minutes-2024:item3", role="reports"),
        fact("exampleton-partnership", "OVERSEES", "north-vale-lcp"),
        fact("exampleton-partnership", "OVERSEES", "digital-plan"),
    )
    partnership = "Exampleton Health and Care Partnership"
    north = (NORTH, "LocalCarePartnership")
    assert answer("several-lines-upward", 8, *more) == {
        (*north, DELIVERY, REPORTS, "accountable", 2023, "stated", ("constitution-2023:s4",)),
        (*north, partnership, REPORTS, "reports", 2024, "stated", ("minutes-2024:item3",)),
        (*north, partnership, OVERSEES, "not stated", 2024, "stated", ("minutes-2024:item2",)),
    }
    assert answer("several-lines-upward", 8, *more, as_of="2023-06") == set()


def test_two_lines_from_one_body_are_one_body_above(answer: Answered) -> None:
    more = (fact("delivery-group", "OVERSEES", "finance-group"), fact("delivery-group", "OVERSEES", "digital-panel"))
    assert answer("several-lines-upward", 3, *more) == set()


def test_an_inferred_second_line_counts_only_when_asked_for(answer: Answered) -> None:
    more = fact("exampleton-partnership", "OVERSEES", "hill-lcp")
    assert answer("several-lines-upward", 1, more) == set()
    assert {(row[2], row[6]) for row in answer("several-lines-upward", 7, more, bases="any")} == {
        (DELIVERY, "inferred"), ("Exampleton Health and Care Partnership", "stated"),
    }  # fmt: skip
    assert {row[0] for row in answer("several-lines-upward", 1, more, bases="any")} == {HILL}


def test_whoever_is_below_is_no_line_upward(answer: Answered) -> None:
    more = (fact("digital-panel", "OVERSEES", "digital-plan"), fact("digital-panel", "OVERSEES", "estates-group"))
    assert answer("several-lines-upward", 1, *more) == set()
    assert {row[1] for row in answer("ways-upward", 2, *more, below="digital-panel")} == {DELIVERY, BOARD, PANEL}
    assert (ESTATES_GROUP, DIGITAL) in answer("ways-upward", 2, *more, below="estates-group")
