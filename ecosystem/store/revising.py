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
    """What makes a revision: whose graph, the state it was made from, its sha256, who asks, and all that it writes."""

    dataset: str
    base: GraphState
    sha256: str
    actor: str
    write: Callable[[Transaction], None]

    def check(self, tx: Transaction) -> None:
        """Raise a `Conflict` where the graph is not at the base or holds this revision, `Refused` for another dataset.

        A graph that is empty may become any dataset's.
        """
        state = state_of(tx)
        state.must_hold(self.dataset)
        if revision := journal.find(tx, self.sha256):
            raise Conflict(f"this plan ({self.sha256[:12]}) was applied before, as revision {revision}", fix=PLAN_AGAIN)
        if (state.revision, state.digest) != (self.base.revision, self.base.digest):
            raise Conflict(
                f"the plan ({self.sha256[:12]}) was made from revision {self.base.revision}; "
                f"the graph is at revision {state.revision}",
                fix=PLAN_AGAIN,
            )


def time_for(rows: int) -> float:
    """Return the seconds after which writing so many rows is given up."""
    return LEAST_SECONDS + rows / ROWS_PER_SECOND


def revise(connection: Connection, revising: Revising, seconds: float) -> None:
    """Make the revision, whole or not at all.

    A deadlock is tried again; after a lost reply the revision may be in the graph already, and then that is enough.
    """
    lost = False
    for attempt in range(1, ATTEMPTS + 1):
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
    return None


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
