"""Whatever the driver or the server raises is told in our words, with the exit code and the next step."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.spatial import WGS84Point

from ecosystem.problems import Conflict, DatabaseUnreachable, EcosystemError, Refused
from ecosystem.store.connection import Connection
from ecosystem.store.diagnosis import diagnosed
from ecosystem.store.failures import translated
from ecosystem.store.holder import held
from ecosystem.store.memory import check_memory
from ecosystem.store.plain import plain
from ecosystem.store.safety import Explained, Operator, check, explained

MEMORY = "the limit `dbms.memory.transaction.total.max` is reached"

RAISED = {
    ("Security.Unauthorized", "no"): (4, "refused the login", "NEO4J_PASSWORD"),
    ("Security.AuthenticationRateLimit", "no"): (4, "has locked this login", "wait a few seconds"),
    ("Security.CredentialsExpired", "no"): (4, "has expired", "set a new one"),
    ("Security.Forbidden", "no"): (6, "the database forbids this: no", "ask whoever runs"),
    ("General.ForbiddenOnReadOnlyDatabase", "no"): (6, "is read-only; nothing was changed", "db stop"),
    ("General.WriteOnReadOnlyAccessDatabase", "no"): (6, "is read-only; nothing was changed", "db stop"),
    ("Database.DatabaseNotFound", "no such database"): (4, "no such database", "NEO4J_DATABASE"),
    ("Schema.ConstraintValidationFailed", "`Avery`"): (5, "already holds a row", "plan again"),
    ("Transaction.DeadlockDetected", "no"): (5, "another writer holds the graph", "wait"),
    ("General.MemoryPoolOutOfMemoryError", MEMORY): (6, "dbms.memory.transaction.total.max", "ECOSYSTEM_HEAP"),
    ("Statement.AccessMode", "no"): (6, "this query writes", "ecosystem apply"),
    ("Statement.TypeError", "no\nmore"): (2, "cannot answer the query: no", "correct"),
    ("General.UnknownError", "no\nmore"): (4, "failed: no (Neo.ClientError.General.UnknownError)", "db status"),
    ("Transaction.TransactionTimedOut", "no"): (4, "within the time limit; nothing was changed", "try again"),
}


@pytest.mark.parametrize(("raised", "told"), RAISED.items(), ids=[code for code, _ in RAISED])
def test_an_error_of_the_server_is_told_in_our_words(raised: tuple[str, str], told: tuple[int, str, str]) -> None:
    code, message = raised
    error = translated(Neo4jError._hydrate_neo4j(code=f"Neo.ClientError.{code}", message=message), "host:7687")
    assert (error.exit_code, told[1] in error.message, told[2] in error.fix) == (told[0], True, True)
    assert "Avery" not in str(error)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ConfigurationError("x"), (2, "the address host:7687 cannot be used")),
        (ServiceUnavailable("x"), (4, "the connection to Neo4j at host:7687 was lost")),
        (DriverError("x"), (4, "Neo4j at host:7687 cannot be used: DriverError")),
    ],
)
def test_an_error_of_the_driver_is_told_in_our_words(error: DriverError, told: tuple[int, str]) -> None:
    found = translated(error, "host:7687")
    assert (found.exit_code, found.message) == told


class Unasked:
    """A connection to a server that answers nothing."""

    @contextmanager
    def reading(self) -> Iterator[Any]:
        raise Refused("the database forbids this")
        yield


class Looking(Unasked):
    """A connection to a server with so much heap, where it says so."""

    def __init__(self, heap: int | None) -> None:
        self.heap = heap

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self

    def run(self, _: str) -> "Looking":
        return self

    def single(self) -> dict[str, int | None]:
        return {"heap": self.heap}


def as_connection(stand_in: Unasked) -> Connection:
    return stand_in  # type: ignore[return-value]


def test_an_import_is_refused_where_the_server_says_that_it_has_too_little_memory() -> None:
    check_memory(as_connection(Unasked()), 10)
    check_memory(as_connection(Unasked()), 10_000_000)
    check_memory(as_connection(Looking(None)), 10_000_000)
    with pytest.raises(Refused, match="it has 512 MB"):
        check_memory(as_connection(Looking(512 * 2**20)), 200_000)


def test_who_holds_the_graph_is_left_out_where_the_server_does_not_say() -> None:
    assert held(as_connection(Unasked())).message == "another import holds the graph; nothing was written"


def answering(answer: Callable[[], bytes]) -> Callable[..., Any]:
    """Return a stand-in for `socket.create_connection` whose peer answers so."""

    @contextmanager
    def connected(*_: object) -> Iterator[Any]:
        class Peer:
            def settimeout(self, _: float) -> None: ...
            def sendall(self, _: bytes) -> None: ...
            def recv(self, _: int) -> bytes:
                return answer()

        yield Peer()

    return connected


def raising(error: Exception) -> Callable[..., Any]:
    def raised(*_: object) -> bytes:
        raise error

    return raised


@pytest.mark.parametrize(
    ("connecting", "message"),
    [
        (raising(socket.gaierror()), "no host is called nowhere.example"),
        (raising(OSError()), "nowhere.example:7687 does not answer"),
        (answering(raising(TimeoutError())), "nowhere.example:7687 does not answer"),
        (answering(raising(ConnectionResetError())), "something else answers there"),
        (answering(lambda: b"HTTP"), "a web server answers there"),
    ],
    ids=["no host", "unreachable", "silent", "reset", "web"],
)
def test_why_there_is_no_database_is_found_out_at_its_port(
    monkeypatch: pytest.MonkeyPatch, connecting: Callable[..., Any], message: str
) -> None:
    monkeypatch.setattr("socket.create_connection", connecting)
    error = diagnosed("bolt://nowhere.example", "nowhere.example:7687")
    assert (isinstance(error, DatabaseUnreachable), message in error.message) == (True, True)


def test_a_procedure_that_is_not_on_the_list_is_named() -> None:
    with pytest.raises(Refused, match=r"`dbms\.listConfig` is not allowed"):
        check(Explained("r", (Operator("ProcedureCall", "dbms.listConfig() :: (name)"),), ()))


def test_a_plan_that_the_server_does_not_give_holds_no_operators() -> None:
    class Summary:
        gql_status_objects = ()
        query_type = None
        plan = None

    assert explained(Summary()) == Explained("", (), ())  # type: ignore[arg-type]


def test_days_and_points_are_plain_values_too() -> None:
    assert plain([date(2018, 4, 1), WGS84Point((1.5, 53.8))]) == [
        "2018-04-01",
        {"srid": 4326, "coordinates": [1.5, 53.8]},
    ]


def test_all_errors_of_ours_say_what_to_do_next() -> None:
    errors: list[EcosystemError] = [held(as_connection(Unasked())), translated(DriverError("x"), "host")]
    assert all(error.fix for error in errors)
    assert isinstance(errors[0], Conflict)
