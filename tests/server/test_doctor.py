"""The doctor's page says what is wrong and where, with nothing there and no network, and keeps secrets."""

import http.server
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from server.maven import Repository

from ecosystem import server
from ecosystem.server.certificate import issuer_of
from ecosystem.server.home import home, private_folder, write_privately
from ecosystem.server.memory import Memory, Program, remember
from ecosystem.server.ports import Ports
from ecosystem.server.reach import look
from ecosystem.server.repository import masked

NOBODY = "http://127.0.0.1:1/maven"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_MAVEN", NOBODY)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")


def test_with_nothing_there_it_says_what_to_do_first() -> None:
    report = server.doctor()
    assert report.wrong[0] == "217 program files are missing or altered: run `ecosystem db install`"
    assert "127.0.0.1 cannot be reached" in report.wrong[1]
    assert "db install --jars" in report.wrong[1]
    assert report.text.startswith("Wrong with the local database:\n  - 217 program files")
    assert not home().folder.exists()


def test_every_section_is_there_whatever_is_wrong() -> None:
    titles = [section.title for section in server.doctor().sections]
    assert titles == [
        "Versions", "Program files", "Programs", "Login", "Ports", "Folders", "Network", "Computer",
        "Last errors in the log",
    ]  # fmt: skip


def test_it_never_shows_the_password() -> None:
    private_folder(home().folder)
    write_privately(home().password, "canary-password")
    text = server.doctor().text
    assert "canary" not in text
    assert f"{home().password} (not shown)" in text


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a matter of POSIX systems")
def test_a_password_that_others_may_read_is_wrong() -> None:
    private_folder(home().folder)
    home().password.write_text("secret", encoding="utf-8")
    home().password.chmod(0o644)
    assert any("others may read" in sentence for sentence in server.doctor().wrong)


def test_proxy_and_repository_are_shown_without_their_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("HTTP_PROXY", "http://ann:canary@127.0.0.1:2")
    monkeypatch.setenv("http_proxy", "http://ann:canary@127.0.0.1:2")
    monkeypatch.setenv("ECOSYSTEM_MAVEN", "http://bob:canary@maven.invalid/maven")
    text = server.doctor().text
    assert "proxy: http://***@127.0.0.1:2" in text
    assert "the proxy did not let us through to maven.invalid" in text
    assert "canary" not in text


def test_a_start_that_failed_is_told_with_the_line_that_says_why() -> None:
    private_folder(home().logs)
    remember(home(), Memory(Ports(17687, 17474), Program(1, 1.0, 1)))
    home().console.write_text("Starting...\nERROR Failed: Address already in use\n", encoding="utf-8")
    report = server.doctor()
    assert any("the last start failed: ERROR Failed: Address already in use" in sentence for sentence in report.wrong)
    assert "console.log: ERROR Failed: Address already in use" in report.text


def test_a_server_that_ended_unasked_is_told() -> None:
    private_folder(home().logs)
    remember(home(), Memory(Ports(17687, 17474), Program(1, 1.0, 1)))
    home().console.write_text("INFO  Started.\n", encoding="utf-8")
    assert any("ended without being stopped" in sentence for sentence in server.doctor().wrong)


def test_a_repository_that_answers_is_no_trouble(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_MAVEN", repository.address)
    assert look().trouble == "127.0.0.1 answered 404"
    repository.files = dict.fromkeys([f"/maven/{server.missing()[0].path}"], b"content")
    assert (look().trouble, look().proxy) == ("", "none")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://ann:secret@host/x", "https://***@host/x"),
        ("http://ann@host", "http://***@host"),
        ("https://host/a@b", "https://host/a@b"),
    ],
)
def test_credentials_in_addresses_are_hidden(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_issuers_are_read_as_python_reads_them() -> None:
    trusted = ssl.create_default_context()
    decoded = trusted.get_ca_certs()
    short = {"countryName": "C", "organizationName": "O", "organizationalUnitName": "OU", "commonName": "CN"}
    written = [
        ", ".join(f"{short[kind]}={value}" for part in authority["issuer"] for kind, value in part if kind in short)
        for authority in decoded
    ]
    assert written, "this computer trusts no authority at all"
    assert [issuer_of(authority) for authority in trusted.get_ca_certs(binary_form=True)] == written


@pytest.fixture
def intercepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put an authority that nobody trusts between us and the repository."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
            "-days", "2", "-subj", "/O=Example Trust/CN=Example Interceptor", "-addext", "subjectAltName=DNS:localhost",
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    served = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    served.socket = context.wrap_socket(served.socket, server_side=True)
    served.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setenv("ECOSYSTEM_MAVEN", f"https://localhost:{served.server_port}/maven")
    yield
    served.shutdown()
    served.server_close()
    thread.join()


@pytest.mark.usefixtures("intercepted")
def test_a_certificate_nobody_trusts_is_told_with_who_signed_it() -> None:
    reach = look()
    assert reach.signed_by == "O=Example Trust, CN=Example Interceptor"
    assert reach.trouble.startswith("the certificate of localhost is not trusted by this computer")
