"""A revision is made whole or not at all, whatever comes in between; and a graph that is not ours is told from one."""

from collections.abc import Callable, Iterator

import pytest
from conftest import ByHand
from neo4j import Transaction
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable
from store.bringing import EVERYTHING, bring, with_retired

from ecosystem.plan import GraphState
from ecosystem.problems import Conflict, DatabaseUnreachable, EcosystemError, Refused, UsageError
from ecosystem.store import Entry, Store
from ecosystem.store.reading import state_of
from ecosystem.store.revisions import revising
from ecosystem.store.revisions.revising import ATTEMPTS, Revising, revise
from ecosystem.store.schema import Rule, _create

pytestmark = pytest.mark.neo4j


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revising, "FIRST_PAUSE_SECONDS", 0.0)


def server_error(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=f"Neo.ClientError.{code}", message="no")


def failing(errors: Iterator[Exception]) -> Callable[[Transaction], None]:
    """Return a write that fails in one way after another, and succeeds when there are no more."""

    def write(_: Transaction) -> None:
        if (error := next(errors, None)) is not None:
            raise error

    return write


def attempt(store: Store, *errors: Exception, dataset: str = "x") -> int:
    """Make a revision whose write fails in these ways; return how many failures are left."""
    left = iter(errors)
    revise(store.connection, Revising(dataset, "0" * 64, "somebody", lambda _: None, failing(left)), 60)
    return len(list(left))


def test_a_deadlock_and_a_lost_connection_are_tried_again(store: Store) -> None:
    assert attempt(store, server_error("Transaction.DeadlockDetected"), ServiceUnavailable("gone")) == 0


@pytest.mark.parametrize(
    ("error", "times", "raised", "message"),
    [
        (ServiceUnavailable("gone"), ATTEMPTS, DatabaseUnreachable, "in the graph whole or not at all"),
        (server_error("Transaction.DeadlockDetected"), ATTEMPTS, Conflict, "another writer holds the graph"),
        (server_error("General.MemoryPoolOutOfMemoryError"), 1, Refused, "more than the database's memory allows"),
        (DriverError("odd"), 1, DatabaseUnreachable, "cannot be used: DriverError"),
    ],
)
def test_what_goes_on_failing_is_told(
    store: Store, error: Exception, times: int, raised: type[EcosystemError], message: str
) -> None:
    with pytest.raises(raised, match=message):
        attempt(store, *[error] * times)
    assert store.state() == GraphState()


def test_a_lock_that_the_server_cannot_take_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match="cannot answer the query"):
        attempt(store, dataset=None)  # type: ignore[arg-type]


def test_a_constraint_that_the_server_does_not_understand_is_told(store: Store) -> None:
    with pytest.raises(Neo4jError):
        _create(store.connection, (Rule("x", "CREATE NOTHING", ("X", ("y",))),))


@pytest.mark.parametrize(
    ("cypher", "message"),
    [
        ("CREATE (:Dataset {id: 'y', revision: 1})", "does not hold one dataset"),
        ("MATCH (d:Dataset) SET d.revision = 'two'", "does not hold one dataset"),
        ("MATCH (d:Dataset) SET d.revision = 0", "this graph holds 11 nodes that no import wrote"),
        ("MATCH (d:Dataset) SET d.format = 99", "this graph has format 99; this program reads format 1"),
    ],
)
def test_a_graph_whose_dataset_was_spoilt_is_told(
    store: Store, by_hand: ByHand, entry: Entry, cypher: str, message: str
) -> None:
    bring(store, EVERYTHING, entry)
    by_hand(cypher)
    with pytest.raises(Refused, match=message):
        store.state()


def test_a_graph_imported_into_while_it_is_read_is_read_again(
    store: Store, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(store, EVERYTHING, entry)
    states = iter([GraphState("x", 7)])
    monkeypatch.setattr("ecosystem.store.database.state_of", lambda tx: next(states, None) or state_of(tx))
    assert store.snapshot() == EVERYTHING


def test_a_graph_imported_into_without_end_is_a_conflict(
    store: Store, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(store, with_retired(EVERYTHING, "gone"), entry)
    revisions = iter(range(1000))
    monkeypatch.setattr("ecosystem.store.database.state_of", lambda _: GraphState("x", next(revisions)))
    with pytest.raises(Conflict, match="imported into while it is read"):
        store.snapshot()
