"""What differs between two snapshots, as values: rows added, changed and removed, undone by reversing them.

>>> from ecosystem.model import Retired
>>> before = Snapshot.of([Retired(id="old", on="2020")], Dataset(id="x", title="X", as_of="2022"))
>>> after = Snapshot.of([Retired(id="old", on="2021")], Dataset(id="x", title="X", as_of="2022"))
>>> changes = difference(before, after)
>>> [(change.row.id, change.columns) for change in changes]
[('old', ('on',))]
>>> applied(before, changes) == after, applied(after, reverse(changes)) == before
(True, True)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from ecosystem.model import ROW_TYPES, Cited, Dataset, Identifier, Key, Row, columns, key_of
from ecosystem.problems import Conflict, quoted
from ecosystem.snapshot import Snapshot, digest_text, row_digest

EMPTY_DIGEST = digest_text(0)
"""The digest of a graph without rows."""

PLAN_AGAIN = "make the plan again: `ecosystem plan`"
"""The next step after most conflicts."""


@dataclass(frozen=True, slots=True)
class Added:
    """A row that was not there."""

    kind: ClassVar[str] = "added"
    after: Row
    before: ClassVar[None] = None

    @property
    def row(self) -> Row:
        """The row that names the change."""
        return self.after

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that have a value now."""
        return tuple(column for column in columns(type(self.after)) if getattr(self.after, column))

    def reversed(self) -> "Removed":
        """Return the change that undoes this one."""
        return Removed(self.after)


@dataclass(frozen=True, slots=True)
class Changed:
    """A row of which some values are others now; its type and id are the same."""

    kind: ClassVar[str] = "changed"
    before: Row
    after: Row

    @property
    def row(self) -> Row:
        """The row as it is now."""
        return self.after

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose values differ."""
        names = columns(type(self.after))
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))

    def reversed(self) -> "Changed":
        """Return the change that undoes this one."""
        return Changed(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that is no longer there."""

    kind: ClassVar[str] = "removed"
    before: Row
    after: ClassVar[None] = None

    @property
    def row(self) -> Row:
        """The row that names the change."""
        return self.before

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that had a value."""
        return tuple(column for column in columns(type(self.before)) if getattr(self.before, column))

    def reversed(self) -> Added:
        """Return the change that undoes this one."""
        return Added(self.before)


Change = Added | Changed | Removed


def sources_of(row: Row) -> tuple[str, ...]:
    """Return the citations of a row, none where its kind has none."""
    return row.sources if isinstance(row, Cited | Identifier) else ()


def justification(change: Change) -> tuple[str, ...]:
    """Return the citations that justify a change: those it brings where it brings any, else all of its row."""
    old = sources_of(change.before) if isinstance(change, Changed) else ()
    found = sources_of(change.row)
    return tuple(one for one in found if one not in old) or found


def rows_by_key(snapshot: Snapshot | None) -> dict[Key, Row]:
    """Return the rows of a snapshot by type and id; of None, no rows."""
    return {key_of(row): row for row in snapshot} if snapshot else {}


def difference(before: Snapshot | None, after: Snapshot | None) -> tuple[Change, ...]:
    """Return what turns one snapshot into another, type by type in the order of ids; None is a graph without rows."""
    if before is after:
        return ()
    old, new = rows_by_key(before), rows_by_key(after)
    return tuple(_change(old.get(key), new.get(key)) for key in _ordered(_differing(old, new)))


def _differing(old: Mapping[Key, Row], new: Mapping[Key, Row]) -> set[Key]:
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _ordered(keys: Iterable[Key]) -> list[Key]:
    return sorted(keys, key=lambda key: (ROW_TYPES.index(key[0]), key[1]))


def _change(before: Row | None, after: Row | None) -> Change:
    if before is None:
        assert after is not None  # noqa: S101 - a differing key has a row on one side at least
        return Added(after)
    return Removed(before) if after is None else Changed(before, after)


def reverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that undo these."""
    return tuple(change.reversed() for change in changes)


def applied(before: Snapshot | None, changes: Iterable[Change]) -> Snapshot | None:
    """Return the snapshot after changes; `Conflict` where a row is not as the change found it; None without a dataset.

    Rows and their order do not depend on the order of the changes.
    """
    rows = rows_by_key(before)
    for change in changes:
        if rows.get(key_of(change.row)) != change.before:
            raise _moved(change, "is not as the plan found it")
        _lay(rows, change)
    return _snapshot(rows.values())


def carried(register: Snapshot | None, changes: Iterable[Change]) -> Snapshot | None:
    """Return a register after changes, of which it may hold some already; None without a dataset.

    `Conflict` where a row is neither as a change found it nor as it leaves it: then the register has moved since.

    >>> from ecosystem.model import Retired
    >>> dataset = Dataset(id="x", title="X", as_of="2022")
    >>> changes = [Added(Retired(id="old", on="2020"))]
    >>> once = carried(Snapshot.of([], dataset), changes)
    >>> sorted(once.retired), carried(once, changes) == once
    (['old'], True)
    """
    rows = rows_by_key(register)
    for change in changes:
        if rows.get(key_of(change.row)) not in (change.before, change.after):
            raise _moved(change, "in the register is not as the plan found it")
        _lay(rows, change)
    return _snapshot(rows.values())


def _moved(change: Change, how: str) -> Conflict:
    return Conflict(f"{change.row.record} {quoted(change.row.id)} {how}", fix=PLAN_AGAIN)


def _lay(rows: dict[Key, Row], change: Change) -> None:
    if change.after is None:
        rows.pop(key_of(change.row), None)
    else:
        rows[key_of(change.row)] = change.after


def _snapshot(rows: Iterable[Row]) -> Snapshot | None:
    found = list(rows)
    dataset = next((row for row in found if isinstance(row, Dataset)), None)
    return Snapshot.of((row for row in found if row is not dataset), dataset) if dataset else None


def digest_after(digest: str, changes: Iterable[Change]) -> str:
    """Return the digest after changes, from the digest before and the changed rows alone.

    >>> from ecosystem.model import Retired
    >>> row = Retired(id="old", on="2020")
    >>> digest_after(digest_after(EMPTY_DIGEST, [Added(row)]), [Removed(row)]) == EMPTY_DIGEST
    True
    """
    total = int(digest, 16)
    for change in changes:
        total += row_digest(change.after) if change.after else 0
        total -= row_digest(change.before) if change.before else 0
    return digest_text(total)
