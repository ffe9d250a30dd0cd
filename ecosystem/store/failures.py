"""What Neo4j and its driver say when something fails, in our words: cause, next step, exit code, no secret."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    CypherSyntaxError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from ecosystem.plan import PLAN_AGAIN
from ecosystem.problems import Conflict, DatabaseUnreachable, EcosystemError, LoginRefused, Refused, UsageError
from ecosystem.store.syntax import shorter

LOST = (ServiceUnavailable, SessionExpired)
"""The connection went away, perhaps after the database had done what it was asked (`IncompleteCommit` is one)."""

MEMORY = frozenset({"MemoryPoolOutOfMemoryError", "OutOfMemoryError", "TransactionMemoryLimit", "StackOverFlowError"})
TIMED_OUT = frozenset(
    {
        "TransactionTimedOut",
        "TransactionTimedOutClientConfiguration",
        "TransactionTerminated",
        "Terminated",
        "LockClientStopped",
    }
)
LOCKED = "LockAcquisitionTimeout"
DEADLOCK = "DeadlockDetected"

WRITE_THE_FILES = "change the files, then use `ecosystem apply`"
"""The next step for whoever would write into the graph."""

_MEMORY_SETTINGS = "dbms.memory.transaction.total.max"


def reason_of(error: Neo4jError) -> str:
    """Return the last word of an error's code, such as `SyntaxError`."""
    return (error.code or "").rpartition(".")[2]


@contextmanager
def told(place: str, seconds: float = 0) -> Iterator[None]:
    """Raise what the driver raises as an error of ours; `place` names the server, `seconds` the time it was given."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise translated(error, place, seconds) from None


def translated(error: Neo4jError | DriverError, place: str, seconds: float = 0) -> EcosystemError:
    """Return an error of the driver as one of ours."""
    if isinstance(error, Neo4jError):
        return _from_server(error, place, seconds)
    if isinstance(error, ConfigurationError):
        return UsageError(f"the address {place} cannot be used", fix="check NEO4J_URI")
    if isinstance(error, LOST):
        return DatabaseUnreachable(f"the connection to Neo4j at {place} was lost", fix=_TRY_AGAIN)
    return DatabaseUnreachable(f"Neo4j at {place} cannot be used: {type(error).__name__}", fix=_TRY_AGAIN)


_TRY_AGAIN = "see whether it runs (`ecosystem db status`), then try again"


def _from_server(error: Neo4jError, place: str, seconds: float) -> EcosystemError:
    reason = reason_of(error)
    if isinstance(error, AuthError) or reason in _LOGIN:
        return _login_refused(reason, place)
    if reason in MEMORY:
        return out_of_memory(error)
    if reason in TIMED_OUT:
        return DatabaseUnreachable(
            f"Neo4j at {place} did not finish within the time limit{_of(seconds)}; nothing was changed",
            fix="ask for less, or try again when it has less to do",
        )
    if make := _BY_REASON.get(reason):
        return make(_first_line(error))
    if (error.code or "").startswith(_OF_THE_QUERY):
        return UsageError(f"Neo4j cannot answer the query: {_whole(error)}", fix="correct the query")
    return DatabaseUnreachable(f"Neo4j at {place} failed: {_first_line(error)} ({error.code})", fix=_TRY_AGAIN)


def _of(seconds: float) -> str:
    return f" of {seconds:g} second{'' if seconds == 1 else 's'}" if seconds else ""


_OF_THE_QUERY = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.", "Neo.ClientError.Schema.TokenName")

_LOGIN = frozenset(
    {"Unauthorized", "AuthenticationRateLimit", "CredentialsExpired", "TokenExpired", "AuthorizationExpired"}
)


def _login_refused(reason: str, place: str) -> EcosystemError:
    if reason == "AuthenticationRateLimit":
        return DatabaseUnreachable(
            f"Neo4j at {place} has locked this login after several wrong passwords",
            fix="wait a few seconds, then try once with the right password",
        )
    if reason == "CredentialsExpired":
        return DatabaseUnreachable(f"the password for Neo4j at {place} has expired", fix="set a new one in Neo4j first")
    return LoginRefused(
        f"Neo4j at {place} refused the login",
        fix="check NEO4J_USERNAME and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE",
    )


def out_of_memory(error: Neo4jError) -> Refused:
    """Return the refusal for a memory limit: trying again would only reach it again."""
    named = next((word.strip("`'\".,") for word in str(error.message).split() if ".memory." in word), "")
    return Refused(
        f"this is more than the database's memory allows ({named or _MEMORY_SETTINGS}); nothing was changed",
        fix=f"do less at once, or give the server more memory (ECOSYSTEM_HEAP, or {named or _MEMORY_SETTINGS})",
    )


def _constraint(_: str) -> EcosystemError:
    """The database names the values; they may be a person's, and stay out of messages."""
    message = "the graph already holds a row that the plan would add; nothing was written"
    return Conflict(message, fix=PLAN_AGAIN)


def _locked(_: str) -> EcosystemError:
    return Conflict("another writer holds the graph; nothing was changed", fix="wait until it is done, then try again")


def _read_only(_: str) -> EcosystemError:
    return Refused("this query writes; only reading is allowed here", fix=WRITE_THE_FILES)


def _forbidden(message: str) -> EcosystemError:
    return Refused(f"the database forbids this: {message}", fix="ask whoever runs the database for the right")


def _written_by_nobody(_: str) -> EcosystemError:
    fix = "ask whoever runs it to let it be written; if it is the local one, run `ecosystem db stop` and try again"
    return Refused("the database is read-only; nothing was changed", fix=fix)


def _parameter_missing(message: str) -> EcosystemError:
    names = message.partition(":")[2].strip()
    return UsageError(f"the query needs a value for {names}", fix="give one for each: `--param NAME=VALUE`")


def _no_database(message: str) -> EcosystemError:
    return DatabaseUnreachable(message, fix="check NEO4J_DATABASE")


_BY_REASON: dict[str, Callable[[str], EcosystemError]] = {
    "ConstraintValidationFailed": _constraint,
    "ConstraintCreationFailed": _constraint,
    LOCKED: _locked,
    DEADLOCK: _locked,
    "AccessMode": _read_only,
    "UnsupportedAdministrationCommand": _read_only,
    "ParameterMissing": _parameter_missing,
    "Forbidden": _forbidden,
    "ForbiddenOnReadOnlyDatabase": _written_by_nobody,
    "WriteOnReadOnlyAccessDatabase": _written_by_nobody,
    "DatabaseNotFound": _no_database,
    "DatabaseUnavailable": _no_database,
}


def _first_line(error: Neo4jError) -> str:
    return str(error.message or "").partition("\n")[0]


def _whole(error: Neo4jError) -> str:
    """A syntax error shows the line and the place in it; others say enough in one line."""
    return shorter(str(error.message or "")) if isinstance(error, CypherSyntaxError) else _first_line(error)
