"""The real server: started by two at once, outliving both, alone on this computer, mending itself after a kill."""

import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from ecosystem import server
from ecosystem.problems import DatabaseUnreachable, Exit, LoginRefused, Unanswered
from ecosystem.server.home import Home, home
from ecosystem.server.ports import is_free

pytestmark = [pytest.mark.own_neo4j, pytest.mark.slow]

START = "from ecosystem import server; print(server.start().pid)"


@pytest.fixture(scope="module")
def place(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """Yield a state folder with program files of its own in it; at the end, stop what runs there."""
    folder = tmp_path_factory.mktemp("server") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_HOME", str(folder))
        server.install(jars)
        yield home()
        patch.setenv("ECOSYSTEM_HOME", str(folder))
        server.stop()


@pytest.fixture(autouse=True)
def _there(place: Home, monkeypatch: pytest.MonkeyPatch, _own_surroundings: None) -> None:
    monkeypatch.setenv("ECOSYSTEM_HOME", str(place.folder))


def password() -> str:
    """Return the running server's password."""
    return home().password.read_text(encoding="utf-8")


def asked(cypher: str, secret: str | None = None) -> list[dict[str, Any]]:
    """Return the rows that the server, started if need be, answers with."""
    running = server.start()
    with GraphDatabase.driver(running.bolt_uri, auth=(running.user, secret or password())) as driver:
        return [row.data() for row in driver.execute_query(cypher).records]


def test_two_programs_that_start_it_at_once_get_one_server_that_outlives_them() -> None:
    server.stop()
    starters = [
        subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.PIPE, env=dict(os.environ), text=True)
        for _ in range(2)
    ]
    pids = {int(starter.communicate()[0]) for starter in starters}
    assert len(pids) == 1
    assert server.status().ready
    assert server.start().pid == pids.pop()


def test_a_second_start_finds_the_first() -> None:
    first = server.start()
    second = server.start()
    assert (first, first.notes) == (second, ())
    assert server.status().server == first


def test_it_listens_on_this_computer_only() -> None:
    running = server.start()
    listening = [
        one.laddr for one in psutil.Process(running.pid).net_connections("tcp") if one.status == psutil.CONN_LISTEN
    ]
    assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}
    assert {f"127.0.0.1:{address.port}" for address in listening} == {
        running.bolt_uri.removeprefix("bolt://"),
        running.http_uri.removeprefix("http://"),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a matter of POSIX systems")
def test_nobody_else_may_read_its_files(place: Home) -> None:
    server.start()
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    readable = [
        file.name
        for folder in (place.folder, place.server, place.conf, place.data, place.logs)
        for file in folder.iterdir()
        if stat.S_IMODE(file.stat().st_mode) & 0o077
    ]
    assert readable == []


def test_its_password_is_nowhere_but_in_its_file(place: Home) -> None:
    process = psutil.Process(server.start().pid)
    told = [*process.cmdline(), *process.environ().values(), server.doctor().text, str(server.status())]
    written = [file for file in place.folder.rglob("*") if file.is_file() and file.parent != place.jars]
    told += [file.read_text(encoding="utf-8", errors="replace") for file in written if file != place.password]
    assert len(password()) == 48
    assert len(written) > 10
    assert not [text for text in told if password() in text]


def test_only_the_password_opens_it() -> None:
    assert asked("RETURN 1 AS one") == [{"one": 1}]
    with pytest.raises(AuthError):
        asked("RETURN 1 AS one", "neo4j")


@pytest.mark.parametrize("address", ["file:///neo4j.conf", "http://127.0.0.1:{port}/browser/"])
def test_queries_can_read_no_file_and_no_page(address: str) -> None:
    port = server.start().http_uri.rpartition(":")[2]
    with pytest.raises(Neo4jError, match=r"configuration property"):
        asked(f"LOAD CSV FROM '{address.format(port=port)}' AS line RETURN line")


def test_after_a_kill_it_starts_again_with_its_data_though_its_port_is_snatched_meanwhile(place: Home) -> None:
    before = server.start()
    port = int(before.bolt_uri.rpartition(":")[2])
    asked("MERGE (:Kept {id: 'before the kill'})")
    psutil.Process(before.pid).kill()
    while server.status().running:
        time.sleep(0.05)
    assert any("ended without being stopped" in sentence for sentence in server.doctor().wrong)
    settings = place.conf / "neo4j.conf"
    written = settings.stat().st_mtime_ns
    with ThreadPoolExecutor(1) as aside:
        starting = aside.submit(server.start)
        while settings.stat().st_mtime_ns == written:
            time.sleep(0.01)
        with socket.create_server(("127.0.0.1", port)):
            after = starting.result()
    assert after.bolt_uri != before.bolt_uri
    assert after.notes[0].startswith(f"port {port} is in use by another program")
    assert asked("MATCH (kept:Kept) RETURN kept.id AS id") == [{"id": "before the kill"}]


def test_after_a_query_that_exhausts_its_memory_it_says_so_and_starts_again_with_its_data() -> None:
    asked("MERGE (:Kept {id: 'before the query'})")
    running = server.start()
    doubled = "RETURN size(reduce(text = 'x', n IN range(1, 60) | text + text))"
    with (
        GraphDatabase.driver(running.bolt_uri, auth=(running.user, password())) as driver,
        driver.session() as session,
        pytest.raises(DriverError),
    ):
        session.run(doubled).consume()
    told = server.explained(DatabaseUnreachable("the connection was lost"))
    assert (told.exit_code, "512 MB" in told.message) == (Exit.REFUSED, True)
    assert asked("MATCH (kept:Kept {id: 'before the query'}) RETURN count(kept) AS kept") == [{"kept": 1}]


@pytest.fixture
def deaf() -> psutil.Process:
    """Return a server of ours that listens and hears nothing, as one does whose memory is full of one query."""
    asked("MERGE (:Kept {id: 1})")
    process = psutil.Process(server.start().pid)
    process.suspend()
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="a suspended process is no server there")
def test_a_server_that_our_query_keeps_from_answering_is_ended_and_starts_again_with_its_data(
    deaf: psutil.Process,
) -> None:
    assert (server.status().running, server.status().answers()) == (True, False)
    other = server.explained(DatabaseUnreachable("it does not answer"))
    assert (deaf.is_running(), "db stop" in other.fix) == (True, True)
    ours = server.explained(Unanswered("it did not answer"))
    assert (server.status().running, "it was ended" in ours.message, ours.exit_code) == (False, True, Exit.DATABASE)
    assert asked("MATCH (n:Kept {id: 1}) RETURN count(n) AS found") == [{"found": 1}]
    assert server.status().answers()


@pytest.mark.skipif(sys.platform == "win32", reason="a suspended process is no server there")
def test_a_server_that_answers_nobody_is_stopped_within_seconds(deaf: psutil.Process) -> None:
    assert any("answers nobody" in sentence for sentence in server.doctor().wrong)
    begun = time.monotonic()
    assert server.stop()
    assert time.monotonic() - begun < 20
    assert not server.status().running
    assert not deaf.is_running() or deaf.status() == psutil.STATUS_ZOMBIE


def test_a_renamed_user_is_found_by_the_doctor_whose_advice_brings_the_login_back(place: Home) -> None:
    asked("MERGE (:Kept {id: 1})")
    assert not any("login" in sentence for sentence in server.doctor().wrong)
    with GraphDatabase.driver(server.start().bolt_uri, auth=("neo4j", password())) as driver:
        driver.execute_query("RENAME USER neo4j TO other", database_="system")
    advice = next(sentence for sentence in server.doctor().wrong if "the login is refused" in sentence)
    assert "db doctor" in server.explained(LoginRefused("it refused the login")).fix
    server.stop()
    for folder in (place.data / "databases" / "system", place.data / "transactions" / "system"):
        assert str(folder) in advice
        folder.rename(place.folder / folder.parent.name)
    assert asked("MATCH (n:Kept {id: 1}) RETURN count(n) AS found") == [{"found": 1}]
    assert not any("login" in sentence for sentence in server.doctor().wrong)


def test_stopping_twice_is_as_good_as_once() -> None:
    running = server.start()
    assert server.stop() is True
    assert server.stop() is False
    assert is_free(int(running.bolt_uri.rpartition(":")[2]))
    assert (server.status().installed, server.status().running) == (True, False)


def test_altered_program_files_are_not_run_but_brought_again(place: Home, jars: Path) -> None:
    server.stop()
    first, second = sorted(place.jars.iterdir())[:2]
    first.unlink()
    content = second.read_bytes()
    second.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(DatabaseUnreachable, match=r"2 of Neo4j's 217 program files are missing or altered"):
        server.start()
    assert f"altered: {second.name}" in server.doctor().text
    assert server.install(jars) == 2
    assert server.missing() == ()


def test_a_start_that_fails_names_what_java_said(place: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "jars").symlink_to(place.jars, target_is_directory=True)
    monkeypatch.setenv("ECOSYSTEM_HOME", str(tmp_path / "other"))
    monkeypatch.setenv("ECOSYSTEM_HEAP", "1m")
    with pytest.raises(DatabaseUnreachable, match=r"Too small maximum heap .*console\.log") as raised:
        server.start()
    assert raised.value.exit_code == Exit.DATABASE
    assert any("the last start failed: Too small maximum heap" in sentence for sentence in server.doctor().wrong)
