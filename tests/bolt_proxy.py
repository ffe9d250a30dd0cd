"""A port between driver and server where what passes is delayed, lost or cut off, as a test wants it."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from ecosystem.store import Settings

COMMIT = b"\xb0\x12"
"""The message, as it stands after the length at the start of a chunk."""

JOURNAL = b"CREATE (i:Import)"
"""What an import sends and a transaction that only reads does not."""


@dataclass(slots=True)
class Pair:
    """One connection, both its halves; `imports` once an import has been seen on it."""

    client: socket.socket
    upstream: socket.socket
    imports: bool = False

    def reset(self) -> None:
        """Break both halves off, so that each side is told that its connection was reset."""
        for each in (self.client, self.upstream):
            each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            each.shutdown(socket.SHUT_RD)
            each.close()


class Wire:
    """What happens to what passes: here nothing. `losses` counts what happened."""

    keeps_open = False
    """Whether the server goes on believing in a client that has gone."""

    def __init__(self) -> None:
        self.losses = 0

    def up(self, _data: bytes, _pair: Pair) -> bool:
        """Tell whether something goes on to the server."""
        return True

    def down(self, data: bytes) -> Iterator[bytes]:
        """Yield what goes on to the client."""
        yield data

    def is_commit(self, data: bytes, pair: Pair) -> bool:
        """Tell whether this is the first commit of an import."""
        pair.imports = pair.imports or JOURNAL in data
        return pair.imports and data[2:4] == COMMIT and not self.losses


class CommitLost(Wire):
    """The first commit does not reach the server."""

    def up(self, data: bytes, pair: Pair) -> bool:
        if not self.is_commit(data, pair):
            return True
        self.losses += 1
        end(pair.client)
        return False


class ReplyLost(Wire):
    """The server commits and nobody hears of it."""

    def up(self, data: bytes, pair: Pair) -> bool:
        if self.is_commit(data, pair):
            self.losses += 1
            with suppress(OSError):
                pair.client.shutdown(socket.SHUT_WR)
        return True


class Reset(Wire):
    """The connection is reset at one message of all that are sent to the server."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.left = at

    def up(self, _data: bytes, pair: Pair) -> bool:
        self.left -= 1
        if self.left != 0:
            return True
        self.losses += 1
        pair.reset()
        return False


class HalfOpen(Wire):
    """The client vanishes, and the server is not told."""

    keeps_open = True


class Slow(Wire):
    """Every message waits before it goes to the server, and comes back at so many bytes a second."""

    def __init__(self, latency: float, bytes_per_second: float) -> None:
        super().__init__()
        self.latency, self.rate = latency, bytes_per_second

    def up(self, data: bytes, _pair: Pair) -> bool:
        self.losses += 1
        time.sleep(self.latency + len(data) / self.rate)
        return True

    def down(self, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), 100):
            piece = data[start : start + 100]
            time.sleep(len(piece) / self.rate)
            yield piece


class Proxy:
    """One listening port in front of a server."""

    def __init__(self, server: tuple[str, int], wire: Wire) -> None:
        self.server, self.wire = server, wire
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.opened = [self.listening]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                pair = Pair(self.listening.accept()[0], socket.create_connection(self.server))
                self.opened += [pair.client, pair.upstream]
                for each in (pair.client, pair.upstream):
                    each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._up, args=(pair,), daemon=True).start()
                threading.Thread(target=self._down, args=(pair,), daemon=True).start()

    def _up(self, pair: Pair) -> None:
        with suppress(OSError):
            while data := pair.client.recv(65_536):
                if not self.wire.up(data, pair):
                    break
                pair.upstream.sendall(data)
        if not self.wire.keeps_open:
            end(pair.upstream)

    def _down(self, pair: Pair) -> None:
        with suppress(OSError):
            while data := pair.upstream.recv(65_536):
                for piece in self.wire.down(data):
                    pair.client.sendall(piece)
        end(pair.client)
        end(pair.upstream)


def end(opened: socket.socket) -> None:
    """End a connection in both directions; closing it alone would not wake who waits for it."""
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


@contextmanager
def through(settings: Settings, wire: Wire) -> Iterator[Settings]:
    """Open a proxy in front of a server, and yield the address by which to reach the server through it."""
    parts = urlsplit(settings.uri)
    made = Proxy((str(parts.hostname), parts.port or 7687), wire)
    yield Settings(f"bolt://127.0.0.1:{made.port}", settings.username, settings.password)
    for each in made.opened:
        end(each)
        each.close()
