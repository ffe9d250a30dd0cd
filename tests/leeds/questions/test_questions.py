"""What forty-four people asked about Leeds, typed at the command line: what comes back, and which lines it cites."""

import json
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from ecosystem.cli import COMMANDS, run
from ecosystem.queries import library
from ecosystem.store import Settings, Store

REPOSITORY = Path(__file__).parents[3]

Texts = str | list[str]


class Answer(BaseModel):
    """One command and what it answers; the head of `questions.toml` says what each field is."""

    model_config = ConfigDict(extra="forbid")

    command: str
    where: dict[str, int | Texts] = {}
    read: list[str] = Field(min_length=1)
    expected: list[str | list[str | int]] = Field(min_length=1, alias="is")
    cites: list[str] = []

    @property
    def words(self) -> list[str]:
        """The command as a shell hands it over."""
        return shlex.split(self.command)


class Question(BaseModel):
    """A question as it is asked, and the commands that answer it."""

    model_config = ConfigDict(extra="forbid")

    asked: str
    answer: list[Answer] = Field(min_length=1)


QUESTIONS = [
    Question.model_validate(each)
    for each in tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))["question"]
]
ANSWERS = [answer for question in QUESTIONS for answer in question.answer]
ASKED = [answer for answer in ANSWERS if answer.words[0] == "ask"]

Row = dict[str, Any]
Typed = Callable[[Answer, object], list[Row]]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Return a function that types the command of an answer, with the data to read, and returns the rows meant."""

    def rows_meant(answer: Answer, data: object) -> list[Row]:
        code = run([*answer.words, "--data", str(data), "--format", "json"])
        printed = capsys.readouterr()
        assert code == 0, printed.err
        rows: list[Row] = json.loads(printed.out)["rows"]
        return [row for row in rows if all(among(row[name], wanted) for name, wanted in answer.where.items())]

    return rows_meant


@pytest.fixture
def leeds_in_neo4j(leeds_graph: Store, neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the commands to a graph that holds Leeds, and return how to name it."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return "graph"


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def among(cell: Any, wanted: Any) -> bool:
    """Tell whether a cell, or one of the values it lists, is one of those wanted."""
    return any(value in several(wanted) for value in several(cell))


def read(answer: Answer, rows: list[Row]) -> set[tuple[Any, ...]]:
    return {tuple(row[name] for name in answer.read) for row in rows}


def expected(answer: Answer) -> set[tuple[Any, ...]]:
    return {tuple(several(row)) for row in answer.expected}


def cited(rows: list[Row]) -> set[str]:
    """Return the citations of rows: of `ask` as they are written, of `show` in words."""
    cells = [row.get("sources", []) for row in rows]
    return {each for cell in cells for each in (cell.split("; ") if isinstance(cell, str) else cell) if each}


def test_there_are_forty_four_questions_and_none_is_asked_twice() -> None:
    assert len(QUESTIONS) == len({question.asked for question in QUESTIONS}) == 44


def test_every_command_is_one_there_is() -> None:
    assert {answer.words[0] for answer in ANSWERS} <= set(COMMANDS["Look"])
    assert {answer.words[1] for answer in ASKED} <= set(library())


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.command)
def test_the_files_answer_and_cite_their_lines(answer: Answer, typed: Typed) -> None:
    rows = typed(answer, REPOSITORY / "seed_data")
    assert read(answer, rows) == expected(answer)
    assert cited(rows) >= set(answer.cites)
    assert bool(cited(rows)) == bool(answer.cites)


@pytest.mark.neo4j
@pytest.mark.parametrize("answer", ASKED, ids=lambda answer: answer.command)
def test_the_graph_answers_alike(answer: Answer, typed: Typed, leeds_in_neo4j: str) -> None:
    assert read(answer, typed(answer, leeds_in_neo4j)) == expected(answer)
