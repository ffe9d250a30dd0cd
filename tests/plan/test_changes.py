"""Differences between snapshots form an algebra: applying one gives the other, reversing it gives the first back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.model import ROW_TYPES, Code, Dataset, Entity, Fact, Identifier, Retired, Source, Statement
from ecosystem.plan import (
    EMPTY_DIGEST,
    Added,
    Changed,
    Removed,
    applied,
    difference,
    digest_after,
    reverse,
)
from ecosystem.problems import Conflict
from ecosystem.snapshot import Snapshot

IDS = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.sampled_from(["", "one", "two", "(x) DETACH DELETE x", "é\n=1+1"])
LISTS = st.lists(TEXTS.filter(bool), max_size=2).map(tuple)
DATES = st.sampled_from(["", "2016", "2018-04", "2018-04-01"])

CODES = st.builds(Code, list=st.sampled_from(["sector", "tier"]), code=IDS, title=TEXTS, position=st.integers(1, 3))
SOURCES = st.builds(Source, id=IDS, title=TEXTS, date=DATES)
ENTITIES = st.builds(Entity, id=IDS, label=st.sampled_from(["Board", "Person"]), name=TEXTS, aliases=LISTS)
FACTS = st.builds(Fact, id=IDS, subject=IDS, relation=st.just("PART_OF"), object=IDS, role=TEXTS, end_date=DATES)
STATEMENTS = st.builds(Statement, id=IDS, subject=IDS, property=TEXTS, value=TEXTS)
IDENTIFIERS = st.builds(Identifier, id=IDS, entity=IDS, scheme=TEXTS, value=TEXTS)
RETIRED = st.builds(Retired, id=IDS, on=DATES)
ROWS = st.one_of(CODES, SOURCES, ENTITIES, FACTS, STATEMENTS, IDENTIFIERS, RETIRED)
DATASETS = st.builds(Dataset, id=st.just("x"), title=TEXTS, as_of=st.just("2022"))
SNAPSHOTS = st.builds(Snapshot.of, st.lists(ROWS, max_size=8), DATASETS)


@given(before=st.none() | SNAPSHOTS, after=SNAPSHOTS)
@settings(deadline=None)
def test_applying_a_difference_gives_the_other_snapshot(before: Snapshot | None, after: Snapshot) -> None:
    assert applied(before, difference(before, after)) == after


@given(before=SNAPSHOTS, after=SNAPSHOTS)
@settings(deadline=None)
def test_reversing_a_difference_undoes_it(before: Snapshot, after: Snapshot) -> None:
    assert applied(after, reverse(difference(before, after))) == before


@given(before=SNAPSHOTS, after=SNAPSHOTS)
@settings(deadline=None)
def test_reversing_is_the_difference_the_other_way_round(before: Snapshot, after: Snapshot) -> None:
    assert set(reverse(difference(before, after))) == set(difference(after, before))


@given(before=SNAPSHOTS, after=SNAPSHOTS)
@settings(deadline=None)
def test_the_digest_follows_from_the_changed_rows_alone(before: Snapshot, after: Snapshot) -> None:
    assert digest_after(before.digest, difference(before, after)) == after.digest


@given(first=SNAPSHOTS, second=SNAPSHOTS, third=SNAPSHOTS)
@settings(deadline=None)
def test_differences_follow_one_another(first: Snapshot, second: Snapshot, third: Snapshot) -> None:
    assert applied(first, (*difference(first, second), *difference(second, third))) == third


@given(snapshot=SNAPSHOTS)
@settings(deadline=None)
def test_a_snapshot_does_not_differ_from_itself(snapshot: Snapshot) -> None:
    assert difference(snapshot, snapshot) == ()
    assert digest_after(EMPTY_DIGEST, difference(None, snapshot)) == snapshot.digest


def test_every_type_of_row_can_be_added_changed_and_removed() -> None:
    dataset = Dataset(id="x", title="X", as_of="2022")
    old = [
        Code(list="tier", code="city", title="City", position=1),
        Source(id="page", title="Page"),
        Entity(id="board", label="Board", name="Board"),
        Fact(id="seat", subject="board", relation="PART_OF", object="board"),
        Statement(id="figure", subject="board", property="staff"),
        Identifier(id="code", entity="board", scheme="ods", value="X1"),
        Retired(id="old", on="2020"),
    ]
    new = [
        Code(list="tier", code="city", title="Town", position=1),
        Source(id="page", title="Page two"),
        Entity(id="board", label="Board", name="Board", aliases=("HB",)),
        Fact(id="seat", subject="board", relation="PART_OF", object="board", end_date="2018"),
        Statement(id="figure", subject="board", property="staff", value="7"),
        Identifier(id="code", entity="board", scheme="ods", value="X2"),
        Retired(id="old", on="2021"),
    ]
    before, after = Snapshot.of(old, dataset), Snapshot.of(new, Dataset(id="x", title="X, again", as_of="2022"))
    assert {(type(change.row), change.columns) for change in difference(before, after)} == {
        (Dataset, ("title",)),
        (Code, ("title",)),
        (Source, ("title",)),
        (Entity, ("aliases",)),
        (Fact, ("end_date",)),
        (Statement, ("value",)),
        (Identifier, ("value",)),
        (Retired, ("on",)),
    }
    assert {type(change.row) for change in difference(None, after)} == set(ROW_TYPES)
    assert {type(change) for change in difference(None, after)} == {Added}
    assert {type(change) for change in difference(after, None)} == {Removed}


def test_a_row_that_is_not_as_the_change_found_it_is_a_conflict() -> None:
    dataset = Dataset(id="x", title="X", as_of="2022")
    graph = Snapshot.of([Retired(id="old", on="2020", note="by hand")], dataset)
    change = Changed(Retired(id="old", on="2020"), Retired(id="old", on="2021"))
    with pytest.raises(Conflict, match="`old` is not as the plan found it"):
        applied(graph, [change])
