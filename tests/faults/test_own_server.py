"""A database that is starting, killed, out of memory or disk: what it confirmed is there, and the next import works.

The server is one of these tests' own, with little memory, on a small disk of its own where the system lets us have one.
"""

import dataclasses
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from faults.keeping import Keeping, once
from faults.tally import PATIENCE, Tally
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError
from store.bringing import assert_whole, bring, noted

from ecosystem import server
from ecosystem.model import Dataset, Entity
from ecosystem.problems import DatabaseUnreachable, EcosystemError, Exit, Refused
from ecosystem.server import settings as server_settings
from ecosystem.server.home import Home
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store, connect

pytestmark = [pytest.mark.own_neo4j, pytest.mark.slow]

DISK = 192
"""Megabytes of the small disk."""

HEAP = "200m"
SHARE_FOR_TRANSACTIONS = 0.06
"""Of that heap: twelve megabytes; the server takes no limit below ten."""

STARTED_SECONDS = 120.0


@dataclasses.dataclass(frozen=True)
class Disk:
    """Where the server keeps everything; `size` is 0 where the disk is not its own, for the reason given."""

    folder: Path
    size: int
    reason: str = ""

    def fill(self) -> None:
        """Fill the disk to the last byte."""
        with (self.folder / "full").open("wb", buffering=0) as stream, suppress(OSError):
            while stream.write(b"x" * 4_096):
                pass

    def free(self) -> None:
        """Make room again."""
        (self.folder / "full").unlink()


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    """Yield a small disk; at the end stop the server on it and take it away."""
    folder = tmp_path_factory.mktemp("disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tmpfs", str(folder)]
    found = subprocess.run(mount, capture_output=True, text=True, check=False)
    yield Disk(folder, 0 if found.returncode else DISK, found.stderr.strip())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_HOME", str(folder / "home"))
        server.stop()
    if not found.returncode:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture(autouse=True)
def _own_server(disk: Disk, jars: Path, monkeypatch: pytest.MonkeyPatch, _own_surroundings: None) -> None:
    place = Home(disk.folder / "home")
    if not place.jars.exists():
        place.folder.mkdir(mode=0o700)
        place.jars.symlink_to(jars, target_is_directory=True)
    monkeypatch.setenv("ECOSYSTEM_HOME", str(place.folder))
    monkeypatch.setenv("ECOSYSTEM_HEAP", HEAP)
    monkeypatch.setattr(server_settings, "HEAP_FOR_TRANSACTIONS", SHARE_FOR_TRANSACTIONS)


@contextmanager
def opened() -> Iterator[Store]:
    """Open the graph of the own server, which is started if it does not run."""
    running = server.start()
    password = running.password_file.read_text(encoding="utf-8").strip()
    with connect(Settings(running.bolt_uri, running.user, password)) as store:
        yield store


@pytest.fixture
def content(exampleton: Snapshot, entry: Entry) -> Snapshot:
    """Bring the own server's graph to another content than before, and return that."""
    with opened() as store:
        held = store.snapshot()
        made = noted(held or exampleton, store.state().revision)
        bring(store, made, entry)
    return made


def kill() -> None:
    """Kill the server, and wait until its process is gone."""
    running = server.status().server
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    while server.status().running:
        time.sleep(0.02)


def import_in_vain(files: Snapshot, entry: Entry, after_batch: Callable[[int], None]) -> EcosystemError:
    """Import while a fault happens, and return what whoever imported was told."""
    with opened() as store, pytest.raises(EcosystemError) as raised:
        bring(store, files, entry, after_batch=after_batch)
    assert raised.value.fix
    return raised.value


def import_again(fault: Tally, before: Snapshot, after: Snapshot, entry: Entry) -> None:
    """Start the server again if need be, find the content before, and import."""
    with fault.recovering(), opened() as store:
        assert_whole(store, before)
        bring(store, after, entry)
        assert_whole(store, after)


@pytest.mark.fault(6)
def test_a_command_given_while_the_database_starts_waits_for_it(
    fault: Tally, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.delenv(variable)
    for _ in fault.each():
        server.stop()
        starting = threading.Thread(target=server.start)
        with fault.recovering():
            begun = time.monotonic()
            starting.start()
            ended = keeping.start("plan").ended()
            assert time.monotonic() - begun < STARTED_SECONDS * PATIENCE
        starting.join()
        assert ended.code == 0, ended.err


@pytest.mark.fault(23)
def test_an_import_beyond_the_memory_limit_is_refused_at_once_and_not_tried_again(
    fault: Tally, content: Snapshot, entry: Entry
) -> None:
    rows = [row for row in content if not isinstance(row, Dataset)]
    note = "n" * 9_000
    many = [Entity(id=f"p{n}", label="Place", name=f"{n}", note=note, evidence_date="2024") for n in range(4_000)]
    for _ in fault.each():
        attempts: list[int] = []
        with fault.recovering():
            error = import_in_vain(Snapshot.of([*rows, *many], content.dataset), entry, attempts.append)
        assert isinstance(error, Refused)
        assert "memory" in error.message
        assert len(attempts) == len(set(attempts)), "it was tried again"
        with opened() as store:
            assert_whole(store, content)


@pytest.mark.fault(10)
def test_a_database_killed_in_the_middle_of_an_import_has_the_content_before(
    fault: Tally, content: Snapshot, entry: Entry
) -> None:
    chance, before = random.Random(10), content
    for number in fault.each():
        after = noted(before, -number)
        error = import_in_vain(after, entry, once(chance.randint(1, 10), kill))
        assert (type(error), "whole or not at all" in error.message) == (DatabaseUnreachable, True)
        import_again(fault, before, after, entry)
        before = after


@pytest.mark.fault(11)
def test_a_database_killed_right_after_it_confirmed_an_import_has_it(
    fault: Tally, content: Snapshot, entry: Entry
) -> None:
    for number in fault.each():
        after = noted(content, -100 - number)
        with opened() as store:
            revision = bring(store, after, entry).revision
            kill()
        with fault.recovering(), opened() as store:
            assert store.state().revision == revision
            assert_whole(store, after)


def exhaust_the_memory() -> None:
    """Ask for a text that no memory holds, over a connection of its own."""
    running = server.start()
    doubled = "RETURN size(reduce(text = 'x', n IN range(1, 60) | text + text))"
    login = (running.user, running.password_file.read_text(encoding="utf-8").strip())
    with (
        GraphDatabase.driver(running.bolt_uri, auth=login) as driver,
        driver.session() as session,
        pytest.raises(DriverError),
    ):
        session.run(doubled).consume()


@pytest.mark.fault(24)
def test_a_database_that_ends_for_want_of_memory_says_so_and_has_the_content_before(
    fault: Tally, content: Snapshot, entry: Entry
) -> None:
    for _ in fault.each():
        after = noted(content, -300)
        error = import_in_vain(after, entry, once(2, exhaust_the_memory))
        assert isinstance(error, DatabaseUnreachable)
        told = server.explained(error)
        assert (told.exit_code, "200 MB" in told.message) == (Exit.REFUSED, True)
        import_again(fault, content, after, entry)


def leave_no_word_of_it(log: Path) -> None:
    """Cut a log where it says that the database stopped writing, as where the last block had no room for that."""
    said = log.read_bytes().find(b" ERROR ")
    if said >= 0:
        os.truncate(log, said)


@pytest.mark.fault(25)
def test_a_database_whose_disk_is_full_keeps_what_it_confirmed_and_works_once_there_is_room(
    fault: Tally, disk: Disk, content: Snapshot, entry: Entry
) -> None:
    if not disk.size:
        pytest.skip(f"no small disk can be mounted here: {disk.reason}")
    for _ in fault.each():
        after = noted(content, -400)
        error = import_in_vain(after, entry, once(2, disk.fill))
        assert isinstance(error, DatabaseUnreachable)
        leave_no_word_of_it(Home(disk.folder / "home").logs / "debug.log")
        told = server.explained(error)
        assert (told.exit_code, "No space left on device" in told.message) == (Exit.REFUSED, True)
        disk.free()
        import_again(fault, content, after, entry)
