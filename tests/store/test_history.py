"""Any revision's content is had from what is recorded now, and the graph can be brought back to it."""

import dataclasses

import pytest
from conftest import ByHand
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.bringing import EVERYTHING, back_to, bring, edited, planned, with_retired

from ecosystem.model import Code, Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement
from ecosystem.problems import Conflict, NotFound, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store

pytestmark = pytest.mark.neo4j

IDS = st.sampled_from(["a", "b", "c"])
TEXTS = st.sampled_from(["", "one", "two"])
DATES = st.sampled_from(["", "2016", "2018-04"])
ENTITIES = st.builds(Entity, id=IDS, label=st.sampled_from(["Board", "Person"]), name=TEXTS, end_date=DATES)
ENDED = {"end_date": DATES}
ROWS = st.one_of(
    ENTITIES,
    st.builds(Fact, id=IDS, subject=IDS, relation=st.sampled_from(["PART_OF", "OWNS"]), object=IDS, **ENDED),
    st.builds(Statement, id=IDS, subject=IDS, property=TEXTS, value=TEXTS),
    st.builds(Identifier, id=IDS, entity=IDS, scheme=TEXTS, value=TEXTS),
    st.builds(Source, id=st.just("page"), title=TEXTS),
    st.builds(Code, list=st.just("tier"), code=IDS, title=TEXTS, position=st.integers(1, 3)),
    st.builds(Retired, id=IDS, on=DATES),
)
DATASETS = st.builds(Dataset, id=st.just("x"), title=TEXTS, as_of=st.just("2022"))


def whole(rows: list[Row], dataset: Dataset) -> Snapshot:
    """Return the snapshot of the rows whose ends are among them."""
    nodes = {row.id for row in rows if isinstance(row, Entity)}

    def stands(row: Row) -> bool:
        ends = {getattr(row, name) for name in ("subject", "object", "entity") if hasattr(row, name)}
        return ends <= nodes

    return Snapshot.of(filter(stands, rows), dataset)


CONTENTS = st.builds(whole, st.lists(ROWS, max_size=12), DATASETS)


@given(contents=st.lists(CONTENTS, min_size=2, max_size=4, unique_by=lambda each: each.digest), choose=st.randoms())
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_revision_can_be_had_and_gone_back_to(
    store: Store, by_hand: ByHand, entry: Entry, contents: list[Snapshot], choose
) -> None:
    by_hand("MATCH (n) DETACH DELETE n")
    for content in contents:
        bring(store, content, entry, removed=list(store.snapshot() or ()))
        assert store.snapshot() == content
    for revision, content in enumerate(contents, start=1):
        assert store.recorded_at(contents[-1], revision) == content
    revision = choose.randrange(1, len(contents))
    undone = back_to(revision, store, entry)
    assert store.snapshot() == store.recorded(None) == contents[revision - 1]
    assert (undone.revision, undone.digest) == (len(contents) + 1, contents[revision - 1].digest)
    back_to(len(contents), store, entry)
    assert store.snapshot() == contents[-1]


def test_an_undo_stands_in_the_history_and_can_be_undone(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    more = with_retired(EVERYTHING, "gone")
    bring(store, more, entry)
    back_to(1, store, entry)
    assert store.snapshot() == EVERYTHING
    back_to(2, store, entry)
    assert store.snapshot() == more
    assert [each.kind for each in store.history()] == ["import", "import", "undo", "undo"]


def test_what_was_there_before_the_first_import_cannot_be_had(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    with pytest.raises(Refused, match="there is nothing before the first import") as raised:
        store.recorded_at(EVERYTHING, 0)
    assert (raised.value.exit_code, "graph of their own" in raised.value.fix) == (6, True)


@pytest.mark.parametrize("revision", [-1, 2, 99])
def test_a_revision_that_never_was_cannot_be_had(store: Store, entry: Entry, revision: int) -> None:
    bring(store, EVERYTHING, entry)
    with pytest.raises(NotFound, match=f"there is no revision {revision}"):
        store.recorded_at(EVERYTHING, revision)


def test_an_import_made_since_the_graph_was_read_is_noticed(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    bring(store, with_retired(EVERYTHING, "gone"), entry)
    with pytest.raises(Conflict, match="imported into since it was read"):
        store.recorded_at(EVERYTHING, 1)


def test_an_empty_graph_records_nothing(store: Store) -> None:
    assert store.recorded(None) is None
    with pytest.raises(NotFound):
        store.recorded_at(EVERYTHING, 0)


def test_a_graph_as_its_imports_left_it_is_what_is_recorded_without_replaying_them(
    store: Store, by_hand: ByHand, entry: Entry
) -> None:
    bring(store, EVERYTHING, entry)
    by_hand("MATCH (p:PlanPart) SET p.changes = 'no json'")
    graph = store.snapshot()
    assert store.recorded(graph) is graph
    assert store.changes_outside(graph) == ()


def test_whether_a_plan_was_applied_is_told_by_its_sha256(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    made, graph = planned(store, with_retired(EVERYTHING, "gone"))
    assert store.applied_as(made.sha256) == 0
    store.apply(made, graph, entry)
    assert store.applied_as(made.sha256) == 2


def test_a_revision_keeps_who_and_why(store: Store, entry: Entry) -> None:
    bring(store, EVERYTHING, entry)
    bring(store, edited(EVERYTHING, Retired(id="gone", on="2024")), dataclasses.replace(entry, kind="undo"))
    second = store.history()[1]
    assert (second.kind, second.actor, second.files, second.added) == ("undo", "an officer", ("memberships.csv",), 1)
