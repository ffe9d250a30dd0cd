"""The graph into a backup, and a backup into an empty graph: content and history, whole and compared, or nothing."""

from collections.abc import Iterator

from neo4j import Transaction

from ecosystem.plan import EMPTY_DIGEST, GraphState, difference
from ecosystem.problems import Conflict, DataProblems, Refused, quoted
from ecosystem.snapshot import Snapshot
from ecosystem.store import journal
from ecosystem.store.connection import Connection
from ecosystem.store.journal import Import
from ecosystem.store.memory import check_memory
from ecosystem.store.reading import state_of
from ecosystem.store.revisions.archive import Backup, Part, packed, read_backup
from ecosystem.store.revisions.carrying import AfterBatch, carry_out, check_written
from ecosystem.store.revisions.revising import Revising, at_base, record, revise, time_for
from ecosystem.store.schema import restore
from ecosystem.store.writing import batches

ACTOR = "a restore"
KEPT_CHANGES_PER_ROW = 4
"""Changes of the journal, which are text, that need the memory of one row beyond those of a first import."""


def backed_up(connection: Connection, graph: Snapshot) -> Backup:
    """Return a backup of what the imports lead to, read back as a restore reads it; `graph` is the graph as read."""
    with connection.reading() as tx:
        state, imports = state_of(tx), journal.history(tx)
        recorded = journal.recorded(tx, state.digest, graph) or graph
        data = packed(recorded, imports, _parts(tx, imports))
        if state_of(tx) != state:
            raise Conflict("the graph was imported into while it was read", fix="try again when the import is done")
    try:
        return read_backup(data, "")
    except DataProblems:
        raise journal.damaged() from None


def _parts(tx: Transaction, imports: tuple[Import, ...]) -> Iterator[Part]:
    for one in imports:
        for position, part in journal.parts(tx, one.revision):
            yield one.revision, position, journal.changes_of(part)


def bring_back(connection: Connection, backup: Backup, after_batch: AfterBatch) -> None:
    """Write a backup into an empty graph; see `Store.restore`."""
    with connection.reading() as tx:
        _must_be_empty(state_of(tx))
    snapshot, imports = backup.snapshot, backup.imports
    changes = difference(None, snapshot)
    work = tuple(batches(changes, snapshot))
    kept = sum(one.added + one.changed + one.removed for one in imports)
    check_memory(connection, len(changes) + max(kept - len(changes), 0) // KEPT_CHANGES_PER_ROW)
    restore(connection)

    def write(tx: Transaction) -> None:
        _write_journal(tx, backup)
        carry_out(tx, work, after_batch)
        record(tx, snapshot.dataset.id, imports[-1].revision, imports[-1].digest)
        check_written(tx, changes)
        if journal.history(tx) != imports:
            raise Conflict("the history was not written as the backup has it; nothing was written", fix="try again")

    check = at_base(snapshot.dataset.id, GraphState(), imports[-1].sha256)
    revising = Revising(snapshot.dataset.id, imports[-1].sha256, ACTOR, check, write)
    revise(connection, revising, time_for(len(changes) + kept))


def _must_be_empty(state: GraphState) -> None:
    if state.revision:
        raise Refused(
            f"this graph holds {quoted(state.dataset)} at revision {state.revision}; "
            "a backup is restored into an empty graph only",
            fix="give it a graph of its own: another folder in ECOSYSTEM_HOME, or another NEO4J_URI",
        )


def _write_journal(tx: Transaction, backup: Backup) -> None:
    before = EMPTY_DIGEST
    for one in backup.imports:
        journal.write(tx, one, before)
        before = one.digest
    for revision, position, changes in backup.parts():
        journal.keep(tx, revision, position, journal.part_of(changes))
