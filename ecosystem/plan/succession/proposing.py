"""What follows from a merger, renaming or split, as proposals: nobody has said it, so nothing is done unasked.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.plan.changes import difference
>>> dataset = Dataset(id="x", title="X", as_of="2024")
>>> rows = [
...     Entity(id="old", label="Organisation", name="Old Trust", sources=("page:1",)),
...     Entity(id="new", label="Organisation", name="New Trust", sources=("page:1",)),
...     Entity(id="board", label="Board", name="Health Board", sources=("page:1",)),
...     Fact(id="seat", subject="old", relation="MEMBER_OF", object="board", sources=("page:2",)),
... ]
>>> merger = Fact(id="m", subject="old", relation="SUCCEEDED_BY", object="new", role="merger", start_date="2018-03-31",
...               sources=("page:3",))
>>> before, after = Snapshot.of(rows, dataset), Snapshot.of([*rows, merger], dataset)
>>> for proposal in proposals(after, difference(before, after)):
...     print(proposal.change.row.id, proposal.change.columns)
old ('end_date', 'sources')
seat ('end_date', 'sources')
board--new--member-of ('id', 'subject', 'relation', 'object', 'start_date', 'evidence_date', 'basis', 'note')
"""

from collections.abc import Collection, Iterable, Sequence

from ecosystem.model import SUCCESSION, Fact, Key, key_of
from ecosystem.plan.changes import Added, Change, Changed, applied
from ecosystem.plan.plans import Proposal
from ecosystem.plan.succession.departures import departures, ended
from ecosystem.plan.succession.inheriting import inherited
from ecosystem.problems import UsageError, quoted
from ecosystem.rules import did_you_mean
from ecosystem.snapshot import Snapshot

ALL = "all"
"""Stands for every proposal where some are accepted."""


def proposals(after: Snapshot, changes: Sequence[Change]) -> tuple[Proposal, ...]:
    """Return what follows from the successions that changes bring and is not in `after`, the snapshot they lead to.

    Each stands for one row. What was succeeded twice over passes on twice over.
    """
    found = _once(after, changes)
    for _ in range(_generations(changes) - 1 if found else 0):
        found = _folded(found, _once(accepted(after, found, {ALL}), changes))
    return found


def _once(after: Snapshot, changes: Sequence[Change]) -> tuple[Proposal, ...]:
    leaving = departures(after, changes)
    return (*ended(after, leaving), *inherited(after, leaving)) if leaving else ()


def _generations(changes: Iterable[Change]) -> int:
    """Return how many successions follow one another at most."""
    rows = (change.after for change in changes if isinstance(change.after, Fact))
    heirs: dict[str, set[str]] = {}
    for row in rows:
        if row.relation == SUCCESSION:
            heirs.setdefault(row.subject, set()).add(row.object)
    number, current = 0, set(heirs)
    while current and number <= len(heirs):
        number += 1
        current = {heir for one in current for heir in heirs.get(one, ())} & heirs.keys()
    return number


def _folded(first: Iterable[Proposal], later: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals of which the later ones go on from the first, each row once."""
    found: dict[Key, Proposal] = {key_of(one.change.row): one for one in first}
    for one in later:
        key = key_of(one.change.row)
        if key in found and one.change.after is not None:
            earlier = found[key].change
            change = Added(one.change.after) if earlier.before is None else Changed(earlier.before, one.change.after)
            found[key] = Proposal(change, f"{found[key].because}; {one.because}")
        else:
            found[key] = one
    return tuple(found.values())


def accepted(after: Snapshot, offered: Collection[Proposal], wanted: Collection[str]) -> Snapshot:
    """Return a snapshot with the proposals whose row is wanted, or with all; `UsageError` for an id nobody proposed."""
    ids = [proposal.change.row.id for proposal in offered]
    for one in wanted:
        if one != ALL and one not in ids:
            raise UsageError(f"nothing is proposed for {quoted(one, 250)}", fix=_candidates(one, ids))
    chosen = [one.change for one in offered if ALL in wanted or one.change.row.id in wanted]
    laid_over = applied(after, chosen)
    assert laid_over is not None  # noqa: S101 - a proposal never removes a row
    return laid_over


def _candidates(one: str, ids: Sequence[str]) -> str:
    if not ids:
        return "leave --accept out: this plan proposes nothing"
    return did_you_mean(one, ids, f"accept `all`, or one of {', '.join(map(quoted, ids[:5]))}")
