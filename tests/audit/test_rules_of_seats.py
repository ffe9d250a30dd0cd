"""Rules of seats, posts, ends, plans and age."""

from datetime import date

import pytest
from audit.made_up import FRESH, MEMBERS, TWO_SECTORS_AT, found, known, seat
from evidence.made_up import board, entity, fact, inferred, said

BOARD, POST, SECOND = board(), entity("Post", "Director"), entity("Post", "Deputy")
PERSON, OTHER = entity("Person", "A B"), entity("Person", "C D")
CHAIRS = seat("director", "board", "chair")


def test_a_chair_is_not_known_where_it_is_only_inferred_ended_or_of_an_unknown_date() -> None:
    assert found("no-known-chair", BOARD, POST, CHAIRS) == set()
    for chair in (
        inferred("director", "MEMBER_OF", "board", role="chair"),
        seat("director", "board", "chair", end_date="2022-07-18"),
        fact("director", "MEMBER_OF", "board", at="", role="chair"),
        seat("director", "board", "deputy chair"),
    ):
        assert found("no-known-chair", BOARD, POST, chair) == {"board"}


def test_a_chair_is_known_on_the_last_day_of_the_seat() -> None:
    assert found("no-known-chair", BOARD, POST, seat("director", "board", "chair", end_date="2022-07-19")) == set()


def test_two_posts_that_chair_are_several_but_a_person_and_a_post_may_be_one() -> None:
    assert found("several-chairs", BOARD, POST, SECOND, CHAIRS, seat("deputy", "board", "chair")) == {
        "board:deputy:director"
    }
    assert found("several-chairs", BOARD, POST, PERSON, CHAIRS, seat("a-b", "board", "chair")) == set()


def test_two_people_who_chair_are_several_and_their_ids_are_not_kept_in_a_key() -> None:
    rows = (BOARD, PERSON, OTHER, seat("a-b", "board", "chair"), seat("c-d", "board", "chair"))
    assert found("several-chairs", *rows) == {"board"}


def test_a_post_has_several_holders_only_while_both_are_recorded_in_it() -> None:
    first, second = fact("a-b", "HOLDS", "director", FRESH), fact("c-d", "HOLDS", "director", FRESH)
    assert found("several-holders", POST, PERSON, OTHER, first, second) == {"director"}
    assert found("several-holders", POST, PERSON, OTHER, first) == set()
    left = fact("a-b", "HOLDS", "director", FRESH, end_date="2022-05-31")
    assert found("several-holders", POST, PERSON, OTHER, left, second) == set()
    assert found("several-holders", POST, PERSON, OTHER, left, second, on=date(2022, 5, 31)) == {"director"}


def test_a_post_with_a_seat_needs_a_holder_and_one_without_any_duty_does_not() -> None:
    assert found("post-without-holder", BOARD, POST, CHAIRS) == {"director"}
    assert found("post-without-holder", BOARD, POST) == set()
    assert found("post-without-holder", BOARD, POST, PERSON, CHAIRS, fact("a-b", "HOLDS", "director", FRESH)) == set()


def one_and_other(*more: object) -> set[str]:
    return found("sector-missing", board("One"), board("Other"), *MEMBERS, *more)  # type: ignore[arg-type]


def test_a_sector_is_missing_only_where_half_or_more_of_the_tables_with_several_sectors_have_it() -> None:
    students = entity("Organisation", "U", sector="universities")
    assert one_and_other(*TWO_SECTORS_AT) == set()
    assert one_and_other(*TWO_SECTORS_AT, students, seat("u", "one")) == {"other:universities"}
    third = (board("Third"), seat("t", "third"), seat("c", "third"))
    assert one_and_other(*TWO_SECTORS_AT, *third, students, seat("u", "one")) == set()


def test_a_table_of_one_sector_is_neither_compared_nor_said_to_lack_another() -> None:
    alone = (board("Third"), seat("t", "third"))
    assert one_and_other(*TWO_SECTORS_AT, *alone) == set()


def test_what_a_source_says_of_the_list_is_told_beside_the_missing_sector() -> None:
    rows = (board("One"), board("Other"), *MEMBERS, *TWO_SECTORS_AT, entity("Organisation", "U", sector="universities"),
            seat("u", "one"))  # fmt: skip
    share = "somebody of “universities” is named at 1 of 2 tables with several sectors"
    assert known("sector-missing", *rows) == {share}
    assert known("sector-missing", *rows, said("other", "list_complete", "yes")) == {
        f"{share}; its list is stated to be complete"
    }
    assert known("sector-missing", *rows, said("other", "list_complete")) == {
        f"{share}; its list is not stated to be complete"
    }


def test_members_of_no_known_sector_are_told_where_a_sector_is_missing() -> None:
    others = (entity("Organisation", "U", sector="universities"), entity("Organisation", "V"))
    rows = (board("One"), board("Other"), *MEMBERS, *TWO_SECTORS_AT, *others, seat("u", "one"), seat("v", "other"))
    [said] = known("sector-missing", *rows)
    assert said.endswith(" tables with several sectors; of no known sector there: V")


GONE = entity("Organisation", "Gone", end_date="2019-03-31")
SITS = fact("gone", "MEMBER_OF", "board", id="sits")


def test_a_seat_that_outlives_its_body_is_found_from_the_day_after_its_end() -> None:
    assert found("ended-body-with-live-relations", GONE, BOARD, SITS, on=date(2019, 3, 31)) == set()
    assert found("ended-body-with-live-relations", GONE, BOARD, SITS, on=date(2019, 4, 1)) == {"gone:sits"}
    assert known("ended-body-with-live-relations", GONE, BOARD, SITS) == {
        "ended 31 March 2019; no end is recorded of this: Gone sat on Board, last confirmed 2018"
    }


@pytest.mark.parametrize(
    "relation",
    [
        fact("gone", "MEMBER_OF", "board", end_date="2019-03-31"),
        fact("gone", "SUCCEEDED_BY", "board", start_date="2019-04-01"),
        fact("gone", "SHOWN_ON", "handbook"),
        fact("gone", "PART_OF", "sector"),
        fact("a-b", "MEMBER_OF", "gone"),
        fact("lost", "PARTNERS_WITH", "gone"),
        inferred("gone", "MEMBER_OF", "board"),
        fact("gone", "MEMBER_OF", "board", start_date="2023"),
    ],
    ids=["ended", "happening", "listing", "a class", "a person's", "with what has ended too", "ours", "not yet begun"],
)
def test_what_has_an_end_does_not_bind_or_is_no_longer_there_does_not_outlive_a_body(relation: object) -> None:
    lost = entity("Organisation", "Lost", end_date="2018")
    rows = (GONE, lost, BOARD, PERSON, entity("Constituency", "Sector"), relation)
    assert found("ended-body-with-live-relations", *rows) == set()  # type: ignore[arg-type]


def test_a_body_that_may_still_exist_outlives_nothing() -> None:
    vague = entity("Organisation", "Gone", end_date="2022")
    assert found("ended-body-with-live-relations", vague, BOARD, SITS) == set()
    assert found("ended-body-with-live-relations", vague, BOARD, SITS, on=date(2023, 1, 1)) == {"gone:sits"}


SPENT = entity("Strategy", "Spent", end_date="2021")
OWNS = fact("board", "OWNS", "spent")


def test_an_expired_strategy_is_in_use_where_somebody_has_to_do_with_it_and_else_needs_a_successor() -> None:
    def both(*rows: object) -> tuple[set[str], set[str]]:
        names = ("expired-strategy-in-use", "strategy-without-successor")
        in_use, alone = (found(name, BOARD, SPENT, *rows) for name in names)  # type: ignore[arg-type]
        return in_use, alone

    new = (entity("Strategy", "New"), fact("spent", "SUCCEEDED_BY", "new", start_date="2022-01-01"))
    assert both(OWNS) == ({"spent"}, set())
    assert both() == (set(), {"spent"})
    assert both(fact("spent", "HAS_PRIORITY", "aim"), entity("Priority", "Aim")) == (set(), {"spent"})
    assert both(fact("board", "OWNS", "spent", end_date="2021")) == (set(), {"spent"})
    review = (entity("Strategy", "Review", form="report"), fact("review", "CONTRIBUTES_TO", "spent", role="describes"))
    assert both(*review) == (set(), {"spent"})
    assert both(*new) == (set(), set())
    assert both(*new, OWNS) == ({"spent"}, set())


def test_a_strategy_has_expired_from_the_day_after_its_last() -> None:
    assert found("expired-strategy-in-use", BOARD, SPENT, OWNS, on=date(2021, 12, 31)) == set()
    assert found("expired-strategy-in-use", BOARD, SPENT, OWNS, on=date(2022, 1, 1)) == {"spent"}


def test_a_plan_or_programme_has_an_owner_where_a_source_says_who_owns_delivers_or_commissions_it() -> None:
    arc = entity("Programme", "Arc")
    assert found("plan-without-owner", BOARD, arc) == {"arc"}
    assert found("plan-without-owner", BOARD, arc, inferred("board", "OWNS", "arc")) == {"arc"}
    assert found("plan-without-owner", BOARD, arc, fact("board", "DELIVERS", "arc")) == set()


def test_what_nothing_joins_is_found_as_a_partnership_of_a_locality_or_as_another_body() -> None:
    vale = entity("LocalCarePartnership", "Vale")
    listing = fact("vale", "SHOWN_ON", "handbook")
    assert found("partnership-without-link", vale, listing, BOARD) == {"vale"}
    assert found("body-without-link", vale, listing, BOARD) == {"board"}
    assert found("partnership-without-link", vale, BOARD, fact("vale", "SUPPORTS", "board")) == set()


def test_evidence_is_stale_beyond_the_age_asked_for() -> None:
    trust = entity("Organisation", "Trust")
    rows = (trust, BOARD, fact("trust", "MEMBER_OF", "board"))
    assert found("stale-evidence", *rows) == {"board", "trust"}
    assert found("stale-evidence", *rows, years=4) == set()
    assert found("stale-evidence", trust, BOARD, seat("trust", "board")) == set()
