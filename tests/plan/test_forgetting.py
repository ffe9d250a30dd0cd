"""What tells of a person, in rows and in changes."""

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.test_changes import DATASETS, ROWS, SNAPSHOTS

from ecosystem.model import Code, Dataset, Entity, Fact, Identifier, Retired, Source, Statement
from ecosystem.plan import Named, Removed, Traces, applied, difference, forgetting, still_named
from ecosystem.problems import NotFound, UsageError
from ecosystem.snapshot import Snapshot

ANN = Entity(id="ann-lee", label="Person", name="Ann Lee", short_name="Lee", aliases=("A. Lee", "Ánn of the Trust"))
POST = Entity(id="gp-lead", label="Post", name="GP lead")
HELD = Fact(id="gp-lead--ann-lee--holds", subject="ann-lee", relation="HOLDS", object="gp-lead")
PART = Fact(id="board--gp-lead--member-of", subject="gp-lead", relation="MEMBER_OF", object="board")
ABOUT = (
    ANN,
    HELD,
    Fact(id="renamed", subject="annie", relation="SUCCEEDED_BY", object="ann-lee"),
    Statement(id="figure", subject="ann-lee", property="sessions", value="2"),
    Identifier(id="code", entity="ann-lee", scheme="gmc", value="1"),
    Retired(id="ann", on="2020", replaced_by="annie"),
    Retired(id="annie", on="2021", replaced_by="ann-lee"),
)
DATASET = Dataset(id="x", title="X", as_of="2022")
TRACES = Traces.of("ann-lee", ABOUT)


def test_a_person_goes_with_what_is_about_them_and_their_posts_stay() -> None:
    board = Entity(id="board", label="Board", name="Board")
    content = Snapshot.of([*ABOUT, POST, PART, board], DATASET)
    changes = forgetting(content, "ann-lee")
    assert set(changes) == {Removed(row) for row in ABOUT}
    assert set(applied(content, changes)) == {DATASET, POST, PART, board}


def test_only_people_are_forgotten() -> None:
    content = Snapshot.of([POST, Source(id="page", title="Page"), dataclasses.replace(ANN, label="")], DATASET)
    with pytest.raises(UsageError, match="`gp-lead` is of another kind: post"):
        forgetting(content, "gp-lead")
    with pytest.raises(UsageError, match="`page` is of another kind: source"):
        forgetting(content, "page")
    with pytest.raises(UsageError, match="`ann-lee` is of another kind: none"):
        forgetting(content, "ann-lee")
    with pytest.raises(NotFound, match="no person of that id"):
        forgetting(content, "nobody")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee", "seen by ANN LEE.", "Ann Lee’s list", "Ann  Lee", "Ann\nLee", "ann-lee", "post--ann-lee--holds",
        "ann_lee", "Lee", "Dr Lee (chair)", "A. Lee", "a lee", "Änn Lée", "Ann of the Trust", "annie", "x--ann--y",
        "page:ann",
    ],
)  # fmt: skip
def test_a_text_that_names_them_is_found_however_it_is_written(text: str) -> None:
    assert TRACES.tell(text)


@pytest.mark.parametrize(
    "text", ["", "Annual Leeds", "Joann leeway", "lee", "planning", "ann-leeds", "anna", "ann-other", "leann", "Leeds"]
)
def test_a_text_that_only_resembles_a_name_is_not(text: str) -> None:
    assert not TRACES.tell(text)


def test_cells_that_still_name_them_are_told_by_row_and_column() -> None:
    others = [
        dataclasses.replace(POST, note="held by Ann Lee", aliases=("GP", "Lee's post")),
        dataclasses.replace(PART, id="board--ann-lee--member-of"),
        Source(id="letter", title="Letter of A. Lee"),
        Statement(id="figure-2", subject="board", property="chair", value="ann lee"),
        Code(list="tier", code="city", title="City", description="Lee", position=1),
        Retired(id="old", on="2020", note="see annie"),
    ]
    content = Snapshot.of([*ABOUT, *others], dataclasses.replace(DATASET, contact="Ann Lee"))
    assert set(still_named(content, "ann-lee")) == {
        Named("dataset", "x", "contact"),
        Named("entity", "gp-lead", "aliases"),
        Named("entity", "gp-lead", "note"),
        Named("fact", "board--ann-lee--member-of", "id"),
        Named("source", "letter", "title"),
        Named("statement", "figure-2", "value"),
        Named("code", "tier/city", "description"),
        Named("retired", "old", "note"),
    }


def test_a_row_without_them_is_blank_where_it_named_them_and_gone_where_it_was_placed_by_them() -> None:
    named = dataclasses.replace(POST, note="held by Ann Lee", aliases=("GP", "Lee's post"), form="x")
    assert TRACES.without(named) == dataclasses.replace(POST, aliases=("GP",), form="x")
    assert TRACES.without(POST) is POST
    assert {TRACES.without(row) for row in ABOUT} == {None}
    assert TRACES.without(dataclasses.replace(PART, id="board--ann-lee--member-of")) is None


CAST = st.one_of(
    st.builds(Entity, id=st.sampled_from(["a", "b"]), label=st.just("Person"), name=st.sampled_from(["One", "Two"])),
    st.builds(Retired, id=st.just("old"), on=st.just("2020"), replaced_by=st.sampled_from(["a", "b"])),
    ROWS,
)
HISTORIES = st.lists(st.builds(Snapshot.of, st.lists(CAST, max_size=8), DATASETS), min_size=1, max_size=4)


@given(history=HISTORIES, last=SNAPSHOTS)
@settings(deadline=None)
def test_a_history_without_them_leads_to_the_content_without_them(history: list[Snapshot], last: Snapshot) -> None:
    traces = Traces.of("a", (row for content in (*history, last) for row in content))
    last = Snapshot.of((row for row in last if row is not last.dataset and traces.without(row) in (row, None)), DATASET)
    rest = [row for row in last if row is not DATASET and traces.without(row) is not None]
    contents = [None, *history, last]
    changes = (change for old, new in pairwise(contents) for change in difference(old, new))
    without = (change for change in map(traces.taken_out, changes) if change is not None)
    assert applied(None, without) == Snapshot.of(rest, DATASET)
