"""The server listens on this computer alone, on ports nobody else uses, within the memory there is."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ecosystem.problems import Exit, Refused
from ecosystem.server.home import home
from ecosystem.server.java import environment
from ecosystem.server.ports import NOWHERE, Ports, chosen, is_free
from ecosystem.server.settings import MEGABYTE, configuration, heap_bytes, java_options


def settings_of(text: str) -> dict[str, str]:
    """Return the settings of a `neo4j.conf`."""
    return dict(line.split("=", 1) for line in text.splitlines())


@contextmanager
def listening(address: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """Listen on a port for the length of the block."""
    with socket.create_server((address, port)) as taken:
        yield int(taken.getsockname()[1])


def test_it_listens_on_the_loopback_address_only() -> None:
    settings = settings_of(configuration(Ports(17687, 17474), 512 * MEGABYTE))
    addresses = {value.split(":")[0] for name, value in settings.items() if name.endswith("_address")}
    assert addresses == {"127.0.0.1"}
    assert settings["server.https.enabled"] == "false"


def test_nothing_is_fetched_nothing_reported_and_every_wait_ends() -> None:
    settings = settings_of(configuration(Ports(17687, 17474), 512 * MEGABYTE))
    assert {
        ("dbms.security.allow_csv_import_from_file_urls", "false"),
        ("internal.dbms.cypher_ip_blocklist", "0.0.0.0/0,::/0"),
        ("dbms.usage_report.enabled", "false"),
        ("client.allow_telemetry", "false"),
        ("dbms.security.auth_enabled", "true"),
        ("db.lock.acquisition.timeout", "30s"),
        ("dbms.memory.transaction.total.max", "358m"),
    } <= set(settings.items())


@pytest.mark.parametrize("read_only", [False, True])
def test_the_graph_is_read_only_when_that_is_asked_for_and_only_then(*, read_only: bool) -> None:
    settings = settings_of(configuration(Ports(17687, 17474), 512 * MEGABYTE, read_only=read_only))
    assert settings["server.databases.default_to_read_only"] == ("true" if read_only else "false")


def test_java_ends_rather_than_limps_when_memory_is_gone() -> None:
    assert {"-Xmx512m", "-XX:+ExitOnOutOfMemoryError"} <= set(java_options(512 * MEGABYTE))


@pytest.mark.parametrize(("memory", "heap"), [(1024, 256), (2048, 512), (65536, 512)])
def test_the_heap_is_half_a_gigabyte_but_at_most_a_quarter_of_memory(
    memory: int, heap: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ECOSYSTEM_HEAP", raising=False)
    assert heap_bytes(memory * MEGABYTE) == heap * MEGABYTE


@pytest.mark.parametrize(("written", "megabytes"), [("300m", 300), ("2g", 2048), ("2G", 2048), (" 1 gb ", 1024)])
def test_the_heap_can_be_named(written: str, megabytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_HEAP", written)
    assert heap_bytes(1024 * MEGABYTE) == megabytes * MEGABYTE


@pytest.mark.parametrize("written", ["much", "2", "-1g", "1.5g", "2g -version", "0m", "9999999m"])
def test_a_heap_that_is_no_size_is_refused(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_HEAP", written)
    with pytest.raises(Refused, match="ECOSYSTEM_HEAP") as raised:
        heap_bytes()
    assert (raised.value.exit_code, raised.value.fix) == (Exit.REFUSED, "write it like 512m or 2g")


def test_remembered_ports_are_kept_while_they_are_free() -> None:
    with listening() as bolt, listening() as http:
        ports = Ports(bolt, http)
    assert chosen(ports) == (ports, "")


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])  # noqa: S104 - a program that listens everywhere
def test_a_taken_port_is_left_alone_and_the_move_is_said(address: str) -> None:
    with listening(address) as bolt, listening() as free:
        pass
    with listening(address, bolt):
        ports, note = chosen(Ports(bolt, free))
    assert bolt not in {ports.bolt, ports.http}
    assert note == (
        f"port {bolt} is in use by another program; the database now listens on {ports.bolt} and {ports.http}"
    )


def test_the_first_choice_needs_no_words() -> None:
    ports, note = chosen(NOWHERE)
    assert note == ""
    assert is_free(ports.bolt)
    assert is_free(ports.http)


def test_java_is_given_no_login_or_token_of_ours() -> None:
    ours = {"PATH": "/bin", "NEO4J_PASSWORD": "canary", "GITHUB_TOKEN": "canary", "JAVA_TOOL_OPTIONS": "canary"}
    given = environment(home(), ours)
    assert "canary" not in given.values()
    assert set(given) == {"PATH", "NEO4J_HOME", "NEO4J_CONF"}
