"""A repository of program files on this computer."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from server.maven import Handler, Repository


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """Yield a repository that `ECOSYSTEM_MAVEN` points to."""
    handler = type("Handler", (Handler,), {})
    served = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    handler.repository = Repository(f"http://127.0.0.1:{served.server_port}/maven")
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setenv("ECOSYSTEM_MAVEN", handler.repository.address)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield handler.repository
    served.shutdown()
    served.server_close()
    thread.join()
