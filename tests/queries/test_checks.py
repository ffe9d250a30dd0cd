"""What is checked of a query without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.queries import read_query
from ecosystem.queries.text import code_of, outermost

HEADER = """// Which boards are there?
//
// A first look.
//
// @param as_of:date = dataset  the day to look at
// @returns board:string        one board
"""
LINES = HEADER.count("\n")
GOOD = """MATCH (b:Board) WHERE $as_of IS NULL OR b.may_from <= $as_of
RETURN b.name AS board
ORDER BY board"""


def problems(body: str, header: str = HEADER) -> list[tuple[str, int, str]]:
    found = read_query("boards", "all-of-them", header + body)[1]
    return [(problem.code, problem.row - LINES, problem.message) for problem in found]


def test_a_good_query_has_no_problem() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    "clause",
    [
        "CREATE (:Board)", "MERGE (:Board)", "SET b.name = 'x'", "REMOVE b.name", "DELETE b", "DETACH DELETE b",
        "FOREACH (x IN [] | SET b.name = x)", "LOAD CSV FROM 'x' AS row", "CALL dbms.procedures()", "USE system",
        "SHOW USERS", "create (:Board)", "LOAD /* quietly */ CSV FROM 'x' AS row",
    ],
)  # fmt: skip
def test_a_clause_that_does_more_than_read_is_refused(clause: str) -> None:
    assert any(code == "Q3" and line == 2 for code, line, _ in problems(GOOD.replace("\nRETURN", f"\n{clause} RETURN")))


@pytest.mark.parametrize(
    "harmless",
    [
        "WITH b, 'DELETE' AS word", "WITH b // SET nothing", "WITH b /* MERGE */", "WITH b, b.note AS `REMOVE`",
        "CALL (b) { RETURN 1 AS one }", 'WITH b, "it\'s // no comment: CREATE" AS word',
    ],
)  # fmt: skip
def test_words_in_strings_comments_and_quoted_names_are_not_clauses(harmless: str) -> None:
    assert problems(GOOD.replace("\nRETURN", f"\n{harmless}\nRETURN")) == []


def test_two_statements_are_refused() -> None:
    assert ("Q3", 3, "more than one statement") in problems(f"{GOOD}; RETURN 1")


def test_parameters_agree_with_the_header_both_ways() -> None:
    body = "MATCH (b:Board)\nWHERE b.id = $board\nRETURN b.name AS board ORDER BY board"
    assert {(code, message) for code, _, message in problems(body)} == {
        ("Q4", "`$board` is not declared"),
        ("Q4", "`@param as_of` is not used"),
    }


@pytest.mark.parametrize(
    ("returned", "message"),
    [
        ("RETURN b.name AS name ORDER BY name", "returns name; the header says board"),
        ("RETURN b.name AS board, 1 AS one ORDER BY board", "returns board, one; the header says board"),
        ("WITH b RETURN b.name AS board", "the answer has no order"),
        ("WITH b ORDER BY b.name RETURN b.name AS board", "the answer has no order"),
        ("RETURN b.name AS board ORDER BY b.id", "is ordered by b.id"),
        ("WITH b", "nothing is returned"),
    ],
)
def test_the_last_return_agrees_with_the_header_and_is_ordered(returned: str, message: str) -> None:
    assert message in [each for _, _, each in problems(f"MATCH (b:Board) WHERE b.name < $as_of\n{returned}")]


def test_a_return_within_a_subquery_is_not_the_last() -> None:
    inner = "COLLECT { MATCH (b)<-[:MEMBER_OF]-(m) RETURN m.name ORDER BY m.name }"
    assert problems(GOOD.replace("b.name AS", f"size({inner}) AS")) == []


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("MATCH (x:Bord)", "unknown label `Bord`"),
        ("MATCH (x:Board|Bord)", "unknown label `Bord`"),
        ("MATCH (x) WHERE x:Bord", "unknown label `Bord`"),
        ("MATCH (b)-[s:MEMBER]->()", "unknown relation `MEMBER`"),
        ("MATCH (b)-[:OWNS|MEMBER*1..2]->()", "unknown relation `MEMBER`"),
        ("MATCH (b)-[:Board]->()", "unknown relation `Board`"),
        ("MATCH (x:Entity {nam: 'y'})", "unknown property `nam`"),
        ("MATCH (x:Entity) WHERE x.nam = 'y'", "unknown property `x.nam`"),
        ("MATCH (b)-[s:OWNS]->() WHERE s.sector = 'y'", "unknown property `s.sector`"),
    ],
)
def test_names_the_model_does_not_know_are_found(pattern: str, message: str) -> None:
    assert message in [each for _, _, each in problems(GOOD.replace("\nRETURN", f"\n{pattern}\nRETURN"))]


def test_functions_and_parts_of_dates_are_not_properties() -> None:
    assert problems(GOOD.replace("b.name AS", "b.name + date.truncate('year', b.last_seen).year AS")) == []


@given(st.text(alphabet="ab'\"`/*\\\n{}()[],; "))
def test_blanking_keeps_every_character_where_it_was(text: str) -> None:
    for blanked in (code_of(text), outermost(text)):
        assert len(blanked) == len(text)
        assert all(new in (old, " ") for new, old in zip(blanked, text, strict=True))
        assert blanked.count("\n") == text.count("\n")
