"""What is said of a query that follows dated relationships without looking at their dates."""

import re
import time
from datetime import date

import pytest

from ecosystem.queries import library
from ecosystem.queries.dating import advice, undated
from ecosystem.store import Store

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
        ("MATCH (a)-[r:MEMBER_OF]->(b) RETURN a, r.last_seen.year AS seen ORDER BY seen", [DAY.format("r")]),
        ("MATCH (a)-[r:MEMBER_OF]->(b) RETURN a, r.start_date, r.end_date", [DAY.format("r")]),
        ("MATCH (a)-[r:HOLDS]->(b) RETURN b, max(r.last_seen) UNION MATCH (b:Board) RETURN b, 1", [DAY.format("r")]),
        ("MATCH (a)-[r:MEMBER_OF]->(b) WITH a, r AS seat RETURN a, seat.last_seen", [DAY.format("r")]),
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
        (
            "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN p",
            "-[fact*..4]-",
            f"all(each IN fact WHERE {DAY.format('each')})",
        ),
        (
            "MATCH (a), (b) RETURN length(shortestPath((a)-[:PART_OF*..4]-(b))) AS steps",
            "-[fact:PART_OF*..4]-",
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
    ("query", "written"),
    [
        (
            "MATCH (a) WHERE NOT EXISTS { (a)<-[:MEMBER_OF]-() } RETURN a",
            "-[fact:MEMBER_OF]- and add, within the same braces,",
        ),
        ("MATCH (a) RETURN COUNT { (a)-[:OWNS]->() } AS n", "-[fact:OWNS]- and add, within the same braces,"),
        ("MATCH (a) WHERE EXISTS { MATCH (a)-->(b) } RETURN a", "-[fact]- and add, within the same braces,"),
        ("MATCH (a) RETURN [(a)-[:OWNS]->(s) | s.name] AS s", "-[fact:OWNS]- and add, within the same brackets,"),
    ],
)
def test_a_pattern_within_braces_or_brackets_is_dated_there(query: str, written: str) -> None:
    assert advice(query).endswith(f"for one day, write {written} the condition {DAY.format('fact')}")


@pytest.mark.parametrize(
    ("query", "pattern", "condition"),
    [
        (
            "MATCH (a), (b) WHERE (a)-[:MEMBER_OF]->(b) RETURN a",
            "(a)-[:MEMBER_OF]->(b)",
            f"(a)-[fact:MEMBER_OF]->(b) WHERE {DAY.format('fact')}",
        ),
        (
            "MATCH (a), (b) WHERE a.id <> b.id AND NOT (a)--(b) RETURN a",
            "(a)--(b)",
            f"(a)-[fact]-(b) WHERE {DAY.format('fact')}",
        ),
        (
            "MATCH (a) WHERE exists((a)<--(:Board {id: 'x'})) RETURN a",
            "exists((a)<--(:Board {id: 'x'}))",
            f"(a)<-[fact]-(:Board {{id: 'x'}}) WHERE {DAY.format('fact')}",
        ),
        (
            "MATCH (a WHERE (a)-[:HOLDS]->()-[:MEMBER_OF {role: 'chair'}]->()) RETURN a",
            "(a)-[:HOLDS]->()-[:MEMBER_OF {role: 'chair'}]->()",
            (
                "(a)-[fact:HOLDS]->()-[fact2:MEMBER_OF {role: 'chair'}]->()"
                f" WHERE {DAY.format('fact')} AND {DAY.format('fact2')}"
            ),
        ),
        (
            "MATCH (a) RETURN a, (a)-[:REPORTS_TO*1..3]->() AS reports",
            "(a)-[:REPORTS_TO*1..3]->()",
            f"(a)-[fact:REPORTS_TO*1..3]->() WHERE all(each IN fact WHERE {DAY.format('each')})",
        ),
        (
            "MATCH (a) WHERE EXISTS { MATCH (b:Board) WHERE (a)-[:MEMBER_OF]->(b) } RETURN a",
            "(a)-[:MEMBER_OF]->(b)",
            f"(a)-[fact:MEMBER_OF]->(b) WHERE {DAY.format('fact')}",
        ),
    ],
)
def test_a_pattern_that_is_a_condition_is_replaced_by_one_that_may_name_what_it_follows(
    query: str, pattern: str, condition: str
) -> None:
    assert advice(query).endswith(f"for one day, instead of {pattern} write EXISTS {{ MATCH {condition} }}")


def test_what_is_followed_and_what_is_a_condition_are_told_one_after_the_other() -> None:
    assert advice("MATCH (a)-[r:HOLDS]->(b) WHERE (b)-[:MEMBER_OF]->() RETURN a").endswith(
        f"add the condition {DAY.format('r')}; instead of (b)-[:MEMBER_OF]->() write"
        f" EXISTS {{ MATCH (b)-[fact:MEMBER_OF]->() WHERE {DAY.format('fact')} }}"
    )


INSTEAD = re.compile(r"instead of (.+) write (EXISTS .+ \})\Z")
WITHIN = re.compile(r"write -(\[fact:?)(\w*)\]- and add, within the same \w+, the condition (.+)\Z")

SEATED = {"exampleton-council"}
"""Who sits in the finance group on a day on which one of two seats had ended."""


def followed(query: str) -> str:
    """Return a query as the advice on its conditions has it."""
    for each in advice(query).partition("for one day, ")[2].split("; "):
        [(pattern, condition)] = INSTEAD.findall(each)
        query = query.replace(pattern, condition)
    return query


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"MATCH (a:Entity), (b {{id: 'finance-group'}}) WHERE {condition} RETURN a.id AS id", SEATED)
        for condition in (
            "(a)-[:MEMBER_OF]->(b)",
            "exists((a)-[:MEMBER_OF]->(b))",
            "(b)<-[:MEMBER_OF]-(a) AND NOT (a)<-[:REPORTS_TO*1..2]-(:Source)",
            "(a)-[:MEMBER_OF|HOLDS]->(b) OR (a)-[:MEMBER_OF]->(:Team {id: 'x'})",
        )
    ],
)
def test_the_advice_for_a_condition_runs_and_leaves_out_what_has_ended(
    query: str, found: set[str], exampleton_graph: Store
) -> None:
    assert {row[0] for row in exampleton_graph.read(query, {}).rows} == found | {"exampleton-hospitals"}
    advised = followed(query)
    assert advice(advised) == ""
    assert {row[0] for row in exampleton_graph.read(advised, {"as_of": date(2024, 3, 5)}).rows} == found


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("query", "seats"),
    [
        ("MATCH (b:Board {id: 'finance-group'}) RETURN COUNT { (b)<-[:MEMBER_OF]-()§ } AS n", 1),
        ("MATCH (b:Board {id: 'finance-group'}) RETURN size([(b)<-[:MEMBER_OF]-()§ | 1]) AS n", 1),
    ],
)
def test_the_advice_within_braces_and_brackets_runs(query: str, seats: int, exampleton_graph: Store) -> None:
    """`§` is where a condition may be added."""
    plain = query.replace("§", "")
    assert [row[0] for row in exampleton_graph.read(plain, {}).rows] == [seats + 1]
    [[opening, relation, condition]] = WITHIN.findall(advice(plain))
    advised = query.replace("[:MEMBER_OF]", f"{opening}{relation}]").replace("§", f" WHERE {condition}")
    assert [row[0] for row in exampleton_graph.read(advised, {"as_of": date(2024, 3, 5)}).rows] == [seats]


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN count(n)",
        "MATCH (b:Board) RETURN b.name",
        "MATCH (s:Statement)-[:ABOUT]->(b:Board) RETURN s.value",
        "MATCH (s:Statement {property: 'staff'})-->(b:Board) RETURN s.value",
        "MATCH (s:Statement) MATCH (b)<--(s) RETURN s.value",
        "MATCH (a)-[r:MEMBER_OF]->(b) WITH a, r.end_date AS ended, b RETURN a, ended, b",
        "MATCH (a)-[r:MEMBER_OF]->(b) RETURN a, r.end_date IS NULL AS goes_on, b",
        "MATCH (a)-[r:MEMBER_OF]->(b) RETURN a, CASE WHEN r.holds_until >= $as_of THEN 'still' END AS state",
        "MATCH (b:Board) CALL (b) { MATCH (b)<-[r:HOLDS]-() RETURN r.holds_until AS day } RETURN b, day",
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
