"""The graph that is meant where none is named: the server at `NEO4J_URI`, else the local one, as far as it runs."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ecosystem import server
from ecosystem.problems import DatabaseUnreachable, EcosystemError
from ecosystem.snapshot import Snapshot
from ecosystem.store import LOAD, Settings, Store, connect, settings_from


def running() -> server.Server:
    """Return the local server, waiting while it starts; `DatabaseUnreachable` where it does not run."""
    if not server.status().running:
        fix = "start it with `ecosystem db start`, or set NEO4J_URI"
        raise DatabaseUnreachable("the local database does not run", fix=fix)
    return server.start()


@contextmanager
def connected(local: Callable[[], server.Server] = running) -> Iterator[tuple[Store, str]]:
    """Open the graph at `NEO4J_URI`, else that of the `local` server; yield it with what to call it in answers.

    `DatabaseUnreachable` where it cannot be reached, `Refused` where the local server is not the one started here.
    """
    settings = settings_from(os.environ)
    if settings is not None:
        with connect(settings) as store:
            yield store, f"the graph at {settings.uri}"
        return
    with _to_local(local()) as store:
        yield store, "the local graph"


@contextmanager
def _to_local(local: server.Server) -> Iterator[Store]:
    password = local.password_file.read_text(encoding="utf-8").strip()
    settings = Settings(local.bolt_uri, local.user, password, expected_identity=local.identity)
    try:
        with connect(settings) as store:
            if not local.identity:
                server.remember_identity(store.identity())
            yield store
    except DatabaseUnreachable as error:
        raise server.explained(error) from None


def whole(store: Store) -> Snapshot:
    """Return all that a graph holds; an error with the next step where it is empty."""
    snapshot = store.snapshot()
    if snapshot is None:
        raise EcosystemError("the graph is empty", fix=LOAD)
    return snapshot
