"""A person who was forgotten is nowhere in the graph, and everything else is as it was."""

import dataclasses
import json
import re
from typing import Any

import pytest
from conftest import ByHand
from store.bringing import EVERYTHING, back_to, bring, edited, with_retired

from ecosystem.model import Entity, Fact, Identifier, Retired, Statement
from ecosystem.plan import Removed, applied
from ecosystem.problems import Conflict, NotFound, Refused, UsageError
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store
from ecosystem.store.revisions.revising import revise

pytestmark = pytest.mark.neo4j

CITED = {"sources": ("page:9",)}
QUILLA = Entity(id="quilla-marchbank", label="Person", name="Quilla Marchbank", short_name="QM", **CITED)
ASHDOWN = dataclasses.replace(QUILLA, name="Quilla Ashdown", aliases=("Miss Ashdown",))
POST = Entity(id="lead", label="Post", name="Lead for carers", **CITED)
HELD = Fact(id="lead--quilla-marchbank--holds", subject=QUILLA.id, relation="HOLDS", object="lead", **CITED)
SESSIONS = Statement(id="quilla-marchbank--sessions", subject=QUILLA.id, property="sessions", value="2", **CITED)
NUMBER = Identifier(id="quilla-marchbank--gmc", entity=QUILLA.id, scheme="gmc", value="1234567")
FORMER = Retired(id="q-ashdown", on="2020", replaced_by=QUILLA.id)
SEAT = Fact(id="board--person--member-of", subject="person", relation="MEMBER_OF", object="board", **CITED)
OFFICE = Entity(id="office-of-quilla-ashdown", label="Team", name="Office", **CITED)
CANARY = re.compile(r"quilla|marchbank|ashdown|\bQM\b|1234567", re.IGNORECASE)


def everything(by_hand: ByHand) -> str:
    """Return all that is in the graph: labels, types, properties, journal."""
    nodes = by_hand("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    relationships = by_hand("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS properties")
    return json.dumps([nodes, relationships], default=str, ensure_ascii=False)


def a_life(store: Store, entry: Entry) -> list[Snapshot]:
    """Import a person's coming, renaming and mentions, and return the contents of the revisions."""
    noted = dataclasses.replace(EVERYTHING.entities["board"], note="chaired by\nQuilla Ashdown", aliases=("HB", "QM's"))
    old = [ASHDOWN, POST, HELD, SESSIONS, FORMER, OFFICE, noted, dataclasses.replace(SEAT, subject=QUILLA.id)]
    first = edited(EVERYTHING, *old)
    second = edited(first, QUILLA, NUMBER, SEAT, EVERYTHING.entities["board"], without=[OFFICE])
    third = with_retired(second, "gone")
    for content in (first, second, third):
        who = dataclasses.replace(entry, actor="quilla-marchbank", files=("people.csv", "Quilla Marchbank.xlsx"))
        bring(store, content, who, removed=list(first))
    return [first, second, third]


def test_a_forgotten_person_is_nowhere_and_the_rest_is_as_it_was(store: Store, by_hand: ByHand, entry: Entry) -> None:
    *_, third = a_life(store, entry)
    assert CANARY.search(everything(by_hand))
    about = {QUILLA, HELD, SESSIONS, NUMBER, FORMER}
    done = store.forget(QUILLA.id, entry)
    assert CANARY.findall(everything(by_hand)) == []
    assert (done.revision, done.removed, done.rewritten) == (4, len(about), 2)
    rest = edited(third, without=about)
    assert (store.snapshot(), done.digest, store.state().digest) == (rest, rest.digest, rest.digest)
    assert "lead" in store.snapshot().entities


def test_the_journal_without_a_forgotten_person_leads_to_what_is_recorded(store: Store, entry: Entry) -> None:
    a_life(store, entry)
    store.forget(QUILLA.id, entry)
    rest, content = store.snapshot(), None
    for each in store.history():
        made = store.plan_of(each.revision)
        content = applied(content, made.changes)
        assert (each.digest, made.target) == (content.digest, content.digest)
        forgot = each.kind == "forget"
        assert made.counts == {"added": each.added, "changed": each.changed, "removed": 0 if forgot else each.removed}
    assert content == store.recorded(None) == rest
    assert [(each.kind, each.actor, each.files) for each in store.history()] == [
        *[("import", "", ("people.csv",))] * 3,
        ("forget", "an officer", ("memberships.csv",)),
    ]


def test_going_back_across_a_forgetting_is_refused_and_up_to_it_is_not(store: Store, entry: Entry) -> None:
    a_life(store, entry)
    store.forget(QUILLA.id, entry)
    rest = store.snapshot()
    bring(store, with_retired(rest, "later"), entry)
    for revision in (1, 2, 3):
        with pytest.raises(Refused, match="revision 4 forgot a person; nothing before it can be brought back") as e:
            store.recorded_at(store.snapshot(), revision)
        assert (e.value.exit_code, "go back to revision 4 or later" in e.value.fix) == (6, True)
    back_to(4, store, entry)
    assert store.snapshot() == rest


def test_somebody_whom_an_import_removed_is_forgotten_in_the_journal(
    store: Store, by_hand: ByHand, entry: Entry
) -> None:
    *_, third = a_life(store, entry)
    about = {QUILLA, HELD, SESSIONS, NUMBER, FORMER}
    bring(store, edited(third, without=about), entry, removed=about)
    done = store.forget(QUILLA.id, entry)
    assert (done.revision, done.removed, done.rewritten) == (5, 0, 3)
    assert CANARY.findall(everything(by_hand)) == []
    assert store.recorded(None) == store.snapshot() == edited(third, without=about)


def test_while_other_rows_name_the_person_nothing_is_written(store: Store, by_hand: ByHand, entry: Entry) -> None:
    *_, third = a_life(store, entry)
    named = dataclasses.replace(POST, name="Post of Quilla Ashdown", note="see quilla-marchbank")
    bring(store, edited(third, named), entry)
    before = everything(by_hand)
    with pytest.raises(Refused, match="2 other cells still name this person: name of `lead`, note of `lead`") as raised:
        store.forget(QUILLA.id, entry)
    assert (raised.value.exit_code, "through an import" in raised.value.fix) == (6, True)
    assert CANARY.search(str(raised.value)) is None
    assert everything(by_hand) == before
    bring(store, edited(third, POST), entry)
    store.forget(QUILLA.id, entry)
    assert CANARY.findall(everything(by_hand)) == []


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n {id: 'board'}) SET n.seen = ['HB', 'by Quilla Marchbank']",
        "MATCH ()-[r {id: 'seat'}]->() SET r.note = 'quilla-marchbank'",
        "CREATE (:Film {star: 'Quilla Marchbank'})",
        "CREATE ({star: 'Quilla Marchbank'})",
    ],
)
def test_what_a_hand_wrote_elsewhere_is_told_and_nothing_written(
    store: Store, by_hand: ByHand, entry: Entry, cypher: str
) -> None:
    a_life(store, entry)
    by_hand(cypher)
    before = everything(by_hand)
    with pytest.raises(
        Refused, match=r"1 other cell still names this person: (seen|note|star) of `.*`; nothing was written"
    ):
        store.forget(QUILLA.id, entry)
    assert everything(by_hand) == before


def test_what_a_hand_put_on_the_person_goes_with_them_and_elsewhere_stays(
    store: Store, by_hand: ByHand, entry: Entry
) -> None:
    *_, third = a_life(store, entry)
    by_hand("MATCH (p {id: 'quilla-marchbank'}), (b {id: 'board'}) SET p.name = 'Q', b.name = 'By hand' "
            "CREATE (p)-[:LIKES {since: 1}]->(b) CREATE (p)-[:OWNS {id: 'by-hand', sources: []}]->(b)")  # fmt: skip
    done = store.forget(QUILLA.id, entry)
    assert (done.removed, CANARY.findall(everything(by_hand))) == (6, [])
    assert store.recorded(store.snapshot()) == edited(third, without={QUILLA, HELD, SESSIONS, NUMBER, FORMER})
    assert {change.row.id for change in store.changes_outside(store.snapshot())} == {"board"}


def test_a_crash_while_forgetting_leaves_everything_as_it_was(store: Store, by_hand: ByHand, entry: Entry) -> None:
    a_life(store, entry)
    before = everything(by_hand)

    def crash(number: int) -> None:
        if number == 2:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store.forget(QUILLA.id, entry, after_batch=crash)
    assert everything(by_hand) == before


def test_an_import_made_since_the_journal_was_read_is_a_conflict(
    store: Store, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, third = a_life(store, entry)

    def late(*arguments: Any) -> None:
        bring(store, with_retired(third, "meanwhile"), entry)
        revise(*arguments)

    monkeypatch.setattr("ecosystem.store.revisions.forgetting.revise", late)
    with pytest.raises(Conflict, match="made from revision 3; the graph is at revision 4"):
        store.forget(QUILLA.id, entry)
    assert store.snapshot() == with_retired(third, "meanwhile")


def test_nobody_and_nothing_else_is_forgotten(store: Store, entry: Entry) -> None:
    with pytest.raises(NotFound, match="the graph is empty"):
        store.forget("person", entry)
    bring(store, EVERYTHING, entry)
    with pytest.raises(NotFound, match="no person of that id"):
        store.forget("nobody", entry)
    with pytest.raises(UsageError, match="`trust` is of another kind: organisation"):
        store.forget("trust", entry)
    assert store.state().revision == 1


def test_a_forgotten_id_may_be_given_again(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    person = EVERYTHING.entities["person"]
    store.forget("person", entry)
    assert store.snapshot() == applied(EVERYTHING, [Removed(person)])
    bring(store, EVERYTHING, entry)
    assert store.snapshot() == EVERYTHING


def test_the_words_of_a_name_in_two_cells_are_not_the_person(store: Store, by_hand: ByHand, entry: Entry) -> None:
    apart = dataclasses.replace(EVERYTHING.entities["board"], aliases=("Quilla", "Marchbank"))
    bring(store, edited(EVERYTHING, apart), entry)
    bring(store, edited(EVERYTHING, apart, QUILLA), entry)
    assert store.forget(QUILLA.id, entry).rewritten == 1
    assert store.snapshot() == edited(EVERYTHING, apart)


def test_a_journal_that_a_hand_damaged_is_not_rewritten(store: Store, by_hand: ByHand, entry: Entry) -> None:
    a_life(store, entry)
    by_hand("MATCH (:Import {revision: 1})-[:KEEPS]->(p) DETACH DELETE p")
    before = everything(by_hand)
    with pytest.raises(Refused, match="the journal of imports in the graph was changed by hand"):
        store.forget(QUILLA.id, entry)
    assert everything(by_hand) == before
