"""The named questions about who sits with whom, and about Local Care Partnerships, on the files of Exampleton."""

from answers.asking import (
    BOARD,
    CHIEF,
    COMMUNITY,
    COUNCIL,
    DELIVERY,
    DIGITAL,
    FINANCE,
    HEALTH,
    HILL,
    HOSPITALS,
    NORTH,
    SOUTH,
    Answered,
    complete,
    fact,
)  # fmt: skip

from ecosystem.model import Entity

ALLIANCE, UNIVERSITY = "Shire Provider Alliance", "University of Exampleton"
VOLUNTARY, PRIMARY = "Exampleton Voluntary Action", "Vale Primary Care Ltd"
TEAM = "Integration Team"


def test_whom_an_organisation_sits_with_leaves_out_its_own_posts(answer: Answered) -> None:
    fellows = answer("fellow-members", 5, organisation="EC")
    assert fellows == {
        (COUNCIL, COMMUNITY, "Organisation", 2, (DELIVERY, BOARD)),
        (COUNCIL, HOSPITALS, "Organisation", 2, (DELIVERY, BOARD)),
        (COUNCIL, CHIEF, "Post", 1, (DELIVERY,)),
        (COUNCIL, "general practice", "Constituency", 1, (DELIVERY,)),
        (COUNCIL, "the third sector", "Constituency", 1, (BOARD,)),
        (COUNCIL, VOLUNTARY, "Organisation", 1, (NORTH,)),
        (COUNCIL, PRIMARY, "Organisation", 1, (NORTH,)),
    }


def test_an_organisation_sits_with_whom_its_posts_sit_with(answer: Answered) -> None:
    seat = fact("director-of-public-health", "MEMBER_OF", "shire-alliance")
    assert (COUNCIL, HOSPITALS, 3, (DELIVERY, BOARD, ALLIANCE)) in {
        (*row[:2], *row[3:]) for row in answer("fellow-members", 5, seat, organisation="EC")
    }


def test_a_fellow_is_one_only_while_both_have_their_seats(answer: Answered) -> None:
    assert answer("fellow-members", 5, organisation="EC", as_of="2023-06") == {
        (COUNCIL, HOSPITALS, "Organisation", 1, (FINANCE,))
    }


def test_two_seats_of_a_fellow_at_one_table_are_one_table(answer: Answered) -> None:
    again = fact("exampleton-voluntary-action", "MEMBER_OF", "north-vale-lcp", role="chair")
    row = (PRIMARY, VOLUNTARY, "Organisation", 1, (NORTH,))
    assert row in answer("fellow-members", 5, again, organisation="Vale Primary Care Ltd")


def test_sectors_are_counted_by_members_at_each_table(answer: Answered) -> None:
    assert answer("sectors-by-table", 4, body="delivery-group") == {
        (DELIVERY, "nhs", 3, (CHIEF, COMMUNITY, HOSPITALS)),
        (DELIVERY, "council", 1, (COUNCIL,)),
        (DELIVERY, "gps", 1, ("general practice",)),
    }
    assert {row[0] for row in answer("sectors-by-table", 1, bases="inferred")} == set()


def test_a_member_with_two_roles_is_counted_once_and_one_without_sector_apart(answer: Answered) -> None:
    more = (
        fact("general-practice", "MEMBER_OF", "south-vale-lcp"),
        fact("general-practice", "MEMBER_OF", "south-vale-lcp", role="chair"),
        fact("exampleton-partnership", "MEMBER_OF", "south-vale-lcp"),
        fact("a-example", "MEMBER_OF", "south-vale-lcp"),
    )
    assert answer("sectors-by-table", 4, *more, body="south-vale-lcp") == {
        (SOUTH, "gps", 2, (PRIMARY, "general practice")),
        (SOUTH, "partnerships", 1, ("Exampleton Health and Care Partnership",)),
        (SOUTH, "not classified", 1, ("Avery Example",)),
    }


def test_a_list_of_members_is_open_unless_its_source_closes_it(answer: Answered) -> None:
    more = (complete("health-board", "yes"), complete("delivery-group", "no", "y"), complete("finance-group", "", "x"))
    assert answer("open-member-lists", 4, *more) == {
        (DELIVERY, "group", 5, "no"),
        (DIGITAL, "panel", 1, "not stated"),
        (FINANCE, "group", 1, "not stated"),
        (NORTH, "", 3, "not stated"),
        (ALLIANCE, "network", 1, "not stated"),
        (SOUTH, "", 1, "not stated"),
    }


def test_members_with_several_seats_are_counted_once(answer: Answered) -> None:
    again = fact("university-of-exampleton", "MEMBER_OF", "digital-panel", role="chair")
    assert (DIGITAL, "panel", 1) in answer("open-member-lists", 3, again)


def test_who_takes_part_in_a_partnership_is_told_with_the_way(answer: Answered) -> None:
    members = {
        (NORTH, COUNCIL, "Organisation", "MEMBER_OF", "", 2024, "stated"),
        (NORTH, VOLUNTARY, "Organisation", "MEMBER_OF", "", 2024, "stated"),
        (NORTH, PRIMARY, "Organisation", "MEMBER_OF", "", 2024, "stated"),
        (NORTH, TEAM, "Team", "SUPPORTS", "", 2024, "stated"),
    }
    assert answer("who-takes-part", 7) == {
        *members,
        (SOUTH, PRIMARY, "Organisation", "MEMBER_OF", "", 2024, "stated"),
        (HILL, "not stated", "", "", "", None, ""),
    }
    assert answer("who-takes-part", 7, partnership="North Vale LCP") == members


def test_partners_take_part_whoever_of_the_two_it_is_said_of(answer: Answered) -> None:
    more = (
        fact("exampleton-council", "PARTNERS_WITH", "hill-lcp"),
        fact("hill-lcp", "PARTNERS_WITH", "carers-forum", basis="implied"),
        fact("hill-lcp", "SUPPORTS", "estates-group"),
        fact("general-practice", "ATTENDED", "hill-lcp", start_date="2024-02"),
    )
    assert answer("who-takes-part", 4, *more, partnership="hill-lcp") == {
        (HILL, COUNCIL, "Organisation", "PARTNERS_WITH"),
        (HILL, "Carers’ Forum", "Board", "PARTNERS_WITH"),
        (HILL, "general practice", "Constituency", "ATTENDED"),
    }
    assert answer("who-takes-part", 2, *more, partnership="hill-lcp", bases="implied") == {(HILL, "Carers’ Forum")}
    assert answer("who-takes-part", 2, *more, partnership="hill-lcp", as_of="2020") == {(HILL, "not stated")}


def test_partnerships_are_told_with_what_joins_them_to_bodies_beyond_their_locality(answer: Answered) -> None:
    reporting = (DELIVERY, "city", "REPORTS_TO", "the partnership", "stated")
    assert answer("links-beyond-the-locality", 6) == {
        (NORTH, *reporting),
        (NORTH, COUNCIL, "city", "MEMBER_OF", "the body", "stated"),
        (NORTH, VOLUNTARY, "city", "MEMBER_OF", "the body", "stated"),
        (NORTH, PRIMARY, "city", "MEMBER_OF", "the body", "stated"),
        (SOUTH, *reporting),
        (SOUTH, PRIMARY, "city", "MEMBER_OF", "the body", "stated"),
        (HILL, "not stated", "", "", "", ""),
    }


def test_an_inferred_link_comes_only_when_asked_for(answer: Answered) -> None:
    inferred = (HILL, DELIVERY, "city", "REPORTS_TO", "the partnership", "inferred")
    assert answer("links-beyond-the-locality", 6, partnership="hill-lcp", bases="any") == {inferred}


def test_other_partnerships_and_groups_that_are_no_body_are_no_link_beyond(answer: Answered) -> None:
    more = (fact("hill-lcp", "PARTNERS_WITH", "north-vale-lcp"), fact("third-sector", "MEMBER_OF", "hill-lcp"))
    assert answer("links-beyond-the-locality", 2, *more, partnership="hill-lcp") == {(HILL, "not stated")}


def test_another_partnership_whose_tier_is_not_given_is_no_link_beyond(answer: Answered) -> None:
    other = Entity(id="vale", label="LocalCarePartnership", name="Vale", sources=("minutes-2024:s1",))
    forum = Entity(id="forum", label="Board", name="Forum", sources=("minutes-2024:s1",))
    links = (fact("hill-lcp", "PARTNERS_WITH", "vale"), fact("hill-lcp", "PARTNERS_WITH", "forum"))
    assert answer("links-beyond-the-locality", 3, other, forum, *links, partnership="hill-lcp") == {
        (HILL, "Forum", "not classified")
    }


def test_only_partnerships_of_the_day_are_told(answer: Answered) -> None:
    for name in ("who-takes-part", "links-beyond-the-locality"):
        assert {row[0] for row in answer(name, 1, as_of="2020")} == {HILL}


def test_a_post_that_is_not_said_to_be_an_organisations_is_its_fellow(answer: Answered) -> None:
    seat = fact("director-of-public-health", "MEMBER_OF", "south-vale-lcp")
    assert (PRIMARY, HEALTH) in answer("fellow-members", 2, seat)
    assert (COUNCIL, HEALTH) not in answer("fellow-members", 2, seat)
    assert (COUNCIL, PRIMARY, "Organisation", 2) in answer("fellow-members", 4, seat)
