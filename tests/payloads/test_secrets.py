"""The password is in nothing that the commands say, whatever goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem
from payloads.conftest import World

from ecosystem.store import Settings

COMMANDS = (
    ("ask", "chairs"),
    ("ask", "chairs", "--data", "graph"),
    ("ask", "--show", "chairs"),
    ("ask", "nothing of that name"),
    ("cypher", "RETURN 1 AS one"),
    ("cypher", "RETRN 1"),
    ("cypher", "CREATE (n)"),
    ("cypher", "RETURN $missing"),
    ("cypher", "CALL dbms.listConfig() YIELD name, value RETURN name, value"),
    ("cypher", "RETURN 1/0 AS one"),
)


@pytest.mark.parametrize("words", [("ask", "chairs"), ("cypher", "RETURN 1 AS one")], ids=" ".join)
def test_without_a_database_it_is_not_said(words: tuple[str, ...], ecosystem: Ecosystem, nowhere: str) -> None:
    ended = ecosystem(*words)
    assert (ended.code in {0, 4}, "canary" in ended.out + ended.err, "Traceback" in ended.err) == (
        True,
        False,
        False,
    )


@pytest.mark.neo4j
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_with_a_database_it_is_not_said(
    words: tuple[str, ...], ecosystem: Ecosystem, world: World, neo4j_server: Settings
) -> None:
    ended = ecosystem(*words)
    assert neo4j_server.password not in ended.out + ended.err


@pytest.mark.neo4j
def test_a_wrong_one_is_not_said(ecosystem: Ecosystem, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "canary-password")
    ended = ecosystem("cypher", "RETURN 1 AS one")
    assert (ended.code, "canary" in ended.out + ended.err) == (4, False)


@pytest.mark.neo4j
@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are not files on this system")
def test_it_is_in_no_argument_of_a_process(world: World, neo4j_server: Settings) -> None:
    command = [
        sys.executable,
        "-m",
        "ecosystem",
        "cypher",
        "UNWIND range(1, 30000000) AS x WITH x WHERE x < 0 RETURN x",
    ]
    environment = os.environ | {"PYTHONPATH": str(EXAMPLETON.parents[1])}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        arguments = Path(f"/proc/{running.pid}/cmdline").read_bytes()
        said = b"".join(running.communicate(timeout=60))
    assert neo4j_server.password.encode() not in arguments + said
