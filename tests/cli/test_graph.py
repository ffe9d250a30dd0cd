"""Commands that speak to a graph, and what they say when it cannot be had."""

import io
import shutil
import time
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

from ecosystem.store import Settings

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


@pytest.mark.neo4j
def test_plan_apply_and_plan_again(ecosystem: Ecosystem, graph: Settings) -> None:
    assert ecosystem("plan", "--data", EXAMPLETON, "--exit-code").code == 3
    assert ecosystem("apply", "--data", EXAMPLETON, "--yes").code == 0
    again = ecosystem("plan", "--data", EXAMPLETON, "--exit-code")
    assert (again.code, again.out.startswith("Nothing to do")) == (0, True)


@pytest.mark.neo4j
def test_nothing_is_written_when_nobody_can_confirm(ecosystem: Ecosystem, graph: Settings,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ended = ecosystem("apply", "--data", EXAMPLETON)
    assert (ended.code, ecosystem("history").out.count("\n") < 5) == (6, True)


@pytest.mark.neo4j
def test_a_kept_plan_is_done_exactly_and_only_once(ecosystem: Ecosystem, graph: Settings) -> None:
    assert ecosystem("plan", "--data", EXAMPLETON, "--out", "plan.json").code == 0
    assert ecosystem("apply", "plan.json", "--yes").code == 0
    again = ecosystem("apply", "plan.json", "--yes")
    assert (again.code, "was applied before" in again.err) == (5, True)


@pytest.mark.neo4j
def test_a_graph_of_another_place_is_refused_before_anything_is_written(ecosystem: Ecosystem, graph: Settings) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    ended = ecosystem("apply", "--yes")
    assert (ended.code, "this graph holds `exampleton`; the files are `leeds`" in ended.err) == (6, True)


@pytest.mark.neo4j
def test_a_broken_dataset_reaches_no_graph(ecosystem: Ecosystem, graph: Settings, tmp_path: Path) -> None:
    register = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    (register / "memberships.csv").write_bytes(b"id,subject\n\xff")
    assert ecosystem("apply", "--data", register, "--yes").code == 1
    assert ecosystem("cypher", "MATCH (n) RETURN count(n) AS n").code == 1  # the graph is empty still


@pytest.mark.neo4j
def test_questions_are_answered_from_the_graph(ecosystem: Ecosystem, graph: Settings) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    ended = ecosystem("ask", "who-sits-on", "EHB", "--format", "csv")
    assert (ended.code, "Director of Public Health" in ended.out) == (0, True)
    assert "Data: Exampleton health and care, as of 5 March 2024, from the graph" in ended.err


@pytest.mark.neo4j
def test_cypher_reads_and_refuses_to_write(ecosystem: Ecosystem, graph: Settings) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    read = ecosystem("cypher", "MATCH (b:Board) RETURN b.id AS id ORDER BY id LIMIT 1", "--format", "csv")
    assert (read.code, read.out.split()) == (0, ["id", "carers-forum"])
    assert ecosystem("cypher", "MATCH (b:Board) DETACH DELETE b").code == 6
    assert ecosystem("cypher", "MATCH (b:Board) RETURN $missing").code == 2


@pytest.mark.neo4j
def test_a_wrong_password_is_named_without_being_repeated(ecosystem: Ecosystem, graph: Settings,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("NEO4J_PASSWORD", "canary-password")
    ended = ecosystem("plan", "--data", EXAMPLETON)
    assert (ended.code, "canary" in ended.out + ended.err, "Traceback" in ended.err) == (4, False, False)


def test_a_database_that_is_not_there_ends_with_4_soon(ecosystem: Ecosystem, nowhere: str) -> None:
    begun = time.monotonic()
    ended = ecosystem("plan", "--data", EXAMPLETON)
    assert (ended.code, "canary" in ended.err, "fix:" in ended.err) == (4, False, True)
    assert time.monotonic() - begun < 10


def test_without_a_database_a_question_is_answered_from_the_files(ecosystem: Ecosystem, nowhere: str) -> None:
    ended = ecosystem("ask", "lines-upward")
    assert (
        ended.code,
        "answered from the files" in ended.err,
        "(the folder" in ended.out,
    ) == (0, True, True)


@pytest.mark.neo4j
def test_the_environment_may_name_the_graph_as_the_data(
    ecosystem: Ecosystem, graph: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    monkeypatch.setenv("ECOSYSTEM_DATA", "graph")
    assert "from the graph at" in ecosystem("find", "EHB").err
    assert ecosystem("fmt").code == 2


@pytest.mark.neo4j
def test_map_and_export_are_the_same_from_the_graph_and_from_the_files(ecosystem: Ecosystem, graph: Settings) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    for name, data in (("files", EXAMPLETON), ("graph", "graph")):
        assert ecosystem("map", "--data", data, "--out", f"{name}.html").code == 0
        assert ecosystem("export", "--data", data, "--out", name).code == 0
    drawn = {name: Path(f"{name}.html").read_bytes() for name in ("files", "graph")}
    exported = {
        name: {path.relative_to(name): path.read_bytes() for path in Path(name).rglob("*.csv")}
        for name in ("files", "graph")
    }
    assert drawn["files"] == drawn["graph"]
    assert exported["files"] == exported["graph"]


@pytest.mark.neo4j
@pytest.mark.parametrize("options", [(), ("--questions",)], ids=["page", "questions"])
def test_the_evidence_is_the_same_from_the_graph_and_from_the_files(
    ecosystem: Ecosystem, graph: Settings, options: tuple[str, ...]
) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    of_graph, of_files = (
        ecosystem("evidence", *options, "--data", data, "--format", "csv").out for data in ("graph", EXAMPLETON)
    )
    assert of_graph == of_files != ""
