"""The graph's content made anew from a register; the journal is kept and says so.

It needs nothing of the graph but the journal, so it also mends what no import can: rows twice, ends lost, a `:Dataset`
that a hand removed.
"""

from dataclasses import replace

from neo4j import Transaction

from ecosystem.model import LABELS, ROW_TYPES, Dataset
from ecosystem.plan import GraphState, Plan, difference
from ecosystem.problems import Conflict, EcosystemError, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import journal
from ecosystem.store.connection import Connection
from ecosystem.store.journal import Entry
from ecosystem.store.memory import check_memory
from ecosystem.store.reading import rows_of, state_of
from ecosystem.store.revisions.carrying import AfterBatch, carry_out, check_written
from ecosystem.store.revisions.imports import Applied
from ecosystem.store.revisions.revising import Revising, record, revise, time_for
from ecosystem.store.schema import restore
from ecosystem.store.writing import batches

WORK_PER_ROW = 3
"""Rows added that need the memory of one row removed and added again, measured."""

_OURS = ("Entity", "Body", "Statement", "Identifier", "Code", "Retired", *LABELS)


def rebuilding(connection: Connection, files: Snapshot) -> Plan:
    """Return what a rebuild from a register does; see `Store.rebuilding`."""
    with connection.reading() as tx:
        imports = journal.history(tx)
        if not imports:
            state_of(tx)
            raise EcosystemError("the graph is empty: there is nothing to rebuild", fix="use `ecosystem apply`")
        recorded = journal.recorded(tx, imports[-1].digest, None)
        assert recorded is not None  # noqa: S101 - an import leads to some content
        base = GraphState(recorded.dataset.id, imports[-1].revision, imports[-1].digest)
        base.must_hold(files.dataset.id)
        rows = list(rows_of(tx, *ROW_TYPES))
    dataset = next((row for row in rows if isinstance(row, Dataset)), recorded.dataset)
    graph = Snapshot.of((row for row in rows if not isinstance(row, Dataset)), dataset)
    changes, outside = difference(recorded, files), difference(recorded, graph)
    return Plan(base.dataset, base, changes, outside=outside, against="the journal of imports")


def rebuild(connection: Connection, plan: Plan, files: Snapshot, entry: Entry, after_batch: AfterBatch) -> Applied:
    """Make the graph's content anew; see `Store.rebuild`."""
    everything = difference(None, files)
    work = tuple(batches(everything, files))
    check_memory(connection, WORK_PER_ROW * len(everything))
    restored = _restored(connection)

    def check(tx: Transaction) -> None:
        last = journal.history(tx)[-1]
        if (last.revision, last.digest) != (plan.base.revision, plan.base.digest):
            raise Conflict("the graph was imported into since it was read; nothing was written", fix="try again")

    def write(tx: Transaction) -> None:
        _empty(tx, plan.dataset)
        one = journal.made(plan, replace(entry, kind="rebuild"))
        journal.write(tx, one, plan.base.digest, journal.in_parts(plan.changes))
        carry_out(tx, work, after_batch)
        record(tx, plan.dataset, one.revision, one.digest)
        check_written(tx, everything)

    revise(
        connection,
        Revising(plan.dataset, plan.sha256, entry.actor, check, write),
        time_for(WORK_PER_ROW * len(everything)),
    )
    restored += restore(connection)
    return Applied(plan.base.revision + 1, plan.target, restored=restored, **plan.counts)


def _restored(connection: Connection) -> tuple[str, ...]:
    """Restore constraints before what needs their indexes; one that rows twice prevent comes after."""
    try:
        return restore(connection)
    except Refused:
        return ()


def _empty(tx: Transaction, dataset: str) -> None:
    """Remove all that is ours but the journal and one `:Dataset`, whose lock we hold."""
    for cypher in (
        f"MATCH (n:{'|'.join(_OURS)}) DETACH DELETE n",
        "MATCH (d:Dataset) WHERE coalesce(d.id, '') <> $id DETACH DELETE d",
        "MATCH (d:Dataset) WITH d ORDER BY elementId(d) SKIP 1 DETACH DELETE d",
    ):
        tx.run(cypher, id=dataset).consume()
