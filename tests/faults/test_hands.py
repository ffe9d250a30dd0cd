"""What hands and clocks change beside the imports is told, kept, and never written over in silence."""

import random
from datetime import UTC, datetime, timedelta, timezone

import pytest
from conftest import ByHand
from faults.keeping import Keeping
from faults.tally import Tally
from store.bringing import assert_whole, bring, with_retired

from ecosystem.cli import run
from ecosystem.model import Dataset, Fact
from ecosystem.plan import plan
from ecosystem.problems import Conflict
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry

pytestmark = pytest.mark.neo4j

SUMMER = timezone(timedelta(hours=1))
CLOCKS = [
    datetime(2034, 3, 6, tzinfo=UTC),
    datetime(2014, 3, 6, tzinfo=UTC),
    datetime(2024, 10, 27, 1, 30, tzinfo=SUMMER),
    datetime(2024, 10, 27, 1, 10, tzinfo=UTC),
]
"""Ten years ahead, ten years behind, and twice the same hour of an autumn night."""

DRIFTS = {
    "MATCH (n {id: 'carers'}) SET n.name = 'By hand'": "changed",
    "MATCH (n:Board {id: 'carers-forum'}) REMOVE n:Board SET n:Partnership": "changed",
    "MATCH (n:Entity) WHERE n.short_name <> '' WITH n ORDER BY n.id LIMIT 1 SET n.short_name = ''": "changed",
    "MATCH (:Entity)-[r:MEMBER_OF]->() WITH r ORDER BY r.id LIMIT 1 SET r.role = 'observer of hands'": "changed",
    "MATCH (:Entity)-[r:HOLDS]->() WITH r ORDER BY r.id LIMIT 1 DELETE r": "removed",
}
"""What somebody with a console may do to the graph, and what a plan calls it."""


@pytest.mark.fault(28)
def test_the_journal_is_in_the_order_of_revisions_whatever_the_clock_says(fault: Tally, kept: Keeping) -> None:
    clocks = []
    for clock in fault.each(CLOCKS):
        clocks.append(clock)
        kept.edit()
        with fault.recovering():
            bring(kept.store, kept.after, Entry("an officer", clock))
        assert_whole(kept.store, kept.after)
    _, *history = kept.store.history()
    assert [each.revision for each in history] == list(range(2, len(clocks) + 2))
    assert [datetime.fromisoformat(each.at) for each in history] == clocks


@pytest.mark.fault(29)
def test_a_constraint_dropped_by_hand_is_told_by_the_plan_and_restored_by_the_import(
    kept: Keeping, by_hand: ByHand, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand("DROP CONSTRAINT entity_id")
    kept.edit()
    assert (run(["plan"]), "entity_id" in capsys.readouterr().out) == (0, True)
    kept.settle()
    assert (kept.store.state().missing, "entity_id" in capsys.readouterr().err) == ((), True)


@pytest.mark.fault(30)
def test_what_was_changed_by_hand_is_listed_and_no_import_that_touches_it_is_applied(
    fault: Tally, kept: Keeping, by_hand: ByHand, capsys: pytest.CaptureFixture[str]
) -> None:
    for cypher in fault.each(list(DRIFTS)):
        by_hand("MATCH (n) DETACH DELETE n")
        bring(kept.store, kept.after, kept.entry)
        kept.edit()
        by_hand(cypher)
        drifted = kept.store.snapshot()
        (outside,) = kept.store.changes_outside(drifted)
        with fault.recovering():
            assert run(["plan"]) == 0
            listed = capsys.readouterr().out
            assert run(["apply", "--yes"]) == 5
        assert (outside.kind, "outside an import: 1 row" in listed) == (DRIFTS[cypher], True)
        told = capsys.readouterr().err
        assert ("changed outside an import" in told, "fix:" in told, "Traceback" in told) == (True, True, False)
        assert (kept.store.snapshot(), kept.store.state().revision) == (drifted, 1)


@pytest.mark.fault(31)
def test_a_node_that_vanished_since_the_plan_undoes_everything(fault: Tally, kept: Keeping, by_hand: ByHand) -> None:
    exampleton = kept.after
    boards = sorted(row.id for row in exampleton.entities.values() if row.label == "Board")
    for board in fault.each(boards[:5]):
        by_hand("MATCH (n) DETACH DELETE n")
        bring(kept.store, exampleton, kept.entry)
        made = plan(exampleton, with_line(with_retired(exampleton, "gone"), board), kept.store.state())
        by_hand("MATCH (n:Board {id: $id}) DETACH DELETE n", id=board)
        with fault.recovering(), pytest.raises(Conflict, match="a batch to add fact rows reached 0 of 1; nothing was"):
            kept.store.apply(made, exampleton, kept.entry)
        assert kept.store.state().revision == 1
        assert "gone" not in kept.store.snapshot().retired


def with_line(snapshot: Snapshot, board: str) -> Snapshot:
    """Return a snapshot in which a board is also part of another body."""
    whole = next(row.id for row in snapshot.entities.values() if row.label == "Organisation")
    line = Fact(id="new", subject=board, relation="PART_OF", object=whole, evidence_date="2024", note="n")
    return Snapshot.of([*(row for row in snapshot if not isinstance(row, Dataset)), line], snapshot.dataset)


@pytest.mark.fault(32)
def test_where_half_of_the_files_are_missing_nothing_is_deleted_and_nothing_ends(
    fault: Tally, kept: Keeping, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {path: path.read_bytes() for path in sorted(kept.folder.glob("*.csv"))}
    for number in fault.each():
        for path in random.Random(number).sample(sorted(files), len(files) // 2):
            path.unlink()
        with fault.recovering():
            ended = run(["apply", "--yes"])
        told = capsys.readouterr().err
        assert ended in {0, 1}
        assert ended == 0 or "fix:" in told
        assert kept.store.snapshot() == kept.after
        for path, content in files.items():
            path.write_bytes(content)
