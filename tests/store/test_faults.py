"""Whatever goes wrong, the graph holds the content before or the content after, and the next import needs no hand."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bolt_proxy import Lost, proxy
from conftest import ByHand
from neo4j import GraphDatabase
from store.bringing import bring, with_retired

from ecosystem.model import Dataset, Entity, Fact, Retired
from ecosystem.plan import Plan, plan
from ecosystem.problems import Conflict, DatabaseUnreachable, EcosystemError, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store, connect
from ecosystem.store.memory import check_size

pytestmark = pytest.mark.neo4j


def assert_whole(store: Store, *contents: Snapshot) -> None:
    """Assert that graph, recorded digest and journal agree, on one of these contents."""
    graph, state, history = store.snapshot(), store.state(), store.history()
    if graph is None:
        assert (state.revision, history) == (0, ())
        return
    assert graph in contents
    assert state.digest == graph.digest == history[-1].digest
    assert state.revision == len(history) == history[-1].revision


class Crash(Exception):
    """What a fault raises inside an apply."""


def crash_at(number: int) -> Callable[[int], None]:
    """Return a callable that fails at one batch."""

    def after_batch(done: int) -> None:
        if done == number:
            raise Crash

    return after_batch


def test_a_crash_after_any_batch_leaves_the_content_before(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    crashes = 0
    while True:
        try:
            bring(store, exampleton, entry, after_batch=crash_at(crashes + 1))
        except Crash:
            crashes += 1
            assert store.snapshot() is None
            continue
        break
    assert crashes > 20
    assert_whole(store, exampleton)


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from ecosystem.plan import Plan
from ecosystem.store import Entry, Settings, connect

uri, password_file, plan_file, batch = sys.argv[1:]
with connect(Settings(uri, password=Path(password_file).read_text().strip())) as store:
    made = Plan.from_json(Path(plan_file).read_text(encoding="utf-8"))
    kill = lambda done: os.kill(os.getpid(), 9) if done == int(batch) else None
    store.apply(made, store.snapshot(), Entry("killed", datetime(2024, 3, 6, tzinfo=UTC)), after_batch=kill)
"""


@pytest.mark.slow
def test_a_killed_client_leaves_the_content_before_and_no_lock(
    store: Store, empty_graph: Settings, exampleton: Snapshot, entry: Entry, tmp_path: Path
) -> None:
    bring(store, exampleton, entry)
    files = with_retired(exampleton, "gone")
    made = plan(exampleton, files, store.state())
    plan_file, password = tmp_path / "plan.json", tmp_path / "password"
    plan_file.write_text(made.to_json(), encoding="utf-8")
    password.write_text(empty_graph.password, encoding="utf-8")
    command = [sys.executable, "-c", KILLED, empty_graph.uri, str(password), str(plan_file), "1"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    assert subprocess.run(command, env=environment, check=False, timeout=60).returncode == -signal.SIGKILL
    begun = time.monotonic()
    assert_whole(store, exampleton)
    store.apply(made, store.snapshot(), entry)
    assert time.monotonic() - begun < 5
    assert_whole(store, files)


def test_a_stale_plan_is_refused_and_names_plan_and_revisions(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    bring(store, exampleton, entry)
    stale = plan(exampleton, with_retired(exampleton, "mine"), store.state())
    theirs = with_retired(exampleton, "theirs")
    bring(store, theirs, entry)
    with pytest.raises(Conflict, match="made from revision 1; the graph is at revision 2") as raised:
        store.apply(stale, exampleton, entry)
    assert raised.value.exit_code == 5
    assert stale.sha256[:12] in raised.value.message
    assert_whole(store, theirs)


def test_a_plan_applied_twice_is_a_conflict(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    made = plan(None, exampleton)
    store.apply(made, None, entry)
    with pytest.raises(Conflict, match="was applied before"):
        store.apply(made, None, entry)
    assert_whole(store, exampleton)


def race(settings: Settings, plans: list[Plan], graph: Snapshot | None, entry: Entry) -> list[str]:
    """Apply plans at the same moment, each over its own connection; return what became of each."""
    ready = threading.Barrier(len(plans))
    ends: list[str] = []

    def one(made: Plan) -> None:
        with connect(settings) as store:
            ready.wait(timeout=30)
            try:
                store.apply(made, graph, entry)
                ends.append("applied")
            except (Conflict, Refused) as error:
                ends.append(type(error).__name__.lower())

    threads = [threading.Thread(target=one, args=(made,)) for made in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(ends)


@pytest.mark.slow
def test_of_two_racing_imports_one_wins_and_one_conflicts(
    store: Store, empty_graph: Settings, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    content = exampleton
    for number in range(5):
        outcomes = [with_retired(content, f"{side}-{number}") for side in ("left", "right")]
        plans = [plan(content, files, store.state()) for files in outcomes]
        assert race(empty_graph, plans, content, entry) == ["applied", "conflict"]
        assert_whole(store, *outcomes)
        content = store.snapshot()


def test_of_two_racing_first_imports_one_wins_even_for_other_datasets(
    store: Store, empty_graph: Settings, exampleton: Snapshot, entry: Entry
) -> None:
    other = Snapshot.of([Retired(id="old", on="2020")], Dataset(id="other", title="Other", as_of="2024"))
    ends = race(empty_graph, [plan(None, exampleton), plan(None, other)], None, entry)
    assert ends in (["applied", "conflict"], ["applied", "refused"])
    assert_whole(store, exampleton, other)


def test_a_lock_held_by_another_writer_is_a_conflict_after_the_wait(
    store: Store, empty_graph: Settings, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    login = (empty_graph.username, empty_graph.password)
    with (
        GraphDatabase.driver(empty_graph.uri, auth=login) as driver,
        driver.session() as session,
        session.begin_transaction(metadata={"ecosystem": "import", "actor": "a colleague"}) as tx,
    ):
        tx.run("MATCH (d:Dataset) SET d.held = true REMOVE d.held").consume()
        with pytest.raises(Conflict, match=r"another import holds the graph, begun by `a colleague` \d+ seconds ago"):
            bring(store, with_retired(exampleton, "gone"), entry, seconds=2)
        tx.rollback()
    bring(store, with_retired(exampleton, "gone"), entry)
    assert_whole(store, with_retired(exampleton, "gone"))


def test_an_import_that_takes_too_long_ends_and_changes_nothing(
    store: Store, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    with pytest.raises(DatabaseUnreachable, match="within the time limit; nothing was changed") as raised:
        bring(store, with_retired(exampleton, "gone"), entry, seconds=1, after_batch=lambda _: time.sleep(4))
    assert raised.value.exit_code == 4
    assert_whole(store, exampleton)


@pytest.mark.slow
@pytest.mark.parametrize("lost", list(Lost))
def test_an_import_whose_commit_gets_lost_is_applied_once(
    store: Store, empty_graph: Settings, exampleton: Snapshot, entry: Entry, lost
) -> None:
    parts = urlsplit(empty_graph.uri)
    with (
        proxy((str(parts.hostname), parts.port or 7687), lost) as between,
        connect(Settings(f"bolt://127.0.0.1:{between.port}", empty_graph.username, empty_graph.password)) as distant,
    ):
        made = plan(None, exampleton)
        assert distant.apply(made, None, entry).revision == 1
        assert between.losses == 1
    assert_whole(store, exampleton)


def test_a_node_that_vanished_since_the_plan_undoes_everything(
    store: Store, by_hand: ByHand, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    seat = Fact(
        id="new", subject="carers-forum", relation="PART_OF", object="estates-group", evidence_date="2024", note="n"
    )
    rows = [row for row in exampleton if not isinstance(row, Dataset)]
    made = plan(
        exampleton, Snapshot.of([*rows, seat, Retired(id="gone", on="2024")], exampleton.dataset), store.state()
    )
    by_hand("MATCH (n:Board {id: 'carers-forum'}) DETACH DELETE n")
    with pytest.raises(Conflict, match=r"a batch to add fact rows reached 0 of 1; nothing was written"):
        store.apply(made, exampleton, entry)
    assert store.state().revision == 1
    assert "gone" not in store.snapshot().retired


def test_a_row_changed_since_the_plan_is_not_written_over(
    store: Store, by_hand: ByHand, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    rows = {row.id: row for row in exampleton if not isinstance(row, Dataset)}
    rows["carers"] = Entity(id="carers", label="Population", name="All carers", sources=("minutes-2024:s1",))
    made = plan(exampleton, Snapshot.of(rows.values(), exampleton.dataset), store.state())
    by_hand("MATCH (n {id: 'carers'}) SET n.name = 'By hand'")
    with pytest.raises(Conflict, match="`carers` in the graph is not as the plan found it"):
        store.apply(made, exampleton, entry)
    assert store.snapshot().entities["carers"].name == "By hand"


def test_an_import_larger_than_the_memory_is_refused_before_it_begins() -> None:
    check_size(80_000, 512 * 2**20)
    check_size(10_000_000, None)
    with pytest.raises(Refused, match=r"200,000 rows need about 763 MB .* it has 512 MB") as raised:
        check_size(200_000, 512 * 2**20)
    assert "server.memory.heap.max_size" in raised.value.fix


def test_no_failure_repeats_the_password(empty_graph: Settings, exampleton: Snapshot, entry: Entry) -> None:
    with connect(empty_graph) as store:
        failures: list[EcosystemError] = []
        for files in (exampleton, Snapshot.of([], Dataset(id="other", title="Other", as_of="2024"))):
            try:
                bring(store, files, entry, after_batch=lambda _: None)
                store.read("THIS IS NOT CYPHER")
            except EcosystemError as error:
                failures.append(error)
    assert len(failures) == 2
    assert not any(empty_graph.password in str(error) for error in failures)
