"""Running the command line as a person does, in a folder of its own."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ecosystem.cli import run
from ecosystem.store import Settings


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, its data, its talk."""

    code: int
    out: str
    err: str


Ecosystem = Callable[..., Ended]


@pytest.fixture
def ecosystem(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ecosystem:
    """Return a way to run `ecosystem …` in an empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def command(*arguments: object) -> Ended:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return command


@pytest.fixture
def graph(empty_graph: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Point the commands to an empty database."""
    monkeypatch.setenv("NEO4J_URI", empty_graph.uri)
    monkeypatch.setenv("NEO4J_USERNAME", empty_graph.username)
    monkeypatch.setenv("NEO4J_PASSWORD", empty_graph.password)
    return empty_graph


@pytest.fixture(params=["closed", "silent"])
def nowhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Point the commands to a port where nothing listens, or nothing answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        if request.param == "silent":
            listener.listen()
        port = listener.getsockname()[1]
        if request.param == "closed":
            listener.close()
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{port}")
        monkeypatch.setenv("NEO4J_PASSWORD", "canary-password")
        yield request.param
