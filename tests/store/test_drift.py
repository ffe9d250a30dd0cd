"""What a hand changed in the graph is listed, left as it is, and in nobody's way but its own."""

import dataclasses

import pytest
from conftest import ByHand
from store.bringing import EVERYTHING, back_to, bring, edited, planned, with_retired

from ecosystem.model import Entity, Fact, Identifier, Statement
from ecosystem.plan import plan
from ecosystem.problems import Conflict, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store

pytestmark = pytest.mark.neo4j


def drift(store: Store) -> set[tuple[str, str]]:
    return {(change.kind, change.row.id) for change in store.changes_outside(store.snapshot())}


@pytest.fixture
def drifted(store: Store, by_hand: ByHand, exampleton: Snapshot, entry: Entry) -> Store:
    """Return a graph in which a hand renamed one row and removed another."""
    bring(store, exampleton, entry)
    by_hand("MATCH (n {id: 'carers'}) SET n.name = 'By hand'")
    by_hand("MATCH (:Entity {id: 'a-example'})-[r:HOLDS]->() DELETE r")
    assert drift(store) == {("changed", "carers"), ("removed", "director-of-public-health--a-example--holds")}
    return store


def test_what_is_recorded_is_what_the_imports_lead_to(drifted: Store, exampleton: Snapshot) -> None:
    graph = drifted.snapshot()
    assert graph != exampleton
    assert drifted.recorded(graph) == exampleton


def test_a_plan_neither_shows_nor_reverts_what_a_hand_changed(
    drifted: Store, exampleton: Snapshot, entry: Entry
) -> None:
    before = drift(drifted)
    made, graph = planned(drifted, exampleton)
    assert (made.is_empty, {(change.kind, change.row.id) for change in made.outside}) == (True, before)
    assert drifted.apply(made, graph, entry).revision == 1
    assert drift(drifted) == before


def test_an_import_of_other_rows_is_made_and_leaves_what_a_hand_changed(
    drifted: Store, exampleton: Snapshot, entry: Entry
) -> None:
    before, renamed = drift(drifted), dataclasses.replace(exampleton.entities["a-example"], note="seen since")
    files = edited(with_retired(exampleton, "gone"), renamed)
    done = bring(drifted, files, entry)
    now = drifted.snapshot()
    assert (done.revision, done.digest, drifted.recorded(now)) == (2, files.digest, files)
    assert (now.entities["a-example"], now.entities["carers"].name, "gone" in now.retired) == (renamed, "By hand", True)
    assert drift(drifted) == before
    back_to(1, drifted, entry)
    assert (drifted.recorded(drifted.snapshot()), drift(drifted)) == (exampleton, before)


def test_an_import_that_touches_what_a_hand_changed_names_it_and_writes_nothing(
    drifted: Store, exampleton: Snapshot, entry: Entry
) -> None:
    graph, carers = drifted.snapshot(), exampleton.entities["carers"]
    files = edited(with_retired(exampleton, "gone"), dataclasses.replace(carers, name="All carers"))
    with pytest.raises(Conflict, match="`carers` in the graph was changed outside an import; nothing was written") as e:
        bring(drifted, files, entry)
    assert (e.value.exit_code, "ecosystem plan" in e.value.fix) == (5, True)
    assert (drifted.snapshot(), drifted.state().revision) == (graph, 1)


def test_a_row_that_a_hand_added_is_not_written_over(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("CREATE (:Retired {id: 'gone', on: 'by hand'})")
    with pytest.raises(Conflict, match="`gone` in the graph was changed outside an import"):
        bring(store, with_retired(EVERYTHING, "gone"), entry)
    assert drift(store) == {("added", "gone")}


@pytest.mark.parametrize(
    "row",
    [
        Fact(id="new", subject="board", relation="PART_OF", object="person", evidence_date="2024", note="n"),
        Statement(id="new", subject="person", property="p", value="7", evidence_date="2024", note="n"),
        Identifier(id="new", entity="person", scheme="s", value="7"),
    ],
    ids=lambda row: row.record,
)
def test_nothing_is_put_on_an_entity_that_a_hand_removed(
    store: Store, by_hand: ByHand, entry: Entry, row: Fact | Statement | Identifier
) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (n {id: 'person'}) DETACH DELETE n")
    with pytest.raises(Conflict, match="`person` in the graph was changed outside an import; nothing was written"):
        bring(store, edited(with_retired(EVERYTHING, "gone"), row), entry)
    assert ("gone" in store.snapshot().retired, drift(store)) == (False, {("removed", "person")})


def test_an_entity_on_which_a_hand_put_a_row_is_not_removed(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (a {id: 'person'}) CREATE (:Statement {id: 'added', property: 'p', sources: []})-[:ABOUT]->(a)")
    person = EVERYTHING.entities["person"]
    with pytest.raises(Conflict, match="`added` in the graph was changed outside an import"):
        bring(store, edited(EVERYTHING, without=[person]), entry, removed=[person])
    assert drift(store) == {("added", "added")}


def test_an_entity_on_which_a_hand_put_a_relation_of_its_own_is_not_removed(
    store: Store, by_hand: ByHand, entry: Entry
) -> None:
    lone = Entity(id="lone", label="Board", name="Lone board", evidence_date="2024", note="n")
    bring(store, EVERYTHING, entry)
    bring(store, edited(EVERYTHING, lone), entry)
    by_hand("MATCH (a {id: 'lone'}), (b {id: 'board'}) CREATE (a)-[:LIKES]->(b)")
    with pytest.raises(Conflict, match="a batch to remove entity rows reached 0 of 1"):
        back_to(1, store, entry)
    assert "lone" in store.snapshot().entities


def test_a_plan_made_from_the_graph_instead_of_what_is_recorded_is_not_applied(
    drifted: Store, exampleton: Snapshot, entry: Entry
) -> None:
    graph = drifted.snapshot()
    with pytest.raises(Conflict, match="`carers` is not as the plan found it"):
        drifted.apply(plan(graph, exampleton, drifted.state()), graph, entry)


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (p:PlanPart) SET p.changes = 'no json'",
        "MATCH (p:PlanPart) DELETE p",
        "MATCH (p:PlanPart) SET p.changes = replace(p.changes, 'Avery', 'Blake')",
        "MATCH (:Import {revision: 1})-[:KEEPS]->(p) SET p.changes = '[]'",
    ],
)
def test_a_journal_changed_by_hand_is_told_and_nothing_planned(
    store: Store, by_hand: ByHand, entry: Entry, damage: str
) -> None:
    bring(store, EVERYTHING, entry)
    bring(store, edited(EVERYTHING, dataclasses.replace(EVERYTHING.entities["person"], note="more")), entry)
    by_hand("MATCH (n {id: 'board'}) SET n.name = 'By hand'")
    by_hand(damage.replace("DELETE", "DETACH DELETE"))
    with pytest.raises(Refused, match="the journal of imports in the graph was changed by hand") as raised:
        store.recorded(store.snapshot())
    assert "ecosystem db restore" in raised.value.fix
