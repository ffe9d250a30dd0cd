"""What the server's logs say, in one line or a few."""

import errno
import os
import re
import shutil
from datetime import datetime
from pathlib import Path

from ecosystem.server.home import Home
from ecosystem.server.repository import masked

READY = b" Started."
TAIL = 65_536
"""Bytes read from a log's end."""
ROOM_FOR_WORDS = 65_536
"""Bytes of free disk below which a log may hold no word of what went wrong."""

_TELLING = re.compile(r"\b(ERROR|Caused by|Exception|OutOfMemory|Error:|Address already in use)")
_OUT_OF_MEMORY = re.compile(r"^Terminating due to java\.lang\.OutOfMemoryError")
_PANIC = re.compile(r"(\S+ \S+) ERROR .*Database panic: .*\n(?:[\w.$]+: )?(.*)")
_LONGEST_LINE = 300


def last_lines(file: Path, telling: re.Pattern[str], count: int) -> list[str]:
    """Return the last `count` lines of a log that match; empty where there is no such file."""
    lines = [masked(line.strip())[:_LONGEST_LINE] for line in _end_of(file).splitlines() if telling.search(line)]
    return lines[-count:]


def _end_of(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - TAIL))
            return stream.read().decode("utf-8", "replace")
    except OSError:
        return ""


def errors(place: Home, count: int) -> list[str]:
    """Return the last lines of the server's logs that speak of errors, the last start's first."""
    for file in (place.console, place.logs / "neo4j.log", place.logs / "debug.log"):
        if lines := last_lines(file, _TELLING, count):
            return [f"{file.name}: {line}" for line in lines]
    return []


def ran_out_of_memory(place: Home) -> bool:
    """Say whether the server started last ended because its memory was not enough."""
    return bool(last_lines(place.console, _OUT_OF_MEMORY, 1))


def panic(place: Home, since: float) -> str:
    """Return why the database, started at `since`, has stopped writing for good; empty where it has not.

    Neo4j does so where it could not write all of a transaction; on a full disk its log may have no room to say so.
    """
    panics = _PANIC.findall(_end_of(place.logs / "debug.log"))
    reasons = [reason for at, reason in panics if datetime.fromisoformat(at).timestamp() >= since]
    if not reasons and place.logs.exists() and shutil.disk_usage(place.logs).free < ROOM_FOR_WORDS:
        reasons = [os.strerror(errno.ENOSPC)]
    return masked(reasons[-1])[:_LONGEST_LINE] if reasons else ""


def telling_line(place: Home) -> str:
    """Return the log line that best says why a start failed, and where to read on."""
    lines = last_lines(place.console, _TELLING, 20) or last_lines(place.console, re.compile(r"\S"), 1)
    return f"{lines[-1] if lines else 'it said nothing'} (see {place.console})"
