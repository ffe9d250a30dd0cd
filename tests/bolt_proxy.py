"""A port between driver and server that loses the commit, or the word that it was done."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum

COMMIT = b"\xb0\x12"
"""The message, as it stands after the length at the start of a chunk."""

JOURNAL = b"CREATE (i:Import)"
"""What an import sends and a transaction that only reads does not."""


class Lost(Enum):
    """What gets lost on the first commit of an import."""

    COMMIT = "the commit does not reach the server"
    REPLY = "the server commits and nobody hears of it"


class Proxy:
    """One listening port in front of a server; `lost` is what gets lost, once."""

    def __init__(self, server: tuple[str, int], lost: Lost) -> None:
        self.server, self.lost = server, lost
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.losses = 0
        self.opened = [self.listening]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client = self.listening.accept()[0]
                upstream = socket.create_connection(self.server)
                self.opened += [client, upstream]
                for each in (client, upstream):
                    each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._up, args=(client, upstream), daemon=True).start()
                threading.Thread(target=self._down, args=(upstream, client), daemon=True).start()

    def _up(self, client: socket.socket, upstream: socket.socket) -> None:
        imports = False
        with suppress(OSError):
            while data := client.recv(65_536):
                imports = imports or JOURNAL in data
                if imports and data[2:4] == COMMIT and not self.losses:
                    self.losses += 1
                    self._lose(data, client, upstream)
                    return
                upstream.sendall(data)
        _end(upstream)

    def _lose(self, data: bytes, client: socket.socket, upstream: socket.socket) -> None:
        if self.lost is Lost.REPLY:
            _end_writing(client)
            upstream.sendall(data)
            return
        _end(client)
        _end(upstream)

    @staticmethod
    def _down(upstream: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while data := upstream.recv(65_536):
                client.sendall(data)
        _end(client)
        _end(upstream)


def _end(opened: socket.socket) -> None:
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _end_writing(opened: socket.socket) -> None:
    with suppress(OSError):
        opened.shutdown(socket.SHUT_WR)


@contextmanager
def proxy(server: tuple[str, int], lost: Lost) -> Iterator[Proxy]:
    """Open a proxy in front of a server."""
    made = Proxy(server, lost)
    yield made
    for each in made.opened:
        _end(each)
        each.close()
