"""A plan applied is the files read back: all of it, once, undone as it was done."""

import dataclasses

import pytest
from conftest import ByHand
from payloads.catalogue import VALUES
from store.bringing import EVERYTHING, back_to, bring, edited

from ecosystem.model import Code, Entity, Fact, Identifier, Retired, Source, Statement
from ecosystem.plan import GraphState, plan
from ecosystem.problems import NotFound, Refused
from ecosystem.shipped import shipped
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store
from ecosystem.store.schema import RULES
from ecosystem.tables import read_dataset

pytestmark = pytest.mark.neo4j


def test_exampleton_reads_back_as_it_is_in_its_files(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    done = bring(store, exampleton, entry)
    assert (done.revision, done.digest, done.added) == (1, exampleton.digest, len(list(exampleton)))
    assert store.snapshot() == exampleton
    assert store.state() == GraphState("exampleton", 1, exampleton.digest)


def test_the_shipped_data_read_back_as_they_are_in_their_files(store: Store, entry: Entry) -> None:
    files = read_dataset(shipped("seed_data")).snapshot
    bring(store, files, entry)
    assert store.snapshot().digest == files.digest == store.state().digest


def test_rows_of_every_type_read_back_cell_by_cell(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    assert set(store.snapshot()) == set(EVERYTHING)


def test_the_second_plan_has_nothing_to_do_and_writes_no_revision(
    store: Store, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    again = plan(store.snapshot(), exampleton, store.state())
    assert again.is_empty
    assert store.apply(again, store.snapshot(), entry).revision == 1
    assert len(store.history()) == 1


def test_changes_of_every_type_are_applied_and_undone(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    changed = edited(
        EVERYTHING,
        dataclasses.replace(EVERYTHING.dataset, title="Other"),
        Code(list="tier", code="city", title="Town", position=1),
        Source(id="page", title="Page two", date="2019"),
        Entity(id="board", label="Partnership", name="Partnership", aliases=("HB",)),
        Fact(id="seat", subject="person", relation="MEMBER_OF", object="board", end_date="2020"),
        Fact(id="line", subject="board", relation="PART_OF", object="trust", evidence_date="2018", note="reasoned"),
        Statement(id="open", subject="trust", property="staff", value="7000", unit="people"),
        Identifier(id="code", entity="board", scheme="ods", value="RR9"),
        Retired(id="old-trust", on="2018-05"),
        Entity(id="new", label="Board", name="New", evidence_date="2020", note="n"),
        Fact(id="new-seat", subject="new", relation="PART_OF", object="board", evidence_date="2020", note="n"),
    )
    done = bring(store, changed, entry)
    assert (done.added, done.changed) == (2, 9)
    assert set(store.snapshot()) == set(changed)
    undone = back_to(1, store, entry)
    assert (undone.revision, undone.removed, undone.changed) == (3, 2, 9)
    assert store.snapshot() == EVERYTHING
    assert store.state().digest == EVERYTHING.digest


def test_rows_absent_from_the_files_stay(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    bring(store, exampleton, entry)
    half = Snapshot.of([], exampleton.dataset)
    assert bring(store, half, entry).removed == 0
    assert store.snapshot() == exampleton


def test_labels_follow_a_change_of_table(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    bring(
        store,
        edited(EVERYTHING, Entity(id="board", label="Strategy", name="Plan", evidence_date="2018", note="n")),
        entry,
    )
    assert by_hand("MATCH (n {id: 'board'}) RETURN labels(n) AS labels") == [{"labels": ["Entity", "Strategy"]}]


def test_a_property_somebody_else_put_beside_ours_stays(store: Store, by_hand: ByHand, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (n:Board {id: 'board'}) SET n.colour = 'blue'")
    bring(store, edited(EVERYTHING, Entity(id="board", label="Board", name="Renamed", sources=("page:1",))), entry)
    assert by_hand("MATCH (n:Board) RETURN n.name AS name, n.colour AS colour, n.short_name AS short") == [
        {"name": "Renamed", "colour": "blue", "short": None}
    ]


def test_the_journal_says_who_when_from_what_and_how_much(store: Store, exampleton: Snapshot, entry: Entry) -> None:
    bring(store, exampleton, entry)
    bring(store, edited(exampleton, Retired(id="gone", on="2024")), entry)
    first, second = store.history()
    assert (first.revision, second.revision) == (1, 2)
    assert (second.actor, second.at, second.files) == ("an officer", "2024-03-06T09:30:00+00:00", ("memberships.csv",))
    assert (second.added, second.changed, second.removed) == (1, 0, 0)
    assert second.digest == store.state().digest
    assert store.plan_of(2).changes[0].row == Retired(id="gone", on="2024")


def test_a_revision_that_never_was_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="there is no revision 7"):
        store.plan_of(7)


def test_a_graph_of_another_dataset_is_refused_before_the_first_write(
    store: Store, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    before = store.snapshot().digest
    with pytest.raises(Refused, match="this graph holds `exampleton`; the files are `x`") as raised:
        bring(store, EVERYTHING, entry)
    assert raised.value.exit_code == 6
    with pytest.raises(Refused):
        store.apply(plan(None, EVERYTHING), None, entry)
    assert store.snapshot().digest == before


def test_a_graph_that_no_import_wrote_is_refused_and_untouched(
    store: Store, by_hand: ByHand, exampleton: Snapshot, entry: Entry
) -> None:
    by_hand("CREATE (:Film {title: 'A film'})")
    for attempt in (store.state, store.snapshot, lambda: store.apply(plan(None, exampleton), None, entry)):
        with pytest.raises(Refused, match="this graph holds 1 node that no import wrote"):
            attempt()
    assert by_hand("MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 1}]


def test_constraints_dropped_by_hand_are_told_and_restored(
    store: Store, by_hand: ByHand, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    by_hand("DROP CONSTRAINT entity_id")
    by_hand("DROP INDEX names")
    made = plan(store.snapshot(), exampleton, store.state())
    assert made.base.missing == ("entity_id", "names")
    assert store.apply(made, store.snapshot(), entry).restored == ("entity_id", "names")
    assert store.state().missing == ()
    assert {row["name"] for row in by_hand("SHOW INDEXES YIELD name")} >= {rule.name for rule in RULES}


def test_a_constraint_that_cannot_be_restored_says_why(
    store: Store, by_hand: ByHand, exampleton: Snapshot, entry: Entry
) -> None:
    bring(store, exampleton, entry)
    by_hand("DROP CONSTRAINT retired_id")
    by_hand("MATCH (n:Retired) CREATE (m:Retired) SET m = n")
    with pytest.raises(Refused, match="holds one id twice"):
        store.apply(plan(store.snapshot(), exampleton, store.state()), store.snapshot(), entry)


def test_names_and_aliases_are_found_by_the_full_text_index(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    found = store.read("CALL db.index.fulltext.queryNodes('names', $words) YIELD node RETURN node.id", {"words": "HB"})
    assert found.rows == (("board",),)


HOSTILE = tuple(text for payload in VALUES for text in payload.forms)


def test_hostile_texts_are_stored_verbatim_everywhere(store: Store, by_hand: ByHand, entry: Entry) -> None:
    rows = [Entity(id="canary", label="Board", name="Canary", evidence_date="2018", note="n")]
    for text in HOSTILE:
        cells = {"note": text, "sources": (text,), "evidence_date": "2018"}
        rows.append(Entity(id=text, label="Board", name=text, short_name=text, aliases=(text,), sector=text, **cells))
        rows.append(Fact(id=text, subject=text, relation="PART_OF", object="canary", role=text, **cells))
        rows.append(Statement(id=text, subject=text, property=text, value=text, unit=text, **cells))
        rows.append(Identifier(id=text, entity=text, scheme=text, value=text))
        rows.append(Retired(id=text, on=text, replaced_by=text))
        rows.append(Code(list=text, code=text, title=text, position=1))
    files = Snapshot.of(rows, EVERYTHING.dataset)
    bring(store, files, entry)
    assert store.snapshot() == files
    renamed = Snapshot.of(
        (dataclasses.replace(row, note=row.note + "!") if isinstance(row, Entity | Fact) else row for row in rows),
        EVERYTHING.dataset,
    )
    assert bring(store, renamed, entry).changed == 2 * len(HOSTILE) + 1
    back_to(1, store, entry)
    assert store.snapshot() == files
    assert by_hand("MATCH (n:Entity) RETURN count(n) AS nodes") == [{"nodes": len(HOSTILE) + 1}]
