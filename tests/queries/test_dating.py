"""What is said of a query that follows dated relationships without looking at their dates."""

import time

import pytest

from ecosystem.queries import library
from ecosystem.queries.dating import advice, undated

DAY = "{0}.holds_from <= $as_of <= {0}.holds_until"


@pytest.mark.parametrize(
    ("query", "conditions"),
    [
        ("MATCH (a)-[r:MEMBER_OF]->(b) RETURN a, b", [DAY.format("r")]),
        ("MATCH (a)-[r:MEMBER_OF]->(b) RETURN count(r)", [DAY.format("r")]),
        ("MATCH (a)<-[ seat : MEMBER_OF|HOLDS {role: 'chair'} ]-(b) RETURN a", [DAY.format("seat")]),
        ("MATCH (a)-[r:MEMBER_OF WHERE r.role IN ['chair']]->(b) RETURN a", [DAY.format("r")]),
        ("MATCH (a)-[r]->(b:Board) RETURN type(r), count(*)", [DAY.format("r")]),
        ("MATCH (a)-[r:!SHOWN_ON]->(b) RETURN a", [DAY.format("r")]),
        ("MATCH (b:Board) WHERE b.start_date < '2018' MATCH (b)-[r:OWNS]->(s) RETURN s", [DAY.format("r")]),
        ("MATCH (a)-[r:HOLDS]->(b) // r.holds_from <= $as_of\nRETURN 'r.holds_from' AS x", [DAY.format("r")]),
        (
            "MATCH (a)-[r:MEMBER_OF]->(b)-[s:REPORTS_TO]->(c) WHERE r.holds_from <= $as_of <= r.holds_until RETURN c",
            [DAY.format("s")],
        ),
        (
            "MATCH (a)-[up:REPORTS_TO*1..3]->(b) RETURN a",
            [f"all(each IN up WHERE {DAY.format('each')})"],
        ),
        (
            "MATCH (a)((x)-[r:REPORTS_TO]->(y)){1,3}(b) RETURN a",
            [f"all(each IN r WHERE {DAY.format('each')})"],
        ),
        (
            "MATCH ANY SHORTEST (a)-[r:REPORTS_TO]->{1,3}(b) RETURN a",
            [f"all(each IN r WHERE {DAY.format('each')})"],
        ),
        (
            "MATCH (a)<-[r:OVERSEES]-+(b) RETURN a",
            [f"all(each IN r WHERE {DAY.format('each')})"],
        ),
    ],
)  # fmt: skip
def test_the_condition_has_the_name_of_the_relationship_itself(query: str, conditions: list[str]) -> None:
    assert [each.condition(each.variable) for each in undated(query)] == conditions
    assert advice(query).endswith(f"for one day, add the condition {' AND '.join(conditions)}")


@pytest.mark.parametrize(
    ("query", "written", "condition"),
    [
        ("MATCH (a)-[:MEMBER_OF]->(b) RETURN a", "-[fact:MEMBER_OF]-", DAY.format("fact")),
        ("MATCH (fact)-[:HOLDS]->(b) RETURN fact", "-[fact2:HOLDS]-", DAY.format("fact2")),
        ("MATCH (a)-->(b) RETURN a", "-[fact]-", DAY.format("fact")),
        ("MATCH (a)--(b) RETURN a", "-[fact]-", DAY.format("fact")),
        ("MATCH (a) WHERE NOT EXISTS { (a)<-[:MEMBER_OF]-() } RETURN a", "-[fact:MEMBER_OF]-", DAY.format("fact")),
        ("RETURN [(a:Body)-[:OWNS]->(s) | s.name] AS s", "-[fact:OWNS]-", DAY.format("fact")),
        (
            "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN p",
            "-[fact*..4]-",
            f"all(each IN fact WHERE {DAY.format('each')})",
        ),
        (
            "MATCH (a)-->+(b) RETURN a",
            "-[fact]-",
            f"all(each IN fact WHERE {DAY.format('each')})",
        ),
        (
            "MATCH (a)-[:HOLDS]->(b)-[:MEMBER_OF]->(c) RETURN a",
            "-[fact:HOLDS]-, -[fact2:MEMBER_OF]-",
            f"{DAY.format('fact')} AND {DAY.format('fact2')}",
        ),
    ],
)
def test_a_relationship_without_a_name_is_given_one(query: str, written: str, condition: str) -> None:
    assert advice(query).endswith(f"for one day, write {written} and add the condition {condition}")
    assert "\n" not in advice(query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN count(n)",
        "MATCH (b:Board) RETURN b.name",
        "MATCH (s:Statement)-[:ABOUT]->(b:Board) RETURN s.value",
        "MATCH (s:Statement {property: 'staff'})-->(b:Board) RETURN s.value",
        "MATCH (s:Statement) MATCH (b)<--(s) RETURN s.value",
        "MATCH (a)-[r:MEMBER_OF]->(b) RETURN a, r.start_date, b",
        "MATCH (a)-[r:MEMBER_OF]->(b) WHERE r.`start_date` IS NULL AND r.end_date IS NULL RETURN a",
        "MATCH (a)-[:MEMBER_OF {end_date: '2018'}]->(b) RETURN a",
        "MATCH (a)-[r:MEMBER_OF]->(b) WITH a, r AS seat WHERE seat.holds_from <= $as_of RETURN a",
        "MATCH p = (a)-[:PART_OF*]->(b) WHERE all(r IN relationships(p) WHERE r.holds_from <= $as_of) RETURN p",
        "MATCH (a)-[parts:PART_OF*]->(b) WHERE all(each IN parts WHERE each.may_from <= $as_of) RETURN a",
        "MATCH (a)-[`my seat`:MEMBER_OF]->(b) RETURN a",
        "RETURN 5 -[1, 2][0]- 3 AS n",
        "RETURN '-[:MEMBER_OF]-' AS text // (a)-->(b)",
        "CALL db.labels()",
    ],
)
def test_nothing_is_said_where_dates_are_looked_at_or_there_are_none(query: str) -> None:
    assert advice(query) == ""


@pytest.mark.parametrize(
    "query",
    [
        "MATCH " + "(a)-[" * 2_000,
        "MATCH (a)-[r:X" + " " * 15_000 + "@]-(b) RETURN a",
        "MATCH (a)" + "-->(a)" * 600 + " RETURN a",
        "MATCH (a" + ":A" * 600 + "{" * 10 + ")" + "--(" * 300,
        "RETURN " + "a." * 900 + "start_date",
    ],
    ids=["brackets", "blanks", "arrows", "labels", "dots"],
)
def test_no_text_that_may_be_asked_keeps_it_busy(query: str) -> None:
    begun = time.monotonic()
    advice(query)
    assert time.monotonic() - begun < 2


WHATEVER_THE_DAY = {
    "chairs": ["other"],
    "ended-strategies": ["listing"],
    "people-named": ["other"],
    "post-holders": ["other"],
    "posts-of": ["other"],
}
"""Relationships that a question follows whatever the day, as its columns say: what lists a strategy lists it still, and
what is not stated for a day may be stated for another."""


@pytest.mark.parametrize("name", library())
def test_every_question_that_ships_looks_at_the_dates_of_what_it_follows(name: str) -> None:
    assert [each.variable for each in undated(library()[name].text)] == WHATEVER_THE_DAY.get(name, [])
