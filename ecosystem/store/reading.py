"""Reading rows back from the graph: all of them, or those of some ids."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from neo4j import Record, Transaction

from ecosystem.model import (
    FORMAT,
    LABELS,
    RELATIONS,
    ROW_TYPES,
    Code,
    Dataset,
    Entity,
    Fact,
    Identifier,
    Retired,
    Row,
    Source,
    Statement,
)
from ecosystem.plan import Change, GraphState
from ecosystem.problems import Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store.landing import row_from
from ecosystem.wording import counted

FIRST_REVISION = 1

_PROPERTIES = "RETURN properties(n) AS properties"
_FACT = f"{_PROPERTIES}, a.id AS subject, type(n) AS relation, b.id AS object"

_NODES: dict[type[Row], tuple[str, str]] = {
    Dataset: ("Dataset", f"WHERE n.revision > 0 {_PROPERTIES}"),
    Code: ("Code", _PROPERTIES),
    Source: ("Entity", f"WHERE n:Source {_PROPERTIES}"),
    Entity: ("Entity", f"WHERE NOT n:Source {_PROPERTIES}, labels(n) AS labels"),
    Statement: ("Statement", f"OPTIONAL MATCH (n)-[:ABOUT]->(e:Entity) {_PROPERTIES}, e.id AS subject"),
    Identifier: ("Identifier", f"OPTIONAL MATCH (n)-[:IDENTIFIES]->(e:Entity) {_PROPERTIES}, e.id AS entity"),
    Retired: ("Retired", _PROPERTIES),
}
"""How a row's node is found: the label whose ids are indexed, and what follows the pattern."""


_OWN = """
MATCH (d:Dataset) OPTIONAL MATCH (i:Import {revision: d.revision})
RETURN properties(d) AS dataset, i.at AS imported
"""


def _every(row_type: type[Row]) -> str:
    if row_type is Fact:
        return f"MATCH (a:Entity)-[n]->(b:Entity) WHERE type(n) IN $relations {_FACT}"
    label, rest = _NODES[row_type]
    return f"MATCH (n:{label}) {rest}"


def _some(row_type: type[Row], relation: str) -> str:
    if row_type is Fact:
        return f"UNWIND $ids AS id MATCH (a:Entity)-[n:{relation} {{id: id}}]->(b:Entity) {_FACT}"
    label, rest = _NODES[row_type]
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) {rest}"


def rows_of(tx: Transaction, *row_types: type[Row]) -> Iterator[Row]:
    """Yield every row of the graph of these types."""
    for row_type in row_types:
        for record in tx.run(_every(row_type), relations=list(RELATIONS)):
            yield _row(row_type, record)


def rows_touched(tx: Transaction, changes: Iterable[Change]) -> set[Row]:
    """Return the rows of the graph, as they are now, that changes are about."""
    ids: dict[tuple[type[Row], str], set[str]] = defaultdict(set)
    for change in changes:
        for row in (change.before, change.after):
            if row is not None:
                ids[type(row), RELATIONS[row.relation].name if isinstance(row, Fact) else ""].add(row.id)
    return {
        _row(row_type, record)
        for (row_type, relation), wanted in ids.items()
        for record in tx.run(_some(row_type, relation), ids=sorted(wanted))
    }


def _row(row_type: type[Row], record: Record) -> Row:
    structure = {key: record[key] or "" for key in record.keys() if key not in {"properties", "labels"}}  # noqa: SIM118
    if row_type is Entity:
        structure["label"] = next((label for label in LABELS if label in record["labels"]), "")
    return row_from(row_type, record["properties"], **structure)


def state_of(tx: Transaction) -> GraphState:
    """Return what the graph says of itself; `Refused` where it holds nodes and is not ours."""
    found = _own(tx)
    return GraphState(found["id"], found["revision"], found["digest"]) if found else GraphState()


@dataclass(frozen=True, slots=True)
class Held:
    """What a graph says that it holds: which dataset, its revision and recorded digest, when that was imported.

    `imported` is ISO text, empty where the journal does not say.
    """

    dataset: Dataset
    revision: int
    digest: str
    imported: str


def held(tx: Transaction) -> Held | None:
    """Return what the graph says that it holds; None where it is empty, `Refused` as for `state_of`."""
    found = _own(tx)
    if not found or not found["revision"]:
        return None
    dataset = cast("Dataset", row_from(Dataset, found))
    return Held(dataset, found["revision"], str(found["digest"]), str(found["imported"] or ""))


def _own(tx: Transaction) -> Mapping[str, Any] | None:
    datasets = [{**record["dataset"], "imported": record["imported"]} for record in tx.run(_OWN)]
    if not datasets:
        _must_be_empty(tx)
        return None
    found = datasets[0]
    if len(datasets) > 1 or not isinstance(found["revision"], int):
        raise Refused("this graph was not written by an import: it does not hold one dataset", fix=_OTHER_GRAPH)
    if found["revision"] == FIRST_REVISION - 1:
        _must_be_empty(tx)
    if found["format"] != FORMAT:
        raise Refused(
            f"this graph has format {found['format']}; this program reads format {FORMAT}",
            fix="use the version of the program that wrote it, or load the files into an empty graph",
        )
    return cast("Mapping[str, Any]", found)


def _must_be_empty(tx: Transaction) -> None:
    record = tx.run("MATCH (n) WHERE NOT n:Dataset RETURN count(n) AS nodes").single()
    if record and record["nodes"]:
        raise Refused(f"this graph holds {counted(record['nodes'], 'node')} that no import wrote", fix=_OTHER_GRAPH)


_OTHER_GRAPH = "connect to an empty database, or to one that an import wrote"


def snapshot_of(tx: Transaction) -> Snapshot | None:
    """Return all rows of the graph as a snapshot; None where it is empty."""
    rows = list(rows_of(tx, *ROW_TYPES))
    datasets = [row for row in rows if isinstance(row, Dataset)]
    return Snapshot.of((row for row in rows if not isinstance(row, Dataset)), datasets[0]) if datasets else None
