"""A connection to a Neo4j, made within limits of time, to a server that is supported and is the one expected."""

import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Event, Timer
from typing import Any, TypeVar
from urllib.parse import urlsplit

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    Transaction,
    unit_of_work,
)
from neo4j.api import BookmarkManager
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from ecosystem.problems import EcosystemError, Refused, Unanswered, UsageError, quoted
from ecosystem.store.diagnosis import BOLT_PORT, diagnosed, no_bolt
from ecosystem.store.failures import told, translated
from ecosystem.store.settings import Settings

Reached = TypeVar("Reached")

CONNECT_SECONDS = 4.0
ACQUIRE_SECONDS = 5.0
READ_SECONDS = 120.0
GRACE_SECONDS = 5.0
"""How much longer than its time limit a transaction may leave us without an answer."""

OLDEST_SUPPORTED = (5, 26)

_GREETING = """
CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel'
CALL db.info() YIELD id
RETURN versions[0] AS version, id AS identity
"""

STILL_BUSY = (
    "ask for less; the server may be busy with it still, as with a regular expression that tries every way: "
    "`ecosystem db stop` ends the local one, `TERMINATE TRANSACTION` in Neo4j Browser another"
)
"""The next step where a server has not ended a query in time."""

_STUMBLED = (AttributeError, TypeError, LookupError, ValueError, ArithmeticError, MemoryError, RecursionError)
"""What the driver raises over answers that are none: it trusts a server to be one."""

logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Connection:
    """An open driver, the database it speaks to, and the bookmarks that make what was written seen by what reads.

    `identity` tells this database from any other: it is the id of its store.
    """

    driver: Driver
    settings: Settings
    bookmarks: BookmarkManager
    identity: str = ""

    @property
    def place(self) -> str:
        """The server's address, for messages."""
        return place_of(self.settings)

    def session(self, access: str) -> Session:
        """Return a session on the settings' database."""
        database = self.settings.database or None
        return self.driver.session(database=database, default_access_mode=access, bookmark_manager=self.bookmarks)

    @contextmanager
    def reading(self, seconds: float = READ_SECONDS) -> Iterator[Transaction]:
        """Open a transaction that can only read; failures are raised in our words."""
        with (
            told(self.place, seconds),
            self._deadline(seconds),
            self.session(READ_ACCESS) as session,
            _reached(lambda: session.begin_transaction(timeout=seconds)) as tx,
        ):
            yield tx

    def greeted(self) -> "Connection":
        """Return the connection once the server has answered, is a supported one, and the one expected.

        `DatabaseUnreachable` where it does not answer or refuses the login, `Refused` where it is another.
        """
        try:
            with self._deadline(READ_SECONDS), self.session(READ_ACCESS) as session:
                version, identity = _reached(lambda: session.execute_read(_greeting))
        except ServiceUnavailable:
            raise diagnosed(self.settings.uri, self.place) from None
        except (Neo4jError, DriverError) as error:
            raise _at_greeting(translated(error, self.place), self.place) from None
        except _STUMBLED:
            raise no_bolt(self.place) from None
        check_version(str(version), self.place)
        if self.settings.expected_identity not in {"", identity}:
            raise Refused(
                f"the server at {self.place} is not the one started here",
                fix="stop the other server, or set NEO4J_URI if it is the one you mean",
            )
        return replace(self, identity=str(identity))

    @contextmanager
    def _deadline(self, seconds: float) -> Iterator[None]:
        """End a transaction that the server does not end: its own time limit begins only after it has read a query."""
        passed = Event()

        def end() -> None:
            passed.set()
            self.driver.close()

        timer = Timer(seconds + GRACE_SECONDS, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (Neo4jError, DriverError, OSError):
            if not passed.is_set():
                raise
            message = f"Neo4j at {self.place} did not answer within {seconds + GRACE_SECONDS:.0f} seconds"
            raise Unanswered(message, fix=STILL_BUSY) from None
        finally:
            timer.cancel()

    @contextmanager
    def writing(self, seconds: float, purpose: dict[str, Any]) -> Iterator[Transaction]:
        """Open a transaction that may write, with its own time limit; it is undone unless it is committed.

        Failures are raised as the driver raises them. `purpose` is shown by `SHOW TRANSACTIONS`.
        """
        with (
            self.session(WRITE_ACCESS) as session,
            _reached(lambda: session.begin_transaction(metadata=purpose, timeout=seconds)) as tx,
        ):
            yield tx


@unit_of_work(timeout=READ_SECONDS)
def _greeting(tx: ManagedTransaction) -> tuple[object, object]:
    version, identity = tx.run(_GREETING).single(strict=True)
    return version, identity


def _at_greeting(error: EcosystemError, place: str) -> EcosystemError:
    """Return the error itself, unless it blames us: what is asked at a greeting, every Neo4j can answer."""
    return no_bolt(place) if isinstance(error, UsageError) else error


def _reached(reach: Callable[[], Reached]) -> Reached:
    """Return what reaching for the server returns; `ServiceUnavailable` also where a connection ends while it is made.

    The driver lets the system's error through then, and its destructor stumbles over the half that it had made: nobody
    needs to read of that.
    """
    try:
        return reach()
    except OSError as error:
        hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
        error.__traceback__ = None
        sys.unraisablehook = hook
        raise ServiceUnavailable(str(error)) from None


def place_of(settings: Settings) -> str:
    """Return host and port of a server.

    >>> place_of(Settings("bolt://localhost"))
    'localhost:7687'
    """
    parts = urlsplit(settings.uri)
    return f"{parts.hostname}:{parts.port or BOLT_PORT}"


@contextmanager
def connected(settings: Settings) -> Iterator[Connection]:
    """Open a connection; `DatabaseUnreachable` within ten seconds, `Refused` for a server not supported or not ours."""
    with told(place_of(settings)):
        driver = _driver(settings)
    try:
        with driver:
            yield Connection(driver, settings, GraphDatabase.bookmark_manager()).greeted()
    except BufferError:  # closing after Ctrl-C cut a reading short, the driver stumbles over what was half read
        raise KeyboardInterrupt from None


def _driver(settings: Settings) -> Driver:
    return GraphDatabase.driver(
        settings.uri,
        auth=(settings.username, settings.password),
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=ACQUIRE_SECONDS,
        max_transaction_retry_time=0,
        telemetry_disabled=True,
        warn_notification_severity=NotificationMinimumSeverity.OFF,
    )


def check_version(version: str, place: str) -> None:
    """Refuse a server older than the supported ones.

    >>> check_version("5.26.20", "localhost:7687"), check_version("2025.06.1", "x"), check_version("5.27-aura", "x")
    (None, None, None)
    """
    found = re.match(r"(\d+)\.(\d+)", version)
    if found is None or (int(found[1]), int(found[2])) < OLDEST_SUPPORTED:
        oldest = ".".join(map(str, OLDEST_SUPPORTED))
        raise Refused(
            f"the Neo4j at {place} is version {quoted(version)}; {oldest} or later is needed",
            fix="use a newer server, or leave NEO4J_URI unset to have one fetched",
        )
