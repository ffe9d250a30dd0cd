"""A graph that is not the one meant is refused before anything is written."""

import json
from pathlib import Path

import pytest
from conftest import TEST_HOME
from faults.keeping import Keeping

from ecosystem.cli import run
from ecosystem.problems import Exit
from ecosystem.server.home import Home
from ecosystem.store import Settings

pytestmark = pytest.mark.neo4j


@pytest.fixture
def remembers_another(surroundings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the commands a state folder that remembers this server's port and process, and another graph behind it."""
    known, kept = Home(TEST_HOME), Home(tmp_path / "home")
    if not known.memory.exists():
        pytest.skip("the server of these tests is not a local one")
    kept.logs.mkdir(parents=True, mode=0o700)
    kept.console.write_bytes(known.console.read_bytes())
    kept.password.write_text(surroundings.password, encoding="utf-8")
    remembered = json.loads(known.memory.read_text(encoding="utf-8")) | {"identity": "the graph of another place"}
    kept.memory.write_text(json.dumps(remembered), encoding="utf-8")
    monkeypatch.setenv("ECOSYSTEM_HOME", str(kept.folder))
    for variable in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.delenv(variable)


@pytest.mark.fault(5)
def test_another_server_on_the_remembered_port_is_refused(
    keeping: Keeping, remembers_another: None, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = run(["apply", "--yes"])
    told = capsys.readouterr().err
    assert (ended, keeping.store.snapshot()) == (Exit.REFUSED, None)
    assert ("is not the one started here" in told, "fix:" in told, "Traceback" in told) == (True, True, False)


@pytest.mark.fault(5)
def test_a_graph_of_another_dataset_is_refused(kept: Keeping, capsys: pytest.CaptureFixture[str]) -> None:
    settings = kept.folder / "dataset.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"exampleton"', '"elsewhere"'), encoding="utf-8")
    ended = run(["apply", "--yes"])
    told = capsys.readouterr().err
    assert (ended, kept.store.snapshot(), kept.store.state().revision) == (Exit.REFUSED, kept.after, 1)
    assert ("this graph holds `exampleton`; the files are `elsewhere`" in told, "fix:" in told) == (True, True)
