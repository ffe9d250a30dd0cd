"""One process at a time fetches, starts or stops the local server."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ecosystem import turns
from ecosystem.problems import DatabaseUnreachable
from ecosystem.server.home import open_privately, private_folder

PATIENCE = 180.0
"""Seconds to wait for another process: longer than the longest start."""


@contextmanager
def turn(file: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock `file` for the length of the block; wait at most `patience` seconds for whoever holds it."""
    private_folder(file.parent)
    message = f"another program has been starting or stopping the database for {patience:.0f} s"
    busy = DatabaseUnreachable(message, fix="wait for it to end, or see `ecosystem db doctor`")
    with open_privately(file, 0) as stream, turns.turn(stream, patience, busy):
        yield
