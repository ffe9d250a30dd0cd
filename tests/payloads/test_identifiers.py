"""Hostile strings as names of things: a problem, or a name like any other, and nothing else happens."""

import csv
import shutil
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem
from payloads.catalogue import IDENTIFIERS
from payloads.conftest import World

NAMES = [pytest.param(form, id=f"{payload.number}-{form[:20]!r}") for payload in IDENTIFIERS for form in payload.forms]

IN_CYPHER = (
    "MATCH (n) WHERE n[$name] IS NOT NULL RETURN n.id AS id",
    "MATCH (n:$($name)) RETURN n.id AS id",
    "MATCH ()-[r:$($name)]->() RETURN r.id AS id",
    "MATCH (n:Board) RETURN n.id AS id ORDER BY n[$name], id",
    "CALL db.index.fulltext.queryNodes($name, 'forum') YIELD node RETURN node.id AS id",
)
"""Where Cypher itself takes a value for a name: property, label, type, order, index."""


@pytest.mark.neo4j
@pytest.mark.parametrize("name", NAMES)
def test_a_value_taken_for_a_name_names_nothing(name: str, ecosystem: Ecosystem, world: World) -> None:
    before = world.now()
    for query in IN_CYPHER:
        ended = ecosystem("cypher", query, "--param", f"name={name}")
        assert (ended.code in {0, 2}, "Traceback" in ended.err) == (True, False), ended.err
    assert world.now() == before


@pytest.mark.neo4j
@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_may_be_called_anything_and_is_not_used(name: str, ecosystem: Ecosystem, world: World) -> None:
    before = world.now()
    ended = ecosystem("cypher", "RETURN 1 AS one", "--param", f"{name}=1")
    assert (ended.code, "is not used" in ended.err) == ((0, True) if name else (2, False)), ended.err
    assert len(ended.err) < 2_000
    assert world.now() == before


def edited(folder: Path, row: int, column: int, text: str) -> None:
    """Write a text into one cell of the memberships; row 0 is the header."""
    table = folder / "memberships.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[row][column] = text
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("row", "column"), [(1, 2), (0, 4)], ids=["relation", "column"])
def test_a_relation_or_column_of_that_name_is_a_problem_of_the_data(
    row: int, column: int, name: str, ecosystem: Ecosystem, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    edited(folder, row, column, name)
    ended = ecosystem("check", "--data", folder)
    assert (ended.code, "Traceback" in ended.err, len(ended.out + ended.err) < 2_000) == (1, False, True)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_or_option_of_that_name_is_none(name: str, ecosystem: Ecosystem) -> None:
    for words in ((name, "x"), ("chairs", f"--{name}", "x")):
        ended = ecosystem("ask", *words, "--data", EXAMPLETON)
        assert (ended.code, ended.out, "Traceback" in ended.err) == (2, "", False)
