"""An import, whole: a register of files and its graph brought to a plan together, or neither.

The new tables are prepared beside the old ones, the graph takes the plan in one transaction, then the tables are put in
their place. Whatever is cut off between two of these steps, `settled` ends it the way the graph's journal says.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ecosystem.model import DATASET_FILE, Dataset, key_of
from ecosystem.plan import (
    PLAN_AGAIN,
    Change,
    GraphState,
    Plan,
    accepted,
    carried,
    difference,
    explained,
    forgetting,
    must_not_be_named,
    plan,
    proposals,
    rows_by_key,
    still_named,
)
from ecosystem.problems import Conflict, NotFound, Refused, UsageError, quoted
from ecosystem.snapshot import Snapshot
from ecosystem.store import Applied, Entry, Forgotten, Store
from ecosystem.tables import (
    Register,
    Update,
    changed_texts,
    drop,
    land,
    must_be_as_read,
    must_be_sound,
    pending,
    prepare,
    write_files,
)
from ecosystem.whole import write_whole


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


def _nothing(_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Steps:
    """What to call while an import is carried out: after each batch in the graph, after each step with the files."""

    after_batch: Callable[[int], None] = _nothing
    after_step: Callable[[str], None] = _nothing


def carried_out(
    store: Store, plan: Plan, graph: Snapshot | None, register: Register, entry: Entry, steps: Steps = Steps()
) -> Applied:
    """Bring a register and its graph, read as `graph`, to a plan; the caller holds the register (`held`).

    `Conflict` where either has moved since the plan was made, `Refused` where a safety rule says no: then neither is
    changed. After `DatabaseUnreachable` both are as before or as after, and `settled` says which.
    """
    if plan.against:
        fix = "make a plan against the graph: `ecosystem plan` without --against"
        raise Refused(f"this plan was made against {plan.against}, not against the graph", fix=fix)
    must_be_as_read(register)
    after = plan.after or _carried(register, plan)
    texts = changed_texts(register, after)
    if not texts:
        return store.apply(plan, graph, entry, steps.after_batch)
    must_be_sound(register, after)
    try:
        prepare(register.folder, texts, plan.sha256, steps.after_step)
        applied = store.apply(plan, graph, entry, steps.after_batch)
    except (Conflict, Refused, UsageError):
        drop(register.folder)
        raise
    steps.after_step("committed")
    _land(register.folder, applied, steps)
    return applied


def _carried(register: Register, plan: Plan) -> Snapshot:
    """Return a register after a plan; `Refused` where the plan is of another one, `Conflict` where that has moved."""
    mine = register.snapshot.dataset
    if plan.dataset != mine.id:
        fix = "name the folder of its register with --data"
        raise Refused(f"this plan is of {quoted(plan.dataset)}; the files are {quoted(mine.id)}", fix=fix)
    after = carried(register.snapshot, plan.changes)
    if after is None or after.dataset != mine:
        raise Conflict(f"{DATASET_FILE} says something else than when the plan was made", fix=PLAN_AGAIN)
    return after


def _land(folder: Path, applied: Applied, steps: Steps) -> None:
    try:
        land(folder, steps.after_step)
    except Refused as error:
        message = f"the graph has taken the plan as revision {applied.revision}, but its tables are not in place yet"
        raise Refused(f"{message}: {error.message}", fix="free some space, then run `ecosystem plan`") from None


def without(standing: Standing, register: Register, person: str) -> Mapping[str, str]:
    """Return the tables of a register that hold a person, without them, by file name, for `taken_out`.

    `NotFound` where neither register nor graph knows the id; `Refused` where other cells name the person: nothing is
    reworded in silence.
    """
    contents = [found for found in (register.snapshot, standing.recorded, standing.graph) if found is not None]
    known = [found for found in contents if person in found.entities] or contents[:1]
    changes = [forgetting(found, person) for found in known]
    must_not_be_named(cell for found in contents for cell in still_named(found, person))
    if known[0] is not register.snapshot:
        return {}
    after = carried(register.snapshot, changes[0])
    assert after is not None  # noqa: S101 - forgetting never takes the dataset's own row
    must_be_sound(register, after)
    return changed_texts(register, after)


def taken_out(store: Store, register: Register, texts: Mapping[str, str], person: str, entry: Entry) -> Forgotten:
    """Write the tables of a register `without` a person, then forget them in the graph; the caller holds the register.

    Where the graph refuses, the tables are as before. Should it be cut off between the two, doing it again ends it.
    """
    must_be_as_read(register)
    files = {name: (register.folder / name).resolve() for name in texts}
    before = {path: path.read_bytes() for path in files.values()}
    write_files(texts, register.folder)
    try:
        return store.forget(person, entry)
    except (Conflict, NotFound, Refused, UsageError):
        write_whole(before)
        raise


def settled(store: Store, folder: Path) -> int | None:
    """End what an interrupted import left in the folder of a register; the caller holds the register.

    Return the revision that the graph had taken, whose tables are in their place now; 0 where it had taken nothing,
    and the prepared tables are gone; None where no import was interrupted.
    """
    found = pending(folder)
    if found is None:
        return None
    revision = store.applied_as(found.plan)
    if revision:
        land(folder)
    else:
        drop(folder)
    return revision
