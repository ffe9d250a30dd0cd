"""A graph is made anew from the register, whatever a hand did to it; its history goes on."""

import dataclasses

import pytest
from conftest import ByHand
from store.bringing import EVERYTHING, back_to, bring, edited, with_retired

from ecosystem.model import Dataset
from ecosystem.problems import Conflict, EcosystemError, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Applied, Entry, Store

pytestmark = pytest.mark.neo4j


def rebuild(store: Store, files: Snapshot, entry: Entry) -> Applied:
    return store.rebuild(store.rebuilding(files), files, entry)


def assert_sound(store: Store, content: Snapshot, revision: int) -> None:
    """Assert that graph, journal and constraints are as after an import of this content."""
    state = store.state()
    assert store.snapshot() == content
    assert (state.revision, state.digest, state.missing) == (revision, content.digest, ())
    assert store.history()[-1].digest == content.digest
    assert store.changes_outside(store.snapshot()) == ()


VANDALISM = {
    "nodes gone": "MATCH (n:Entity) DETACH DELETE n",
    "rows gone": "MATCH (n) WHERE NOT n:Import AND NOT n:PlanPart AND NOT n:Dataset DETACH DELETE n",
    "relationships gone": "MATCH ()-[r]->() WHERE type(r) <> 'KEEPS' DELETE r",
    "a relationship twice": "DROP CONSTRAINT member_of_id; MATCH (a)-[r:MEMBER_OF]->(b) CREATE (a)-[s:MEMBER_OF]->(b) "
                            "SET s = properties(r)",
    "an entity twice": "DROP CONSTRAINT entity_id; DROP INDEX names; MATCH (n:Board) CREATE (m:Entity:Board) SET m = n",
    "values of other types": "MATCH (n:Entity) SET n.name = 7, n.aliases = 'x' WITH n WHERE n:Board SET n.id = 8",
    "labels gone": "MATCH (n:Board) REMOVE n:Board:Entity",
    "the dataset gone": "MATCH (d:Dataset) DETACH DELETE d",
    "the dataset spoilt": "MATCH (d:Dataset) SET d.revision = 'x', d.format = 99, d.title = 'Mine'",
    "the dataset twice": "DROP CONSTRAINT dataset_id; MATCH (d:Dataset) CREATE (e:Dataset) SET e = d",
    "another dataset": "CREATE (:Dataset {id: 'other', revision: 1})",
    "a dataset without id": "CREATE (:Dataset {revision: 1})",
}  # fmt: skip


@pytest.mark.parametrize("vandalism", VANDALISM.values(), ids=VANDALISM.keys())
def test_a_vandalised_graph_is_made_anew(store: Store, by_hand: ByHand, entry: Entry, vandalism: str) -> None:
    bring(store, EVERYTHING, entry)
    for statement in vandalism.split(";"):
        by_hand(statement)
    done = rebuild(store, EVERYTHING, entry)
    assert (done.revision, done.added, done.changed, done.removed) == (2, 0, 0, 0)
    assert_sound(store, EVERYTHING, 2)
    assert by_hand("MATCH (n) WHERE NOT n:Import AND NOT n:PlanPart RETURN count(n) AS n") == [{"n": 10}]
    bring(store, with_retired(EVERYTHING, "gone"), entry)
    assert_sound(store, with_retired(EVERYTHING, "gone"), 3)


def test_what_is_lost_and_what_the_register_changes_is_told_before(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (n {id: 'board'}) SET n.name = 'By hand'")
    by_hand("MATCH (d:Dataset) SET d.title = 'By hand'")
    trust = dataclasses.replace(EVERYTHING.entities["trust"], name="Hospital Trust")
    code = EVERYTHING.identifiers["code"]
    files = edited(EVERYTHING, trust, without=[code])
    made = store.rebuilding(files)
    assert {(change.kind, change.row.id) for change in made.changes} == {("changed", "trust"), ("removed", "code")}
    assert {(change.kind, change.row.id) for change in made.outside} == {("changed", "board"), ("changed", "x")}
    done = store.rebuild(made, files, entry)
    assert (done.revision, done.changed, done.removed, done.digest) == (2, 1, 1, files.digest)
    assert_sound(store, files, 2)
    assert (store.history()[1].kind, store.plan_of(2).changes) == ("rebuild", made.changes)
    back_to(1, store, entry)
    assert_sound(store, EVERYTHING, 3)


def test_nodes_of_others_stay(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (n:Board) CREATE (:Film {title: 'A film'})-[:ABOUT_A]->(n)")
    rebuild(store, EVERYTHING, entry)
    assert by_hand("MATCH (f:Film) RETURN f.title AS title, EXISTS {(f)--()} AS tied") == [
        {"title": "A film", "tied": False}
    ]


def test_constraints_lost_are_restored_and_told(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("DROP CONSTRAINT entity_id")
    assert rebuild(store, EVERYTHING, entry).restored == ("entity_id",)
    by_hand("DROP CONSTRAINT retired_id")
    by_hand("MATCH (n:Retired) CREATE (m:Retired) SET m = n")
    assert rebuild(store, EVERYTHING, entry).restored == ("retired_id",)
    assert_sound(store, EVERYTHING, 3)


def test_a_rebuild_that_crashes_leaves_the_graph_as_it_was(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (n {id: 'board'}) SET n.name = 'By hand'")
    before = store.snapshot()

    def crash(number: int) -> None:
        if number == 4:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store.rebuild(store.rebuilding(EVERYTHING), EVERYTHING, entry, after_batch=crash)
    assert (store.snapshot(), store.state().revision) == (before, 1)


def test_an_import_made_since_the_rebuild_was_planned_is_a_conflict(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    made = store.rebuilding(EVERYTHING)
    bring(store, with_retired(EVERYTHING, "gone"), entry)
    with pytest.raises(Conflict, match="the graph was imported into since it was read"):
        store.rebuild(made, EVERYTHING, entry)
    assert_sound(store, with_retired(EVERYTHING, "gone"), 2)


def test_only_a_graph_of_the_same_dataset_that_was_imported_is_rebuilt(
    store: Store, by_hand: ByHand, entry: Entry
) -> None:
    with pytest.raises(EcosystemError, match="the graph is empty: there is nothing to rebuild"):
        store.rebuilding(EVERYTHING)
    bring(store, EVERYTHING, entry)
    with pytest.raises(Refused, match="this graph holds `x`; the files are `other`"):
        store.rebuilding(Snapshot.of([], Dataset(id="other", title="Other", as_of="2024")))
    by_hand("MATCH (p:PlanPart) DETACH DELETE p")
    with pytest.raises(Refused, match="the journal of imports in the graph was changed by hand"):
        store.rebuilding(EVERYTHING)
    by_hand("MATCH (n) DETACH DELETE n")
    by_hand("CREATE (:Film)")
    with pytest.raises(Refused, match="1 node that no import wrote"):
        store.rebuilding(EVERYTHING)
