"""From changes to batches of Cypher: pure, in an order in which no row misses its ends, each with the counts expected.

Texts are built from names of the model only; values travel as parameters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ecosystem.model import LABELS, RELATIONS, Cited, Dataset, Entity, Fact, Identifier, Row, Source, Statement
from ecosystem.plan import Added, Change, Changed
from ecosystem.snapshot import Snapshot
from ecosystem.store.landing import STRUCTURE, Properties, derived, labels_of, landed

BATCH_ROWS = 2_000

Counts = Mapping[str, int]
Parameters = dict[str, str | Properties]

_LINKS = {Statement: ("ABOUT", "subject"), Identifier: ("IDENTIFIES", "entity")}
_EACH = "UNWIND $rows AS row"
_DONE = "RETURN count(*) AS reached"


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of write: its place in the order, its Cypher, what it does, and what each row creates or deletes."""

    order: int
    cypher: str
    words: str
    each: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """A step for some rows."""

    step: Step
    rows: Sequence[Parameters] = field(repr=False)

    @property
    def expected(self) -> Counts:
        """What Neo4j must count when all rows were written."""
        return {counter: number * len(self.rows) for counter, number in self.step.each}


def batches(changes: Iterable[Change], after: Snapshot, dependent: Iterable[Cited] = ()) -> Iterator[Batch]:
    """Yield the batches that turn a graph into `after`; `dependent` rows only have their derived days set anew."""
    grouped: dict[Step, list[Parameters]] = defaultdict(list)
    for change in changes:
        for step, row in _steps(change, after):
            grouped[step].append(row)
    for cited in dependent:
        grouped[_setting(cited)].append({"id": cited.id, "properties": derived(after.span(cited))})
    for step in sorted(grouped, key=lambda step: (step.order, step.cypher)):
        rows = grouped[step]
        for start in range(0, len(rows), BATCH_ROWS):
            yield Batch(step, rows[start : start + BATCH_ROWS])


def _steps(change: Change, after: Snapshot) -> Iterator[tuple[Step, Parameters]]:
    match change:
        case Changed() if not _moves(change):
            yield _setting(change.after, relabelled="label" in change.columns), _parameters(change.after, after)
        case Added(Dataset() as dataset):
            yield _setting(dataset), _parameters(dataset, after)
        case _:
            if change.before is not None:
                yield _deletion(change.before), {"id": change.before.id}
            if change.after is not None:
                yield _creation(change.after), _parameters(change.after, after)


def _moves(change: Changed) -> bool:
    """A row between other ends, or of another relation, is written anew."""
    return not isinstance(change.after, Entity) and not {*STRUCTURE.get(type(change.after), ())}.isdisjoint(
        change.columns
    )


def _parameters(row: Row, after: Snapshot) -> Parameters:
    properties = landed(row, after.span(row) if isinstance(row, Cited) else None)
    ends = [name for name in STRUCTURE.get(type(row), ()) if name not in {"label", "relation"}]
    return {"id": row.id, "properties": properties, **{name: str(getattr(row, name)) for name in ends}}


def _deletion(row: Row) -> Step:
    words = f"remove {row.record} rows"
    match row:
        case Fact():
            cypher = f"{_EACH} MATCH ()-[n:{_type(row)} {{id: row.id}}]->() DELETE n {_DONE}"
            return Step(0, cypher, words, (("relationships_deleted", 1),))
        case Statement() | Identifier():
            link, _ = _LINKS[type(row)]
            cypher = f"{_EACH} MATCH (n:{labels_of(row)} {{id: row.id}})-[r:{link}]->() DELETE r, n {_DONE}"
            return Step(0, cypher, words, (("nodes_deleted", 1), ("relationships_deleted", 1)))
        case _:
            cypher = f"{_EACH} MATCH (n:{_found(row)} {{id: row.id}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n {_DONE}"
            return Step(1, cypher, words, (("nodes_deleted", 1),))


def _creation(row: Row) -> Step:
    words = f"add {row.record} rows"
    match row:
        case Fact():
            ends = "MATCH (a:Entity {id: row.subject}) MATCH (b:Entity {id: row.object})"
            cypher = f"{_EACH} {ends} CREATE (a)-[n:{_type(row)}]->(b) SET n = row.properties {_DONE}"
            return Step(4, cypher, words, (("relationships_created", 1),))
        case Statement() | Identifier():
            link, end = _LINKS[type(row)]
            create = f"MATCH (e:Entity {{id: row.{end}}}) CREATE (n:{labels_of(row)})-[:{link}]->(e)"
            cypher = f"{_EACH} {create} SET n = row.properties {_DONE}"
            return Step(4, cypher, words, (("nodes_created", 1), ("relationships_created", 1)))
        case _:
            cypher = f"{_EACH} CREATE (n:{labels_of(row)}) SET n = row.properties {_DONE}"
            return Step(2, cypher, words, (("nodes_created", 1),))


def _setting(row: Row, *, relabelled: bool = False) -> Step:
    """Only the row's own properties are set; one that somebody else put beside them stays."""
    words = f"change {row.record} rows"
    if isinstance(row, Fact):
        return Step(5, f"{_EACH} MATCH ()-[n:{_type(row)} {{id: row.id}}]->() SET n += row.properties {_DONE}", words)
    found = f"{_EACH} MATCH (n:{_found(row)} {{id: row.id}})"
    relabel = f"REMOVE n:{':'.join(LABELS)}:Body SET n:{labels_of(row)}" if relabelled else ""
    return Step(3, f"{found} {relabel} SET n += row.properties {_DONE}", words)


def _type(fact: Fact) -> str:
    """The relation's name from the model, never the text of a row."""
    return RELATIONS[fact.relation].name


def _found(row: Row) -> str:
    return "Entity" if isinstance(row, Entity | Source) else labels_of(row)
