"""Running the command line as a person does, in a folder of its own."""

import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ecosystem.cli import run
from ecosystem.snapshot import Snapshot
from ecosystem.store import Settings, connect
from ecosystem.tables import read_dataset

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


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


@pytest.fixture
def register(ecosystem: Ecosystem, graph: Settings, tmp_path: Path) -> Path:
    """Return a register of one's own whose graph is in step with it, at revision 1; commands run beside it."""
    folder = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    assert ecosystem("apply", "--data", folder, "--yes").code == 0
    return folder


def update(text: str, name: str = "update.csv") -> Path:
    """Write an update into the folder where commands run."""
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def graph_content(settings: Settings) -> Snapshot | None:
    """Return what the graph holds."""
    with connect(settings) as store:
        return store.snapshot()


def assert_in_step(folder: Path, settings: Settings) -> None:
    """Register and graph hold the same, and nothing half done lies about."""
    assert graph_content(settings) == read_dataset(folder).snapshot
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
