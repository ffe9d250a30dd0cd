"""One process at a time: a lock on an open file that its owner's death releases.

>>> from tempfile import TemporaryFile
>>> with TemporaryFile() as stream, turn(stream, 0, EcosystemError("somebody else holds it")):
...     pass
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from ecosystem.problems import EcosystemError

PAUSE = 0.1
_BEYOND = 2**30
"""Where a byte is locked on systems whose locks keep others from reading: no file of ours is that long."""

if sys.platform == "win32":
    import msvcrt

    def _taken(stream: IO[bytes]) -> bool:
        stream.seek(_BEYOND)
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
def turn(stream: IO[bytes], patience: float, otherwise: EcosystemError) -> Iterator[None]:
    """Hold the lock on an open file for the length of the block.

    Whoever holds it is waited for, at most `patience` seconds; then `otherwise` is raised. Closing the file lets go.
    """
    deadline = time.monotonic() + patience
    while not _taken(stream):
        if time.monotonic() > deadline:
            raise otherwise
        time.sleep(PAUSE)
    yield
