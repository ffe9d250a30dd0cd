"""The command line, a graph with Exampleton in it, and what nobody may touch."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.conftest import ecosystem, nowhere  # noqa: F401 - pytest finds fixtures by their names
from conftest import ByHand
from store.conftest import entry  # noqa: F401 - the same

from ecosystem.store import Settings, Store

SECRET = "canary-in-a-file"


@dataclass(frozen=True)
class Canaries:
    """A file that nobody may read or change, and a port on which nobody may knock."""

    file: Path
    listeners: tuple[socket.socket, ...]
    touched: int

    def fill(self, form: str) -> str:
        """Return a text with the file's address and path, and the port, in their places."""
        port = str(self.listeners[0].getsockname()[1])
        return form.replace("<file>", self.file.as_uri()).replace("<path>", str(self.file)).replace("<port>", port)

    def knocked(self) -> bool:
        """Tell whether anybody connected."""
        for listener in self.listeners:
            try:
                listener.accept()[0].close()
            except BlockingIOError:
                continue
            return True
        return False

    def assert_alive(self) -> None:
        """The file is as it was, and nobody knocked."""
        assert (self.file.read_text(encoding="utf-8"), self.file.stat().st_mtime_ns) == (SECRET, self.touched)
        assert not self.knocked()


@pytest.fixture
def canaries(tmp_path: Path) -> Iterator[Canaries]:
    """Yield a canary file and a canary port."""
    file = tmp_path / "canary.csv"
    file.write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as first:
        listeners = [first]
        if socket.has_ipv6:
            second = socket.socket(socket.AF_INET6)
            second.bind(("::1", first.getsockname()[1]))
            second.listen()
            listeners.append(second)
        for listener in listeners:
            listener.settimeout(0)
        yield Canaries(file, tuple(listeners), file.stat().st_mtime_ns)
        for listener in listeners:
            listener.close()


@dataclass(frozen=True)
class World:
    """A graph, and what is known of it: its content, how much there is, its names, indexes and constraints."""

    store: Store
    by_hand: ByHand

    def now(self) -> tuple[object, ...]:
        """Return everything that no query may change."""
        asked = (
            "MATCH (n) RETURN count(n) AS found",
            "MATCH ()-[r]->() RETURN count(r) AS found",
            "CALL db.labels() YIELD label RETURN label AS found ORDER BY found",
            "CALL db.relationshipTypes() YIELD relationshipType AS found RETURN found ORDER BY found",
            "CALL db.propertyKeys() YIELD propertyKey AS found RETURN found ORDER BY found",
        )
        schema = ("SHOW INDEXES YIELD name", "SHOW CONSTRAINTS YIELD name")
        snapshot = self.store.snapshot()
        assert snapshot is not None
        return (
            snapshot.digest,
            *([row["found"] for row in self.by_hand(query)] for query in asked),
            *(sorted(row["name"] for row in self.by_hand(query)) for query in schema),
        )


@pytest.fixture
def world(exampleton_graph: Store, by_hand: ByHand, neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch) -> World:
    """Point the commands to a graph that holds Exampleton, and return how to look at it."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return World(exampleton_graph, by_hand)
