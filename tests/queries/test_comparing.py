"""Dates in comparisons: which parameters are days, and which comparisons never hold."""

import time

import pytest

from ecosystem.queries import library
from ecosystem.queries.comparing import notes_on_dates, parameters_compared


@pytest.mark.parametrize(
    ("condition", "kinds"),
    [
        ("b.holds_from > $d", {"d": "date"}),
        ("$d<=b.holds_until", {"d": "date"}),
        ("b.holds_from <= $d <= b.holds_until", {"d": "date"}),
        ("b.holds_from > $a AND b.last_seen < $b", {"a": "date", "b": "date"}),
        ("b.start_date < $d", {"d": "string"}),
        ("b.start_date < $d OR $d > b.may_from", {"d": "date"}),
        ("b.name = $d AND b.holds_from.year = $y AND b.holds_from > date($z)", {}),
        ("b.name = 'b.holds_from > $d' // b.holds_from > $e", {}),
    ],
)
def test_a_parameter_that_is_compared_with_a_native_date_is_a_day(condition: str, kinds: dict[str, str]) -> None:
    found = parameters_compared(f"MATCH (b:Board) WHERE {condition} RETURN b")
    assert {name: parameter.kind for name, parameter in found.items()} == kinds


def test_a_parameter_in_the_braces_of_a_pattern_is_compared_too() -> None:
    found = parameters_compared("MATCH (b {id: $id, start_date: $d})-[r:HOLDS {holds_from: $e}]->() RETURN b")
    assert {name: parameter.kind for name, parameter in found.items()} == {"d": "string", "e": "date"}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("b.start_date < date('2018-01-01')", "start_date is text"),
        ("date() >= b.end_date", "end_date is text"),
        ("b.start_date <= $as_of", "start_date is text"),
        ("b.evidence_date = $d AND b.last_seen = $d", "evidence_date is text"),
        ("b.holds_from > '2018-04-01'", "holds_from is a date"),
        ('"2018" < b.last_seen', "last_seen is a date"),
    ],
)
def test_a_comparison_that_never_holds_is_told_with_what_to_write(condition: str, said: str) -> None:
    (note,) = notes_on_dates(f"MATCH (b:Board) WHERE {condition} RETURN b", {"d": "2018-04-01"})
    assert note.startswith(said)
    assert "write " in note


@pytest.mark.parametrize(
    "condition",
    [
        "b.holds_from > date('2018-04-01')",
        "b.holds_from <= $as_of <= b.holds_until",
        "b.start_date < '2018-01-01'",
        "b.start_date < $d",
        "date(b.start_date) < date('2018-01-01')",
        "toString(b.holds_from) < '2018'",
        "b.holds_from.year < 2018",
        "b.holds_from > `2018`",
        "b.note = 'holds_from > \"2018\"'",
    ],
)
def test_nothing_is_said_of_comparisons_that_may_hold(condition: str) -> None:
    assert list(notes_on_dates(f"MATCH (b:Board) WHERE {condition} RETURN b", {"d": "2018"})) == []


def test_a_year_or_month_is_told_as_the_day_it_is_read_as() -> None:
    query = "MATCH (b) WHERE b.holds_from > $d RETURN b"
    assert list(notes_on_dates(query, {"d": "2018-04"})) == [
        "$d is the last day of 2018-04, 2018-04-30: write the day if another is meant."
    ]
    assert list(notes_on_dates(query, {"d": "2018-04-01"})) == []


def test_no_question_that_ships_makes_a_comparison_that_never_holds() -> None:
    assert {name for name, query in library().items() if list(notes_on_dates(query.text, {}))} == set()


def test_no_text_that_may_be_asked_keeps_it_busy() -> None:
    begun = time.monotonic()
    for text in (
        "date(" * 4_000,
        "$a " * 6_000,
        "'" * 19_999,
        "a . " * 5_000,
        "holds_from " * 1_800,
        "date" + " " * 19_000,
        "$" + " " * 19_000,
        "{ " * 9_000,
        "$a=" + "b" * 19_000,
    ):
        list(notes_on_dates(text, {}))
    assert time.monotonic() - begun < 2
