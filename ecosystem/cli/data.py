"""Which data a command reads: what `--data` says, else the nearest dataset, else Leeds; always said."""

import os
from dataclasses import dataclass
from pathlib import Path

from ecosystem.cli.options import Asked
from ecosystem.dates import spoken
from ecosystem.model import BASES
from ecosystem.problems import UsageError
from ecosystem.snapshot import Snapshot, View
from ecosystem.tables import VARIABLE, Register, find_dataset, load
from ecosystem.terminal import say

GRAPH = "graph"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The data chosen: its snapshot, what it was read from in words, and the view asked for."""

    snapshot: Snapshot
    origin: str
    view: View


def register_chosen(data: str) -> Register:
    """Return the dataset of files that `--data` or the place chooses, named on standard error."""
    if _is_graph(data):
        raise UsageError("this command reads files, not the graph", fix="name a folder with --data")
    if data:
        register, why = load(data), "--data names it"
    else:
        choice = find_dataset(Path.cwd())
        register, why = load(str(choice.folder)), choice.why
    dataset = register.snapshot.dataset
    say(f"Data: {dataset.title}, as of {spoken(dataset.as_of)}, from {origin_of(register)} ({why}).")
    return register


def _is_graph(data: str) -> bool:
    return (data or os.environ.get(VARIABLE)) == GRAPH


def files_chosen(data: str) -> Register:
    """Return the dataset chosen, where it is files that can be written; a git revision is not."""
    register = register_chosen(data)
    if register.revision:
        raise UsageError("a git revision cannot be written", fix="name a folder with --data")
    return register


def origin_of(register: Register) -> str:
    """Return what a dataset was read from, in words."""
    folder = f"the folder {register.folder.resolve().name}"
    return f"git revision {register.revision} of {folder}" if register.revision else folder


def choose(asked: Asked) -> Chosen:
    """Return the data that options choose, and the view of it on the day and bases asked for."""
    if _is_graph(asked.data):
        snapshot, origin = _graph_snapshot()
    else:
        register = register_chosen(asked.data)
        snapshot, origin = register.snapshot, origin_of(register)
    return Chosen(snapshot, origin, snapshot.on(asked.day(snapshot.default_day), asked.bases or BASES))


def _graph_snapshot() -> tuple[Snapshot, str]:
    from ecosystem.cli.graph import open_graph  # noqa: PLC0415 - the driver is imported only where a graph is read

    with open_graph() as graph:
        return graph.snapshot(), graph.origin
