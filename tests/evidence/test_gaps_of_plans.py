"""What is asked of bodies, strategies, programmes and posts, and of days and documents."""

from dataclasses import replace
from datetime import date

import pytest
from evidence.made_up import (
    HANDBOOK,
    MINUTES,
    TODAY,
    Asked,
    asked,
    board,
    entity,
    everything_asked,
    fact,
    place,
    said,
)

from ecosystem.model import Row, Source

TRUST = entity("Organisation", "Trust")
PLAN = entity("Strategy", "Plan", "handbook:7", form="plan")
PROGRAMME = entity("Programme", "Arc", "handbook:7")
POST = entity("Post", "Director")
PERSON = entity("Person", "Avery Bell")


def test_a_table_that_is_only_named_or_listed_is_asked_whether_it_exists_and_what_it_is_for() -> None:
    question = "Board: does it still exist, what is it for, and what does it belong to?"
    listing = fact("board", "SHOWN_ON", "handbook")
    again = fact("board", "SHOWN_ON", "handbook", role="Boards")
    also = fact("board", "SHOWN_ON", "minutes")
    assert asked("connection", board()) == {(question, "", "handbook:1")}
    assert asked("connection", board(), listing, again, also) == {
        (question, "is listed on Handbook and Minutes", "handbook:1"),
    }


@pytest.mark.parametrize("label", ["Organisation", "Team"])
def test_another_body_that_is_only_named_is_asked_how_it_is_joined_to_the_whole(label: str) -> None:
    trust = entity(label, "Trust", "handbook:7")
    assert asked("connection", trust) == {("Trust: is it joined to Place, and how?", "", "handbook:7")}
    whole = place(HANDBOOK, MINUTES, trust, entity("Partnership", "Whole"), fact("whole", "PARTNERS_WITH", "whole"),
                  apex="whole")  # fmt: skip
    assert ("connection", "Trust: is it joined to Whole, and how?") in everything_asked(whole.on(TODAY))


def test_a_body_that_a_relation_joined_to_another_on_any_day_is_not_asked_for_its_connection() -> None:
    assert asked("connection", TRUST, fact("trust", "SUPPORTS", "x", end_date="2019")) == set()
    assert asked("connection", TRUST, fact("x", "SUPPORTS", "trust"), fact("trust", "SHOWN_ON", "handbook")) == set()


def test_only_bodies_that_are_alive_are_asked_for_their_connection() -> None:
    assert asked("connection", PLAN, POST, PERSON, entity("Organisation", "Gone", end_date="2019")) == set()


@pytest.mark.parametrize(
    ("years", "questions"),
    [
        (2, {("Trust: is it still as recorded here?", "2 facts and statements, last confirmed 2019", "minutes:9")}),
        (3, set()),
    ],
)
def test_a_body_of_which_all_is_old_is_asked_whether_it_is_still_so(years: int, questions: Asked) -> None:
    part = fact("trust", "PART_OF", "x")
    newest = said("trust", "staff", "7", at="minutes:9", evidence_date="2019")
    assert asked("still so", TRUST, part, newest, years=years, on=date(2022, 12, 31)) == questions


def test_one_fact_of_a_body_is_counted_as_one_and_a_body_joined_to_nothing_is_asked_for_that_alone() -> None:
    assert asked("still so", TRUST) == set()
    assert asked("still so", TRUST, fact("trust", "PART_OF", "x")) == {
        ("Trust: is it still as recorded here?", "1 fact or statement, last confirmed 2018", "handbook:1"),
    }


@pytest.mark.parametrize("form", ["strategy", "plan", "framework"])
def test_a_plan_in_force_is_asked_who_owns_it(form: str) -> None:
    assert asked("owner", replace(PLAN, form=form)) == {("Plan: who owns it?", "", "handbook:7")}


@pytest.mark.parametrize("form", ["report", "assessment", "agreement", ""])
def test_a_report_that_guides_nobody_is_not(form: str) -> None:
    assert asked("owner", replace(PLAN, form=form)) == set()


def test_a_programme_is_asked_who_is_responsible_and_nothing_else_is() -> None:
    others = (board(form="plan"), entity("Service", "Advice"))
    assert asked("owner", PROGRAMME, *others) == {("Arc: who is responsible for it?", "", "handbook:7")}


@pytest.mark.parametrize("relation", ["OWNS", "DELIVERS", "COMMISSIONS"])
def test_who_owns_delivers_or_commissions_is_not_asked_for_and_is_told_when_it_was_before(relation: str) -> None:
    assert asked("owner", TRUST, PLAN, fact("trust", relation, "plan")) == set()
    assert asked("owner", TRUST, PLAN, fact("trust", relation, "plan", end_date="2019", at="minutes:8")) == {
        ("Plan: who owns it?", "named at other times: Trust (ended 2019)", "handbook:7 minutes:8"),
    }


def test_who_directs_or_supports_a_plan_does_not_own_it_and_who_directs_is_told() -> None:
    rows = (TRUST, board(), PLAN, fact("trust", "SUPPORTS", "plan"), fact("plan", "OWNS", "plan-b"))
    directs = fact("board", "OVERSEES", "plan", at="handbook:8", role="directs", basis="implied")
    leads = fact("trust", "OVERSEES", "plan", at="handbook:9", role="leads")
    before = fact("trust", "OWNS", "plan", end_date="2019", at="minutes:8")
    assert asked("owner", *rows, directs, leads, before) == {
        (
            "Plan: who owns it?",
            "Board gives direction to it (implied); Trust leads it; named at other times: Trust (ended 2019)",
            "handbook:7 handbook:8 handbook:9 minutes:8",
        ),
    }


RUN_OUT = replace(PLAN, end_date="2021")
WHAT_FOLLOWED = {("Plan: what has followed it?", "ended 2021", "handbook:7")}


def test_a_strategy_that_has_run_out_is_asked_what_has_followed_whatever_its_form_and_not_who_owns_it() -> None:
    assert asked("successor", RUN_OUT) == asked("successor", replace(RUN_OUT, form="report")) == WHAT_FOLLOWED
    assert asked("owner", RUN_OUT) == set()


@pytest.mark.parametrize(
    "row",
    [PLAN, replace(PLAN, end_date="2022"), replace(PLAN, end_date="2022-07-19"), replace(PROGRAMME, end_date="2021"),
     board(end_date="2021")],
    ids=["without end", "this year", "today", "programme", "body"],
)  # fmt: skip
def test_nothing_follows_what_has_not_run_out_by_the_day_or_is_no_strategy(row: Row) -> None:
    assert asked("successor", row) == set()


def test_what_has_followed_a_strategy_is_not_asked_for_and_what_it_followed_is_no_answer() -> None:
    later = entity("Strategy", "Later")
    assert asked("successor", RUN_OUT, later, fact("plan", "SUCCEEDED_BY", "later")) == set()
    assert asked("successor", RUN_OUT, later, fact("later", "SUCCEEDED_BY", "plan")) == WHAT_FOLLOWED
    assert asked("successor", RUN_OUT, later, fact("plan", "CONTRIBUTES_TO", "later")) == WHAT_FOLLOWED


@pytest.mark.parametrize("duty", [("MEMBER_OF", "board"), ("OWNS", "plan")])
def test_a_post_with_a_seat_or_a_strategy_is_asked_who_holds_it(duty: tuple[str, str]) -> None:
    has = fact("director", *duty)
    holds = fact("avery-bell", "HOLDS", "director", at="handbook:8")
    question = "Director: who holds the post?"
    assert asked("holder", POST, has) == {(question, "", "handbook:1")}
    assert asked("holder", POST, has, PERSON, holds) == {
        (question, "named at other times: Avery Bell (2018)", "handbook:1 handbook:8"),
    }
    assert asked("holder", POST, has, PERSON, replace(holds, sources=("minutes:1",))) == set()


def test_a_post_without_a_duty_and_a_body_with_one_are_not_asked_for_a_holder() -> None:
    assert asked("holder", POST, fact("director", "PART_OF", "trust")) == set()
    assert asked("holder", POST, fact("x", "MEMBER_OF", "director")) == set()
    assert asked("holder", TRUST, fact("trust", "MEMBER_OF", "board")) == set()


def test_a_post_that_another_became_is_not_held_by_it() -> None:
    rows = (
        POST,
        fact("director", "MEMBER_OF", "board"),
        fact("manager", "SUCCEEDED_BY", "director", start_date="2018"),
    )
    assert asked("holder", *rows) == {("Director: who holds the post?", "", "handbook:1")}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (fact("panel", "SUCCEEDED_BY", "board", role="renaming"), "was renamed Board"),
        (fact("panel", "SUCCEEDED_BY", "board"), "was succeeded by Board"),
        (fact("panel", "ENDORSED", "board"), "endorsed Board"),
    ],
)
def test_a_change_is_asked_for_its_day(change: Row, words: str) -> None:
    assert asked("day", board(), board("Panel"), change) == {
        (f"Panel: on which day was this: {words}?", "by 2018", "handbook:2"),
    }


def test_a_dated_change_is_not_asked_for_its_day_nor_is_what_changes_nothing() -> None:
    dated = fact("panel", "SUCCEEDED_BY", "board", start_date="2018")
    assert asked("day", board(), board("Panel"), dated, fact("panel", "ATTENDED", "board")) == set()
    assert asked("day", board(), board("Panel"), fact("panel", "PART_OF", "board")) == set()


PAGE = Source(id="page", code="P", title="Page", date="2018", publisher="Council", date_basis="printed")


@pytest.mark.parametrize(
    ("more", "question", "known"),
    [
        ({"publisher": ""}, "Page: who published it?", "taken to be of 2018"),
        (
            {"publisher": "", "kind": "register", "date_basis": "derived"},
            "Page: when was it published?",
            "taken to be of 2018",
        ),
        ({"date_basis": "derived"}, "Page: when was it published?", "taken to be of 2018"),
        ({"date_basis": "", "date": ""}, "Page: when was it published?", "date not stated"),
        (
            {"publisher": "", "date_basis": "estimated", "note": "names an April"},
            "Page: who published it, and when?",
            "taken to be of about 2018: names an April",
        ),
    ],
)
def test_a_document_is_asked_who_published_it_and_when_as_far_as_it_does_not_print_that(
    more: dict[str, str], question: str, known: str
) -> None:
    assert asked("document", replace(PAGE, **more)) == {(question, known, "")}


def test_a_document_that_prints_both_is_not_asked_and_neither_are_its_parts() -> None:
    assert asked("document", PAGE, Source(id="page-map", title="Map")) == set()
