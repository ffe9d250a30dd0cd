"""Rows that no change touches and whose days move all the same: an end's life clips facts, a source dates its rows."""

from collections.abc import Iterable, Iterator

from ecosystem.model import Cited, Entity, Source, ends_of, key_of, source_of
from ecosystem.plan import Change
from ecosystem.snapshot import Snapshot


def dependents(before: Snapshot | None, after: Snapshot, changes: Iterable[Change]) -> tuple[Cited, ...]:
    """Return the rows of both snapshots, themselves unchanged, whose span is not the same in both."""
    touched = {key_of(change.row) for change in changes}
    moved = {row_id for row_type, row_id in touched if row_type in {Entity, Source}}
    if before is None or not moved:
        return ()
    return tuple(
        row for row in _resting_on(after, moved) if key_of(row) not in touched and before.span(row) != after.span(row)
    )


def _resting_on(snapshot: Snapshot, moved: set[str]) -> Iterator[Cited]:
    rows: Iterable[Cited] = (*snapshot.entities.values(), *snapshot.facts.values(), *snapshot.statements.values())
    return (row for row in rows if not moved.isdisjoint((*ends_of(row), *map(source_of, row.sources))))
