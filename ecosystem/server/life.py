"""Start, stop and status of the local server."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from ecosystem.problems import DatabaseUnreachable, LoginRefused, Refused, Unanswered
from ecosystem.server.admin import USER, set_password
from ecosystem.server.artifacts import installed, missing
from ecosystem.server.asking import answers
from ecosystem.server.home import Home, home, private_folder, write_privately
from ecosystem.server.jars import NEO4J_VERSION, locked_jars
from ecosystem.server.java import JAVA_VERSION
from ecosystem.server.logs import panic, ran_out_of_memory
from ecosystem.server.memory import NO_PROGRAM, Memory, remember, remembered
from ecosystem.server.ports import LOOPBACK, chosen, is_free
from ecosystem.server.process import (
    BUSY_STOP,
    LONGEST_START,
    LONGEST_STOP,
    end,
    is_ready,
    launch,
    running,
    wait_until_ready,
)
from ecosystem.server.settings import MEGABYTE, configuration, heap_bytes
from ecosystem.server.turns import turn

TRIES = 3
DATABASE = "neo4j"
"""The name of the only database that Neo4j Community has for us."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, how to log in, and what to tell the person who asked for it.

    `heap` is in bytes; `identity` is what the store wrote down to know its graph again, empty at first; `read_only`
    says that it takes no writes from anybody.
    """

    bolt_uri: str
    http_uri: str
    user: str
    password_file: Path
    pid: int
    started_at: datetime
    heap: int
    identity: str = ""
    read_only: bool = False
    notes: tuple[str, ...] = ()

    @property
    def browser_address(self) -> str:
        """The address of Neo4j Browser with all filled in that is no secret: the server, the user, the database."""
        login = self.bolt_uri.replace("://", f"://{self.user}@", 1)
        return f"{self.http_uri}/browser/?" + urlencode(
            {"dbms": login, "db": DATABASE, "preselectAuthMethod": "NATIVE"}
        )


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is known of the local server without asking it.

    `server` is None while it does not run; `ready` is false while it is still starting. `read_only` says that it takes
    no writes, or will take none when it is started after it ended unasked.
    """

    installed: bool
    ready: bool
    read_only: bool
    server: Server | None
    folder: Path
    version: str
    java: str

    @property
    def running(self) -> bool:
        """Whether the server's process is alive."""
        return self.server is not None

    def answers(self) -> bool:
        """Ask the server whether it greets who comes; takes three seconds where it does not."""
        return self.running and answers(remembered(home()).ports.bolt)


def start(patience: float = LONGEST_START, *, read_only: bool | None = None) -> Server:
    """Start the local server and return it once it answers; one that runs already is returned as it is.

    It listens on this computer alone, outlives this program, and waits its turn when another program starts it
    too. With `read_only` said, one that runs the other way is started again; without, it takes writes unless it ended
    unasked while it took none. Raises DatabaseUnreachable when the program files are not whole or it is not ready
    after `patience` seconds.
    """
    place = home()
    with turn(place.lock):
        memory, note = remembered(place), ""
        if read_only not in {None, memory.program.read_only}:
            _end(place, memory)
            memory = replace(memory, program=replace(NO_PROGRAM, read_only=bool(read_only)))
        if running(memory.program):
            wait_until_ready(place, memory.program, patience)
        else:
            _require_whole_files(place)
            memory, note = _launched_and_ready(place, memory, patience)
        return replace(_described(place, memory), notes=(note,) if note else ())


def _launched_and_ready(place: Home, memory: Memory, patience: float, tries: int = TRIES) -> tuple[Memory, str]:
    """Launch, and again on other ports if another program has taken one in the seconds until ours listened."""
    launched, note = _launched(place, memory)
    try:
        wait_until_ready(place, launched.program, patience)
    except DatabaseUnreachable:
        if tries == 1 or (is_free(launched.ports.bolt) and is_free(launched.ports.http)):
            raise
        return _launched_and_ready(place, launched, patience, tries - 1)
    return launched, note


def _launched(place: Home, memory: Memory) -> tuple[Memory, str]:
    ports, note = chosen(memory.ports)
    heap = heap_bytes()
    private_folder(place.server)
    private_folder(place.conf)
    read_only = memory.program.read_only
    write_privately(place.conf / "neo4j.conf", configuration(ports, heap, read_only=read_only))
    set_password(place)
    launched = replace(memory, ports=ports, program=replace(launch(place, heap), read_only=read_only))
    remember(place, launched)
    return launched, note


def _require_whole_files(place: Home) -> None:
    if wanting := missing(place.jars):
        message = f"{len(wanting)} of Neo4j's {len(locked_jars())} program files are missing or altered"
        raise DatabaseUnreachable(message, fix="run `ecosystem db install`")


def stop() -> bool:
    """End the local server and say whether one was running; the next start takes writes."""
    place = home()
    with turn(place.lock):
        memory = remembered(place)
        ended = _end(place, memory)
        if memory.program != NO_PROGRAM:
            remember(place, replace(memory, program=NO_PROGRAM))
        return ended


def _end(place: Home, memory: Memory) -> bool:
    process = running(memory.program)
    if process:
        # One that could not write all of a transaction would write the rest of it now, and then find it torn.
        at_once = bool(panic(place, memory.program.created))
        end(process, BUSY_STOP if _answers_nobody(place, memory) else LONGEST_STOP, at_once=at_once)
    return process is not None


def _answers_nobody(place: Home, memory: Memory) -> bool:
    """Tell whether the server runs and has started, and yet greets nobody who comes."""
    return bool(running(memory.program)) and is_ready(place) and not answers(memory.ports.bolt)


def explained(error: DatabaseUnreachable) -> DatabaseUnreachable | Refused:
    """Return the refusal that says why the local server ended or could not write, where that is known; else `error`.

    Neo4j counts the memory that rows take, but not that of one text or list while it is being built; when that is not
    enough, the server ends rather than limps. One that a query keeps so busy that it answers nobody is ended here, and
    so is one that could not write, which would be torn by writing the rest later.
    """
    place = home()
    memory = remembered(place)
    program = memory.program
    if ran_out_of_memory(place):
        return Refused(
            f"this needs more memory than the local database has ({program.heap // MEGABYTE} MB); it has ended",
            fix="ask for less, or set ECOSYSTEM_HEAP; the next command starts it again with all that was loaded",
        )
    if reason := panic(place, program.created):
        _end_now(place)
        return Refused(
            f"the local database could not write: {reason}; it was ended",
            fix=f"free some space below {place.folder}, then do it again: what was confirmed before is there",
        )
    if isinstance(error, LoginRefused):
        return LoginRefused(error.message, fix="see `ecosystem db doctor`: it says how to log in again")
    return _too_busy(error, place) if _answers_nobody(place, memory) else error


def _too_busy(error: DatabaseUnreachable, place: Home) -> DatabaseUnreachable:
    """End the server where our own query keeps it busy, and return what to say."""
    if not isinstance(error, Unanswered):
        fix = "`ecosystem db stop` ends what it is busy with; the next command starts it again"
        return DatabaseUnreachable(f"{error.message}: the local database is too busy", fix=fix)
    _end_now(place)
    fix = "ask for less; the next command starts it again with all that was loaded"
    return DatabaseUnreachable(f"{error.message}, nor does it answer anybody else: it was ended", fix=fix)


def _end_now(place: Home) -> None:
    with turn(place.lock):
        if process := running(remembered(place).program):
            end(process, at_once=True)


def status() -> ServerStatus:
    """Return what is known of the local server, at once and without the network."""
    place = home()
    memory = remembered(place)
    server = _described(place, memory) if running(memory.program) else None
    return ServerStatus(
        installed=installed(),
        ready=server is not None and is_ready(place),
        read_only=memory.program.read_only,
        server=server,
        folder=place.folder,
        version=NEO4J_VERSION,
        java=JAVA_VERSION,
    )


def _described(place: Home, memory: Memory) -> Server:
    return Server(
        bolt_uri=f"bolt://{LOOPBACK}:{memory.ports.bolt}",
        http_uri=f"http://{LOOPBACK}:{memory.ports.http}",
        user=USER,
        password_file=place.password,
        pid=memory.program.pid,
        started_at=datetime.fromtimestamp(memory.program.created, UTC),
        heap=memory.program.heap,
        identity=memory.identity,
        read_only=memory.program.read_only,
    )
