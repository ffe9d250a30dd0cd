"""The state folder is private; what is remembered survives, and is never believed too much."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from ecosystem import server
from ecosystem.problems import DatabaseUnreachable, Exit, Refused
from ecosystem.server.home import home, private_folder, write_privately
from ecosystem.server.memory import NO_PROGRAM, Memory, Program, remember, remembered
from ecosystem.server.ports import Ports
from ecosystem.server.process import running
from ecosystem.server.turns import turn

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file modes are a matter of POSIX systems")


def mode(path: Path) -> int:
    """Return the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_HOME", str(tmp_path / "elsewhere"))
    assert home().folder == tmp_path / "elsewhere"
    monkeypatch.delenv("ECOSYSTEM_HOME")
    assert home().folder.name == "ecosystem"


@POSIX
def test_only_the_owner_may_enter_the_folder_and_read_its_files() -> None:
    place = home()
    with turn(place.lock):
        write_privately(place.password, "secret")
        remember(place, Memory())
    assert {mode(place.folder)} == {0o700}
    assert {mode(file) for file in place.folder.iterdir()} == {0o600}


@POSIX
def test_a_folder_that_others_could_enter_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    assert mode(private_folder(tmp_path / "open")) == 0o700


def test_a_connection_lost_to_a_server_that_ran_out_of_memory_is_explained() -> None:
    place, lost = home(), DatabaseUnreachable("the connection was lost")
    private_folder(place.logs)
    place.console.write_text("INFO  Started.\n", encoding="utf-8")
    assert server.explained(lost) is lost
    with place.console.open("a", encoding="utf-8") as console:
        console.write("Terminating due to java.lang.OutOfMemoryError: Java heap space\n")
    told = server.explained(lost)
    assert (told.exit_code, "ask for less" in told.fix) == (Exit.REFUSED, True)


def test_a_database_that_could_not_write_is_explained_until_it_is_started_again() -> None:
    place, failed = home(), DatabaseUnreachable("it failed")
    private_folder(place.logs)
    panic = "2026-03-05 10:11:12.345+0000 ERROR [o.n.m.DatabaseHealth] [neo4j/1] Database panic: It needs a restart.\n"
    log = f"{panic}java.io.IOException: No space left on device\n\tat a.b.C.d(C.java:1)\n"
    (place.logs / "debug.log").write_text(log, encoding="utf-8")
    at = datetime(2026, 3, 5, 10, 11, 12, tzinfo=UTC).timestamp()
    remember(place, Memory(program=Program(1, at, 1 << 29)))
    told = server.explained(failed)
    assert (told.exit_code, "could not write: No space left on device" in told.message) == (Exit.REFUSED, True)
    remember(place, Memory(program=Program(1, at + 1, 1 << 29)))
    assert server.explained(failed) is failed


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    write_privately(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_privately(file, "new \ud800")
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"kept": "old"}


def test_a_folder_that_cannot_be_written_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("ECOSYSTEM_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(Refused, match=r"cannot write below .*home") as raised:
        server.install()
    assert raised.value.exit_code == Exit.REFUSED
    assert "ECOSYSTEM_HOME" in raised.value.fix


def test_ports_program_and_identity_are_remembered() -> None:
    memory = Memory(Ports(17687, 17474), Program(12, 3.5, 1 << 29), "the graph of Exampleton")
    remember(home(), memory)
    assert remembered(home()) == memory


def test_what_an_earlier_version_remembered_takes_writes() -> None:
    private_folder(home().folder)
    program = {"pid": 12, "created": 3.5, "heap": 1 << 29}
    kept = {"ports": {"bolt": 17687, "http": 17474}, "program": program, "identity": "ABC"}
    home().memory.write_text(json.dumps(kept), encoding="utf-8")
    assert remembered(home()) == Memory(Ports(17687, 17474), Program(12, 3.5, 1 << 29, read_only=False), "ABC")


def test_a_server_that_ended_unasked_stays_read_only_until_it_is_stopped() -> None:
    remember(home(), Memory(Ports(17687, 17474), Program(12, 3.5, 1 << 29, read_only=True)))
    assert (server.status().running, server.status().read_only) == (False, True)
    server.stop()
    assert (server.status().running, server.status().read_only) == (False, False)


def test_an_identity_is_kept_beside_the_rest() -> None:
    remember(home(), Memory(Ports(17687, 17474)))
    assert remembered(home()).identity == ""
    server.remember_identity("ABC")
    assert remembered(home()) == Memory(Ports(17687, 17474), identity="ABC")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"ports": 1}', '{"ports": {"bolt": 1}, "program": {}}'])
def test_a_memory_that_cannot_be_understood_counts_as_none(text: str) -> None:
    private_folder(home().folder)
    home().memory.write_text(text, encoding="utf-8")
    assert remembered(home()) == Memory()


def test_a_process_number_given_to_another_program_is_not_our_server() -> None:
    me = psutil.Process()
    mine = Program(me.pid, me.create_time(), 1)
    assert running(mine) is None
    assert running(replace(mine, created=mine.created - 3600)) is None


def test_a_process_that_is_only_becoming_java_is_our_server(monkeypatch: pytest.MonkeyPatch) -> None:
    me = psutil.Process()
    monkeypatch.setattr(psutil.Process, "cmdline", lambda _: [])
    assert running(Program(me.pid, me.create_time(), 1)) == me


def test_a_process_that_is_no_more_is_not_our_server() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    created = psutil.Process(child.pid).create_time()
    child.wait()
    assert running(Program(child.pid, created, 1)) is None
    assert running(NO_PROGRAM) is None


def test_stopping_what_is_not_running_changes_nothing_and_forgets_the_stale_process() -> None:
    me = psutil.Process()
    remember(home(), Memory(Ports(17687, 17474), Program(me.pid, me.create_time() - 60, 1), "ABC"))
    assert server.stop() is False
    assert remembered(home()) == Memory(Ports(17687, 17474), NO_PROGRAM, "ABC")
    assert server.stop() is False


def test_starting_before_fetching_says_what_to_do() -> None:
    with pytest.raises(DatabaseUnreachable, match=r"217 of Neo4j's 217 program files are missing") as raised:
        server.start()
    assert raised.value.fix == "run `ecosystem db install`"


def test_the_status_of_nothing_is_quiet() -> None:
    found = server.status()
    assert (found.installed, found.ready, found.running, found.server) == (False, False, False, None)
    assert not home().folder.exists()


HOLD = """
import sys, time
from pathlib import Path
from ecosystem.server.turns import turn
with turn(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_process_at_a_time_and_a_dead_one_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "server.lock"
    line = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, env=dict(os.environ)) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(DatabaseUnreachable, match="another program"), turn(file, patience=0.2):
            pass
        holder.kill()
        holder.wait()
        with turn(file, patience=5):
            pass
