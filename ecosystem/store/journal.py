"""The journal: one `:Import` for each import, which keeps its plan, in the graph that it changed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from neo4j import Transaction
from pydantic import TypeAdapter, ValidationError

from ecosystem.plan import (
    EMPTY_DIGEST,
    Change,
    ChangeRecord,
    GraphState,
    Plan,
    applied,
    change_of,
    digest_after,
    plain_change,
    reverse,
)
from ecosystem.problems import Conflict, NotFound, Refused
from ecosystem.snapshot import Snapshot

CHANGES_PER_PART = 1_000

_RECORDS: TypeAdapter[list[ChangeRecord]] = TypeAdapter(list[ChangeRecord])


Kind = Literal["import", "undo", "forget", "rebuild"]
"""What made a revision: files, going back, a person taken out, or a graph made anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who imports, when, from which files, and to what end: what a plan cannot know."""

    actor: str
    at: datetime
    files: tuple[str, ...] = ()
    kind: Kind = "import"


@dataclass(frozen=True, slots=True)
class Import:
    """One import as the journal has it; `at` is ISO text, `revision` counts from 1 and gives the order."""

    revision: int
    at: str
    actor: str
    files: tuple[str, ...]
    added: int
    changed: int
    removed: int
    sha256: str
    digest: str
    kind: Kind = "import"


def made(plan: Plan, entry: Entry, counts: Mapping[str, int] | None = None) -> Import:
    """Return the import that a plan becomes once it is applied; `counts` are the plan's by default."""
    return Import(
        revision=plan.base.revision + 1,
        at=entry.at.isoformat(),
        actor=entry.actor,
        files=entry.files,
        sha256=plan.sha256,
        digest=plan.target,
        kind=entry.kind,
        **(counts or plan.counts),
    )


def write(tx: Transaction, one: Import, base_digest: str, parts: Iterable[tuple[int, str]] = ()) -> None:
    """Write an import and the parts of the plan it keeps; its sha256 and revision are unique."""
    properties = asdict(one) | {"files": list(one.files), "base_digest": base_digest}
    tx.run("CREATE (i:Import) SET i = $properties", properties=properties).consume()
    for position, part in parts:
        keep(tx, one.revision, position, part)


def keep(tx: Transaction, revision: int, position: int, part: str) -> None:
    """Keep a part of the plan that became a revision, whose import was written before."""
    create = """
    MATCH (i:Import {revision: $revision}) CREATE (i)-[:KEEPS]->(:PlanPart {position: $position, changes: $part})
    """
    tx.run(create, revision=revision, position=position, part=part).consume()


def weight(changes: Iterable[Change]) -> int:
    """Return what changes add to a digest, as a number."""
    return int(digest_after(EMPTY_DIGEST, changes), 16)


def in_parts(changes: Sequence[Change]) -> Iterator[tuple[int, str]]:
    """Yield changes as the parts that keep them, with their positions."""
    for position, start in enumerate(range(0, len(changes), CHANGES_PER_PART), start=1):
        yield position, part_of(changes[start : start + CHANGES_PER_PART])


def part_of(changes: Iterable[Change]) -> str:
    """Return changes as a part of a plan keeps them."""
    return json.dumps([plain_change(change) for change in changes], ensure_ascii=False)


def parts(tx: Transaction, revision: int) -> Iterator[tuple[int, str]]:
    """Yield the parts of the plan that became a revision, with their positions; each is read when it is asked for."""
    found = "MATCH (:Import {revision: $revision})-[:KEEPS]->(p:PlanPart)"
    positions = tx.run(f"{found} RETURN p.position AS position ORDER BY position", revision=revision).value()
    for position in positions:
        one = tx.run(
            f"{found} WHERE p.position = $position RETURN p.changes AS changes", revision=revision, position=position
        ).single()
        yield position, one["changes"] if one else ""


def history(tx: Transaction) -> tuple[Import, ...]:
    """Return the imports, the first one first."""
    found = tx.run("MATCH (i:Import) RETURN properties(i) AS properties ORDER BY i.revision")
    return tuple(_import(record["properties"]) for record in found)


def find(tx: Transaction, sha256: str) -> int:
    """Return the revision that a plan became; 0 where it was never applied."""
    record = tx.run("MATCH (i:Import {sha256: $sha256}) RETURN i.revision AS revision", sha256=sha256).single()
    return int(record["revision"]) if record else 0


def _import(properties: dict[str, object]) -> Import:
    return TypeAdapter(Import).validate_python(properties)


def plan_of(tx: Transaction, revision: int) -> Plan:
    """Return the changes of an import as the plan they were; `NotFound` where there is no such revision."""
    found = tx.run(
        "MATCH (i:Import {revision: $revision}) MATCH (d:Dataset) RETURN d.id AS dataset, i.base_digest AS base",
        revision=revision,
    ).single()
    if found is None:
        raise NotFound(f"there is no revision {revision}", fix="see `ecosystem history`")
    base = GraphState(found["dataset"] if revision > 1 else "", revision - 1, found["base"])
    return Plan(found["dataset"], base, tuple(_kept(tx, revision)))


def recorded(tx: Transaction, digest: str, graph: Snapshot | None) -> Snapshot | None:
    """Return the content that all imports lead to, whose digest is recorded: `graph` itself where that is its digest.

    `Refused` where the journal, changed by hand, no longer leads there.
    """
    if digest == (graph.digest if graph else EMPTY_DIGEST):
        return graph
    try:
        snapshot = applied(None, (change for each in history(tx) for change in _kept(tx, each.revision)))
    except Conflict:
        raise damaged() from None
    if snapshot is None or snapshot.digest != digest:
        raise damaged()
    return snapshot


def recorded_at(tx: Transaction, now: Snapshot, revision: int) -> Snapshot:
    """Return the content recorded at a revision, from what is recorded now; see `Store.recorded_at`."""
    later = _later(history(tx), revision)
    changes = tuple(change for each in reversed(later[1:]) for change in reverse(_kept(tx, each.revision)))
    if digest_after(now.digest, changes) != later[0].digest:
        raise Conflict("the graph was imported into since it was read", fix="try again")
    earlier = applied(now, changes)
    assert earlier is not None  # noqa: S101 - the first import brings the dataset, and no later one takes it
    return earlier


def _later(imports: tuple[Import, ...], revision: int) -> tuple[Import, ...]:
    """Return the import of a revision and those after it, where one may go back across these."""
    if revision == 0 and imports:
        raise Refused(
            "there is nothing before the first import; nothing was changed",
            fix="to begin anew, give the files a graph of their own: another folder in ECOSYSTEM_HOME, or NEO4J_URI",
        )
    if not 0 < revision <= len(imports):
        raise NotFound(f"there is no revision {revision}", fix="see `ecosystem history`")
    if forgetting := [each.revision for each in imports[revision:] if each.kind == "forget"]:
        raise Refused(
            f"revision {forgetting[-1]} forgot a person; nothing before it can be brought back",
            fix=f"go back to revision {forgetting[-1]} or later",
        )
    return imports[revision - 1 :]


def _kept(tx: Transaction, revision: int) -> Iterator[Change]:
    for _, part in parts(tx, revision):
        yield from changes_of(part)


def changes_of(part: str) -> tuple[Change, ...]:
    """Return the changes that a part of a plan holds; `Refused` where it was damaged by hand."""
    try:
        return tuple(map(change_of, _RECORDS.validate_json(part)))
    except ValidationError:
        raise damaged() from None


def damaged() -> Refused:
    """Return the refusal for a journal that does not lead to what is recorded."""
    return Refused(
        "the journal of imports in the graph was changed by hand: it does not lead to the content recorded",
        fix="restore a backup into an empty graph: `ecosystem db restore FILE`",
    )
