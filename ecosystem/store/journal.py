"""The journal: one `:Import` for each import, which keeps its plan, in the graph that it changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from neo4j import Transaction
from pydantic import TypeAdapter

from ecosystem.plan import Change, ChangeRecord, GraphState, Plan, applied, change_of, plain_change
from ecosystem.problems import NotFound
from ecosystem.snapshot import Snapshot

CHANGES_PER_PART = 1_000

_RECORDS: TypeAdapter[list[ChangeRecord]] = TypeAdapter(list[ChangeRecord])


@dataclass(frozen=True, slots=True)
class Entry:
    """Who imports, when, and from which files: what a plan cannot know."""

    actor: str
    at: datetime
    files: tuple[str, ...] = ()


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


def write(tx: Transaction, plan: Plan, entry: Entry) -> None:
    """Write an import and the plan it keeps; its sha256 and revision are unique."""
    properties = {
        "sha256": plan.sha256,
        "revision": plan.base.revision + 1,
        "base_digest": plan.base.digest,
        "digest": plan.target,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "files": list(entry.files),
        **plan.counts,
    }
    tx.run("CREATE (i:Import) SET i = $properties", properties=properties).consume()
    for position, part in enumerate(_parts(plan.changes), start=1):
        keep = (
            "MATCH (i:Import {sha256: $sha256}) CREATE (i)-[:KEEPS]->(:PlanPart {position: $position, changes: $part})"
        )
        tx.run(keep, sha256=plan.sha256, position=position, part=part).consume()


def _parts(changes: tuple[Change, ...]) -> Iterator[str]:
    for start in range(0, len(changes), CHANGES_PER_PART):
        part = changes[start : start + CHANGES_PER_PART]
        yield json.dumps([plain_change(change) for change in part], ensure_ascii=False)


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


def recorded(tx: Transaction) -> Snapshot | None:
    """Return the content that all imports together lead to, whatever was done to the graph since."""
    snapshot: Snapshot | None = None
    for each in history(tx):
        snapshot = applied(snapshot, _kept(tx, each.revision))
    return snapshot


def _kept(tx: Transaction, revision: int) -> Iterator[Change]:
    kept = (
        "MATCH (:Import {revision: $revision})-[:KEEPS]->(p:PlanPart) RETURN p.changes AS changes ORDER BY p.position"
    )
    for record in tx.run(kept, revision=revision):
        yield from map(change_of, _RECORDS.validate_json(record["changes"]))
