"""The parts of the page on what the record does not say and on what is old."""

from datetime import date

import pytest
from evidence.made_up import (
    ADVICE,
    HANDBOOK,
    TODAY,
    board,
    entity,
    fact,
    facts,
    inferred,
    page,
    part,
    place,
    said,
)

from ecosystem.answers import evidence
from ecosystem.model import Code, Row

TRUST = entity("Organisation", "Trust")


@pytest.mark.parametrize(
    ("rows", "lead"),
    [
        ((TRUST,), "No board or partnership is named."),
        ((board(),), "Of 1 board or partnership, sources do not state of one to whom it reports."),
        (
            (board(), fact("board", "REPORTS_TO", "trust")),
            "Of 1 board or partnership, sources state of each to whom it reports.",
        ),
        (
            (board(), board("Panel"), fact("board", "REPORTS_TO", "trust"), fact("panel", "REPORTS_TO", "trust")),
            "Of 2 boards and partnerships, sources state of each to whom it reports.",
        ),
        (
            (board(), board("Panel"), fact("board", "REPORTS_TO", "trust")),
            "Of 2 boards and partnerships, sources do not state of one to whom it reports.",
        ),
        ((board(), board("Panel")), "Of 2 boards and partnerships, sources state of none to whom it reports."),
        (
            (board(), board("Panel"), board("Group"), fact("board", "REPORTS_TO", "trust")),
            "Of 3 boards and partnerships, sources do not state of two to whom it reports.",
        ),
    ],
)
def test_of_how_many_tables_no_line_upward_is_stated_is_told(rows: tuple[Row, ...], lead: str) -> None:
    assert part("No stated line upward", page(*rows)).lead == lead


def test_tables_without_a_stated_line_stand_by_name_with_what_is_said_and_what_we_infer() -> None:
    found = part("No stated line upward", page(
        board("Zeal", id="a", form="committee"), board("Arts", id="z"), board("Panel"), TRUST,
        inferred("z", "REPORTS_TO", "trust"), fact("trust", "OVERSEES", "a", basis="implied"),
        fact("panel", "REPORTS_TO", "trust"),
    ))  # fmt: skip
    assert found.columns == ("body", "kind", "said_above_it", "our_inference")
    assert found.rows == (
        ("Arts", "board", "", "reports to Trust"),
        ("Zeal", "committee", "Trust oversees it (implied)", ""),
    )


def test_kinds_are_in_the_words_of_the_dataset() -> None:
    named = place(HANDBOOK, board(), words=("Board=Statutory Body",)).on(TODAY)
    told = {part.title: part.rows for part in evidence(named).parts if "kind" in part.columns}
    assert told == {
        "No stated line upward": (("Board", "Statutory Body", "", ""),),
        "Named, and joined to nothing": (("Statutory Body", "Board", "", ("handbook:1",)),),
        "Last confirmed before 19 July 2019": (("Board", "Statutory Body", 0, "2018"),),
    }


@pytest.mark.parametrize(
    ("number", "lead"),
    [
        (0, "No source leaves open what it speaks of."),
        (1, "One point is left open by the source that speaks of it."),
        (2, "Two points are left open by the source that speaks of them."),
        (11, "11 points are left open by the source that speaks of them."),
    ],
)
def test_how_many_points_are_left_open_is_told(number: int, lead: str) -> None:
    rows = (TRUST, said("trust", "staff", "7"), *(said("trust", f"p{one}") for one in range(number)))
    assert part("Left open", page(*rows)).lead == lead


def test_points_left_open_stand_by_name_with_the_reason_and_the_lines() -> None:
    name = Code(list="property", code="full_name", title="Full name", position=1)
    found = part("Left open", page(
        name, entity("Organisation", "Trust"), entity("Board", "Arts", id="z"), said("trust", "staff", "7"),
        said("trust", "full_name", note="never expanded", at="handbook:7 minutes:8"), said("z", "chair", note="none"),
    ))  # fmt: skip
    assert found.columns == ("about", "what", "why", "sources")
    assert found.rows == (
        ("Arts", "chair", "none", ("handbook:3",)),
        ("Trust", "full name", "never expanded", ("handbook:7", "minutes:8")),
    )


LISTED = fact("a", "SHOWN_ON", "handbook")
A, B = board("A"), board("B")


@pytest.mark.parametrize(
    ("rows", "lead"),
    [
        ((), "Everything that is named is joined to something."),
        ((A, fact("a", "PART_OF", "x")), "Everything that is named is joined to something."),
        ((A, LISTED), "1 entity has no recorded relation to another."),
        ((A, B), "2 entities have no recorded relation to another; a source merely lists none of them."),
        ((A, B, LISTED), "2 entities have no recorded relation to another; a source merely lists one of them."),
        (
            (A, B, LISTED, fact("b", "SHOWN_ON", "minutes"), fact("b", "SHOWN_ON", "handbook")),
            "2 entities have no recorded relation to another; a source merely lists two of them.",
        ),
    ],
)
def test_how_many_are_joined_to_nothing_and_merely_listed_is_told(rows: tuple[Row, ...], lead: str) -> None:
    assert part("Named, and joined to nothing", page(*rows)).lead == lead


def test_what_is_joined_to_nothing_stands_by_kind_and_name_with_what_lists_it() -> None:
    found = part("Named, and joined to nothing", page(
        entity("Team", "Alpha"), board("Panel", at="handbook:4"), board(), board("Forum"), board("Group"),
        fact("board", "SHOWN_ON", "minutes"), fact("board", "SHOWN_ON", "handbook"),
        fact("board", "SHOWN_ON", "handbook", role="Boards"),
        fact("forum", "PART_OF", "group", end_date="2019"), fact("forum", "SHOWN_ON", "handbook"),
    ))  # fmt: skip
    assert found.columns == ("kind", "name", "listed_on", "sources")
    assert found.rows == (
        ("board", "Board", "Handbook and Minutes", ("handbook:1",)),
        ("board", "Panel", "", ("handbook:4",)),
        ("team", "Alpha", "", ("handbook:1",)),
    )


OLD = "Last confirmed before 19 July 2019"


@pytest.mark.parametrize(
    ("rows", "facts_that_are", "bodies_that_are"),
    [
        ((board(),), "0 of 0 facts were", "1 of 1 body"),
        ((ADVICE, *facts(1), board(at="minutes:1")), "1 of 1 fact was", "0 of 1 body"),
        ((ADVICE, *facts(1), *facts(1, "implied", at="minutes:1")), "1 of 2 facts was", "0 of 0 bodies"),
        (
            (
                *(ADVICE, *facts(2), *facts(1, "implied", at="minutes:1"), TRUST, board(), entity("Post", "Director")),
                *(A, fact("a", "SUPPORTS", "b", at="minutes:1")),
                inferred("board", "REPORTS_TO", "trust", evidence_date="2018"),
            ),
            "2 of 5 facts were",
            "2 of 3 bodies",
        ),
    ],
)
def test_how_much_is_old_is_told(rows: tuple[Row, ...], facts_that_are: str, bodies_that_are: str) -> None:
    assert part(OLD, page(*rows)).lead == (
        f"{facts_that_are} last confirmed before 19 July 2019, and so was all that is shown of {bodies_that_are}: "
        "organisations, boards, partnerships and teams."
    )


def test_thousands_are_told_with_commas() -> None:
    teams = [entity("Team", f"Team {number}") for number in range(1000)]
    assert part(OLD, page(ADVICE, *facts(1000), *teams)).lead.startswith(
        "1,000 of 1,000 facts were last confirmed before 19 July 2019, and so was all that is shown of 1,000 of 1,000 "
    )


@pytest.mark.parametrize("rows", [(), (board(at="minutes:1"),), (ADVICE,)])
def test_where_neither_a_fact_nor_a_body_is_old_that_is_said(rows: tuple[Row, ...]) -> None:
    assert part(OLD, page(*rows)).lead == "Nothing that is shown was last confirmed before 19 July 2019."


def test_old_bodies_stand_by_name_with_how_much_is_said_and_the_newest_date() -> None:
    found = part(OLD, page(
        entity("Organisation", "Zeal", id="a"), board("Arts", id="z", form="forum"), board("Panel"),
        fact("z", "PART_OF", "x", evidence_date="2019-05"), said("z", "powers"), said("panel", "p", at="minutes:1"),
    ))  # fmt: skip
    assert found.columns == ("body", "kind", "facts_and_statements", "last_confirmed")
    assert found.rows == (("Arts", "forum", 2, "May 2019"), ("Zeal", "organisation", 0, "2018"))


@pytest.mark.parametrize(
    ("day", "years", "title", "old"),
    [
        (TODAY, 0, "Last confirmed before 19 July 2022", {"Board"}),
        (None, 5, "Last confirmed before 19 July 2017", set()),
        (None, 1, "Last confirmed before 19 July 2021", {"Board"}),
        (TODAY, 1000, "Last confirmed before 19 July 1900", set()),
        (date(1900, 12, 31), 3, "Last confirmed before 31 December 1900", set()),
        (date(2020, 2, 29), 1, "Last confirmed before 28 February 2019", {"Board"}),
    ],
)
def test_what_is_old_is_counted_from_the_day_looked_at(day: date | None, years: int, title: str, old: set[str]) -> None:
    found = evidence(place(HANDBOOK, board()).on(day), years).parts[-1]
    assert (found.title, {row[0] for row in found.rows}) == (title, old)
