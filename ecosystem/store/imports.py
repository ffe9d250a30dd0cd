"""Applying a plan: the whole plan in one transaction, or nothing.

Under a write lock on `:Dataset`, which ends with its transaction, the graph must still be at the plan's revision. What
the plan touches is compared before and read back after; the journal is written in the same transaction.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from neo4j import Transaction
from neo4j.exceptions import DriverError, Neo4jError

from ecosystem.model import FORMAT, Entity, Fact, Identifier, Row, Source, Statement, ends_of
from ecosystem.plan import EMPTY_DIGEST, PLAN_AGAIN, Change, Key, Plan, key_of, rows_by_key
from ecosystem.problems import Conflict, DatabaseUnreachable, quoted
from ecosystem.snapshot import Snapshot
from ecosystem.store import journal
from ecosystem.store.connection import Connection
from ecosystem.store.dependents import dependents
from ecosystem.store.failures import DEADLOCK, LOCKED, LOST, TIMED_OUT, reason_of, translated
from ecosystem.store.holder import HeldElsewhere, held
from ecosystem.store.journal import Entry
from ecosystem.store.memory import check_memory
from ecosystem.store.reading import rows_touched, state_of
from ecosystem.store.schema import restore
from ecosystem.store.writing import Batch, batches

ATTEMPTS = 4
FIRST_PAUSE_SECONDS = 0.25
LEAST_SECONDS = 60.0
ROWS_PER_SECOND = 1_000
QUOTED_ROWS = 3

AfterBatch = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Applied:
    """What an apply did: the revision the graph is at, its digest, the rows changed, the schema restored before."""

    revision: int
    digest: str
    added: int
    changed: int
    removed: int
    restored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """Everything one attempt needs, made once."""

    plan: Plan
    entry: Entry
    batches: tuple[Batch, ...]
    after_batch: AfterBatch

    @property
    def seconds(self) -> float:
        return LEAST_SECONDS + sum(len(batch.rows) for batch in self.batches) / ROWS_PER_SECOND


def apply(
    connection: Connection,
    plan: Plan,
    graph: Snapshot | None,
    entry: Entry,
    after_batch: AfterBatch,
    seconds: float | None,
) -> Applied:
    """Apply a plan to the graph it was made from; see `Store.apply`."""
    with connection.reading() as tx:
        _check_base(tx, plan)
        recorded = journal.recorded(tx, plan.base.digest, graph)
    after = plan.applied_to(recorded)
    if graph is not recorded:
        _check_outside(plan, rows_by_key(graph))
        after = plan.applied_to(graph)
    work = _Work(plan, entry, tuple(batches(plan.changes, after, dependents(graph, after, plan.changes))), after_batch)
    check_memory(connection, sum(len(batch.rows) for batch in work.batches))
    restored = restore(connection)
    if not plan.is_empty:
        _attempts(connection, work, seconds or work.seconds)
    revision, digest = (
        (plan.base.revision, plan.base.digest) if plan.is_empty else (plan.base.revision + 1, plan.target)
    )
    return Applied(revision, digest, restored=() if not plan.base.revision else restored, **plan.counts)


def _check_outside(plan: Plan, found: Mapping[Key, Row]) -> None:
    """Rows of the graph that a hand changed are not written over, and no row is left without its ends."""
    clash = [change.row.id for change in plan.changes if found.get(key_of(change.row)) != change.before]
    if clash := clash or list(_torn(plan, found)):
        raise Conflict(
            f"{_some(list(dict.fromkeys(clash)))} in the graph was changed outside an import; nothing was written",
            fix="see the change with `ecosystem plan` and take it over into the files, or undo it by hand",
        )


def _torn(plan: Plan, found: Mapping[Key, Row]) -> Iterator[str]:
    """Yield the ends that a hand removed and the plan needs, and the rows that a hand put on what the plan removes."""
    after = {**found, **{key_of(change.row): change.after for change in plan.changes}}
    nodes = {row.id for row in after.values() if isinstance(row, Entity | Source)}
    for key, row in after.items():
        for end in _ends(row):
            if end and end not in nodes:
                yield key[1] if key in found else end


def _ends(row: Row | None) -> tuple[str, ...]:
    if isinstance(row, Identifier):
        return (row.entity,)
    return ends_of(row) if isinstance(row, Entity | Fact | Statement) else ()


def _attempts(connection: Connection, work: _Work, seconds: float) -> None:
    """A deadlock is tried again; after a lost reply the plan may be in the graph already, and then that is enough."""
    lost = False
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _attempt(connection, work, seconds, committed_is_fine=lost)
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


def _attempt(connection: Connection, work: _Work, seconds: float, *, committed_is_fine: bool) -> None:
    purpose = {"ecosystem": "import", "actor": work.entry.actor, "plan": work.plan.sha256[:12]}
    with connection.writing(seconds, purpose) as tx:
        _lock(tx, work.plan.dataset)
        if journal.find(tx, work.plan.sha256) and committed_is_fine:
            return
        _check_base(tx, work.plan)
        journal.write(tx, work.plan, work.entry)
        _write(tx, work)
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


def _check_base(tx: Transaction, plan: Plan) -> None:
    state = state_of(tx)
    state.must_hold(plan.dataset)
    if revision := journal.find(tx, plan.sha256):
        raise Conflict(f"this plan ({plan.sha256[:12]}) was applied before, as revision {revision}", fix=PLAN_AGAIN)
    if (state.revision, state.digest) != (plan.base.revision, plan.base.digest):
        raise Conflict(
            f"the plan ({plan.sha256[:12]}) was made from revision {plan.base.revision}; "
            f"the graph is at revision {state.revision}",
            fix=PLAN_AGAIN,
        )


def _write(tx: Transaction, work: _Work) -> None:
    changes = work.plan.changes
    _compare(
        tx, changes, {change.before for change in changes if change.before is not None}, "is not as the plan found it"
    )
    for number, batch in enumerate(work.batches, start=1):
        _run(tx, batch)
        work.after_batch(number)
    _record(tx, work.plan)
    _compare(
        tx, changes, {change.after for change in changes if change.after is not None}, "was not written as planned"
    )


def _compare(tx: Transaction, changes: tuple[Change, ...], expected: set[Row], what: str) -> None:
    differing = rows_touched(tx, changes) ^ expected
    if differing:
        ids = sorted({row.id for row in differing})
        raise Conflict(f"{_some(ids)} in the graph {what}; nothing was written", fix=PLAN_AGAIN)


def _run(tx: Transaction, batch: Batch) -> None:
    result = tx.run(batch.step.cypher, rows=batch.rows)
    record = result.single()
    reached = record["reached"] if record else 0
    counters = result.consume().counters
    counted = {counter: getattr(counters, counter) for counter in batch.expected}
    if reached != len(batch.rows) or counted != batch.expected:
        raise Conflict(
            f"a batch to {batch.step.words} reached {reached:,} of {len(batch.rows):,}; nothing was written",
            fix=PLAN_AGAIN,
        )


def _record(tx: Transaction, plan: Plan) -> None:
    note = "MATCH (d:Dataset {id: $id}) SET d.revision = $revision, d.digest = $digest, d.format = $format"
    tx.run(note, id=plan.dataset, revision=plan.base.revision + 1, digest=plan.target, format=FORMAT).consume()


def _some(ids: list[str]) -> str:
    shown = ", ".join(map(quoted, ids[:QUOTED_ROWS]))
    return f"{shown} and {len(ids) - QUOTED_ROWS:,} more" if len(ids) > QUOTED_ROWS else shown
