"""What a chronicle tells of made-up rows between the ends of 2016 and 2022, and what it must not say."""

from datetime import date
from itertools import pairwise

import pytest
from evidence.made_up import board, entity, fact, inferred, place

from ecosystem.chronicle import Kind, Theme, chronicle, chronicle_of, not_confirmed
from ecosystem.model import BASES, Row, Source, basis_of
from ecosystem.snapshot import Snapshot

EARLIER, LATER = date(2016, 12, 31), date(2022, 12, 31)
OLD = Source(id="old", code="O", title="Old paper", kind="document", date="2016", date_basis="printed")
NEW = Source(id="new", code="N", title="New paper", kind="document", date="2018", date_basis="printed")
NODES = (
    *(board(at="old:1"), board("Group", "old:1"), entity("Organisation", "Council", "old:1")),
    *(entity("Organisation", "Trust", "old:1"), entity("Post", "Director", "old:1"), entity("Person", "Ann", "old:1")),
    *(entity("Person", "Bob", "old:1"), entity("Strategy", "Plan", "old:1")),
)


def themes(*rows: Row, earlier: date = EARLIER, later: date = LATER, bases: tuple[str, ...] = BASES) -> list[Theme]:
    return list(chronicle(place(OLD, NEW, *rows), earlier, later, bases))


def told(*rows: Row, earlier: date = EARLIER, later: date = LATER) -> list[tuple[str, str]]:
    """Return the kind and sentence of everything told of rows beside nodes that are known before."""
    found = themes(*NODES, *rows, earlier=earlier, later=later)
    return [(one.kind.value, one.sentence) for theme in found for one in theme.told]


def test_nothing_new_is_nothing_told() -> None:
    assert told(fact("trust", "MEMBER_OF", "board", "old:2")) == []


def test_a_body_begins_and_ends_on_written_dates_only() -> None:
    begun, over = board("Hub", "new:1", start_date="2018-07-19"), board("Forum", "old:1", end_date="2019")
    assert told(begun, over, board("Panel", "new:1")) == [
        ("dated", "Hub began on 19 July 2018."),
        ("dated", "Forum ended in 2019; what followed is not stated."),
        (
            "first documented",
            "In 2018 sources first name one board (Panel), which is not when it began: that is not stated.",
        ),
    ]


def test_a_date_that_may_lie_outside_the_days_says_so() -> None:
    later = date(2018, 6, 30)
    assert told(board("Hub", "old:1", start_date="2018"), later=later) == [
        ("dated", "Hub began in 2018 (whether within these days is not stated).")
    ]
    assert told(board("Hub", "old:1", start_date="2018"), earlier=date(2018, 12, 31)) == []


@pytest.mark.parametrize(
    ("start", "is_told"), [("2016-12-31", False), ("2017-01-01", True), ("2022-12-31", True), ("2023", False)]
)
def test_the_days_begin_after_the_first_and_end_with_the_last(start: str, is_told: bool) -> None:  # noqa: FBT001
    assert bool(told(board("Hub", "old:1", start_date=start))) is is_told


def test_what_merges_is_told_once_with_all_its_predecessors() -> None:
    ending = {"end_date": "2018-03"}
    rows = (
        board("North", "old:1", **ending),
        board("West", "old:1", **ending),
        board("Whole", "new:1", start_date="2018-04"),
    )
    merging = tuple(
        fact(one, "SUCCEEDED_BY", "whole", "new:2", role="merger", start_date="2018-04") for one in ("north", "west")
    )
    assert told(*rows, *merging) == [("dated", "North and West merged into Whole in April 2018.")]


def test_a_succession_without_a_day_is_first_documented() -> None:
    rows = (board("Old Name", "old:1"), board("New Name", "old:1"))
    renaming = fact("old-name", "SUCCEEDED_BY", "new-name", "new:2", role="renaming")
    assert told(*rows, renaming) == [
        (
            "first documented",
            "In 2018 it is first documented that Old Name was renamed New Name; the day is not stated.",
        )
    ]


def test_a_strategy_runs_out_and_what_followed_is_said_where_it_is_known() -> None:
    plan = entity("Strategy", "Old Plan", "old:1", end_date="2018-12-31")
    assert told(plan) == [("dated", "The Old Plan ran out on 31 December 2018; what followed is not stated.")]
    following = fact("old-plan", "SUCCEEDED_BY", "plan", "new:1", start_date="2019")
    assert told(plan, following) == [("dated", "The Old Plan was succeeded by Plan in 2019.")]


def test_seats_begin_and_end_together_where_they_did_so_on_one_day() -> None:
    joined = tuple(fact(one, "MEMBER_OF", "board", "new:1", start_date="2018-05") for one in ("council", "trust"))
    ended = fact("council", "MEMBER_OF", "group", "old:2", role="partner", end_date="2019-01-31")
    assert told(*joined, ended) == [
        ("dated", "From May 2018 Council and Trust sit on Board."),
        ("dated", "Until 31 January 2019 Council was a partner in Group."),
    ]


def test_a_seat_without_a_date_is_first_documented_and_since_when_is_not_stated() -> None:
    seats = tuple(fact(one, "MEMBER_OF", "board", "new:1", role="member") for one in ("council", "trust"))
    assert told(*seats) == [
        (
            "first documented",
            "In 2018 it is first documented that Council and Trust are members of Board; since when is not stated.",
        )
    ]


def test_a_seat_at_a_table_that_began_on_the_day_of_the_evidence_is_no_older() -> None:
    hub = board("Hub", "new:1", start_date="2018-01-01")
    seat = fact("trust", "MEMBER_OF", "hub", "new:1")
    assert ("first documented", "In 2018 it is first documented that Trust sits on Hub.") in told(hub, seat)


def test_a_seat_known_before_that_is_not_confirmed_is_counted_and_not_ended() -> None:
    seats = (fact("council", "MEMBER_OF", "board", "old:2"), fact("trust", "MEMBER_OF", "board", "old:2 new:2"))
    found = themes(*NODES, *seats)
    [lead] = [not_confirmed(theme) for theme in found if theme.title == "Seats and chairs"]
    assert lead == "Of two seats known before, one is not confirmed since; nothing says that it has ended."
    assert told(*seats) == []


def test_where_nothing_known_before_is_confirmed_it_is_said_of_all() -> None:
    seats = [fact(one, "MEMBER_OF", "board", "old:2") for one in ("council", "trust")]
    for known, words in (
        (seats, "Of two seats known before, none is confirmed since; nothing says that they have ended."),
        (seats[:1], "The only one of the seats known before is not confirmed since; nothing says that it has ended."),
    ):
        assert words in [not_confirmed(theme) for theme in themes(*NODES, *known)]


def test_a_person_last_named_is_no_longer_known_and_did_not_leave() -> None:
    assert told(fact("ann", "HOLDS", "director", "old:2")) == [
        (
            "no longer known",
            "It is no longer known whether Ann holds the post of Director: last named 2016; present holder not stated.",
        )
    ]


def test_a_person_whose_post_ended_on_a_written_day_is_told_as_that() -> None:
    assert told(fact("ann", "HOLDS", "director", "old:2", end_date="2018-04")) == [
        ("dated", "Until April 2018 Ann held the post of Director.")
    ]


def test_a_chair_that_passed_on_written_days_is_one_dated_sentence() -> None:
    seats = (
        fact("ann", "MEMBER_OF", "board", "old:2", role="chair", end_date="2018-04"),
        fact("bob", "MEMBER_OF", "board", "new:2", role="chair", start_date="2018-05"),
    )
    assert told(*seats) == [("dated", "Until April 2018 Ann chaired Board; from May 2018 Bob chairs Board.")]


def test_another_chair_without_dates_does_not_say_that_the_chair_passed() -> None:
    seats = (
        fact("ann", "MEMBER_OF", "board", "old:2", role="chair"),
        fact("ann", "HOLDS", "director", "old:3"),
        fact("director", "MEMBER_OF", "board", "new:2", role="chair"),
    )
    assert told(*seats)[0] == (
        "not dated",
        (
            "In 2016 Ann chaired Board, holding the post of Director; in 2018 Director chaired Board (who holds that "
            "post is not stated); whether and when the chair passed on is not stated."
        ),
    )


def test_a_chair_since_before_the_days_whom_only_later_papers_name_is_dated_by_its_beginning() -> None:
    seats = (
        fact("ann", "MEMBER_OF", "board", "new:2", role="chair", start_date="2015"),
        fact("bob", "MEMBER_OF", "board", "new:2", role="chair", start_date="2018-05"),
    )
    [(kind, sentence)] = [one for one in told(*seats) if "Bob" in one[1]]
    assert (kind, sentence) == (
        "not dated",
        (
            "From 2015 Ann chairs Board; from May 2018 Bob chairs Board; whether and when the chair passed on is not "
            "stated."
        ),
    )


def test_a_post_that_is_renamed_is_told_with_its_holders() -> None:
    rows = (
        entity("Post", "Lead", "new:1"),
        fact("director", "SUCCEEDED_BY", "lead", "new:1", role="renaming", start_date="2018"),
    )
    assert told(*rows) == [
        ("dated", "Director was renamed Lead in 2018."),
        (
            "first documented",
            "In 2018 sources first name one post (Lead), which is not when it began: that is not stated.",
        ),
    ]


def test_a_first_known_chair_is_no_change_of_chair() -> None:
    assert told(fact("director", "MEMBER_OF", "board", "new:2", role="chair")) == [
        (
            "first documented",
            "In 2018 it is first documented that Director chairs Board; since when is not stated.",
        )
    ]


def test_lines_to_bodies_are_told_in_the_words_of_their_relation() -> None:
    lines = (
        fact("group", "REPORTS_TO", "board", "new:1", role="accountable", start_date="2019-02-01"),
        fact("board", "OVERSEES", "trust", "new:1", role="directs"),
        fact("board", "OVERSEES", "plan", "new:1", role="directs"),
        fact("group", "PART_OF", "council", "old:1", end_date="2020"),
    )
    assert told(*lines) == [
        ("dated", "From 1 February 2019 Group is accountable to Board."),
        ("dated", "Until 2020 Group was part of Council."),
        (
            "first documented",
            "In 2018 it is first documented that Board gives direction to Plan and Trust; since when is not stated.",
        ),
    ]


def test_owners_and_endorsements_are_told_with_strategies() -> None:
    facts = (
        fact("board", "ENDORSED", "plan", "new:1", start_date="2018-02-14"),
        fact("council", "OWNS", "plan", "new:1"),
    )
    assert told(*facts) == [
        ("dated", "Board endorsed Plan on 14 February 2018."),
        ("first documented", "In 2018 it is first documented that Council owns Plan; since when is not stated."),
    ]


def test_our_inferences_stand_apart_as_judged_for_a_day_and_never_as_a_beginning() -> None:
    ours = inferred("group", "REPORTS_TO", "board", evidence_date="2018", start_date="2018")
    [theme] = [one for one in themes(*NODES, ours) if one.told]
    assert theme.title == "Our own inferences, which no document states"
    assert [(one.kind, one.sentence) for one in theme.told] == [
        (Kind.INFERRED, "For 2018 we infer that Group reports to Board.")
    ]
    assert not [one for one in themes(*NODES, ours, bases=("stated", "implied")) if one.told]


def test_only_the_bases_looked_at_are_told() -> None:
    rows = (
        board("Hub", "new:1", start_date="2018", basis="implied"),
        fact("trust", "MEMBER_OF", "board", "new:1", basis="shown"),
    )
    found = themes(*NODES, *rows, bases=("stated",))
    assert [one for theme in found for one in theme.told] == []


def test_a_sentence_cites_where_a_thing_is_first_documented_and_not_what_confirms_it_later() -> None:
    later = Source(id="later", code="L", title="Later paper", kind="document", date="2020", date_basis="printed")
    seat = fact("trust", "MEMBER_OF", "board", "later:2 new:1")
    [one] = [one for theme in themes(later, *NODES, seat) for one in theme.told]
    assert [row.sources for row in one.rows] == [("new:1",)]


def test_things_that_sources_first_name_are_one_sentence_and_counted_where_they_are_many() -> None:
    rows = (*(board(f"Board {letter}", "new:1") for letter in "ABCDEFGHIJKL"), entity("Team", "Nurses", "new:1"))
    assert [sentence for _, sentence in told(*rows)] == [
        "In 2018 sources first name 12 boards and one team (Nurses), which is not when they began: that is not stated."
    ]


def test_seats_and_lines_that_sources_first_name_are_counted_where_they_are_many() -> None:
    tables = tuple(board(f"Table {letter}", "old:1") for letter in "ABCD")
    seats = tuple(fact("trust", "MEMBER_OF", table.id, "new:1") for table in tables)
    chair = fact("director", "MEMBER_OF", "table-a", "new:1", role="chair")
    assert [sentence for _, sentence in told(*tables, *seats, chair)] == [
        "In 2018 it is first documented that Director chairs Table A; since when is not stated.",
        "In 2018 sources first name four seats at four tables, which is not when they began: that is not stated.",
    ]
    assert len(told(*tables, *seats[:3])) == 3


def test_who_first_reports_to_whom_is_told_however_many_do() -> None:
    boards = tuple(board(f"Panel {letter}", "old:1") for letter in "ABCD")
    lines = tuple(fact(one.id, "REPORTS_TO", other.id, "new:1") for one, other in pairwise((*boards, board("Z"))))
    reported = [sentence for _, sentence in told(*boards, board("Z", "old:1"), *lines)]
    assert reported[0] == "In 2018 it is first documented that Panel A reports to Panel B; since when is not stated."
    assert len(reported) == 4


def test_rows_of_different_bases_are_never_told_in_one_sentence() -> None:
    bases = ("stated", "implied", "shown")
    boards = tuple(board(f"{basis} {number}", "new:1", basis=basis) for basis in bases for number in (1, 2))
    seats = tuple(
        fact(one, "MEMBER_OF", "board", "new:1", basis=basis)
        for one, basis in zip(("trust", "council"), bases, strict=False)
    )
    found = [one for theme in themes(*NODES, *boards, *seats) for one in theme.told]
    assert {(one.basis, frozenset(map(basis_of, one.rows))) for one in found} == {
        (basis, frozenset({basis})) for basis in bases
    }
    assert [one.sentence.split(" two boards")[0] for one in found[:3]] == [
        "In 2018 sources first name", "In 2018 sources first imply", "In 2018 sources first show on a chart or list",
    ]  # fmt: skip


def test_a_change_of_chair_on_different_bases_is_a_sentence_for_each() -> None:
    seats = (
        fact("ann", "MEMBER_OF", "board", "old:2", role="chair"),
        fact("ann", "HOLDS", "director", "old:3", basis="implied"),
        fact("bob", "MEMBER_OF", "board", "new:2", role="chair", basis="implied"),
    )
    [seating] = [theme for theme in themes(*NODES, *seats) if theme.title == "Seats and chairs"]
    assert [(one.sentence, one.basis, one.rows) for one in seating.told] == [
        ("In 2016 Ann chaired Board.", "stated", (seats[0],)),
        (
            "In 2018 Bob chaired Board; whether and when the chair passed on is not stated.",
            "implied",
            (seats[2],),
        ),
    ]


def test_a_date_that_a_title_has_is_implied_and_said_to_be() -> None:
    plan = entity("Strategy", "Town Plan 2018-22", "old:1", start_date="2018-01-01", end_date="2022-12-31")
    listed = entity("Strategy", "Care Plan 2016-2018", "old:1", end_date="2018-12-31", basis="shown")
    other = entity("Strategy", "Old Plan", "old:1", end_date="2018-12-31")
    [theme] = [theme for theme in themes(plan, listed, other) if theme.told]
    assert {(one.sentence, one.basis) for one in theme.told} == {
        ("The Town Plan 2018-22 is dated from 1 January 2018, as its title implies.", "implied"),
        (
            "The Town Plan 2018-22 ran out on 31 December 2022, as its title implies; what followed is not stated.",
            "implied",
        ),
        (
            "The Care Plan 2016-2018 ran out on 31 December 2018, as its title implies; what followed is not stated.",
            "shown",
        ),
        ("The Old Plan ran out on 31 December 2018; what followed is not stated.", "stated"),
    }


def test_a_seat_that_ended_with_its_member_ended_by_implication() -> None:
    gone = board("Gone", "old:1", end_date="2018-04")
    seats = (
        fact("gone", "MEMBER_OF", "board", "old:2", end_date="2018-04"),
        fact("gone", "MEMBER_OF", "group", "old:2", end_date="2018-03"),
    )
    [seating] = [theme for theme in themes(*NODES, gone, *seats) if theme.title == "Seats and chairs"]
    assert {(one.sentence, one.basis) for one in seating.told} == {
        ("Until April 2018 Gone sat on Board.", "implied"),
        ("Until March 2018 Gone sat on Group.", "stated"),
    }


def test_what_follows_by_our_inference_only_is_not_stated_to_follow() -> None:
    plan = entity("Strategy", "Old Plan", "old:1", end_date="2018-12-31")
    ours = inferred("old-plan", "SUCCEEDED_BY", "plan")
    assert ("dated", "The Old Plan ran out on 31 December 2018; what followed is not stated.") in told(plan, ours)


def test_what_is_told_comes_dated_first() -> None:
    rows = (
        fact("trust", "MEMBER_OF", "board", "new:1"),
        fact("ann", "MEMBER_OF", "group", "old:1"),
        fact("council", "MEMBER_OF", "board", "old:1", end_date="2020"),
    )
    assert [kind for kind, _ in told(*rows)] == ["dated", "no longer known", "first documented"]


def test_an_inference_of_a_written_day_without_evidence_is_told_of_that_day() -> None:
    judged = inferred("board", "OWNS", "plan", start_date="2018", evidence_date="")
    assert [one for one in told(judged) if one[0] == "our inference"] == [
        ("our inference", "For 2018 we infer that Board owns Plan.")
    ]


def test_of_one_thing_only_what_is_about_it_is_told() -> None:
    seat = fact("trust", "MEMBER_OF", "board", "new:1", role="chair", start_date="2018-04")
    other = fact("council", "MEMBER_OF", "group", "new:1", role="chair", start_date="2018-05")
    snapshot = place(OLD, NEW, *NODES, seat, other)
    about = {one: chronicle_of(snapshot, one, EARLIER, LATER) for one in ("trust", "board", "group", "plan")}
    assert {one: [told.sentence for theme in found for told in theme.told] for one, found in about.items()} == {
        "trust": ["From April 2018 Trust chairs Board."],
        "board": ["From April 2018 Trust chairs Board."],
        "group": ["From May 2018 Council chairs Group."],
        "plan": [],
    }


def test_whatever_is_told_of_one_thing_is_told_of_all(leeds: Snapshot) -> None:
    whole = {row.id for theme in chronicle(leeds, EARLIER, LATER) for one in theme.told for row in one.rows}
    for node_id in leeds.entities:
        themes_of_it = chronicle_of(leeds, node_id, EARLIER, LATER)
        assert {row.id for theme in themes_of_it for one in theme.told for row in one.rows} <= whole
