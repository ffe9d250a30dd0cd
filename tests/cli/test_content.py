"""A graph's content and history kept in a file, brought back and made anew, from the command line."""

import io
import zipfile
from pathlib import Path

import pytest
from cli.conftest import Ecosystem
from conftest import ByHand

from ecosystem.store import Settings

EXAMPLETON = Path(__file__).parents[1] / "exampleton"

pytestmark = pytest.mark.neo4j


@pytest.fixture
def loaded(ecosystem: Ecosystem, graph: Settings) -> Ecosystem:
    """Return the commands, on a graph that holds Exampleton."""
    assert ecosystem("apply", "--data", EXAMPLETON, "--yes").code == 0
    return ecosystem


def test_a_graph_is_backed_up_wiped_and_restored(loaded: Ecosystem, by_hand: ByHand) -> None:
    history = loaded("history").out
    made = loaded("db", "backup", "exampleton.zip")
    assert (made.code, "exampleton at revision 1" in made.err, "no import" in made.err) == (0, True, False)
    assert zipfile.is_zipfile("exampleton.zip")
    refused = loaded("db", "restore", "exampleton.zip", "--yes")
    assert (refused.code, "restored into an empty graph only" in refused.err) == (6, True)
    by_hand("MATCH (n) DETACH DELETE n")
    restored = loaded("db", "restore", "exampleton.zip", "--yes")
    assert (restored.code, "The graph is at revision 1" in restored.err) == (0, True)
    assert loaded("history").out == history
    assert loaded("plan", "--data", EXAMPLETON, "--exit-code").code == 0


def test_a_backup_tells_what_is_not_in_it(loaded: Ecosystem, by_hand: ByHand) -> None:
    by_hand("MATCH (n {id: 'carers'}) SET n.name = 'By hand'")
    made = loaded("db", "backup", "exampleton.zip")
    assert (made.code, "Not in it, because no import made it: 1 changed row" in made.err) == (0, True)


def test_a_backup_that_cannot_be_written_or_read_says_why(loaded: Ecosystem, tmp_path: Path) -> None:
    assert loaded("db", "backup", tmp_path).code == 2
    missing = loaded("db", "restore", "nowhere.zip", "--yes")
    assert (missing.code, "the backup nowhere.zip cannot be read: No such file" in missing.err) == (1, True)
    Path("half.zip").write_bytes(b"PK\x03\x04")
    damaged = loaded("db", "restore", "half.zip", "--yes")
    assert (damaged.code, "half.zip:0:0: the backup is damaged" in damaged.err) == (1, True)


def test_nothing_is_restored_or_rebuilt_while_nobody_agrees(
    loaded: Ecosystem, by_hand: ByHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand("MATCH (n {id: 'carers'}) SET n.name = 'By hand'")
    loaded("db", "backup", "exampleton.zip")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert loaded("db", "rebuild", "--data", EXAMPLETON).code == 6
    assert loaded("db", "restore", "exampleton.zip").code == 6
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    for command in (("rebuild", "--data", EXAMPLETON), ("restore", "exampleton.zip")):
        ended = loaded("db", *command)
        assert (ended.code, "Nothing was written" in ended.err) == (0, True)
    assert "By hand" in loaded("cypher", "MATCH (n {id: 'carers'}) RETURN n.name").out


def test_a_rebuild_tells_what_is_lost_and_makes_the_graph_anew(loaded: Ecosystem, by_hand: ByHand) -> None:
    by_hand("MATCH (n {id: 'carers'}) SET n.name = 'By hand'")
    by_hand("MATCH (d:Dataset) DETACH DELETE d")
    ended = loaded("db", "rebuild", "--data", EXAMPLETON, "--yes")
    assert (ended.code, "By hand" in ended.out, "is lost" in ended.err) == (0, True, True)
    assert "The graph is at revision 2" in ended.err
    assert loaded("plan", "--data", EXAMPLETON, "--exit-code").code == 0
