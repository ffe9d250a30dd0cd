"""The graph in a Neo4j: read as a snapshot, brought to a plan, asked in Cypher."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ecosystem.plan import Change, GraphState, Plan, difference
from ecosystem.problems import Conflict, EcosystemError, NotFound
from ecosystem.snapshot import Snapshot
from ecosystem.store import console, journal
from ecosystem.store.connection import Connection, connected
from ecosystem.store.console import Answer, Limits
from ecosystem.store.glance import Glance
from ecosystem.store.journal import Entry, Import
from ecosystem.store.reading import held, snapshot_of, state_of
from ecosystem.store.revisions import forgetting, imports, rebuilding, restoring
from ecosystem.store.revisions.archive import Backup
from ecosystem.store.revisions.forgetting import Forgotten
from ecosystem.store.revisions.imports import Applied
from ecosystem.store.revisions.revising import at_base
from ecosystem.store.safety import Explained
from ecosystem.store.schema import missing_rules
from ecosystem.store.settings import Settings

READINGS = 5

LOAD = "load the data with `ecosystem apply`"
"""The next step where a graph is empty."""


@contextmanager
def connect(settings: Settings) -> Iterator["Store"]:
    """Open the graph at an address, and close the connection at the end.

    `DatabaseUnreachable` within ten seconds where there is none or the login is refused; `Refused` for a server that
    is not supported or has not the identity expected.
    """
    with connected(settings) as connection:
        yield Store(connection)


def _nothing(_: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Store:
    """An open connection to the graph. Open it with `connect`."""

    connection: Connection

    def identity(self) -> str:
        """Return what tells this database from any other."""
        return self.connection.identity

    def state(self) -> GraphState:
        """Return whose graph it is, its revision and recorded digest, and what constraints it lacks.

        `Refused` where the database holds nodes that no import wrote.
        """
        with self.connection.reading() as tx:
            state = state_of(tx)
            missing = missing_rules(tx) if state.revision else ()
        return replace(state, missing=tuple(rule.name for rule in missing))

    def snapshot(self) -> Snapshot | None:
        """Return the whole graph as a snapshot, of one revision; None where it is empty."""
        for _ in range(READINGS):
            with self.connection.reading() as tx:
                before = state_of(tx)
                snapshot = snapshot_of(tx)
                if state_of(tx) == before:
                    return snapshot
        raise Conflict("the graph is being imported into while it is read", fix="try again when the import is done")

    @contextmanager
    def asking(self, seconds: float = console.DEFAULT_LIMITS.seconds) -> Iterator[Glance]:
        """Open the graph to be asked one question, without reading all of it, within a time limit.

        `EcosystemError` where it is empty, `Refused` where the database holds nodes that no import wrote.
        """
        with self.connection.reading(seconds) as tx:
            found = held(tx)
            if found is None:
                raise EcosystemError("the graph is empty", fix=LOAD)
            yield Glance(tx, found)

    def recorded(self, graph: Snapshot | None) -> Snapshot | None:
        """Return the content that all imports lead to: the graph itself, read as `graph`, unless a hand changed it."""
        with self.connection.reading() as tx:
            return journal.recorded(tx, state_of(tx).digest, graph)

    def recorded_at(self, recorded: Snapshot, revision: int) -> Snapshot:
        """Return the content as it was at a revision, by taking the later imports back from what is `recorded` now.

        `NotFound` where there is no such revision, `Refused` for revision 0 and where a person was forgotten since,
        `Conflict` where something was imported since `recorded` was read.
        """
        with self.connection.reading() as tx:
            return journal.recorded_at(tx, recorded, revision)

    def changes_outside(self, graph: Snapshot | None) -> tuple[Change, ...]:
        """Return what was changed in the graph, read as `graph`, that no import changed."""
        return difference(self.recorded(graph), graph)

    def apply(
        self,
        plan: Plan,
        graph: Snapshot | None,
        entry: Entry,
        after_batch: Callable[[int], None] = _nothing,
        seconds: float | None = None,
    ) -> Applied:
        """Apply a plan made from what is recorded to the graph, read as `graph`: the whole plan in one transaction.

        What a hand changed in the graph stays as it is. `Conflict`, and nothing written, where the plan touches such
        a row, the graph has moved since the plan, or another import holds it; `Refused` for another dataset or too
        little memory; `DatabaseUnreachable` after `seconds`, by default enough for the plan's rows. `after_batch` is
        called with the number of each batch once it is written.
        """
        return imports.apply(self.connection, plan, graph, entry, after_batch, seconds)

    def must_be_at_base_of(self, plan: Plan) -> None:
        """Raise a `Conflict` where the graph has moved since a plan was made, or has taken it already."""
        with self.connection.reading() as tx:
            at_base(plan.dataset, plan.base, plan.sha256)(tx)

    def forget(self, person_id: str, entry: Entry, after_batch: Callable[[int], None] = _nothing) -> Forgotten:
        """Take a person out of the graph and of the record of every import, in one transaction of its own revision.

        Posts stay, vacant. `Refused`, and nothing written, while any other cell names the person; `NotFound` where
        neither graph nor record knows the id; `UsageError` where it is not a person's; `Conflict` as in `apply`.
        """
        graph = self.snapshot()
        if graph is None:
            raise NotFound("the graph is empty: there is nobody to forget", fix=LOAD)
        return forgetting.forget(self.connection, graph, person_id, entry, after_batch)

    def backup(self) -> Backup:
        """Return a backup of what the imports lead to, and of the imports; what a hand changed is not in it.

        The same graph gives the same bytes. `EcosystemError` where the graph is empty, `Conflict` where something is
        imported meanwhile, `Refused` where a hand damaged the journal.
        """
        graph = self.snapshot()
        if graph is None:
            raise EcosystemError("the graph is empty: there is nothing to back up", fix=LOAD)
        return restoring.backed_up(self.connection, graph)

    def restore(self, backup: Backup, after_batch: Callable[[int], None] = _nothing) -> None:
        """Write a backup, content and history, into an empty graph, in one transaction; compared before its end.

        `Refused` where the graph is not empty, or too little memory is there.
        """
        restoring.bring_back(self.connection, backup, after_batch)

    def rebuilding(self, files: Snapshot) -> Plan:
        """Return what `rebuild` would do: what the register changes in what is recorded, and what is lost, `outside`.

        `Refused` for another dataset and where a hand damaged the journal, which a rebuild keeps.
        """
        return rebuilding.rebuilding(self.connection, files)

    def rebuild(
        self, plan: Plan, files: Snapshot, entry: Entry, after_batch: Callable[[int], None] = _nothing
    ) -> Applied:
        """Make the graph's content anew from a register, as `rebuilding` planned it, in one transaction.

        What a hand changed is lost, also relationships of other types to our rows; other nodes, and the journal, stay.
        """
        return rebuilding.rebuild(self.connection, plan, files, entry, after_batch)

    def applied_as(self, sha256: str) -> int:
        """Return the revision that the plan of that sha256 became; 0 where it was never applied."""
        with self.connection.reading() as tx:
            return journal.find(tx, sha256)

    def history(self) -> tuple[Import, ...]:
        """Return the imports, the first one first."""
        with self.connection.reading() as tx:
            return journal.history(tx)

    def plan_of(self, revision: int) -> Plan:
        """Return the plan that became a revision; `NotFound` where there is none."""
        with self.connection.reading() as tx:
            return journal.plan_of(tx, revision)

    def read(
        self, query: str, parameters: Mapping[str, object] | None = None, limits: Limits = console.DEFAULT_LIMITS
    ) -> Answer:
        """Return the answer to one Cypher query that only reads, as plain values; see `console.read`."""
        return console.read(self.connection, query, parameters or {}, limits)

    def explain(self, query: str, parameters: Mapping[str, object] | None = None) -> Explained:
        """Return what Neo4j would do for a query, without doing it; a parameter not given is among its remarks."""
        return console.explain(self.connection, query, parameters or {})
