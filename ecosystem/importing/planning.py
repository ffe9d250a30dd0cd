"""What a plan is made from, and the plan that brings a graph to a register or a register back to what it was."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from ecosystem.model import Dataset, key_of
from ecosystem.plan import (
    Change,
    GraphState,
    Plan,
    accepted,
    difference,
    explained,
    plan,
    proposals,
    rows_by_key,
)
from ecosystem.problems import Conflict, quoted
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store
from ecosystem.tables import Update


@dataclass(frozen=True, slots=True)
class Standing:
    """What a plan is made from: what the graph says of itself, holds, and should hold by its journal.

    `outside` are the changes that no import made: they turn `recorded` into `graph`.
    """

    state: GraphState
    graph: Snapshot | None = None
    recorded: Snapshot | None = None
    outside: tuple[Change, ...] = ()


NOTHING = Standing(GraphState())
"""A graph that was never imported into."""


def standing(store: Store, dataset: str) -> Standing:
    """Return how a graph stands; `Refused` where it holds another dataset than this."""
    state = store.state()
    state.must_hold(dataset)
    graph = store.snapshot()
    recorded = store.recorded(graph)
    return Standing(state, graph, recorded, difference(recorded, graph))


def planned(standing: Standing, update: Update, accept: Collection[str] = (), against: str = "") -> Plan:
    """Return the plan that brings what is recorded to a register, with what it means and what follows from it.

    Only rows that `update` removes are removed. Proposals whose row ids are in `accept`, or all for `all`, become part
    of the plan; `UsageError` where there is no such proposal.
    """
    made = _plan(standing, update)
    after = update.snapshot
    if accept:
        after = accepted(after, proposals(after, made.changes), accept)
        made = _plan(standing, replace(update, snapshot=after))
    if not against:
        _must_be_known(standing.recorded, update)
    brought = after if update.register else None
    return replace(explained(made, standing.recorded), inputs=update.inputs, against=against, after=brought)


def _must_be_known(recorded: Snapshot | None, update: Update) -> None:
    """Raise a `Conflict` where an update changes what only the register says so far: no plan would tell of that."""
    was, known, becomes = map(rows_by_key, (update.register, recorded, update.snapshot))
    pending = [key for key, row in was.items() if row not in (becomes.get(key), known.get(key))]
    if pending:
        first = min(row_id for _, row_id in pending)
        raise Conflict(
            f"the update changes {quoted(first)}, of which the register says what the graph does not know yet",
            fix="bring the graph to the register first: `ecosystem apply`",
        )


def _plan(standing: Standing, update: Update) -> Plan:
    return plan(standing.recorded, update.snapshot, standing.state, standing.outside, update.removed, update.named)


def going_back(recorded: Snapshot, earlier: Snapshot) -> Update:
    """Return what turns a register into what it was; what the dataset says of itself stays as it is now."""
    rows = {key_of(row): row for row in earlier if not isinstance(row, Dataset)}
    gone = {key_of(row) for row in recorded if not isinstance(row, Dataset)} - rows.keys()
    return Update(Snapshot.of(rows.values(), recorded.dataset), {}, removed=frozenset(gone))
