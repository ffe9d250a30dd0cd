"""One process at a time: a file lock that its owner's death releases."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ecosystem.problems import DatabaseUnreachable
from ecosystem.server.home import open_privately, private_folder

PATIENCE = 180.0
"""Seconds to wait for another process: longer than the longest start."""

PAUSE = 0.1

if sys.platform == "win32":
    import msvcrt

    def _taken(stream: IO[bytes]) -> bool:
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


@contextmanager
def turn(file: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock `file` for the length of the block; wait at most `patience` seconds for whoever holds it."""
    private_folder(file.parent)
    with open_privately(file, 0) as stream:
        deadline = time.monotonic() + patience
        while not _taken(stream):
            if time.monotonic() > deadline:
                message = f"another program has been starting or stopping the database for {patience:.0f} s"
                raise DatabaseUnreachable(message, fix="wait for it to end, or see `ecosystem db doctor`")
            time.sleep(PAUSE)
        yield
