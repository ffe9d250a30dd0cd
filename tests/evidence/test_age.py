"""How old evidence is on the day looked at, and that our own inference is none."""

from datetime import date

import pytest
from evidence.made_up import HANDBOOK, MINUTES, TODAY, board, documented, entity, fact, inferred, place, said

from ecosystem.evidence import (
    bodies_last_confirmed_before,
    confirms,
    day_looked_at,
    last_confirmed_before,
    years_before,
)
from ecosystem.evidence.age import on_day_looked_at
from ecosystem.model import BASES, Row, Source

LIMIT = date(2019, 7, 19)
Old = set[tuple[str, int, str]]


def old(*rows: Row) -> Old:
    found = bodies_last_confirmed_before(documented(*rows), LIMIT)
    return {(one.body.name, one.number, one.newest.id) for one in found}


def test_the_whole_record_is_looked_at_as_of_the_day_of_the_dataset() -> None:
    assert day_looked_at(place().on(None)) == TODAY
    assert day_looked_at(place().on(date(1900, 12, 31))) == date(1900, 12, 31)


def test_whether_our_inference_was_asked_for_stays_so_on_the_day_looked_at() -> None:
    views = place().on(None), place().on(None, BASES, named=True)
    assert [on_day_looked_at(view).asks_for_inference for view in views] == [False, True]


@pytest.mark.parametrize(
    ("day", "years", "before"),
    [
        (date(2022, 7, 19), 3, date(2019, 7, 19)),
        (date(2022, 7, 19), 0, date(2022, 7, 19)),
        (date(2020, 2, 29), 1, date(2019, 2, 28)),
        (date(2020, 2, 28), 1, date(2019, 2, 28)),
        (date(2020, 3, 29), 1, date(2019, 3, 29)),
        (date(2022, 7, 19), 122, date(1900, 7, 19)),
        (date(2022, 7, 19), 1000, date(1900, 7, 19)),
        (date(1900, 12, 31), 3, date(1900, 12, 31)),
    ],
)
def test_years_before_a_day_end_at_1900(day: date, years: int, before: date) -> None:
    assert years_before(day, years) == before


def test_everything_but_our_own_inference_confirms() -> None:
    rows = [fact("a", "PART_OF", "b", basis=basis) for basis in ("stated", "implied", "shown", "inferred", "")]
    assert [confirms(row) for row in rows] == [True, True, True, False, True]
    assert not confirms(fact("a", "PART_OF", "b", at="", note="its name"))


def test_a_row_is_old_when_its_newest_evidence_lies_before_the_day_or_on_no_day_that_is_known() -> None:
    rows = (fact("a", "PART_OF", "b"), fact("a", "PART_OF", "b", at="handbook minutes"),
            fact("a", "PART_OF", "b", at="nowhere"), inferred("a", "PART_OF", "b", evidence_date="2010"),
            fact("a", "PART_OF", "b", evidence_date="2019-07-18"),
            fact("a", "PART_OF", "b", evidence_date="2019-07-19"))  # fmt: skip
    assert list(last_confirmed_before(documented(), rows, LIMIT)) == [rows[0], rows[2], rows[4]]


def test_a_body_is_old_with_all_that_is_said_of_it_and_comes_with_its_number_and_the_newest_of_all() -> None:
    later = fact("board", "PART_OF", "panel", id="later", evidence_date="2019-01")
    assert old(board(), board("Panel", at="minutes:1"), later, fact("board", "SUPPORTS", "x"), said("board", "p")) == {
        ("Board", 3, "later"),
    }


@pytest.mark.parametrize(
    "newer",
    [
        fact("board", "PART_OF", "panel", at="minutes:1"),
        fact("panel", "PART_OF", "board", at="minutes:1"),
        said("board", "powers", at="minutes:1"),
    ],
    ids=["as-subject", "as-object", "statement"],
)
def test_one_newer_thing_said_of_a_body_keeps_it_from_being_old(newer: Row) -> None:
    assert {one[0] for one in old(board(), newer)} == set()


def test_our_own_inference_neither_keeps_a_body_from_being_old_nor_counts_nor_makes_it_old() -> None:
    guessed = board("Guess", at="", basis="inferred", evidence_date="2018")
    assert old(board(), guessed, inferred("board", "REPORTS_TO", "guess")) == {("Board", 0, "board")}


def test_what_is_not_shown_on_the_day_confirms_nothing_on_it() -> None:
    assert old(board(), fact("board", "PART_OF", "panel", at="minutes:1", end_date="2019")) == {("Board", 0, "board")}


def test_only_bodies_are_old_and_only_those_alive() -> None:
    others = (entity("Team", "Team"), entity("Organisation", "Trust"), entity("Post", "Director"),
              entity("Strategy", "Plan"), board("Gone", end_date="2019"))  # fmt: skip
    assert {one[0] for one in old(*others)} == {"Team", "Trust"}


def test_a_body_without_a_date_is_old() -> None:
    undated = Source(id="page", code="P", title="Page")
    view = place(HANDBOOK, MINUTES, undated, board(at="page:1")).on(TODAY)
    assert [one.body.name for one in bodies_last_confirmed_before(view, date(1900, 7, 19))] == ["Board"]
