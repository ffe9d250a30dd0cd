"""Carrying changes out inside a transaction: rows compared before, batches counted, rows read back after."""

from collections.abc import Callable, Iterable, Sequence

from neo4j import Transaction

from ecosystem.model import Row
from ecosystem.plan import PLAN_AGAIN, Change
from ecosystem.problems import Conflict, quoted
from ecosystem.store.reading import rows_touched
from ecosystem.store.writing import Batch

QUOTED_ROWS = 3

AfterBatch = Callable[[int], None]


def check_found(tx: Transaction, changes: Sequence[Change]) -> None:
    """Raise a `Conflict` where a row is not as the changes found it."""
    expected = {change.before for change in changes if change.before is not None}
    _compare(tx, changes, expected, "is not as the plan found it")


def check_written(tx: Transaction, changes: Sequence[Change]) -> None:
    """Raise a `Conflict` where a row is not as the changes leave it."""
    _compare(
        tx, changes, {change.after for change in changes if change.after is not None}, "was not written as planned"
    )


def _compare(tx: Transaction, changes: Sequence[Change], expected: set[Row], what: str) -> None:
    differing = rows_touched(tx, changes) ^ expected
    if differing:
        ids = sorted({row.id for row in differing})
        raise Conflict(f"{some(ids)} in the graph {what}; nothing was written", fix=PLAN_AGAIN)


def carry_out(tx: Transaction, batches: Iterable[Batch], after_batch: AfterBatch) -> None:
    """Write batches; `Conflict` where one does not reach all of its rows."""
    for number, batch in enumerate(batches, start=1):
        _run(tx, batch)
        after_batch(number)


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


def some(ids: list[str]) -> str:
    """Return ids fit for a message: the first few, and how many more there are.

    >>> some(["a", "b", "c", "d"])
    '`a`, `b`, `c` and 1 more'
    """
    shown = ", ".join(map(quoted, ids[:QUOTED_ROWS]))
    return f"{shown} and {len(ids) - QUOTED_ROWS:,} more" if len(ids) > QUOTED_ROWS else shown
