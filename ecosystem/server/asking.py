"""Asking the local server whether it still answers, and whether it takes our login, without a driver."""

import base64
import http.client
import socket

from ecosystem.server.ports import LOOPBACK

ANSWER_SECONDS = 3.0
"""A server that is well greets in a few milliseconds; one whose memory is full of one query in minutes."""

_GREETING = b"\x60\x60\xb0\x17" + bytes((0, 0, 4, 5)) + bytes(12)
"""Bolt's first words, and the one version that is asked for."""


def answers(port: int, seconds: float = ANSWER_SECONDS) -> bool:
    """Say whether whoever listens on a port of this computer greets as Neo4j does, within so many seconds."""
    try:
        with socket.create_connection((LOOPBACK, port), seconds) as opened:
            opened.sendall(_GREETING)
            return len(opened.recv(4)) > 0
    except OSError:
        return False


def takes_login(port: int, user: str, password: str, seconds: float = ANSWER_SECONDS) -> bool | None:
    """Say whether the server's port for browsers takes a login; None where it does not say."""
    login = base64.b64encode(f"{user}:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json"}
    asked = http.client.HTTPConnection(LOOPBACK, port, timeout=seconds)
    try:
        asked.request("POST", "/db/system/tx/commit", '{"statements": []}', headers)
        return {200: True, 401: False}.get(asked.getresponse().status)
    except (OSError, http.client.HTTPException):
        return None
    finally:
        asked.close()
