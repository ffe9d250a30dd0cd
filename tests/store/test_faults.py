"""Whatever goes wrong, the graph holds the content before or the content after, and the next import needs no hand."""

from collections.abc import Callable

import pytest
from conftest import ByHand
from store.bringing import assert_whole, bring

from ecosystem.model import Dataset, Entity
from ecosystem.plan import plan
from ecosystem.problems import Conflict, EcosystemError, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store, connect
from ecosystem.store.memory import check_size

pytestmark = pytest.mark.neo4j


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


def test_a_plan_applied_twice_is_a_conflict(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    made = plan(None, exampleton)
    store.apply(made, None, entry)
    with pytest.raises(Conflict, match="was applied before"):
        store.apply(made, None, entry)
    assert_whole(store, exampleton)


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
