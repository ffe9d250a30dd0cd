"""What a shell takes out of a query on its way, and how that is recognised."""

import re

import pytest

from ecosystem.queries import library
from ecosystem.queries.swallowed import explained, unused


def swallow(query: str) -> str:
    """Return a query as a shell hands it over that stood between double quotes: its variables are empty."""
    return re.sub(r"\$\w+", "", query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) WHERE n.id = $id RETURN n",
        "MATCH (n) WHERE n.id=$id",
        "MATCH (n {id: $id}) RETURN n",
        "MATCH (n {id: $id, name: $name}) RETURN n",
        "MATCH (n) WHERE n.id IN $ids RETURN n",
        "MATCH (n) WHERE (n.name CONTAINS $word) RETURN n",
        "MATCH (n) WHERE n.name STARTS WITH $word\nRETURN n",
        "MATCH (n) RETURN n ORDER BY n.id LIMIT $few",
        "MATCH (n) RETURN n SKIP $few LIMIT 3",
        "MATCH ()-[r]->() WHERE r.holds_from <= $as_of <= r.holds_until RETURN r",
        "MATCH ()-[r]->() WHERE $as_of IS NULL OR r.basis = 'stated' RETURN r",
        "MATCH (n) WHERE n.holds_from >= $day AND n.id = 'x' RETURN n",
        "MATCH (n) WHERE n.id IN [$one, 'x'] RETURN n",
        "RETURN coalesce('x', $two) AS x",
        "UNWIND $names AS name RETURN name",
        "RETURN $one",
    ],
)
def test_a_gap_that_a_shell_left_is_explained_whether_or_not_a_parameter_was_given(query: str) -> None:
    assert "arrived without a value, perhaps a `$parameter`" in explained(swallow(query), [])
    assert "arrived without `$id`" in explained(swallow(query), ["id"])
    assert explained(query, ["id"]) == ""


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a)-->(b)<--(c) WHERE a.id <= b.id AND a.name = 'x' RETURN a, [x IN [1] WHERE x > 0], {a: 1}",
        "MATCH (n:Board {id: 'x = '}) WHERE n.id IS NULL OR (n.id) IS NOT NULL RETURN n LIMIT 3",
        "MATCH (n) WHERE n.id CONTAINS 'limit ' RETURN n AS x // n.id =  RETURN",
        "RETRN 1",
        "MATCH (n:Board RETURN n",
        "MATCH (n) WHERE n.nmae === 'x' RETURN n",
        "MATCH (n) WITH n AS x, count(*) AS c RETURN x",
    ],
)
def test_a_query_that_lacks_nothing_is_not_blamed_on_a_shell(query: str) -> None:
    assert explained(query, []) == explained(query, ["id"]) == ""


@pytest.mark.parametrize("name", library())
def test_no_question_that_ships_is_blamed_on_a_shell(name: str) -> None:
    assert explained(library()[name].text, ["id"]) == ""


def test_a_parameter_is_used_by_its_name_in_quotes_or_without_but_not_in_a_text_or_comment() -> None:
    query = "RETURN $a, $`b c`, '$d' // $e"
    assert unused(query, ["a", "b c", "d", "e"]) == ["d", "e"]
