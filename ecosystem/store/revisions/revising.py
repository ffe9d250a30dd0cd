"""One revision more: everything it does in one transaction under the write lock, tried again, with a definite end.

The lock on `:Dataset` ends with its transaction. Under it the graph must still be at the revision this one was made
from, and must not hold it already.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from neo4j import Transaction
from neo4j.exceptions import DriverError, Neo4jError

from ecosystem.model import FORMAT
from ecosystem.plan import EMPTY_DIGEST, PLAN_AGAIN, GraphState
from ecosystem.problems import Conflict, DatabaseUnreachable
from ecosystem.store import journal
from ecosystem.store.connection import Connection
from ecosystem.store.failures import DEADLOCK, LOCKED, LOST, TIMED_OUT, reason_of, translated
from ecosystem.store.holder import HeldElsewhere, held
from ecosystem.store.reading import state_of

ATTEMPTS = 4
FIRST_PAUSE_SECONDS = 0.25
LEAST_SECONDS = 60.0
ROWS_PER_SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Revising:
    """What makes a revision: whose graph, its sha256, who asks, what must hold under the lock, and all it writes."""

    dataset: str
    sha256: str
    actor: str
    check: Callable[[Transaction], None]
    write: Callable[[Transaction], None]


def at_base(dataset: str, base: GraphState, sha256: str) -> Callable[[Transaction], None]:
    """Return what must hold before a plan of that sha256 is applied: the graph is at its base and does not hold it yet.

    `Conflict` where it is not, `Refused` for another dataset. A graph that is empty may become any dataset's.
    """

    def check(tx: Transaction) -> None:
        state = state_of(tx)
        state.must_hold(dataset)
        if revision := journal.find(tx, sha256):
            raise Conflict(f"this plan ({sha256[:12]}) was applied before, as revision {revision}", fix=PLAN_AGAIN)
        if (state.revision, state.digest) != (base.revision, base.digest):
            raise Conflict(
                f"the plan ({sha256[:12]}) was made from revision {base.revision}; "
                f"the graph is at revision {state.revision}",
                fix=PLAN_AGAIN,
            )

    return check


def time_for(rows: int) -> float:
    """Return the seconds after which writing so many rows is given up."""
    return LEAST_SECONDS + rows / ROWS_PER_SECOND


def revise(connection: Connection, revising: Revising, seconds: float) -> None:
    """Make the revision, whole or not at all.

    A deadlock is tried again; after a lost reply the revision may be in the graph already, and then that is enough.
    """
    attempt, lost = 0, False
    while True:
        attempt += 1
        try:
            return _attempt(connection, revising, seconds, committed_is_fine=lost)
        except HeldElsewhere:
            raise held(connection) from None
        except LOST:
            lost = True
            if attempt == ATTEMPTS:
                raise _unknown_end(connection) from None
        except Neo4jError as error:
            if attempt == ATTEMPTS or reason_of(error) != DEADLOCK:
                raise translated(error, connection.place) from None
        except DriverError as error:
            raise translated(error, connection.place) from None
        time.sleep(FIRST_PAUSE_SECONDS * 2**attempt)


def _unknown_end(connection: Connection) -> DatabaseUnreachable:
    return DatabaseUnreachable(
        f"the connection to Neo4j at {connection.place} was lost; the import is in the graph whole or not at all",
        fix="when the database is back, `ecosystem plan` says which",
    )


def _attempt(connection: Connection, revising: Revising, seconds: float, *, committed_is_fine: bool) -> None:
    purpose = {"ecosystem": "import", "actor": revising.actor, "plan": revising.sha256[:12]}
    with connection.writing(seconds, purpose) as tx:
        _lock(tx, revising.dataset)
        if committed_is_fine and journal.find(tx, revising.sha256):
            return
        revising.check(tx)
        revising.write(tx)
        tx.commit()


_UNWRITTEN = {"revision": 0, "digest": EMPTY_DIGEST, "format": FORMAT}
"""How a dataset stands in its first import until all is written."""


def _lock(tx: Transaction, dataset: str) -> None:
    take = """
    MERGE (d:Dataset {id: $id}) ON CREATE SET d += $unwritten
    SET d.locked = true REMOVE d.locked
    """
    try:
        tx.run(take, id=dataset, unwritten=_UNWRITTEN).consume()
    except Neo4jError as error:
        if reason_of(error) in {LOCKED, *TIMED_OUT}:
            raise HeldElsewhere from None
        raise


def record(tx: Transaction, dataset: str, revision: int, digest: str) -> None:
    """Note on `:Dataset` the revision the graph is at and the digest recorded."""
    note = "MATCH (d:Dataset {id: $id}) SET d.revision = $revision, d.digest = $digest, d.format = $format"
    tx.run(note, id=dataset, revision=revision, digest=digest, format=FORMAT).consume()
