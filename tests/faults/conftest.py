"""A register of Exampleton in a folder of its own, kept in a graph."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from faults.keeping import Keeping
from store.bringing import bring

from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store
from ecosystem.tables import write_dataset


@pytest.fixture(scope="session")
def entry() -> Entry:
    """Return an officer, a day and a file."""
    return Entry("an officer", datetime(2024, 3, 6, 9, 30, tzinfo=UTC), ("memberships.csv",))


@pytest.fixture
def surroundings(empty_graph: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Point the commands to the tests' database."""
    monkeypatch.setenv("NEO4J_URI", empty_graph.uri)
    monkeypatch.setenv("NEO4J_USERNAME", empty_graph.username)
    monkeypatch.setenv("NEO4J_PASSWORD", empty_graph.password)
    return empty_graph


@pytest.fixture
def keeping(
    surroundings: Settings, store: Store, exampleton: Snapshot, entry: Entry, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Keeping:  # fmt: skip
    """Return a register that nobody has imported yet; commands run in its folder."""
    folder = tmp_path / "register"
    folder.mkdir()
    write_dataset(exampleton, folder)
    monkeypatch.chdir(folder)
    return Keeping(folder, store, entry, None, exampleton)


@pytest.fixture
def kept(keeping: Keeping) -> Keeping:
    """Return a register that the graph holds."""
    bring(keeping.store, keeping.after, keeping.entry)
    return keeping
