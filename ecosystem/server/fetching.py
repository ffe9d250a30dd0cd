"""Fetches files in parallel over one pooled connection, or copies them from a folder carried by hand.

Every file is checked against the lock on its way and moved into place only when whole.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import requests

from ecosystem.problems import DatabaseUnreachable
from ecosystem.server.home import writing_below
from ecosystem.server.jars import CHUNK, Jar
from ecosystem.server.repository import AT_ONCE, TIMEOUT, address, reason, session

Progress = Callable[[int, int], None]
"""Told the bytes in place and the bytes in all."""

ATTEMPTS = 3
"""How often one file is asked for when it arrives short or altered."""

SHOWN_FILES = 3

_BROKEN_OFF = (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError)
"""Failures on the way; those before it, the session has tried again already."""

BY_HAND = (
    "run `ecosystem db install` again (what is whole is kept); where the network forbids it, copy the folder `jars` "
    "of a computer that has it and use `ecosystem db install --jars DIR`; `ecosystem db doctor` says what is in the way"
)


class Tally:
    """Counts the bytes of all workers and tells `progress`, one call at a time."""

    def __init__(self, progress: Progress | None, total: int, wanted: int) -> None:
        self._progress, self._total, self._done = progress, total, total - wanted
        self._lock = Lock()
        self.add(0)

    def add(self, count: int) -> None:
        """Add bytes, or take them back when they turn out useless."""
        with self._lock:
            self._done += count
            if self._progress:
                self._progress(self._done, self._total)


def fetched(wanted: Sequence[Jar], folder: Path, tally: Tally) -> None:
    """Fetch the files into `folder`, several at a time; the first that cannot be had whole ends it."""
    with session() as pooled, ThreadPoolExecutor(AT_ONCE) as workers:
        tasks = [workers.submit(_fetch, jar, folder, pooled, tally) for jar in wanted]
        try:
            for task in as_completed(tasks):
                task.result()
        finally:
            for task in tasks:
                task.cancel()


def carried(wanted: Iterable[Jar], source: Path, folder: Path, tally: Tally) -> None:
    """Copy the files from the folder `source` into `folder`; all that cannot be used are named together."""
    useless = [jar.file_name for jar in wanted if not _carry(jar, source, folder, tally)]
    if useless:
        named = ", ".join(useless[:SHOWN_FILES]) + (", …" if len(useless) > SHOWN_FILES else "")
        raise DatabaseUnreachable(f"{len(useless)} files are missing or altered in {source}: {named}", fix=BY_HAND)


def _fetch(jar: Jar, folder: Path, pooled: requests.Session, tally: Tally) -> None:
    failure = ""
    for _ in range(ATTEMPTS):
        try:
            with pooled.get(f"{address()}/{jar.path}", stream=True, timeout=TIMEOUT) as answer:
                answer.raise_for_status()
                if _put(jar, answer.iter_content(CHUNK), folder, tally):
                    return
                failure = "what arrived is not what the lock says"
        except OSError as error:
            failure = reason(error)
            if not isinstance(error, _BROKEN_OFF):
                break
    raise DatabaseUnreachable(f"{jar.file_name} could not be fetched: {failure}", fix=BY_HAND)


def _carry(jar: Jar, source: Path, folder: Path, tally: Tally) -> bool:
    for file in (source / jar.file_name, source / jar.path):
        if jar.is_whole(file):
            with file.open("rb") as stream:
                return _put(jar, iter(lambda: stream.read(CHUNK), b""), folder, tally)
    return False


def _put(jar: Jar, chunks: Iterable[bytes], folder: Path, tally: Tally) -> bool:
    """Write the chunks and move them into place if they are what the lock says; say whether they were."""
    digest, written, kept = hashlib.sha256(), 0, False
    part = folder / f".{jar.file_name}.{secrets.token_hex(4)}.part"
    try:
        with _open(part) as write:
            for chunk in chunks:
                write(chunk)
                digest.update(chunk)
                written += len(chunk)
                tally.add(len(chunk))
        kept = digest.hexdigest() == jar.sha256
        if kept:
            with writing_below(folder):
                part.replace(folder / jar.file_name)
    finally:
        part.unlink(missing_ok=True)
        if not kept:
            tally.add(-written)
    return kept


@contextmanager
def _open(part: Path) -> Iterator[Callable[[bytes], None]]:
    with writing_below(part.parent):
        stream = part.open("wb")

    def write(chunk: bytes) -> None:
        with writing_below(part.parent):
            stream.write(chunk)

    with stream:
        yield write
