"""What asking costs: the program's own start, and a named question against the same statement by the bare driver.

Everything is measured in turns within one run, so that only ratios are told; the median of the rounds counts, and its
spread, from the fifth to the ninety-fifth hundredth, stands beside it. What is limited is a named query against the
same statement, both connected. The whole of a question is told beside it, without a limit: from connecting to leaving
again it also asks who answers, which dataset is held, whom a name means and what is left out, in statements of their
own, against a driver that connects and sends the one statement.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

import pytest
from bench.figures import Figure, told
from bench.places import many
from leeds.asked import GIVEN
from neo4j import READ_ACCESS, GraphDatabase, Session

from ecosystem import answers, server
from ecosystem.plan import plan
from ecosystem.queries import converted, library
from ecosystem.queries.values import Value
from ecosystem.shipped import shipped
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, connect
from ecosystem.tables import read_dataset

HELP_RATIO = 0.35
QUERY_RATIO = 1.3
STARTS, ROUNDS, COPIES = 15, 7, 20
IMPORTS = "import neo4j, networkx, pydantic, click, pyvis"


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def ratios(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> list[float]:
    """Return how much longer ours takes than theirs, in turns, after one round that does not count."""
    seconds(ours), seconds(theirs)
    return [seconds(ours) / seconds(theirs) for _ in range(rounds)]


def spread(found: Sequence[float]) -> str:
    """Return between what nine tenths of the rounds lie."""
    twentieths = quantiles(found, n=20)
    return f"{twentieths[0]:.2f} to {twentieths[-1]:.2f}"


def starts() -> Figure:
    """Measure the help against importing the five packages that the project is made with."""
    program = str(Path(sys.executable).with_name("ecosystem"))

    def ran(*line: str) -> Callable[[], object]:
        return lambda: subprocess.run(line, check=True, stdout=subprocess.DEVNULL)

    found = ratios(ran(program, "--help"), ran(sys.executable, "-c", IMPORTS), STARTS)
    return Figure("`ecosystem --help` against five imports", median(found), HELP_RATIO, "times", spread(found))


def questions(settings: Settings, place: Snapshot, name: str) -> list[Figure]:
    """Bring a place into the graph, and measure every named question against its statement by the bare driver.

    Once as a command asks it, from connecting to the whole answer, and once the statement alone, connected.
    """
    _hold(settings, place)
    whole, alone = {}, {}
    login = (settings.username, settings.password)
    with (
        GraphDatabase.driver(settings.uri, auth=login) as driver,
        driver.session(default_access_mode=READ_ACCESS) as session,
        connect(settings) as store,
        store.asking(seconds=3_600) as glance,
    ):
        for query in library().values():
            given = GIVEN.get(query.name, {})
            values = converted(query, given, place.default_day, place.find)
            whole[query.name] = ratios(_asked(settings, query.name, given), _bare(settings, query.text, values), ROUNDS)
            alone[query.name] = ratios(
                partial(glance.answer, query.text, values), _run(session, query.text, values), ROUNDS
            )
    return [
        _figure(f"{len(alone)} named queries against the driver, {name}", alone, QUERY_RATIO),
        _figure(f"{len(whole)} whole questions, {name}", whole, None),
    ]


def _figure(name: str, found: Mapping[str, Sequence[float]], limit: float | None) -> Figure:
    each = {name: median(times) for name, times in found.items()}
    slowest = max(each, key=lambda name: each[name])
    remark = f"{spread(list(chain.from_iterable(found.values())))}; most: {slowest}, {each[slowest]:.2f}"
    return Figure(name, median(each.values()), limit, "times", remark)


def _run(session: Session, text: str, values: Mapping[str, Value]) -> Callable[[], object]:
    return lambda: session.run(text, dict(values)).values()


def _hold(settings: Settings, place: Snapshot) -> None:
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    with connect(settings) as store:
        store.apply(plan(None, place), None, Entry("bench", datetime.now(UTC)))


def _asked(settings: Settings, name: str, given: Mapping[str, str]) -> Callable[[], object]:
    def asked() -> object:
        with connect(settings) as store, store.asking() as glance:
            return answers.ask(name, given, glance, answers.from_graph(glance.answer))

    return asked


def _bare(settings: Settings, text: str, values: Mapping[str, Value]) -> Callable[[], object]:
    def bare() -> object:
        login = (settings.username, settings.password)
        with (
            GraphDatabase.driver(settings.uri, auth=login) as driver,
            driver.session(default_access_mode=READ_ACCESS) as session,
        ):
            return session.run(text, dict(values)).values()

    return bare


def main() -> int:
    """Measure, print, and say whether the figures are met."""
    figures = [starts()]
    leeds = read_dataset(shipped("seed_data")).snapshot
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_HOME", home)
        server.install()
        local = server.start()
        try:
            settings = Settings(local.bolt_uri, local.user, local.password_file.read_text(encoding="utf-8").strip())
            figures += questions(settings, leeds, "Leeds")
            figures += questions(settings, many(leeds, COPIES), f"{COPIES} × Leeds")
        finally:
            server.stop()
    return told(figures)


if __name__ == "__main__":
    sys.exit(main())
