"""The demo: everything in one command, and everything but the graph where no database can be had."""

import shlex
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

from ecosystem.store import Settings

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


@pytest.mark.neo4j
def test_the_demo_does_everything_and_may_be_repeated(ecosystem: Ecosystem, graph: Settings) -> None:
    first, second = ecosystem("demo"), ecosystem("demo")
    assert (first.code, second.code) == (0, 0)
    assert "The graph is at revision 1" in first.out
    assert "The graph is at revision 1: 0 rows added" in second.out
    assert Path("leeds-map.html").stat().st_size > 100_000


@pytest.mark.neo4j
def test_the_demo_works_for_another_place_and_what_it_says_to_try_next_works(
    ecosystem: Ecosystem, graph: Settings
) -> None:
    ended = ecosystem("demo", "--data", EXAMPLETON, "--out", "map.html")
    assert (ended.code, "Exampleton" in Path("map.html").read_text(encoding="utf-8")) == (0, True)
    tried = [
        line.split("ecosystem ")[1] for line in ended.out.splitlines() if line.startswith("  ") and " show " in line
    ]
    assert [ecosystem(*shlex.split(words), "--data", EXAMPLETON).code for words in tried] == [0]


def test_without_a_database_the_rest_is_done_and_the_reason_named(ecosystem: Ecosystem, nowhere: str) -> None:
    ended = ecosystem("demo")
    assert (ended.code, Path("leeds-map.html").exists()) == (4, True)
    assert "From Leeds health and care (the folder" in ended.out
    assert "ecosystem db doctor" in ended.err
