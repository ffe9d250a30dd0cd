"""A small repository of files on this computer, which can be told to misbehave."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from ecosystem.server.jars import Jar

Reply = Callable[[bytes, int], tuple[int, bytes]]
"""From a file's content and the number of times it was asked for to what is sent: a code and some bytes."""


def honestly(content: bytes, _time: int) -> tuple[int, bytes]:
    """Send the file as it is."""
    return 200, content


@dataclass
class Repository:
    """Files by path, how they are sent, and what was asked for."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict)
    reply: Reply = honestly
    asked: list[str] = field(default_factory=list)
    connections: int = 0

    def publish(self, name: str, content: bytes) -> Jar:
        """Put a file up and return what a lock says of it."""
        jar = Jar("org.example", name, "1.0", "", hashlib.sha256(content).hexdigest(), len(content))
        self.files[f"/maven/{jar.path}"] = content
        return jar


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    repository: Repository

    def setup(self) -> None:
        self.repository.connections += 1
        super().setup()

    def do_GET(self) -> None:
        content = self.repository.files.get(self.path)
        if content is None:
            self._send(404, b"", 0)
            return
        self.repository.asked.append(self.path)
        code, sent = self.repository.reply(content, self.repository.asked.count(self.path))
        self._send(code, sent, len(content))

    def _send(self, code: int, sent: bytes, length: int) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(sent)
        self.close_connection = len(sent) < length

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet."""
