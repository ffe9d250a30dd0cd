"""Which facts connect two things, and which do not."""

import pytest
from evidence.made_up import board, documented, entity, fact, inferred

from ecosystem.model import Fact, Source
from ecosystem.paths import asserted_between, connection, found_between
from ecosystem.snapshot import View

NODES = (
    *(board(), board("Group"), entity("Organisation", "Council"), entity("Organisation", "Trust")),
    *(entity("Post", "Director"), entity("Person", "Ann"), entity("Strategy", "Plan"), entity("Programme", "Arc")),
    *(entity("Constituency", "Sector"), entity("Priority", "Aim"), entity("Service", "Advice")),
    *(entity("Population", "Carers"), entity("Place", "Town"), entity("Concept", "Model")),
    *(entity("Partnership", "Tables", form="collection"), Source(id="page", title="Page", date="2018")),
)


def view_of(*facts: Fact) -> View:
    return documented(*NODES, *facts)


def chain(one: str, other: str, *facts: Fact) -> tuple[str, ...] | None:
    route = connection(view_of(*facts), one, other)
    return route.nodes if route else None


@pytest.mark.parametrize(
    ("relation", "middle"),
    [
        ("MEMBER_OF", "board"), ("REPORTS_TO", "board"), ("PART_OF", "board"), ("PARTNERS_WITH", "board"),
        ("OVERSEES", "plan"), ("OWNS", "plan"), ("DELIVERS", "arc"), ("COMMISSIONS", "arc"), ("SUPPORTS", "arc"),
        ("ENDORSED", "plan"), ("SUCCEEDED_BY", "board"), ("REPRESENTS", "sector"), ("MEMBER_OF", "group"),
    ],
)  # fmt: skip
def test_who_acts_and_what_they_act_by_join_two_organisations(relation: str, middle: str) -> None:
    facts = (fact("council", relation, middle), fact("trust", relation, middle))
    assert chain("council", "trust", *facts) == ("council", middle, "trust")
    assert chain("trust", "council", *facts) == ("trust", middle, "council")


@pytest.mark.parametrize(
    ("relation", "middle"),
    [
        ("SHOWN_ON", "page"), ("SERVES", "carers"), ("COVERS", "town"), ("LOCATED_IN", "town"), ("DELIVERS", "advice"),
        ("HAS_PRIORITY", "aim"), ("SUPPORTS", "model"), ("PART_OF", "sector"), ("PART_OF", "tables"),
        ("ATTENDED", "board"),
    ],
)  # fmt: skip
def test_the_same_page_people_place_service_aim_class_or_meeting_joins_nobody(relation: str, middle: str) -> None:
    assert chain("council", "trust", fact("council", relation, middle), fact("trust", relation, middle)) is None


def test_what_sources_look_back_on_connects_only_where_nothing_else_does() -> None:
    once = fact("council", "PARTNERS_WITH", "trust", at="minutes:1", evidence_date="2017")
    seats = (fact("council", "MEMBER_OF", "board"), fact("trust", "MEMBER_OF", "board"))
    assert chain("council", "trust", once) == ("council", "trust")
    assert chain("council", "trust", once, *seats) == ("council", "board", "trust")


def test_of_ties_that_are_alike_the_one_seen_last_is_told() -> None:
    old = [fact(one, "MEMBER_OF", "board", at="minutes:1", evidence_date="2015") for one in ("council", "trust")]
    new = [fact(one, "MEMBER_OF", "group", at="minutes:1") for one in ("council", "trust")]
    assert chain("council", "trust", *old, *new) == ("council", "group", "trust")


@pytest.mark.parametrize(
    ("relation", "other"),
    [("SERVES", "carers"), ("COVERS", "town"), ("HAS_PRIORITY", "aim"), ("PART_OF", "sector"), ("ATTENDED", "board")],
)
def test_what_a_fact_says_of_the_very_two_is_told_whatever_it_is(relation: str, other: str) -> None:
    assert chain("council", other, fact("council", relation, other)) == ("council", other)


def test_a_listing_is_never_told_as_a_connection() -> None:
    assert chain("council", "page", fact("council", "SHOWN_ON", "page")) is None


def test_who_speaks_for_a_constituency_joins_it_to_the_table_where_it_is_represented() -> None:
    facts = (fact("trust", "REPRESENTS", "sector"), fact("sector", "MEMBER_OF", "board"))
    assert chain("trust", "board", *facts) == ("trust", "sector", "board")


def test_of_chains_as_short_one_through_a_body_goes_before_one_through_a_constituency() -> None:
    seats = tuple(fact(one, "MEMBER_OF", table) for one in ("sector", "trust") for table in ("board", "group"))
    route = connection(view_of(*seats), "board", "group")
    assert route is not None
    assert (route.nodes, route.others) == (("board", "trust", "group"), 1)


def test_a_person_reaches_a_body_through_a_post() -> None:
    facts = (fact("ann", "HOLDS", "director", "minutes:1"), fact("director", "PART_OF", "council"))
    assert chain("ann", "council", *facts) == ("ann", "director", "council")


def test_a_seat_that_ended_connects_on_no_later_day() -> None:
    facts = (fact("council", "MEMBER_OF", "board"), fact("trust", "MEMBER_OF", "board", end_date="2020"))
    assert chain("council", "trust", *facts) is None


def test_what_sources_assert_and_what_our_inference_adds_are_apart() -> None:
    view = view_of(fact("council", "MEMBER_OF", "board"), inferred("trust", "MEMBER_OF", "board"))
    assert connection(view.asserted, "council", "trust") is None
    asserted, ours = found_between(view, "council", "trust")
    assert not asserted
    assert ours.joined is not None
    assert ours.joined.nodes == ("council", "board", "trust")


def test_an_inference_adds_nothing_where_sources_lead_as_shortly() -> None:
    stated = (fact("council", "MEMBER_OF", "board"), fact("trust", "MEMBER_OF", "board"))
    ours = (inferred("council", "MEMBER_OF", "group"), inferred("trust", "MEMBER_OF", "group"))
    asserted, added = found_between(view_of(*stated, *ours), "council", "trust")
    assert (bool(asserted), bool(added)) == (True, False)


def test_an_inference_that_leads_more_shortly_is_added() -> None:
    stated = (fact("group", "PART_OF", "council"), fact("board", "OVERSEES", "council"))
    _, added = found_between(view_of(*stated, inferred("group", "REPORTS_TO", "board")), "group", "board")
    assert added.up is not None
    assert (added.up.nodes, added.joined) == (("group", "board"), None)


def test_a_connection_that_says_no_more_than_the_line_upward_is_not_told_again() -> None:
    found = asserted_between(view_of(fact("group", "REPORTS_TO", "board")), "group", "board")
    assert found.up is not None
    assert (found.up.nodes, found.down, found.joined) == (("group", "board"), None, None)


def test_a_connection_shorter_than_the_line_upward_is_told_beside_it() -> None:
    line = (fact("group", "PART_OF", "council"), fact("board", "OVERSEES", "council"))
    found = asserted_between(view_of(*line, fact("board", "SUPPORTS", "group")), "group", "board")
    assert found.up is not None
    assert found.joined is not None
    assert (len(found.up.steps), found.joined.nodes) == (2, ("group", "board"))
