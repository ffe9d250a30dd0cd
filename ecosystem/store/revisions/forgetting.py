"""Taking a person out of the graph and out of the journal as if they had never been, in one transaction.

Every import keeps its place in the history. What it did about the person is taken out of it, other cells that named
them are blank in it, and the digests follow. Before the end the whole graph is searched for them once more.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from neo4j import Transaction

from ecosystem.model import Entity, Retired, Row
from ecosystem.plan import (
    EMPTY_DIGEST,
    Change,
    GraphState,
    Named,
    Plan,
    Removed,
    Traces,
    check_person,
    digest_after,
    must_not_be_named,
    named_in,
)
from ecosystem.snapshot import Snapshot, digest_text
from ecosystem.store import journal
from ecosystem.store.connection import Connection
from ecosystem.store.journal import Entry, Import
from ecosystem.store.reading import state_of
from ecosystem.store.revisions.carrying import AfterBatch, check_found, check_written
from ecosystem.store.revisions.revising import Revising, at_base, record, revise, time_for


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a forgetting did: the graph's revision and digest, rows removed, earlier imports that held the person."""

    revision: int
    digest: str
    removed: int
    rewritten: int


@dataclass(frozen=True, slots=True)
class _Rewritten:
    """An import without the person: its properties, and those parts of its plan that are others now, by position."""

    revision: int
    properties: Mapping[str, object]
    parts: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to do: whose traces, in which state, rows to take out, imports to rewrite, the digest after."""

    state: GraphState
    traces: Traces
    taken: tuple[Removed, ...]
    rewritten: tuple[_Rewritten, ...]
    digest: str


def forget(connection: Connection, graph: Snapshot, person_id: str, entry: Entry, after_batch: AfterBatch) -> Forgotten:
    """Forget a person in the graph as it was read; see `Store.forget`."""
    with connection.reading() as tx:
        found = _find(tx, graph, person_id)
    state = found.state
    plan = Plan(state.dataset, replace(state, digest=found.digest), ())
    actor, files = _untold(entry.actor, entry.files, found.traces)

    def write(tx: Transaction) -> None:
        _rewrite(tx, found.rewritten)
        after_batch(1)
        _take_out(tx, found)
        after_batch(2)
        counts = {"added": 0, "changed": 0, "removed": len(found.taken)}
        journal.write(tx, journal.made(plan, Entry(actor, entry.at, files, "forget"), counts), found.digest)
        record(tx, state.dataset, state.revision + 1, found.digest)
        must_not_be_named(_left(tx, found.traces))

    check = at_base(state.dataset, state, plan.sha256)
    revise(connection, Revising(state.dataset, plan.sha256, actor, check, write), time_for(len(tuple(graph))))
    held = sum(bool(each.parts) for each in found.rewritten)
    return Forgotten(state.revision + 1, found.digest, len(found.taken), held)


def _find(tx: Transaction, graph: Snapshot, person_id: str) -> _Found:
    state, imports = state_of(tx), journal.history(tx)
    recorded = tuple(journal.recorded(tx, state.digest, graph) or ())
    traces = _traces(tx, imports, (*recorded, *graph), person_id)
    must_not_be_named(named_in(recorded, traces))
    rewritten = tuple(_rewritten(tx, imports, traces))
    digest = digest_after(state.digest, (Removed(row) for row in recorded if traces.are_of(row)))
    if rewritten[-1].properties["digest"] != digest:
        raise journal.damaged()
    return _Found(state, traces, tuple(Removed(row) for row in graph if traces.are_of(row)), rewritten, digest)


def _traces(tx: Transaction, imports: Iterable[Import], current: tuple[Row, ...], person_id: str) -> Traces:
    """Return the traces of the person in the graph and in all that was ever imported."""
    known = Traces.of(person_id, current)
    rows = [row for change in _changes_naming(tx, imports, known) for row in (change.before, change.after)]
    earlier = [row for row in rows if isinstance(row, Entity | Retired)]
    here = any(isinstance(row, Entity) and row.id == person_id for row in current)
    check_person(current if here else (*current, *earlier), person_id)
    return Traces.of(person_id, (*current, *earlier))


def _changes_naming(tx: Transaction, imports: Iterable[Import], traces: Traces) -> Iterator[Change]:
    for each in imports:
        for _, part in journal.parts(tx, each.revision):
            if traces.tell(_spaced(part)):
                yield from journal.changes_of(part)


def _spaced(part: str) -> str:
    """JSON writes the space between two words of a name as a letter, where it is a new line."""
    return re.sub(r"\\[nrt]", " ", part)


def _rewritten(tx: Transaction, imports: Iterable[Import], traces: Traces) -> Iterator[_Rewritten]:
    """Yield the imports without the person: their digests follow from those before."""
    shift, before = 0, EMPTY_DIGEST
    for each in imports:
        parts, counts = {}, Counter(added=each.added, changed=each.changed, removed=each.removed)
        for position, old, new in _parts_naming(tx, each.revision, traces):
            parts[position] = journal.part_of(new) if new else ""
            counts.update(change.kind for change in new)
            counts.subtract(change.kind for change in old)
            shift += journal.weight(new) - journal.weight(old)
        after = digest_text(int(each.digest, 16) + shift)
        actor, files = _untold(each.actor, each.files, traces)
        properties = {"base_digest": before, "digest": after, "actor": actor, "files": list(files), **counts}
        yield _Rewritten(each.revision, properties, parts)
        before = after


def _parts_naming(
    tx: Transaction, revision: int, traces: Traces
) -> Iterator[tuple[int, tuple[Change, ...], tuple[Change, ...]]]:
    """Yield the parts of a plan that are others without the person: position, changes as they are, changes without."""
    for position, part in journal.parts(tx, revision):
        if traces.tell(_spaced(part)):
            old = journal.changes_of(part)
            new = tuple(change for change in map(traces.taken_out, old) if change is not None)
            if new != old:
                yield position, old, new


def _untold(actor: str, files: Iterable[str], traces: Traces) -> tuple[str, tuple[str, ...]]:
    """Return who imported, and from which files, where that does not name the person."""
    return ("" if traces.tell(actor) else actor), tuple(file for file in files if not traces.tell(file))


def _rewrite(tx: Transaction, rewritten: Iterable[_Rewritten]) -> None:
    one = "MATCH (i:Import {revision: $revision})"
    part = f"{one}-[:KEEPS]->(p:PlanPart {{position: $position}})"
    for each in rewritten:
        tx.run(f"{one} SET i += $properties", revision=each.revision, properties=each.properties).consume()
        for position, changes in each.parts.items():
            do = "SET p.changes = $changes" if changes else "DETACH DELETE p"
            tx.run(f"{part} {do}", revision=each.revision, position=position, changes=changes).consume()


_REMOVED = """
MATCH (p:Entity) WHERE p.id IN $ids
OPTIONAL MATCH (p)<-[:ABOUT|IDENTIFIES]-(n:Statement|Identifier)
DETACH DELETE n, p
"""
_UNRETIRED = "MATCH (r:Retired) WHERE r.id IN $ids OR r.replaced_by IN $ids DETACH DELETE r"


def _take_out(tx: Transaction, found: _Found) -> None:
    """Remove the person with all that hangs on them, also what a hand put there."""
    check_found(tx, found.taken)
    for cypher in (_REMOVED, _UNRETIRED):
        tx.run(cypher, ids=sorted(found.traces.ids)).consume()
    check_written(tx, found.taken)


_EVERYTHING = """
MATCH (n) WHERE NOT n:PlanPart RETURN labels(n) AS kinds, properties(n) AS properties
UNION ALL
MATCH ()-[n]->() RETURN [type(n)] AS kinds, properties(n) AS properties
"""


def _left(tx: Transaction, traces: Traces) -> Iterator[Named]:
    """Search every property in the graph for the person, the plans kept aside: those are as we wrote them."""
    for found in tx.run(_EVERYTHING):
        for name, value in found["properties"].items():
            if any(traces.tell(str(each)) for each in (value if isinstance(value, list) else [value])):
                yield Named("".join(found["kinds"][-1:]), str(found["properties"].get("id", "")), name)
