"""What is said of names in a query that find nothing."""

import pytest

from ecosystem.model import LABELS, RELATIONS, ROW_TYPES, columns
from ecosystem.queries import library
from ecosystem.queries.naming import one_name_only, unknown_names

WORDS = {"01N50": "label", "01N51": "relationship type", "01N52": "property"}


def remark(code: str, name: str) -> tuple[str, str]:
    return (
        code,
        f"warn: … does not exist. The {WORDS[code]} `{name}` does not exist. Verify that the spelling is correct.",
    )


def test_a_name_is_told_once_and_other_remarks_are_not_told() -> None:
    remarks = [remark("01N50", "Borad"), remark("01N50", "Borad"), ("01N60", "warn: parameter missing. …")]
    assert list(unknown_names(remarks)) == ["the graph has no label `Borad`; did you mean `Board`?"]


def test_servers_that_name_the_database_are_understood() -> None:
    later = (
        "01N52",
        "warn: property key does not exist. The property `nmae` does not exist in database `neo4j`. Verify …",
    )
    assert list(unknown_names([later])) == ["the graph has no property `nmae`; did you mean `name`?"]


def test_that_no_row_of_a_graph_has_a_name_of_the_model_is_an_answer() -> None:
    of_the_model = {
        *(remark("01N50", name) for name in (*LABELS, "Statement", "Identifier", "Retired", "Import")),
        *(remark("01N51", name) for name in (*RELATIONS, "ABOUT", "IDENTIFIES", "KEEPS")),
        *(remark("01N52", name) for row in ROW_TYPES for name in columns(row)),
        *(remark("01N52", name) for name in ("holds_from", "last_seen", "called", "revision", "blank_basis")),
    }
    assert list(unknown_names(of_the_model)) == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("MATCH (b:Body {short_name: $n}) RETURN b", "short_name"),
        ("MATCH (b {name: 'PEG'}) RETURN b", "name"),
        ("MATCH (b) WHERE b.name = 'PEG' RETURN b", "name"),
        ("MATCH (b) WHERE b.name CONTAINS 'PEG' RETURN b", "name"),
        ("MATCH (b) WHERE 'PEG' IN b.aliases RETURN b", "aliases"),
    ],
)
def test_a_body_looked_for_by_one_of_its_names_may_have_others(query: str, name: str) -> None:
    assert one_name_only(query).startswith(f"the query looks at `{name}` only, and a body has several names; ")


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (b:Body) WHERE 'peg' IN b.called RETURN b.name AS name",
        "MATCH (b {id: 'name = x'}) RETURN b.name ORDER BY b.name",
        "MATCH (n) WITH n.name AS name, n.short_name AS short RETURN name, short",
    ],
)
def test_names_that_are_only_handed_back_are_not_looked_at(query: str) -> None:
    assert one_name_only(query) == ""


def test_no_question_that_ships_looks_for_one_name_only() -> None:
    assert {name for name, query in library().items() if one_name_only(query.text)} == set()
