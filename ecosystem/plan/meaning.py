"""A plan with all a reader needs: what it means, what follows from it, and what the things it refers to are called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ecosystem.model import Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement
from ecosystem.plan.changes import Change
from ecosystem.plan.impact import impact
from ecosystem.plan.plans import Plan
from ecosystem.plan.succession import proposals
from ecosystem.snapshot import Snapshot


def explained(made: Plan, before: Snapshot | None) -> Plan:
    """Return a plan made from `before` with its impact, its proposals and the names they need to be read alone."""
    after = made.applied_to(before)
    offered = proposals(after, made.changes) if before else ()
    changes = (*made.outside, *made.changes, *(proposal.change for proposal in offered))
    names = names_in(changes, *(snapshot for snapshot in (before, after) if snapshot))
    return replace(made, impact=impact(before, after, made.changes), proposals=offered, names=names)


def names_in(changes: Iterable[Change], *snapshots: Snapshot) -> Mapping[str, str]:
    """Return the names of all that changes refer to, by id; where snapshots differ, as the last has it.

    >>> from ecosystem.plan.changes import Added
    >>> board = Entity(id="board", label="Board", name="Health Board")
    >>> snapshot = Snapshot.of([board], Dataset(id="x", title="X", as_of="2024"))
    >>> names_in([Added(Statement(id="s", subject="board", property="staff"))], snapshot)
    {'board': 'Health Board'}
    """
    rows = [row for change in changes for row in (change.before, change.after) if row is not None]
    own = {row.id: row.name for row in rows if isinstance(row, Entity | Source)}
    ids = sorted({one for row in rows for one in _referred(row)})
    found = {one: node.name for snapshot in snapshots for one in ids if (node := snapshot.node(one))}
    return {one: found.get(one) or own[one] for one in ids if one in found or one in own}


def _referred(row: Row) -> Iterator[str]:
    match row:
        case Entity() | Source():
            yield row.id
        case Fact():
            yield from (row.subject, row.object)
        case Statement():
            yield row.subject
        case Identifier():
            yield row.entity
        case Retired():
            yield row.replaced_by
        case Dataset():
            yield row.apex
