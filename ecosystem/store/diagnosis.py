"""Why a server could not be reached, found out by one short look at its port."""

import socket
from urllib.parse import urlsplit

from ecosystem.problems import DatabaseUnreachable

PROBE_SECONDS = 1.5
BOLT_PORT = 7687

_START = "start the database (`ecosystem db start`), or check NEO4J_URI"
_CHECK = "check host and port in NEO4J_URI; Bolt is usually port 7687"
_SCHEME = "check NEO4J_URI: a server without a certificate is `bolt://`, one with a certificate `neo4j+s://`"


def diagnosed(uri: str, place: str) -> DatabaseUnreachable:
    """Return the error that says why there is no Neo4j at an address."""
    parts = urlsplit(uri)
    try:
        with socket.create_connection((parts.hostname, parts.port or BOLT_PORT), PROBE_SECONDS) as opened:
            return _encrypted(place) if "+" in parts.scheme else _listening(opened, place)
    except socket.gaierror:
        return DatabaseUnreachable(f"no host is called {parts.hostname}", fix=_CHECK)
    except ConnectionRefusedError:
        return DatabaseUnreachable(f"no database is running at {place}", fix=_START)
    except OSError:
        return _silent(place)


def no_bolt(place: str) -> DatabaseUnreachable:
    """Return the error for a server whose answers the driver does not understand."""
    return DatabaseUnreachable(f"{place} does not speak Bolt as Neo4j does", fix=_CHECK)


def _encrypted(place: str) -> DatabaseUnreachable:
    return DatabaseUnreachable(f"no encrypted connection to {place} could be made", fix=_SCHEME)


def _silent(place: str) -> DatabaseUnreachable:
    return DatabaseUnreachable(f"{place} does not answer", fix=_CHECK)


def _listening(opened: socket.socket, place: str) -> DatabaseUnreachable:
    opened.settimeout(PROBE_SECONDS)
    try:
        opened.sendall(b"HEAD / HTTP/1.0\r\n\r\n")
        answer = opened.recv(4)
    except TimeoutError:
        return _silent(place)
    except OSError:
        answer = b""
    what = "a web server" if answer == b"HTTP" else "something else"
    return DatabaseUnreachable(f"{place} is not a Neo4j Bolt port: {what} answers there", fix=_CHECK)
