"""What was backed up is brought back whole: content, history, and everything that can be done with them."""

import dataclasses

import pytest
from conftest import ByHand
from store.bringing import EVERYTHING, back_to, bring, edited, with_retired

from ecosystem.problems import Conflict, EcosystemError, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Backup, Entry, Store, read_backup
from ecosystem.store.journal import history as history_in
from ecosystem.store.revisions.archive import packed
from ecosystem.store.schema import RULES

pytestmark = pytest.mark.neo4j


@pytest.fixture
def backup(store: Store, entry: Entry) -> Backup:
    """Return the backup of a graph with some history, one person forgotten in it."""
    bring(store, EVERYTHING, entry)
    bring(store, with_retired(EVERYTHING, "gone"), dataclasses.replace(entry, actor="Zoë"))
    back_to(1, store, entry)
    store.forget("person", entry)
    bring(store, with_retired(store.snapshot(), "later"), entry)
    return store.backup()


def everything(store: Store, by_hand: ByHand) -> tuple[object, ...]:
    """Return what a graph holds: content, history, and the plans kept, as they stand in it."""
    found = "MATCH (i:Import)-[:KEEPS]->(p) RETURN i.revision AS r, i.base_digest AS b, p.position AS p, p.changes AS c"
    kept = by_hand(f"{found} ORDER BY r, p")
    return store.snapshot(), store.state(), store.history(), kept


def test_a_backup_restored_into_an_empty_graph_is_the_graph_that_was(
    store: Store, by_hand: ByHand, backup: Backup, entry: Entry
) -> None:
    before = everything(store, by_hand)
    by_hand("MATCH (n) DETACH DELETE n")
    by_hand("DROP CONSTRAINT entity_id")
    store.restore(read_backup(backup.data, "leeds.zip"))
    assert everything(store, by_hand) == before
    assert {row["name"] for row in by_hand("SHOW INDEXES YIELD name")} >= {rule.name for rule in RULES}
    bring(store, with_retired(store.snapshot(), "after"), entry)
    back_to(5, store, entry)
    assert store.snapshot() == before[0]
    with pytest.raises(Refused, match="revision 4 forgot a person"):
        store.recorded_at(store.snapshot(), 3)


def test_the_same_graph_gives_the_same_backup_also_after_a_restore(
    store: Store, by_hand: ByHand, backup: Backup
) -> None:
    assert store.backup().data == backup.data
    by_hand("MATCH (n) DETACH DELETE n")
    store.restore(backup)
    assert store.backup().data == backup.data


def test_a_backup_holds_what_is_recorded_and_not_what_a_hand_changed(
    store: Store, by_hand: ByHand, backup: Backup
) -> None:
    by_hand("MATCH (n {id: 'board'}) SET n.name = 'By hand'")
    by_hand("MATCH (n {id: 'trust'}) DETACH DELETE n")
    assert store.backup().data == backup.data


def test_a_graph_that_is_not_empty_is_not_restored_into(
    store: Store, by_hand: ByHand, backup: Backup, entry: Entry
) -> None:
    before = everything(store, by_hand)
    with pytest.raises(
        Refused, match="this graph holds `x` at revision 5; a backup is restored into an empty"
    ) as raised:
        store.restore(backup)
    assert (raised.value.exit_code, "ECOSYSTEM_HOME" in raised.value.fix) == (6, True)
    assert everything(store, by_hand) == before
    by_hand("MATCH (n) DETACH DELETE n")
    by_hand("CREATE (:Film)")
    with pytest.raises(Refused, match="this graph holds 1 node that no import wrote"):
        store.restore(backup)


def test_a_restore_that_crashes_leaves_the_graph_empty(store: Store, by_hand: ByHand, backup: Backup) -> None:
    by_hand("MATCH (n) DETACH DELETE n")

    def crash(number: int) -> None:
        if number == 3:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store.restore(backup, after_batch=crash)
    assert (store.snapshot(), by_hand("MATCH (n) RETURN count(n) AS n")) == (None, [{"n": 0}])
    store.restore(backup)
    assert store.snapshot() == backup.snapshot


def test_a_history_that_is_not_written_as_it_was_is_noticed(
    store: Store, by_hand: ByHand, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand("MATCH (n) DETACH DELETE n")
    monkeypatch.setattr("ecosystem.store.journal.history", lambda tx: history_in(tx)[:-1])
    with pytest.raises(Conflict, match="the history was not written as the backup has it"):
        store.restore(backup)
    assert store.snapshot() is None


def test_an_empty_graph_and_a_damaged_journal_are_not_backed_up(store: Store, by_hand: ByHand, entry: Entry) -> None:
    with pytest.raises(EcosystemError, match="nothing to back up"):
        store.backup()
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (p:PlanPart) SET p.changes = '[]'")
    with pytest.raises(Refused, match="the journal of imports in the graph was changed by hand"):
        store.backup()


def test_an_import_made_while_the_graph_is_backed_up_is_noticed(
    store: Store, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(store, EVERYTHING, entry)

    def slow(snapshot: Snapshot, *journal: object) -> bytes:
        bring(store, edited(with_retired(snapshot, "meanwhile")), entry)
        return packed(snapshot, *journal)

    monkeypatch.setattr("ecosystem.store.revisions.restoring.packed", slow)
    with pytest.raises(Conflict, match="imported into while it was read"):
        store.backup()
