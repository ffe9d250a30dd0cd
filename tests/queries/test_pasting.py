"""A query as text to paste elsewhere: its values in front, and the text whole."""

import re
from datetime import date

import pytest
from conftest import ByHand

from ecosystem.problems import UsageError
from ecosystem.queries import Query, converted, library, named, read_query
from ecosystem.queries.pasting import literal, pasted
from ecosystem.queries.values import Value

DAY = date(2022, 7, 19)

LITERALS: dict[str, Value] = {
    "null": None,
    "true": True,
    "-3": -3,
    "date('0800-02-28')": date(800, 2, 28),
    r"'it\'s'": "it's",
    r"'C:\\temp; // \n \r \t'": "C:\\temp; // \n \r \t",
    "'a\u2028“é”'": "a\u2028“é”",
    "['stated', 'shown']": ["stated", "shown"],
    "[]": [],
}


def set_by(text: str) -> dict[str, str]:
    """Return the parameters that a text's leading lines set, as Cypher."""
    return dict(re.findall(r"^:param (\w+) => (.*);$", text, re.MULTILINE))


@pytest.mark.parametrize("written", LITERALS)
def test_a_value_is_written_as_cypher_on_one_line(written: str) -> None:
    assert literal(LITERALS[written]) == written


@pytest.mark.neo4j
def test_a_value_read_back_by_the_database_is_the_value(by_hand: ByHand) -> None:
    rows = by_hand(f"RETURN [{', '.join(LITERALS)}] AS held")
    held = [value.to_native() if hasattr(value, "to_native") else value for value in rows[0]["held"]]
    assert held == list(LITERALS.values())


def test_each_parameter_is_set_once_in_the_order_of_the_header_before_the_text() -> None:
    query = named("who-sits-on")
    text = pasted(query, converted(query, {"body": "peg"}, DAY, str.lower))
    assert list(set_by(text).items()) == [("body", "'peg'"), ("as_of", "date('2022-07-19')"), ("bases", "null")]
    assert text.split("\n", 3)[3] == query.text.rstrip() + ";\n"


def test_a_query_that_ends_in_a_semicolon_ends_in_one() -> None:
    query, problems = read_query(
        "a", "b", "// Why?\n//\n// So.\n//\n// @returns one:integer  x\nRETURN 1 AS one ORDER BY one;\n"
    )
    assert (problems, isinstance(query, Query)) == ([], True)
    assert query is not None
    assert pasted(query, {}).endswith("ORDER BY one;\n")


@pytest.mark.parametrize("name", library())
def test_every_query_sets_what_it_uses_and_nothing_else(name: str) -> None:
    query = library()[name]
    try:
        values = converted(query, {}, DAY, str.lower)
    except UsageError:
        values = dict.fromkeys((each.name for each in query.header.parameters), "x")
    assert set(set_by(pasted(query, values))) == set(re.findall(r"\$(\w+)", pasted(query, values)))
