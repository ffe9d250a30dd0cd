"""Which data a command reads: what `--data` says, else the nearest dataset, else Leeds; always said."""

from dataclasses import dataclass
from pathlib import Path

from ecosystem.cli.options import Asked
from ecosystem.dates import spoken
from ecosystem.model import BASES
from ecosystem.problems import Refused, UsageError
from ecosystem.snapshot import Snapshot, View
from ecosystem.tables import GIT, Choice, Register, find_dataset, is_graph, load
from ecosystem.terminal import say


@dataclass(frozen=True, slots=True)
class Chosen:
    """The data chosen: its snapshot, its title and what it was read from in words, and the view asked for."""

    snapshot: Snapshot
    origin: str
    view: View


def register_chosen(data: str) -> Register:
    """Return the dataset of files that `--data` or the place chooses, named on standard error."""
    choice = files_choice(data)
    register = load(str(choice.folder)) if not data else load(data)
    dataset = register.snapshot.dataset
    say(f"Data: {dataset.title}, as of {spoken(dataset.as_of)}, from {register.origin} ({choice.why}).")
    return register


def files_choice(data: str) -> Choice:
    """Return which files `--data` or the place chooses, and why; `UsageError` where that is the graph."""
    if is_graph(data):
        raise UsageError("this command reads files, not the graph", fix="name a folder with --data")
    return Choice(Path(data), "--data names it") if data else find_dataset(Path.cwd())


def files_chosen(data: str) -> Register:
    """Return the dataset chosen, where it is files that can be written; a git revision is not."""
    _refuse_revision(files_choice(data))
    return register_chosen(data)


def _refuse_revision(choice: Choice) -> None:
    if str(choice.folder).startswith(GIT):
        raise UsageError("a git revision cannot be written", fix="name a folder with --data")


def folder_to_write(data: str) -> Path:
    """Return the folder of the dataset chosen, where it is one's own; a git revision or the shipped data is not."""
    choice = files_choice(data)
    _refuse_revision(choice)
    if choice.is_shipped:
        fix = "copy it first with `ecosystem init FOLDER --copy`, then name FOLDER with --data"
        raise Refused("the data that is shipped is no register of yours to change", fix=fix)
    return choice.folder


def choose(asked: Asked) -> Chosen:
    """Return the data that options choose, and the view of it on the day and bases asked for."""
    if is_graph(asked.data):
        snapshot, origin = _graph_snapshot()
    else:
        register = register_chosen(asked.data)
        snapshot, origin = register.snapshot, register.called
    day = asked.day(snapshot.default_day)
    return Chosen(snapshot, origin, snapshot.on(day, asked.bases or BASES, named=bool(asked.bases)))


def _graph_snapshot() -> tuple[Snapshot, str]:
    from ecosystem.cli.graph import open_graph  # noqa: PLC0415 - the driver is imported only where a graph is read

    with open_graph() as graph:
        snapshot = graph.snapshot()
        return snapshot, graph.called(snapshot.dataset)
