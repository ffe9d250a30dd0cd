"""Answers that a spreadsheet opens: nothing in them runs."""

import csv
import io
import json

import pytest
from cli.conftest import Ecosystem
from payloads.catalogue import CELLS
from payloads.conftest import World

from ecosystem.answers import ask, from_files
from ecosystem.model import Entity, Fact
from ecosystem.snapshot import Snapshot
from ecosystem.terminal import render

TRIGGERS = tuple("=+-@＝＋－＠\t\r\0")
TEXTS = [text for payload in CELLS for text in payload.forms]


def cells(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]


@pytest.mark.neo4j
@pytest.mark.parametrize("text", TEXTS)
def test_a_value_of_an_answer_cannot_run_and_comes_whole_as_json(text: str, ecosystem: Ecosystem, world: World) -> None:
    given = ("--param", f"text={json.dumps(text)}")
    ended = ecosystem("cypher", "RETURN $text AS text, [$text] AS texts, -5 AS number", *given, "--format", "csv")
    assert ended.code == 0, ended.err
    *_, value, values, number = cells(ended.out)
    for part in f"{value};{values}".split(";"):  # at which a spreadsheet may begin a cell too
        assert not part.lstrip(" \n").startswith(TRIGGERS)
    assert number == "-5"
    whole = ecosystem("cypher", "RETURN $text AS text, -5 AS number", *given, "--format", "json")
    assert json.loads(whole.out)["rows"] == [{"text": text, "number": -5}]
    assert not {"\r", "\0", "\x1b"} & set(ecosystem("cypher", "RETURN $text AS text", *given).out)


@pytest.mark.neo4j
@pytest.mark.parametrize("text", [text for text in TEXTS if "\0" not in text])
def test_the_name_of_a_column_cannot_run(text: str, ecosystem: Ecosystem, world: World) -> None:
    ended = ecosystem("cypher", f"RETURN 1 AS `{text}`", "--format", "csv")
    assert ended.code == 0, ended.err
    assert not cells(ended.out)[0].lstrip(" \n").startswith(TRIGGERS)


@pytest.mark.parametrize("text", TEXTS)
def test_names_and_roles_in_the_answer_to_a_question_cannot_run(text: str, exampleton: Snapshot) -> None:
    board = Entity(id="b", label="Board", name=text, sector=text, evidence_date="2024", sources=(text,))
    member = Entity(id="m", label="Organisation", name=f"{text} ", evidence_date="2024")
    seat = Fact(
        id="s",
        subject="m",
        relation="MEMBER_OF",
        object="b",
        role=text,
        evidence_date="2024",
        note=text,
        sources=(text,),
    )
    held = Snapshot.of([board, member, seat], exampleton.dataset)
    answer = ask("who-sits-on", {"as_of": "any"}, held, from_files(held))
    assert len(answer.rows) == 1
    assert [cell for cell in cells(render(answer, "csv")) if cell.lstrip(" \n").startswith(TRIGGERS)] == []
