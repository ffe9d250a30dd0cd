"""The named questions, answered from the files of Exampleton; `test_neo4j` asks Neo4j the same."""

from dataclasses import replace

from answers.asking import (
    BOARD,
    COMMUNITY,
    COUNCIL,
    DELIVERY,
    FINANCE,
    HILL,
    HOSPITALS,
    NORTH,
    PARTNERSHIP,
    SOUTH,
    Answered,
    complete,
    fact,
)  # fmt: skip

from ecosystem.answers import ask, from_files
from ecosystem.model import Fact, Row, Source
from ecosystem.results import Cell
from ecosystem.snapshot import Snapshot


def on_page(subject: str, page: str, heading: str = "") -> Fact:
    sources = (f"{page}:s9",)
    return Fact(
        id=f"{subject}-{page}-{heading}",
        subject=subject,
        relation="SHOWN_ON",
        object=page,
        role=heading,
        sources=sources,
    )


def test_who_sits_on_a_body_is_told_with_kind_and_role(answer: Answered) -> None:
    assert answer("who-sits-on", 4, body="EHB") == {
        (BOARD, "Director of Public Health", "Post", "chair"),
        (BOARD, COMMUNITY, "Organisation", "not stated"),
        (BOARD, COUNCIL, "Organisation", "not stated"),
        (BOARD, HOSPITALS, "Organisation", "not stated"),
        (BOARD, "the third sector", "Constituency", "representative"),
    }


def test_a_list_of_seats_is_complete_where_its_source_says_so(answer: Answered) -> None:
    def said(*more: Row) -> set[Cell]:
        return {row[7] for row in answer("who-sits-on", 8, *more, body="EHB")}

    assert said() == said(complete("health-board", "")) == said(complete("delivery-group", "yes")) == {"not stated"}
    assert said(complete("health-board", "yes")) == {"yes"}
    assert said(complete("health-board", "yes"), complete("health-board", "no", "y")) == {"no"}


def test_a_list_that_was_complete_is_not_stated_to_be_complete_on_a_later_day(answer: Answered) -> None:
    def said(*more: Row, **given: str) -> set[Cell]:
        return {row[7] for row in answer("who-sits-on", 8, *more, body="EHB", **given)}

    old = replace(complete("health-board", "yes", "y"), evidence_date="2023")
    new = complete("health-board", "yes")
    assert said(old, as_of="2026") == said(old) == {"not stated (yes in 2023)"}
    assert said(old, new) == {"yes"}
    assert said(old, new, as_of="2026") == {"not stated (yes in 2024)"}
    assert said(old, new, as_of="any") == {"yes in 2024"}
    assert said(replace(old, sources=("leaflet",), evidence_date="", start_date="2020"), as_of="2026") == {"not stated"}


def test_a_list_stays_complete_until_its_written_end(answer: Answered) -> None:
    ended = replace(complete("health-board", "yes"), evidence_date="2023", end_date="2025")
    rows = answer("who-sits-on", 8, ended, body="EHB", as_of="2024")
    assert {row[7] for row in rows} == {"yes"}


def test_a_seat_that_ended_is_there_on_an_earlier_day_only(answer: Answered) -> None:
    assert (FINANCE, HOSPITALS) in answer("who-sits-on", 2, as_of="2023-06")
    assert (FINANCE, HOSPITALS) not in answer("who-sits-on", 2)


def test_an_organisation_has_the_seats_of_its_posts_too(answer: Answered) -> None:
    assert answer("seats-of", 5, organisation="EC") == {
        (COUNCIL, BOARD, "Board", "", "not stated"),
        (COUNCIL, BOARD, "Board", "Director of Public Health", "chair"),
        (COUNCIL, DELIVERY, "Board", "", "not stated"),
        (COUNCIL, FINANCE, "Board", "", "not stated"),
        (COUNCIL, NORTH, "LocalCarePartnership", "", "not stated"),
    }


def test_a_seat_in_a_team_is_told_as_such_and_makes_no_table_more(answer: Answered) -> None:
    in_team = fact("exampleton-council", "MEMBER_OF", "integration-team")
    bodies = {row[1:3] for row in answer("seats-of", 3, in_team, organisation="EC")}
    assert ("Integration Team", "Team") in bodies
    assert answer("organisations-at-several-tables", 2, in_team) == {(COUNCIL, 4), (HOSPITALS, 3)}


def test_what_rests_on_seats_of_several_years_is_told_with_the_oldest(answer: Answered) -> None:
    old = (
        fact("exampleton-council", "MEMBER_OF", "digital-panel", evidence_date="2016"),
        fact("exampleton-hospitals", "MEMBER_OF", "digital-panel", evidence_date="2019"),
        fact("exampleton-community-trust", "MEMBER_OF", "digital-panel", at="leaflet", start_date="2015"),
        Source(id="leaflet", title="Leaflet"),
    )
    pairs = {(first, second): row[-1] for first, second, *row in answer("shared-boards", 6, *old)}
    assert pairs == {(COMMUNITY, COUNCIL): 2016, (COMMUNITY, HOSPITALS): 2019, (COUNCIL, HOSPITALS): 2016}
    assert {row[-1] for row in answer("shared-boards", 6)} == {2024}
    at_tables = {row[0]: row[-1] for row in answer("organisations-at-several-tables", 4, *old)}
    assert at_tables == {COUNCIL: 2016, HOSPITALS: 2019, COMMUNITY: 2024}
    fellows = {row[1]: row[-1] for row in answer("fellow-members", 6, *old, organisation="EC")}
    assert (fellows[HOSPITALS], fellows["the third sector"]) == (2016, 2024)
    both = {row[0]: row[-1] for row in answer("overlap-of-two-bodies", 6, *old, first="EHB", second="digital-panel")}
    assert (both[COUNCIL], both[COMMUNITY], both["the third sector"]) == (2016, 2024, 2024)


def test_organisations_that_share_boards_are_paired(answer: Answered) -> None:
    pairs = {(COMMUNITY, COUNCIL), (COMMUNITY, HOSPITALS), (COUNCIL, HOSPITALS)}
    assert answer("shared-boards", 4) == {(*pair, 2, (DELIVERY, BOARD)) for pair in pairs}
    assert answer("shared-boards", 3, min_shared="3", as_of="any") == {(COUNCIL, HOSPITALS, 3)}


def test_organisations_that_share_a_body_are_told_with_the_roles_of_both(answer: Answered) -> None:
    partner = fact("exampleton-community-trust", "MEMBER_OF", "delivery-group", role="partner")
    assert {(first, second, *roles) for first, second, _, _, roles in answer("shared-boards", 5, partner)} == {
        (COMMUNITY, COUNCIL, "not stated and partner / not stated", "not stated / chair and not stated"),
        (COMMUNITY, HOSPITALS, "not stated and partner / chair and not stated", "both not stated"),
        (COUNCIL, HOSPITALS, "not stated / chair and not stated", "chair and not stated / not stated"),
    }


def test_each_member_of_two_bodies_sits_on_both_or_on_one(answer: Answered) -> None:
    board_is_complete = complete("health-board", "yes")
    assert answer("overlap-of-two-bodies", 5, board_is_complete, first="EHB", second="delivery-group") == {
        (COMMUNITY, "Organisation", "nhs", "both", ""),
        (COUNCIL, "Organisation", "council", "both", ""),
        (HOSPITALS, "Organisation", "nhs", "both", ""),
        ("Director of Public Health", "Post", "council", BOARD, "not stated"),
        ("the third sector", "Constituency", "third-sector", BOARD, "not stated"),
        ("Chief Executive, Exampleton Hospitals", "Post", "nhs", DELIVERY, "yes"),
        ("general practice", "Constituency", "gps", DELIVERY, "yes"),
    }


def test_what_is_no_body_has_no_list_that_could_be_complete(answer: Answered) -> None:
    rows = answer("overlap-of-two-bodies", 5, first="finance-group", second="health-strategy")
    assert rows == {(COUNCIL, "Organisation", "council", FINANCE, "")}


def test_a_chair_is_told_with_the_person_in_the_post_for_a_year(answer: Answered) -> None:
    delivery = (DELIVERY, "Chief Executive, Exampleton Hospitals", "chair", "not stated")
    assert answer("chairs", 4) == {delivery, (BOARD, "Director of Public Health", "chair", "Avery Example")}
    assert answer("chairs", 4, as_of="2026") == {
        delivery,
        (BOARD, "Director of Public Health", "chair", "not stated for this day"),
    }


def test_a_body_asked_for_is_answered_also_where_no_chair_is_stated(answer: Answered) -> None:
    assert answer("chairs", 7, body="finance-group") == {(FINANCE, "not stated", "", "", None, "", ())}
    assert answer("chairs", 7, body="digital-plan") == set()


def test_a_person_in_the_chair_holds_no_post_in_it(answer: Answered) -> None:
    chairs = Fact(
        id="z", subject="a-example", relation="MEMBER_OF", object="finance-group", role="chair",
        sources=("minutes-2024:item1",),
    )  # fmt: skip
    assert answer("chairs", 4, chairs, body="finance-group") == {(FINANCE, "Avery Example", "chair", "")}


def test_posts_are_told_with_who_is_named_in_them_or_that_nobody_is(answer: Answered) -> None:
    health, chief = "Director of Public Health", "Chief Executive, Exampleton Hospitals"
    unnamed = (chief, (HOSPITALS,), "not stated")
    assert answer("post-holders", 3) == {(health, (COUNCIL,), "Avery Example"), unnamed}
    assert answer("post-holders", 3, as_of="2026") == {(health, (COUNCIL,), "not stated for this day"), unnamed}
    assert answer("post-holders", 1, person="Avery Example") == {(health,)}
    assert answer("post-holders", 3, post="hospitals-chief-executive") == {unnamed}


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
    assert answer("ended-strategies", 5) == {("Estates Plan 2015-2019", "2015-01-01", "2019-12-31", "", ())}
    assert answer("ended-strategies", 1, as_of="2019-12-31") == set()
    assert len(answer("ended-strategies", 1, as_of="any")) == 2


def test_a_strategy_that_has_run_out_is_told_with_the_pages_that_list_it(answer: Answered) -> None:
    listings = (on_page("estates-plan", "minutes-2024", "Plans"), on_page("estates-plan", "minutes-2024", "Estates"))
    assert {row[4] for row in answer("ended-strategies", 5, *listings)} == {("Minutes of the Exampleton Health Board",)}


def test_priorities_are_told_with_whose_they_are_and_in_the_sources_word(answer: Answered) -> None:
    priority = ("Exampleton Health Strategy 2022-2025", "Strategy", "Fewer falls", "aim")
    assert answer("priorities-of", 4) == answer("priorities-of", 4, priority="Fewer falls") == {priority}
    assert answer("priorities-of", 4, body="health-strategy") == {priority}
    assert answer("priorities-of", 3, body="digital-plan") == answer("priorities-of", 3, as_of="2026") == set()


def test_whom_and_which_place_a_body_is_for_is_told_and_that_no_end_of_it_is_stated(answer: Answered) -> None:
    carers = ("Carers’ Forum", "SERVES", "Carers", "not stated")
    exampleton = (PARTNERSHIP, "COVERS", "Exampleton", "not stated")
    assert answer("for-whom-and-where", 4) == {carers, exampleton}
    assert answer("for-whom-and-where", 4, subject="carers-forum") == {carers}
    assert answer("for-whom-and-where", 4, object="exampleton") == {exampleton}
    ended = Fact(
        id="z", subject="hill-lcp", relation="COVERS", object="exampleton", end_date="2025-03",
        sources=("minutes-2024:item2",),
    )  # fmt: skip
    assert (HILL, "COVERS", "Exampleton", "2025-03") in answer("for-whom-and-where", 4, ended)


def test_what_a_page_lists_is_told_by_heading(answer: Answered) -> None:
    page = "Constitution of the Exampleton Partnership"
    estates, forum = (page, "Groups", "Estates Group", "Board"), (page, "no heading", "Carers’ Forum", "Board")
    bare = on_page("carers-forum", "constitution-2023")
    assert answer("what-a-page-lists", 4, bare) == {estates, forum}
    assert answer("what-a-page-lists", 4, bare, heading="no heading") == {forum}
    assert answer("what-a-page-lists", 4, bare, heading="Groups", page="constitution-2023") == {estates}
    assert answer("what-a-page-lists", 4, bare, page="minutes-2024") == set()


def test_what_a_page_listed_stays_listed_when_it_has_ended(answer: Answered) -> None:
    old = on_page("estates-plan", "constitution-2023", "Plans")
    listed = ("Constitution of the Exampleton Partnership", "Plans", "Estates Plan 2015-2019", "Strategy")
    assert answer("what-a-page-lists", 4, old, heading="Plans") == {listed}
    assert answer("what-a-page-lists", 4, old, heading="Plans", as_of="2022") == set()
    pages = {"first": "constitution-2023", "second": "minutes-2024"}
    assert listed[2:] in answer("what-two-pages-list", 2, old, **pages)
    assert answer("what-two-pages-list", 2, old, **pages, as_of="2022") == set()


def test_two_pages_list_the_same_things_or_not(answer: Answered) -> None:
    listings = (
        on_page("estates-group", "minutes-2024", "Groups"),
        on_page("estates-group", "minutes-2024", "Assets"),
        on_page("digital-plan", "minutes-2024"),
    )
    pages = {"first": "constitution-2023", "second": "minutes-2024"}
    assert answer("what-two-pages-list", 5, *listings, **pages) == {
        ("Estates Group", "Board", "both", ("Groups",), ("Assets", "Groups")),
        ("Digital Plan", "Strategy", "Minutes of the Exampleton Health Board", (), ("no heading",)),
    }


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


def test_seats_that_are_known_on_one_of_two_days_only_are_told_apart(answer: Answered) -> None:
    assert answer("seats-then-and-now", 4, earlier="2023-06") >= {
        (FINANCE, HOSPITALS, "not stated", "not known after"),
        (BOARD, COUNCIL, "not stated", "not known before"),
    }
    assert answer("seats-then-and-now", 4, earlier="2024-03-05", as_of="2024-03-06") == set()


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
        ("Digital Panel", "meeting_schedule", "not stated: left open by the source", ""),
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
        ("only what it is joined to", 3),
        ("neither chair, members nor direction", 3),
    }


def test_stated_direction_places_a_body_whatever_seats_are_counted(answer: Answered) -> None:
    rows = answer("what-is-known-of-bodies", 2, bases="inferred")
    assert rows == {("named", 13), ("only what it is joined to", 9), ("neither chair, members nor direction", 4)}


def test_every_body_is_counted_by_what_is_known_of_it(answer: Answered) -> None:
    number = dict(answer("what-is-known-of-bodies", 2))
    both = number["who sits there"]  # the two that a post chairs are among them
    assert (
        number["named"] == both + number["only what it is joined to"] + number["neither chair, members nor direction"]
    )


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
