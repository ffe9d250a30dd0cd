"""The server as a process: starting it so that it outlives us, knowing it again, waiting for it, ending it."""

import contextlib
import os
import subprocess
import sys
import time
from typing import Any

import psutil

from ecosystem.problems import DatabaseUnreachable
from ecosystem.server.home import PRIVATE_UMASK, Home, open_privately, private_folder
from ecosystem.server.java import command, environment
from ecosystem.server.logs import READY, telling_line
from ecosystem.server.memory import Program
from ecosystem.server.settings import java_options

MAIN = "org.neo4j.server.CommunityEntryPoint"
LONGEST_START = 120.0
LONGEST_STOP = 60.0
"""Seconds: writing down what is open takes a few; beyond this it is killed, and mends itself at the next start."""

BUSY_STOP = 5.0
"""Seconds for one that answers nobody: busy with a query that it cannot leave, it would not stop in a minute."""

PAUSE = 0.1
SAID_AT_A_START = 65_536
"""Bytes of the log within which a server says that it is ready."""

CLOCK_SLACK = 2.0
"""Seconds by which a process's start may seem to move when the clock is set."""

_started: list[subprocess.Popen[bytes]] = []
"""Servers that this process started: kept, for they are meant to outlive it."""


def launch(place: Home, heap: int) -> Program:
    """Start the server and return its process; it is not ready yet."""
    private_folder(place.logs)
    arguments = [f"--home-dir={place.server}", f"--config-dir={place.conf}", "--console-mode"]
    line = command(MAIN, arguments, java_options(heap))
    with open_privately(place.console, os.O_TRUNC) as console:
        try:
            child = subprocess.Popen(
                line, cwd=place.jars, env=environment(place), stdin=subprocess.DEVNULL, stdout=console,
                stderr=subprocess.STDOUT, umask=PRIVATE_UMASK, **_apart(),
            )  # fmt: skip
        except OSError as error:
            raise DatabaseUnreachable(f"Java did not start: {error}", fix="see `ecosystem db doctor`") from error
    _started.append(child)
    return Program(child.pid, psutil.Process(child.pid).create_time(), heap)


def _apart() -> dict[str, Any]:
    """Return what cuts the server loose from our terminal, so that neither Ctrl-C nor our end reaches it."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    else:  # noqa: RET505 - the checker of types takes what follows for unreachable on Windows
        return {"start_new_session": True}


def running(program: Program) -> psutil.Process | None:
    """Return the server's process if it is alive and really ours; numbers of ended processes are given again.

    In the moment in which it becomes Java, a process has no command line.
    """
    try:
        process = psutil.Process(program.pid)
        same_start = abs(process.create_time() - program.created) < CLOCK_SLACK
        line = process.cmdline() if same_start else []
        ours = same_start and (not line or MAIN in line)
        return process if ours and process.status() != psutil.STATUS_ZOMBIE else None
    except (psutil.Error, ValueError):
        return None


def wait_until_ready(place: Home, program: Program, patience: float = LONGEST_START) -> None:
    """Wait until the server says that it has started; raises DatabaseUnreachable with what its log says instead."""
    deadline = time.monotonic() + patience
    while process := running(program):
        if is_ready(place):
            return
        if time.monotonic() > deadline:
            end(process)
            raise DatabaseUnreachable(
                f"Neo4j was not ready after {patience:.0f} s: {telling_line(place)}",
                fix="try again when the computer is less busy; see `ecosystem db doctor`",
            )
        time.sleep(PAUSE)
    raise DatabaseUnreachable(f"Neo4j ended while starting: {telling_line(place)}", fix="see `ecosystem db doctor`")


def is_ready(place: Home) -> bool:
    """Say whether the server started last has said that it is ready."""
    try:
        with place.console.open("rb") as console:
            return READY in console.read(SAID_AT_A_START)
    except OSError:
        return False


def end(process: psutil.Process, patience: float = LONGEST_STOP, *, at_once: bool = False) -> None:
    """End the server: ask it to stop, and kill it when it has not after `patience` seconds, or `at_once`."""
    with contextlib.suppress(psutil.NoSuchProcess):
        if not at_once:
            process.terminate()
        if at_once or not _ended(process, patience):
            process.kill()
            _ended(process, patience)
    _started[:] = [child for child in _started if child.poll() is None]


def _ended(process: psutil.Process, patience: float) -> bool:
    """Wait until a process runs no more; one that nobody has asked about stays listed, as in a bare container."""
    deadline = time.monotonic() + patience
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True
