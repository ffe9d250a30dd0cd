"""Of those who write at once one is done and the others are told; nobody's work is lost in silence."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from faults.keeping import Keeping, assert_told, once
from faults.tally import Tally
from neo4j import GraphDatabase, Transaction
from neo4j.exceptions import TransientError
from store.bringing import assert_whole, bring, noted, with_retired

from ecosystem.cli import run
from ecosystem.model import Dataset
from ecosystem.plan import Plan, plan
from ecosystem.problems import Conflict, DatabaseUnreachable, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, connect
from ecosystem.tables import write_dataset

pytestmark = pytest.mark.neo4j

LOCK = "MATCH (d:Dataset) SET d.held = true REMOVE d.held"
OTHER = Dataset(id="other", title="Other", as_of="2024")


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
@pytest.mark.fault(17)
def test_of_two_racing_imports_one_wins_and_one_conflicts(fault: Tally, kept: Keeping, surroundings: Settings) -> None:
    content = kept.after
    for number in fault.each():
        outcomes = [with_retired(content, f"{side}-{number}") for side in ("left", "right")]
        plans = [plan(content, files, kept.store.state()) for files in outcomes]
        with fault.recovering():
            assert race(surroundings, plans, content, kept.entry) == ["applied", "conflict"]
        assert_whole(kept.store, *outcomes)
        content = outcomes[outcomes.index(kept.store.snapshot())]


def test_of_two_racing_first_imports_one_wins_even_for_other_datasets(
    keeping: Keeping, surroundings: Settings, exampleton: Snapshot
) -> None:
    other = Snapshot.of([*with_retired(exampleton, "old").retired.values()], OTHER)
    ends = race(surroundings, [plan(None, exampleton), plan(None, other)], None, keeping.entry)
    assert ends in (["applied", "conflict"], ["applied", "refused"])
    assert_whole(keeping.store, exampleton, other)


@pytest.mark.slow
@pytest.mark.fault(18)
def test_of_eight_imports_at_once_one_is_done_and_seven_are_told_that_they_are_stale(
    fault: Tally, kept: Keeping, surroundings: Settings, tmp_path: Path
) -> None:
    folders = [tmp_path / side for side in "abcdefgh"]
    for number in fault.each():
        before = kept.store.snapshot()
        for folder in folders:
            write_dataset(with_retired(before, f"{folder.name}-{number}"), folder)
            assert run(["plan", "--data", str(folder), "--out", str(folder / "plan.json")]) == 0
        with fault.recovering():
            running = [kept.start("apply", "plan.json", "--yes", folder=folder) for folder in folders]
            ended = [each.ended() for each in running]
        assert sorted(each.code for each in ended) == [0, *[5] * 7]
        for each in ended:
            if each.code:
                assert_told(each, surroundings.password)
        winner = folders[[each.code for each in ended].index(0)]
        assert_whole(kept.store, with_retired(before, f"{winner.name}-{number}"))


@pytest.mark.fault(19)
def test_a_stale_plan_is_refused_and_names_plan_and_revisions(fault: Tally, kept: Keeping) -> None:
    for number in fault.each():
        content = kept.store.snapshot()
        stale = plan(content, with_retired(content, f"mine-{number}"), kept.store.state())
        kept.edit()
        bring(kept.store, kept.after, kept.entry)
        moved = rf"\({stale.sha256[:12]}\) was made from revision {number}; the graph is at revision {number + 1}"
        with fault.recovering(), pytest.raises(Conflict, match=moved) as raised:
            kept.store.apply(stale, content, kept.entry)
        assert raised.value.exit_code == 5
        assert_whole(kept.store, kept.after)


@contextmanager
def writer(settings: Settings, **purpose: str) -> Iterator[Transaction]:
    """Open a transaction of somebody else's, undone at the end."""
    login = (settings.username, settings.password)
    with GraphDatabase.driver(settings.uri, auth=login) as driver, driver.session() as session:
        tx = session.begin_transaction(metadata=purpose)
        yield tx
        tx.close()


class Rival:
    """A writer who holds a row that an import is to change and then, while it is written, wants the graph too.

    It has done more than the import, so Neo4j asks the import to give way.
    """

    def __init__(self, tx: Transaction, row: str) -> None:
        self.tx, self.attempts, self.gave_way = tx, 0, False
        tx.run("UNWIND range(1, 1000) AS n CREATE (r:Rival {n: n}) CREATE (r)-[:RIVALS]->(r) SET r.m = n").consume()
        tx.run("MATCH ()-[r {id: $id}]->() SET r.held = true REMOVE r.held", id=row).consume()
        self.waiting = threading.Thread(target=self._want)

    def after_batch(self, number: int) -> None:
        """Want the graph once the import holds it."""
        if number == 1:
            self.attempts += 1
            if self.attempts == 1:
                self.waiting.start()
                time.sleep(0.5)

    def _want(self) -> None:
        try:
            self.tx.run(LOCK).consume()
            self.tx.rollback()
        except TransientError:
            self.gave_way = True


@pytest.mark.slow
@pytest.mark.fault(20)
def test_an_import_that_is_asked_to_give_way_to_another_writer_is_tried_again(
    fault: Tally, kept: Keeping, surroundings: Settings
) -> None:
    last = max(kept.after.facts.values(), key=lambda fact: fact.relation)
    attempts = []
    for _ in fault.each():
        kept.edit()
        with writer(surroundings) as tx:
            rival = Rival(tx, last.id)
            with fault.recovering():
                bring(kept.store, kept.after, kept.entry, after_batch=rival.after_batch)
            rival.waiting.join(timeout=30)
        attempts.append(rival.attempts)
        assert rival.attempts == 1 + (not rival.gave_way)
        assert_whole(kept.store, kept.after)
    assert 2 in attempts


@pytest.mark.fault(21)
def test_a_lock_held_by_another_writer_is_a_conflict_after_the_wait(
    fault: Tally, kept: Keeping, surroundings: Settings
) -> None:
    for _ in fault.each():
        kept.edit()
        with writer(surroundings, ecosystem="import", actor="a colleague") as tx:
            tx.run(LOCK).consume()
            begun = r"another import holds the graph, begun by `a colleague` \d+ seconds ago"
            with fault.recovering(), pytest.raises(Conflict, match=begun) as raised:
                bring(kept.store, kept.after, kept.entry, seconds=2)
            tx.rollback()
        assert raised.value.exit_code == 5
        kept.settle()


@pytest.mark.fault(22)
def test_an_import_that_takes_too_long_ends_and_changes_nothing(fault: Tally, kept: Keeping) -> None:
    for _ in fault.each():
        kept.edit()
        late = "within the time limit; nothing was changed"
        with fault.recovering(), pytest.raises(DatabaseUnreachable, match=late) as raised:
            bring(kept.store, kept.after, kept.entry, seconds=1, after_batch=once(1, lambda: time.sleep(4)))
        assert (raised.value.exit_code, kept.store.snapshot()) == (4, kept.before)
        kept.settle()


@pytest.mark.slow
@pytest.mark.fault(35)
def test_of_two_exports_to_one_folder_each_file_is_whole_and_from_one_of_them(
    fault: Tally, kept: Keeping, tmp_path: Path
) -> None:
    folders = [tmp_path / name for name in ("left", "right", "both")]
    alone = []
    for number, folder in enumerate(folders[:2]):
        write_dataset(noted(kept.after, number), tmp_path / f"{number}")
        assert kept.start("export", "--data", str(tmp_path / f"{number}"), "--out", str(folder)).ended().code == 0
        alone.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")})
    for _ in fault.each():
        with fault.recovering():
            running = [
                kept.start("export", "--data", str(tmp_path / f"{number}"), "--out", str(folders[2]))
                for number in range(2)
            ]
            assert [each.ended().code for each in running] == [0, 0]
        found = {path.relative_to(folders[2]): path.read_bytes() for path in folders[2].rglob("*.*")}
        assert found.keys() == alone[0].keys()
        assert all(content in {one[path] for one in alone} for path, content in found.items())
