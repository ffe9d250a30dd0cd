"""What the tests share: two datasets, one Neo4j a run, one Chromium a run, fast tests first.

A missing Neo4j or Chromium skips the tests that need it, with the reason; with `CI=true` it fails them.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import chromium
import pytest
from faults.counting import (  # noqa: F401 - for every test
    fault,
    pytest_deselected,
    pytest_runtest_makereport,
    pytest_terminal_summary,
)
from neo4j import GraphDatabase
from pages import Open, opening
from playwright.sync_api import Browser, sync_playwright

from ecosystem import server
from ecosystem.plan import plan
from ecosystem.problems import EcosystemError
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store, connect
from ecosystem.tables import read_dataset

REPOSITORY = Path(__file__).parents[1]
TEST_HOME = REPOSITORY / ".test-home"
"""State of the server that the tests start: kept between runs, so that Neo4j is fetched once a clone."""

ByHand = Callable[..., list[dict[str, Any]]]
GraphOf = Callable[[Snapshot], Store]
SLOWER = ("slow", "own_neo4j", "neo4j", "browser")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks the one Neo4j, so that no other run does, and run what is fast first: a mistake is known soon."""
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.neo4j)
    items.sort(key=lambda item: sum(2**place for place, mark in enumerate(SLOWER) if item.get_closest_marker(mark)))


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep tests away from the data, graph and state folder of whoever runs them."""
    for name in ("COLUMNS", "ECOSYSTEM_DATA", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ECOSYSTEM_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def leeds() -> Snapshot:
    """Return the shipped dataset."""
    return read_dataset(REPOSITORY / "seed_data").snapshot


@pytest.fixture(scope="session")
def exampleton() -> Snapshot:
    """Return a small valid dataset that is not Leeds."""
    return read_dataset(REPOSITORY / "tests" / "exampleton").snapshot


@pytest.fixture(scope="session")
def jars() -> Path:
    """Return the folder of Neo4j's program files, fetched once a clone; servers of tests' own may link to it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_HOME", str(TEST_HOME))
        try:
            server.install()
        except EcosystemError as error:
            _missing(f"no Neo4j for the tests: {error}")
        return server.home().jars


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Yield the address of a Neo4j for tests: `NEO4J_TEST_URI`, else the local server, started once and stopped."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if uri:
        password = Path(os.environ["NEO4J_TEST_PASSWORD_FILE"]).read_text(encoding="utf-8").strip()
        yield Settings(uri, password=password)
        return
    request.getfixturevalue("jars")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_HOME", str(TEST_HOME))
        try:
            local = server.start()
        except EcosystemError as error:
            _missing(f"no Neo4j for the tests: {error}")
        yield Settings(local.bolt_uri, local.user, local.password_file.read_text(encoding="utf-8").strip())
        patch.setenv("ECOSYSTEM_HOME", str(TEST_HOME))
        server.stop()


@pytest.fixture(scope="session")
def by_hand(neo4j_server: Settings) -> Iterator[ByHand]:
    """Yield a way to run any Cypher, as somebody with a console would."""
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)) as driver:

        def run(cypher: str, **parameters: object) -> list[dict[str, Any]]:
            with driver.session() as session, session.begin_transaction() as tx:
                rows = tx.run(cypher, parameters).data()
                tx.commit()
            return rows

        yield run


@pytest.fixture
def empty_graph(neo4j_server: Settings, by_hand: ByHand) -> Settings:
    """Return the address of a database without nodes."""
    by_hand("MATCH (n) DETACH DELETE n")
    return neo4j_server


@pytest.fixture
def store(empty_graph: Settings) -> Iterator[Store]:
    """Yield a connection to a database without nodes."""
    with connect(empty_graph) as opened:
        yield opened


@pytest.fixture
def graph_of(neo4j_server: Settings, by_hand: ByHand) -> Iterator[GraphOf]:
    """Yield a function that returns a connection to a graph that holds a snapshot."""
    with connect(neo4j_server) as opened:

        def holding(snapshot: Snapshot) -> Store:
            _hold(opened, by_hand, snapshot)
            return opened

        yield holding


@pytest.fixture
def exampleton_graph(graph_of: GraphOf, exampleton: Snapshot) -> Store:
    """Return a connection to a graph that holds Exampleton."""
    return graph_of(exampleton)


@pytest.fixture
def leeds_graph(graph_of: GraphOf, leeds: Snapshot) -> Store:
    """Return a connection to a graph that holds Leeds."""
    return graph_of(leeds)


def _hold(store: Store, by_hand: ByHand, snapshot: Snapshot) -> None:
    try:
        held = store.snapshot()
    except EcosystemError:
        held = None
    if held is None or held.digest != snapshot.digest:
        by_hand("MATCH (n) DETACH DELETE n")
        store.apply(plan(None, snapshot), None, Entry("tests", datetime(2024, 3, 6, tzinfo=UTC)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield one headless Chromium for the run."""
    if lacking := chromium.what_is_missing():
        _missing(lacking)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Yield a way to open the page of a view at an address, in a window of some size, dark or light."""
    with opening(browser, tmp_path / "map.html") as opened:
        yield opened


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
