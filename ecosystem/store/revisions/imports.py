"""Applying a plan: the whole plan in one transaction, or nothing.

A plan is made from what is recorded. Where a hand changed the graph since, the plan is carried out beside that, and
not where it would touch it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from neo4j import Transaction

from ecosystem.model import Entity, Fact, Identifier, Key, Row, Source, Statement, ends_of, key_of
from ecosystem.plan import Plan, rows_by_key
from ecosystem.problems import Conflict
from ecosystem.snapshot import Snapshot
from ecosystem.store import journal
from ecosystem.store.connection import Connection
from ecosystem.store.dependents import dependents
from ecosystem.store.journal import Entry
from ecosystem.store.memory import check_memory
from ecosystem.store.revisions.carrying import AfterBatch, carry_out, check_found, check_written, some
from ecosystem.store.revisions.revising import Revising, at_base, record, revise, time_for
from ecosystem.store.schema import restore
from ecosystem.store.writing import batches


@dataclass(frozen=True, slots=True)
class Applied:
    """What an apply did: the revision the graph is at, its digest, the rows changed, the schema restored before."""

    revision: int
    digest: str
    added: int
    changed: int
    removed: int
    restored: tuple[str, ...] = ()


def apply(
    connection: Connection,
    plan: Plan,
    graph: Snapshot | None,
    entry: Entry,
    after_batch: AfterBatch,
    seconds: float | None,
) -> Applied:
    """Apply a plan to the graph as it was read; see `Store.apply`."""

    def write(tx: Transaction) -> None:
        journal.write(tx, journal.made(plan, entry), plan.base.digest, journal.in_parts(plan.changes))
        check_found(tx, plan.changes)
        carry_out(tx, work, after_batch)
        record(tx, plan.dataset, plan.base.revision + 1, plan.target)
        check_written(tx, plan.changes)

    check = at_base(plan.dataset, plan.base, plan.sha256)
    with connection.reading() as tx:
        check(tx)
        recorded = journal.recorded(tx, plan.base.digest, graph)
    after = _after(plan, recorded, graph)
    work = tuple(batches(plan.changes, after, dependents(graph, after, plan.changes)))
    rows = sum(len(batch.rows) for batch in work)
    check_memory(connection, rows)
    restored = restore(connection)
    if plan.is_empty:
        return Applied(plan.base.revision, plan.base.digest, restored=_told(plan, restored), **plan.counts)
    revise(connection, Revising(plan.dataset, plan.sha256, entry.actor, check, write), seconds or time_for(rows))
    return Applied(plan.base.revision + 1, plan.target, restored=_told(plan, restored), **plan.counts)


def _told(plan: Plan, restored: tuple[str, ...]) -> tuple[str, ...]:
    """What the first import creates was not lost before."""
    return restored if plan.base.revision else ()


def _after(plan: Plan, recorded: Snapshot | None, graph: Snapshot | None) -> Snapshot:
    """Return the graph after the plan; `Conflict` where the plan does not fit what is recorded, or the graph."""
    after = plan.applied_to(recorded)
    if graph is recorded:
        return after
    _check_outside(plan, rows_by_key(graph))
    return plan.applied_to(graph)


def _check_outside(plan: Plan, found: Mapping[Key, Row]) -> None:
    """Rows of the graph that a hand changed are not written over, and no row is left without its ends."""
    clash = [change.row.id for change in plan.changes if found.get(key_of(change.row)) != change.before]
    if clash := clash or list(_torn(plan, found)):
        raise Conflict(
            f"{some(list(dict.fromkeys(clash)))} in the graph was changed outside an import; nothing was written",
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
