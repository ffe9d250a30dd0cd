"""The named questions on the Leeds data: from the files and from Neo4j, against `answers/<name>.csv`."""

import csv

import pytest
from answers.asking import agree, ways_of_asking
from leeds.asked import ANSWERS, EMPTY, GIVEN, answered, cells

from ecosystem.answers import ask, from_files, from_graph
from ecosystem.queries import library
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store

NAMES_UNKNOWN = {"01N50", "01N51", "01N52"}
"""Remarks on names that no row uses yet; the model knows them, or the query would not be in the library."""

PARAMETERS_MISSING = "01N60"
"""The remark that `EXPLAIN` was not given the values."""


def expected(name: str) -> list[tuple[str, ...]]:
    with (ANSWERS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def test_every_question_has_an_answer_file_and_every_file_a_question() -> None:
    assert {path.stem for path in ANSWERS.glob("*.csv")} == set(library())


@pytest.mark.parametrize("name", library())
def test_an_answer_is_empty_only_for_a_reason(name: str) -> None:
    assert (len(expected(name)) == 1) == (name in EMPTY)


@pytest.mark.parametrize("name", library())
def test_the_files_answer_as_the_answer_file_says(name: str, leeds: Snapshot) -> None:
    header, *rows = expected(name)
    result = answered(name, leeds, from_files(leeds))
    assert result.columns == header
    assert set(cells(result)) == set(rows)


def test_no_document_states_a_reporting_line_and_every_body_is_told_so(leeds: Snapshot) -> None:
    stated, all_of_them = (ask("lines-upward", given, leeds, from_files(leeds)).records() for given in (
        {"as_of": "any"}, {"as_of": "any", "bases": "any"},
    ))  # fmt: skip
    assert {line["reports_to"] for line in stated} == {"not stated"}
    assert {line["basis"] for line in all_of_them} == {"", "inferred"}


@pytest.mark.neo4j
@pytest.mark.parametrize("name", library())
def test_neo4j_answers_as_the_answer_file_says(name: str, leeds: Snapshot, leeds_graph: Store) -> None:
    header, *rows = expected(name)
    result = answered(name, leeds, from_graph(leeds_graph.read))
    assert result.columns == header
    assert set(cells(result)) == set(rows)


@pytest.mark.neo4j
@pytest.mark.parametrize("name", library())
def test_neo4j_understands_every_question_without_a_remark(name: str, leeds_graph: Store) -> None:
    explained = leeds_graph.explain(library()[name].text)
    assert explained.query_type == "r"
    remarks = [each for each in explained.notifications if each.code not in NAMES_UNKNOWN | {PARAMETERS_MISSING}]
    assert remarks == []


@pytest.mark.neo4j
@pytest.mark.parametrize("name", library())
def test_files_and_neo4j_agree_on_other_days_and_bases(name: str, leeds: Snapshot, leeds_graph: Store) -> None:
    runners = (from_files(leeds), from_graph(leeds_graph.read))
    all_given = (GIVEN.get(name, {}) | way for way in ways_of_asking(name, leeds, 2))
    assert [given for given in all_given if not agree(name, given, leeds, *runners)] == []
