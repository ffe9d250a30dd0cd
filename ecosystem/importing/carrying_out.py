"""A plan carried out in register and graph together, and ended where that was cut off."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ecosystem.model import DATASET_FILE
from ecosystem.plan import PLAN_AGAIN, Plan, carried
from ecosystem.problems import Conflict, Refused, UsageError, quoted
from ecosystem.snapshot import Snapshot
from ecosystem.store import Applied, Entry, Store
from ecosystem.tables import (
    Register,
    changed_texts,
    drop,
    land,
    must_be_as_read,
    must_be_sound,
    pending,
    prepare,
)


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
    store.must_be_at_base_of(plan)
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
