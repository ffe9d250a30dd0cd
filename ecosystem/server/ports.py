"""Choosing the two ports: the remembered ones if they are free, else the next free pair, and saying so."""

import socket
import sys
from dataclasses import dataclass

from ecosystem.problems import DatabaseUnreachable

LOOPBACK = "127.0.0.1"
FIRST_BOLT, FIRST_HTTP = 17687, 17474
"""Ten thousand above Neo4j's own, so that neither takes the other's; below the ports that systems hand out."""

PAIRS_TRIED = 100


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the server listens: for drivers, and for browsers."""

    bolt: int
    http: int


NOWHERE = Ports(0, 0)
"""The ports before any were chosen."""


def is_free(port: int) -> bool:
    """Say whether a program could listen on the loopback port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        _refuse_sharing(probe)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def _refuse_sharing(probe: socket.socket) -> None:
    """Let a port count as free in the minutes after a server ended, and as taken while one listens."""
    if sys.platform == "win32":
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def chosen(remembered: Ports) -> tuple[Ports, str]:
    """Return the ports to listen on, and a sentence if they are not the remembered ones."""
    if remembered != NOWHERE and is_free(remembered.bolt) and is_free(remembered.http):
        return remembered, ""
    for step in range(PAIRS_TRIED):
        ports = Ports(FIRST_BOLT + step, FIRST_HTTP + step)
        if is_free(ports.bolt) and is_free(ports.http):
            return ports, _moved(remembered, ports)
    raise DatabaseUnreachable(
        f"no two free ports from {FIRST_BOLT} and {FIRST_HTTP} on",
        fix="end the programs that listen there; `ecosystem db doctor` names those it may see",
    )


def _moved(remembered: Ports, ports: Ports) -> str:
    if remembered == NOWHERE:
        return ""
    taken = remembered.bolt if not is_free(remembered.bolt) else remembered.http
    return f"port {taken} is in use by another program; the database now listens on {ports.bolt} and {ports.http}"
