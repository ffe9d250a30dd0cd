"""A database that cannot be used is named within limits of time, with cause, next step, and no secret."""

import contextlib
import dataclasses
import errno
import gc
import http.server
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from neo4j._async_compat.network._bolt_socket import BoltSocketBase

from ecosystem.problems import DatabaseUnreachable, Refused
from ecosystem.store import Settings, connect
from ecosystem.store.connection import check_version

SECRET = "canary-secret"


def failure_of(settings: Settings) -> tuple[DatabaseUnreachable, float]:
    """Connect in vain; return the error and the seconds it took."""
    begun = time.monotonic()
    with pytest.raises(DatabaseUnreachable) as raised, connect(settings):
        pass
    assert raised.value.exit_code == 4
    assert raised.value.fix
    assert SECRET not in str(raised.value)
    return raised.value, time.monotonic() - begun


@contextmanager
def listening(*, answers: bool) -> Iterator[int]:
    """Open a port that accepts and stays silent, or accepts and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            while True:
                try:
                    server.accept()[0].close()
                except OSError:
                    return

        if answers:
            threading.Thread(target=hang_up, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Web(http.server.BaseHTTPRequestHandler):
    """A web server that answers `HEAD` and writes no log."""

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.mark.fault(1)
@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s"])
def test_a_closed_port_is_named_at_once(scheme: str) -> None:
    port = closed_port()
    error, seconds = failure_of(Settings(f"{scheme}://127.0.0.1:{port}", password=SECRET))
    assert error.message == f"no database is running at 127.0.0.1:{port}"
    assert seconds < 5


@pytest.mark.fault(2)
def test_a_port_that_never_answers_is_given_up_within_ten_seconds() -> None:
    with listening(answers=False) as port:
        error, seconds = failure_of(Settings(f"bolt://127.0.0.1:{port}", password=SECRET))
    assert error.message == f"127.0.0.1:{port} does not answer"
    assert seconds < 10


@pytest.mark.fault(3)
def test_a_web_server_is_recognised_as_one() -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        error, seconds = failure_of(Settings(f"bolt://127.0.0.1:{web.server_port}", password=SECRET))
        web.shutdown()
    assert error.message.endswith("is not a Neo4j Bolt port: a web server answers there")
    assert seconds < 10


def test_a_program_that_hangs_up_is_no_bolt_port() -> None:
    with listening(answers=True) as port:
        error, _ = failure_of(Settings(f"bolt://127.0.0.1:{port}", password=SECRET))
    assert "is not a Neo4j Bolt port" in error.message


VERSION_5_4 = bytes((0, 0, 4, 5))
AGREEING = b"\xb1\x70\xa1\x86server\x8bNeo4j/9.9.9"
FAILING = b"\xb1\x7f\xa1\x84code\xd0\x25Neo.ClientError.Statement.SyntaxError"


@contextmanager
def pretending(handshake: bytes, answer: bytes = b"") -> Iterator[int]:
    """Open a port that answers Bolt's first words, and then gives one answer to whatever it is told."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def pretend() -> None:
            with contextlib.suppress(OSError):
                while True:
                    threading.Thread(target=talk, args=(server.accept()[0],), daemon=True).start()

        def talk(opened: socket.socket) -> None:
            with opened, contextlib.suppress(OSError):
                opened.recv(20)
                opened.sendall(handshake)
                while answer and (heard := opened.recv(65_536)):
                    message = len(answer).to_bytes(2, "big") + answer + bytes(2)
                    opened.sendall(message * heard.count(bytes(2)))

        threading.Thread(target=pretend, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("handshake", "answer"),
    [
        (VERSION_5_4, AGREEING),
        (VERSION_5_4, FAILING),
        (VERSION_5_4, b"\xb1\x70\xc1"),
        (VERSION_5_4, b"\xb1\x70\x81\xff"),
        (VERSION_5_4, b"garbage"),
        (bytes(4), b""),
        (bytes((0, 0, 9, 9)), b""),
        (b"garb", b"age"),
    ],
    ids=["agrees", "fails", "half a number", "no text", "garbage", "no version", "version 9.9", "all garbage"],
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_server_that_does_not_speak_as_neo4j_does_is_told(handshake: bytes, answer: bytes) -> None:
    with pretending(handshake, answer) as port:
        error, seconds = failure_of(Settings(f"bolt://127.0.0.1:{port}", password=SECRET))
    assert f"127.0.0.1:{port}" in error.message
    assert seconds < 10


def test_a_host_that_does_not_exist_is_named() -> None:
    error, _ = failure_of(Settings("bolt://no-such-host.invalid", password=SECRET))
    assert error.message == "no host is called no-such-host.invalid"


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.fault(4)
def test_a_wrong_password_is_refused_without_trying_again(empty_graph: Settings) -> None:
    error, seconds = failure_of(dataclasses.replace(empty_graph, password=SECRET))
    assert seconds < 5
    assert "refused the login" in error.message


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.fault(4)
def test_a_login_locked_after_several_wrong_passwords_is_told(empty_graph: Settings) -> None:
    wrong = dataclasses.replace(empty_graph, password=SECRET)
    *_, last = (failure_of(wrong) for _ in range(4))
    assert "locked this login after several wrong passwords" in last[0].message
    wait_until_unlocked(empty_graph)


def wait_until_unlocked(settings: Settings) -> None:
    """A login is locked for five seconds."""
    for _ in range(10):
        time.sleep(1)
        try:
            with connect(settings):
                return
        except DatabaseUnreachable:
            continue
    pytest.fail("the login stayed locked")


@pytest.mark.neo4j
def test_encryption_asked_of_a_server_without_it_is_said(empty_graph: Settings) -> None:
    error, _ = failure_of(dataclasses.replace(empty_graph, uri=empty_graph.uri.replace("bolt://", "bolt+s://")))
    assert "no encrypted connection" in error.message


@pytest.mark.neo4j
def test_a_database_that_does_not_exist_is_named(empty_graph: Settings) -> None:
    error, _ = failure_of(dataclasses.replace(empty_graph, database="nowhere"))
    assert "nowhere" in error.message
    assert "NEO4J_DATABASE" in error.fix


@pytest.mark.neo4j
def test_a_server_of_another_identity_is_refused(empty_graph: Settings) -> None:
    with connect(empty_graph) as store:
        ours = store.identity()
    with connect(dataclasses.replace(empty_graph, expected_identity=ours)) as store:
        assert store.identity() == ours
    with (
        pytest.raises(Refused, match="is not the one started here") as raised,
        connect(dataclasses.replace(empty_graph, expected_identity="another")),
    ):
        pass
    assert raised.value.exit_code == 6


@pytest.mark.fault(33)
@pytest.mark.parametrize("version", ["4.4.30", "5.20.0", "unknown", ""])
def test_a_server_too_old_is_refused(version: str) -> None:
    with pytest.raises(Refused, match=r"5\.26 or later is needed"):
        check_version(version, "localhost:7687")


def test_ctrl_c_that_meets_the_driver_reading_is_ctrl_c(empty_graph: Settings) -> None:
    with pytest.raises(KeyboardInterrupt), connect(empty_graph):
        raise BufferError("Existing exports of data: object cannot be re-sized")


@pytest.mark.neo4j
def test_a_connection_that_ends_while_it_is_made_is_told_without_a_word_of_the_driver(
    neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    connecting = BoltSocketBase.__init__

    def ends(self: BoltSocketBase, *arguments: Any) -> None:
        def gone() -> None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")

        connecting(self, *arguments)
        self.getpeername = gone

    heard: list[sys.UnraisableHookArgs] = []
    monkeypatch.setattr(sys, "unraisablehook", heard.append)
    with connect(neo4j_server) as store:
        monkeypatch.setattr(BoltSocketBase, "__init__", ends)
        failure_of(neo4j_server)
        with store.connection.reading(), pytest.raises(DatabaseUnreachable), store.connection.reading():
            pass
    gc.collect()
    assert [one for one in heard if one.exc_type is not ResourceWarning] == []  # the driver leaves a socket to Python
