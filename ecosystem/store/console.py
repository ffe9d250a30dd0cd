"""Cypher that only reads: checked by its plan before it runs, limited in time, rows and bytes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from neo4j import Record, Result, Transaction
from neo4j.exceptions import Neo4jError

from ecosystem.problems import Refused, UsageError
from ecosystem.store.connection import Connection
from ecosystem.store.failures import translated
from ecosystem.store.measure import check_measure, check_values
from ecosystem.store.plain import plain
from ecosystem.store.safety import Explained, Notification, check, check_run, check_text, explained


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may run and how large its answer may be."""

    seconds: float = 30.0
    rows: int = 10_000
    bytes: int = 20_000_000

    def reached(self, rows: int, size: int) -> str:
        """Return the limit that an answer of so many rows and bytes goes beyond, in words, if it does.

        `Refused` where one row alone does.

        >>> Limits().reached(10_001, 50_000), Limits().reached(2, 20_000_001), Limits().reached(1, 1)
        ('10,000 rows', '20 MB', '')
        """
        if size > self.bytes:
            if rows == 1:
                raise Refused(f"one row of the answer is larger than {self.bytes / 1e6:g} MB", fix="return less of it")
            return f"{self.bytes / 1e6:g} MB"
        return f"{self.rows:,} rows" if rows > self.rows else ""


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of plain values; `limit` names the limit that cut the rows short, if one did.

    `remarks` are Neo4j's own on the query, where it was looked at before it ran.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    limit: str = ""
    remarks: tuple[Notification, ...] = ()


def explain(
    connection: Connection, query: str, parameters: Mapping[str, object], seconds: float = DEFAULT_LIMITS.seconds
) -> Explained:
    """Return what Neo4j would do for a query, without doing it; `UsageError` where it does not understand it.

    `Refused` where the query is too long or too deep for it to read, or calls what is not its own.
    """
    check_measure(query)
    check_text(query)
    with connection.reading(seconds) as tx:
        return _explained(connection, tx, query, parameters)


def _explained(connection: Connection, tx: Transaction, query: str, parameters: Mapping[str, object]) -> Explained:
    try:
        return explained(tx.run(f"EXPLAIN\n{query}", dict(parameters)).consume())
    except Neo4jError as error:
        told = translated(error, connection.place)
        if isinstance(told, UsageError):
            raise UsageError(_one_line_up(told.message), fix=told.fix) from None
        raise


def _one_line_up(message: str) -> str:
    """The query stands below a line of ours; its own lines count from 1."""
    place = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")
    return place.sub(lambda found: f"(line {max(int(found[1]) - 1, 1)}, column {found[2]})", message)


def read(connection: Connection, query: str, parameters: Mapping[str, object], limits: Limits) -> Answer:
    """Return the answer to a query, once its plan was checked.

    `Refused` where it does more than read the graph, `UsageError` where it cannot be understood or a parameter is
    missing, `DatabaseUnreachable` when its time is up.
    """
    check_values(parameters)
    check_measure(query)
    check_text(query)
    with connection.reading(limits.seconds) as tx:
        found = _explained(connection, tx, query, parameters)
        check(found)
        result = tx.run(query, dict(parameters))
        answer = answered(result, limits)
        if not answer.limit:  # else asking for the summary would wait for the rows that nobody wants
            check_run(result.consume())
        return replace(answer, remarks=found.notifications)


def answered(result: Result, limits: Limits = DEFAULT_LIMITS) -> Answer:
    """Return the rows of a result as plain values, as many as the limits let through."""
    columns = tuple(result.keys())
    rows: list[tuple[object, ...]] = []
    size = 0
    for record in result:
        row = _plain(record)
        size += len(repr(row))
        if limit := limits.reached(len(rows) + 1, size):
            return Answer(columns, tuple(rows), limit)
        rows.append(row)
    return Answer(columns, tuple(rows))


def _plain(record: Record) -> tuple[object, ...]:
    return tuple(plain(value) for value in record.values())
