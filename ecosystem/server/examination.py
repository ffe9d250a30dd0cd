"""What the doctor looks at, one section of the page each; each says what was found and what is wrong."""

import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from ecosystem import __version__
from ecosystem.problems import EcosystemError
from ecosystem.server.artifacts import missing
from ecosystem.server.asking import takes_login
from ecosystem.server.home import PRIVATE_FILE, Home
from ecosystem.server.jars import NEO4J_VERSION, locked_jars
from ecosystem.server.java import java_version_said
from ecosystem.server.life import ServerStatus
from ecosystem.server.logs import errors, telling_line
from ecosystem.server.memory import NO_PROGRAM, remembered
from ecosystem.server.ports import LOOPBACK, NOWHERE, is_free
from ecosystem.server.process import is_ready
from ecosystem.server.reach import look
from ecosystem.server.settings import MEGABYTE

LEAST_DISK = 500 * MEGABYTE
"""Free space below which a start may fail: the program files take 146 MB, an empty graph and its logs a few more."""

LEAST_MEMORY = 700 * MEGABYTE
"""Free memory below which a start is slow or fails; the server takes 400 to 680 MB with its first heap."""

SHOWN_ERRORS = 8

WITHOUT_NETWORK = (
    "ask your IT desk to allow it, or bring the folder `jars` from a computer that has it: "
    "`ecosystem db install --jars DIR`"
)


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the page: its lines, and what is wrong there with what to do about it."""

    title: str
    lines: tuple[str, ...]
    wrong: tuple[str, ...] = ()


def versions() -> Section:
    """Say which versions there are, and whether Java runs on this computer at all."""
    lines = [f"ecosystem {__version__}, Python {platform.python_version()}, {platform.platform()}"]
    try:
        return Section("Versions", (*lines, f"Neo4j {NEO4J_VERSION}, {java_version_said()}"))
    except EcosystemError as error:
        return Section("Versions", (*lines, f"Neo4j {NEO4J_VERSION}"), (f"{error.message}; {error.fix}",))


def files(place: Home) -> Section:
    """Say how many of the program files are there and whole."""
    wanting, jars = missing(place.jars), locked_jars()
    megabytes = sum(jar.size for jar in jars) / 1e6
    line = f"{len(jars) - len(wanting)} of {len(jars)} are fetched and whole ({megabytes:.0f} MB in all)"
    altered = [jar.file_name for jar in wanting if (place.jars / jar.file_name).exists()]
    wrong = [f"{len(wanting)} program files are missing or altered: run `ecosystem db install`"] if wanting else []
    return Section("Program files", (line, *(f"altered: {name}" for name in altered)), tuple(wrong))


def program(place: Home, found: ServerStatus) -> Section:
    """Say whether our server runs, whether it ended unasked, and which other Neo4j servers run."""
    server = found.server
    others = [pid for pid in _neo4j_processes() if server is None or pid != server.pid]
    lines = [f"another Neo4j server runs as process {pid}" for pid in others]
    if server is None:
        return Section("Programs", ("the local database does not run", *lines), tuple(_end_unasked(place)))
    state = ("ready" if found.ready else "still starting") + ", read-only" * server.read_only
    ours = f"the local database runs as process {server.pid}, heap {server.heap // MEGABYTE} MB, {state}"
    return Section("Programs", (ours, f"started {server.started_at:%Y-%m-%d %H:%M:%S} UTC", *lines))


def _neo4j_processes() -> Iterator[int]:
    for process in psutil.process_iter(["pid", "cmdline"]):
        if any("neo4j" in word and word.endswith("EntryPoint") for word in process.info["cmdline"] or ()):
            yield process.info["pid"]


def _end_unasked(place: Home) -> Iterator[str]:
    if remembered(place).program == NO_PROGRAM:
        return
    if is_ready(place):
        yield "the local database ended without being stopped, as when the computer restarts: run `ecosystem db start`"
    else:
        yield f"the last start failed: {telling_line(place)}"


def login(place: Home, found: ServerStatus) -> Section:
    """Try the login, where the server runs: whoever sat in Neo4j Browser may have renamed the user."""
    if found.server is None or not found.ready:
        return Section("Login", ("not tried: the local database does not run",))
    if not found.answers():
        busy = "the local database answers nobody: `ecosystem db stop` ends what it is busy with"
        return Section("Login", ("not tried: the local database answers nobody",), (busy,))
    taken = takes_login(remembered(place).ports.http, found.server.user, place.password.read_text("utf-8").strip())
    said = {True: "opens it", False: "is refused", None: "could not be tried"}[taken]
    line = f"user {found.server.user} with the password in {place.password}: {said}"
    return Section("Login", (line,), (f"the login is refused: {_new_logins(place)}",) if taken is False else ())


def _new_logins(place: Home) -> str:
    """The database of logins is made anew at a start without it, from the file that set the first password."""
    kept = " and ".join(str(place.data / kind / "system") for kind in ("databases", "transactions"))
    return f"run `ecosystem db stop`, move {kept} away, and `ecosystem db start`: the graph stays, other logins do not"


def ports(place: Home, found: ServerStatus) -> Section:
    """Say who listens on the two remembered ports."""
    kept = remembered(place).ports
    if kept == NOWHERE:
        return Section("Ports", ("none chosen yet",))
    named = ((kept.bolt, "drivers"), (kept.http, "browsers"))
    lines = [f"{LOOPBACK}:{port} for {purpose}: {_listener(port)}" for port, purpose in named]
    if found.server is None and not all(is_free(port) for port, _ in named):
        lines.append("a port is taken by another program: the next start chooses others and says so")
    return Section("Ports", tuple(lines))


def _listener(port: int) -> str:
    if is_free(port):
        return "free"
    try:
        found = psutil.net_connections("tcp")
        pids = [one.pid for one in found if one.status == psutil.CONN_LISTEN and one.laddr[1:] == (port,) and one.pid]
        return f"{psutil.Process(pids[0]).name()}, process {pids[0]}" if pids else "a program that is not ours to see"
    except psutil.Error:
        return "a program that is not ours to see"


def folders(place: Home) -> Section:
    """Say where everything lies, and whether others could read the password."""
    kept = (place.folder, place.jars, place.data, place.logs)
    lines = [f"{folder}{'' if folder.is_dir() else ' (not there yet)'}" for folder in kept]
    if not place.password.is_file():
        return Section("Folders", (*lines, f"{place.password} (not there yet)"))
    lines.append(f"{place.password} (not shown)")
    open_to_all = sys.platform != "win32" and stat.S_IMODE(place.password.stat().st_mode) != PRIVATE_FILE
    wrong = (f"others may read {place.password}: run `chmod 600` on it",) if open_to_all else ()
    return Section("Folders", tuple(lines), wrong)


def network(place: Home) -> Section:
    """Say how the program files would be fetched, who vouches for the other side, and what stands in the way."""
    reach = look()
    lines = (
        f"repository: {reach.host}",
        f"proxy: {reach.proxy}",
        f"certificate signed by: {reach.signed_by or 'not seen'}",
        f"answer: {reach.trouble or 'files can be fetched'}",
    )
    needed = reach.trouble and missing(place.jars)
    return Section("Network", lines, (f"{reach.trouble}; {WITHOUT_NETWORK}",) if needed else ())


def computer(place: Home) -> Section:
    """Say how much memory and disk there is, and whether it is enough."""
    memory = psutil.virtual_memory()
    there = next(folder for folder in (place.folder, *place.folder.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    lines = (
        f"memory: {memory.available // MEGABYTE:,} MB free of {memory.total // MEGABYTE:,} MB",
        f"disk: {free // MEGABYTE:,} MB free below {there}",
    )
    wrong = [f"only {free // MEGABYTE} MB are free below {there}"] if free < LEAST_DISK else []
    if memory.available < LEAST_MEMORY:
        wrong.append(f"only {memory.available // MEGABYTE} MB of memory are free: close other programs")
    return Section("Computer", lines, tuple(wrong))


def log(place: Home) -> Section:
    """Give the last lines of the logs that speak of errors."""
    return Section("Last errors in the log", tuple(errors(place, SHOWN_ERRORS)) or ("none",))
