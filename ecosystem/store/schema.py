"""Constraints and indexes of the graph, derived from the model: created before the first import, restored when dropped.

Facts are found from their nodes, so the days they hold need no index; the full-text index `names` finds what people
call things.
"""

from dataclasses import dataclass

from neo4j import Transaction
from neo4j.exceptions import Neo4jError

from ecosystem.model import RELATIONS
from ecosystem.problems import Refused
from ecosystem.store.connection import Connection
from ecosystem.store.failures import reason_of, told

SCHEMA_SECONDS = 120.0
NAMES_INDEX = "names"
NAMED = ("name", "short_name", "aliases")

_UNIQUE_NODES = (
    ("Dataset", "id"),
    ("Entity", "id"),
    ("Statement", "id"),
    ("Identifier", "id"),
    ("Code", "id"),
    ("Retired", "id"),
    ("Import", "sha256"),
    ("Import", "revision"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint or index: its name, the Cypher that makes it, and what it is on, as Neo4j lists it."""

    name: str
    cypher: str
    on: tuple[str, tuple[str, ...]]


def _unique_node(label: str, name: str) -> Rule:
    cypher = f"CREATE CONSTRAINT {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"
    return Rule(f"{label.lower()}_{name}", cypher, (label, (name,)))


def _unique_fact(relation: str) -> Rule:
    name = f"{relation.lower()}_id"
    cypher = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{relation}]-() REQUIRE r.id IS UNIQUE"
    return Rule(name, cypher, (relation, ("id",)))


def _names() -> Rule:
    properties = ", ".join(f"n.{name}" for name in NAMED)
    cypher = f"CREATE FULLTEXT INDEX {NAMES_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [{properties}]"
    return Rule(NAMES_INDEX, cypher, ("Entity", NAMED))


RULES = (*(_unique_node(*each) for each in _UNIQUE_NODES), *map(_unique_fact, RELATIONS), _names())

_EXISTING = """
SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint, type
WHERE owningConstraint IS NOT NULL OR type = 'FULLTEXT'
RETURN labelsOrTypes[0] AS on, properties
"""


def missing_rules(tx: Transaction) -> tuple[Rule, ...]:
    """Return the constraints and indexes that the graph lacks."""
    existing = {(record["on"], tuple(record["properties"])) for record in tx.run(_EXISTING)}
    return tuple(rule for rule in RULES if rule.on not in existing)


def restore(connection: Connection) -> tuple[str, ...]:
    """Create what is missing, in a transaction of its own; return the names of what was created."""
    with connection.reading() as tx:
        missing = missing_rules(tx)
    if missing:
        with told(connection.place):
            _create(connection, missing)
    return tuple(rule.name for rule in missing)


def _create(connection: Connection, missing: tuple[Rule, ...]) -> None:
    try:
        with connection.writing(SCHEMA_SECONDS, {"ecosystem": "constraints and indexes"}) as tx:
            for rule in missing:
                tx.run(rule.cypher).consume()
            tx.commit()
    except Neo4jError as error:
        if reason_of(error) == "ConstraintCreationFailed":
            raise Refused(
                f"the graph holds one id twice, so its constraint cannot be restored: {error.message}",
                fix="remove the copy that was made by hand, then try again",
            ) from None
        raise
    with connection.reading() as tx:
        tx.run("CALL db.awaitIndexes(60)").consume()
