"""The graph a command speaks to: the server that `NEO4J_URI` names, else the local one, started if it has to be."""

import getpass
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ecosystem import server
from ecosystem.connecting import connected, whole
from ecosystem.dates import spoken
from ecosystem.model import Dataset
from ecosystem.problems import DatabaseUnreachable, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Glance, Kind, Store
from ecosystem.terminal import progress, say, warn

WRITABLE = "run `ecosystem db stop`: the next command starts it so that it can be written"
"""The way back from a local database that takes no writes."""


@dataclass(frozen=True, slots=True)
class Graph:
    """An open graph and what to call it in answers."""

    store: Store
    origin: str

    def snapshot(self) -> Snapshot:
        """Return the whole graph, named on standard error; an error with the next step where it is empty."""
        snapshot = whole(self.store)
        self._name(snapshot.dataset)
        return snapshot

    @contextmanager
    def asking(self) -> Iterator[Glance]:
        """Open the graph to be asked one question, without reading all of it; named as for `snapshot`."""
        with self.store.asking() as glance:
            self._name(glance.dataset)
            yield glance

    def called(self, dataset: Dataset, revision: int = 0) -> str:
        """Return what an answer calls it: "Leeds (the local graph at revision 3)"."""
        return f"{dataset.title} ({self.origin}{f' at revision {revision}' if revision else ''})"

    def _name(self, dataset: Dataset) -> None:
        say(f"Data: {dataset.title}, as of {spoken(dataset.as_of)}, from {self.origin}.")


@contextmanager
def open_graph(*, writing: bool = False) -> Iterator[Graph]:
    """Open the graph at `NEO4J_URI`, or the local one, which is started if it does not run and goes on running.

    `Refused` where it is to be opened for `writing` and the local one takes no writes.
    """
    with connected(_local_to_write if writing else start_local) as (store, origin):
        yield Graph(store, origin)


def _local_to_write() -> server.Server:
    local = start_local()
    if local.read_only:
        raise Refused("the local database is read-only, since `ecosystem db browser --read-only`", fix=WRITABLE)
    return local


def start_local(*, read_only: bool | None = None) -> server.Server:
    """Return the local server, started if it does not run, and again if it is not `read_only` as asked; all is said."""
    known = server.status()
    if known.server is None:
        if not known.installed:
            raise DatabaseUnreachable("Neo4j is not fetched yet", fix="fetch it with `ecosystem db install`, once")
        say("Starting the local Neo4j; it goes on running until `ecosystem db stop` …")
    elif read_only not in {None, known.read_only}:
        say(f"Starting the local Neo4j again, {'read-only' if read_only else 'so that it can be written'} …")
    local = server.start(read_only=read_only)
    if known.server is None and local.read_only and not read_only:
        warn(f"it was read-only when it ended, and is so again. To change that, {WRITABLE}.")
    for note in local.notes:
        say(note)
    return local


def fetch(jars: Path | None = None) -> int:
    """Bring Neo4j's program files, saying so, and return how many were missing."""
    if server.installed() and not server.missing():
        return 0
    say("Fetching Neo4j (about 150 MB) …" if jars is None else f"Taking Neo4j from {jars} …")
    with progress("Neo4j") as report:
        count = server.install(jars, report)
    say(f"{count} files fetched, every sum checked.")
    return count


def entry(files: Sequence[str], kind: Kind = "import") -> Entry:
    """Return what the journal keeps of who runs this program, now, with which files."""
    return Entry(_actor(), datetime.now(UTC).replace(microsecond=0), tuple(files), kind)


def _actor() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
