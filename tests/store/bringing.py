"""Bringing a graph to some content and back, as commands do; and a content with rows of every type."""

import dataclasses
from collections.abc import Collection
from typing import Any

from ecosystem.model import Code, Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement, key_of
from ecosystem.plan import Plan, plan
from ecosystem.snapshot import Snapshot
from ecosystem.store import Applied, Entry, Store


def planned(store: Store, files: Snapshot, removed: Collection[Row] = ()) -> tuple[Plan, Snapshot | None]:
    """Return the plan from what is recorded to files, and the graph as it is."""
    graph = store.snapshot()
    recorded, outside = store.recorded(graph), store.changes_outside(graph)
    return plan(recorded, files, store.state(), outside, [key_of(row) for row in removed]), graph


def bring(store: Store, files: Snapshot, entry: Entry, removed: Collection[Row] = (), **options: Any) -> Applied:
    """Plan and apply, as an import does."""
    return store.apply(*planned(store, files, removed), entry, **options)


def back_to(revision: int, store: Store, entry: Entry) -> Applied:
    """Plan and apply the content of a revision, as an undo does."""
    recorded = store.recorded(store.snapshot())
    earlier = store.recorded_at(recorded, revision)
    return bring(store, earlier, dataclasses.replace(entry, kind="undo"), removed=list(recorded))


def edited(snapshot: Snapshot, *rows: Row, without: Collection[Row] = ()) -> Snapshot:
    """Return a snapshot with rows put in the place of those with the same type and id, and some left out."""
    kept = {(type(row), row.id): row for row in snapshot if not isinstance(row, Dataset)}
    kept |= {(type(row), row.id): row for row in rows if not isinstance(row, Dataset)}
    dataset = next((row for row in rows if isinstance(row, Dataset)), snapshot.dataset)
    return Snapshot.of((row for row in kept.values() if row not in without), dataset)


EVERYTHING = Snapshot.of(
    [
        Code(list="tier", code="city", title="City", description="the whole city", position=2),
        Source(id="page", title="Page", kind="document", date="2018", url="https://example.org"),
        Entity(
            id="board", label="Board", name="Board", short_name="B", aliases=("HB", "The Board"), sources=("page:1",)
        ),
        Entity(
            id="trust", label="Organisation", name="Trust", start_date="2013-04", basis="stated", sources=("page:2",)
        ),
        Entity(id="person", label="Person", name="Avery", note="reasoned", evidence_date="2016"),
        Fact(
            id="seat", subject="trust", relation="MEMBER_OF", object="board", role="chair", sources=("page:3", "page:4")
        ),
        Fact(id="line", subject="board", relation="REPORTS_TO", object="trust", evidence_date="2018", note="reasoned"),
        Fact(
            id="shown",
            subject="board",
            relation="SHOWN_ON",
            object="page",
            role="Groups",
            basis="shown",
            sources=("page:5",),
        ),
        Statement(id="open", subject="board", property="meeting_schedule", sources=("page:6",)),
        Statement(
            id="whole", subject="page", property="list_complete", value="no", basis="stated", sources=("page:7",)
        ),
        Identifier(id="code", entity="trust", scheme="ods", value="RR8", verified="2022-07", sources=("page:8",)),
        Retired(id="old-trust", on="2018-04", replaced_by="trust", note="renamed"),
    ],
    Dataset(
        id="x", title="X", licence="CC0-1.0", contact="somebody", as_of="2022-07-19", apex="trust", words=("lcp=LCP",)
    ),
)


def with_retired(snapshot: Snapshot, *ids: str) -> Snapshot:
    """Return a snapshot with some more retired ids: the smallest change there is."""
    return edited(snapshot, *(Retired(id=each, on="2024") for each in ids))


def noted(snapshot: Snapshot, number: int) -> Snapshot:
    """Return a snapshot in which every entity, fact and statement has another note: a change in many batches."""
    rows = (row for row in snapshot if isinstance(row, Entity | Fact | Statement))
    return edited(snapshot, *(dataclasses.replace(row, note=f"Note {number}.") for row in rows))


def assert_whole(store: Store, *contents: Snapshot | None) -> Snapshot | None:
    """Assert that graph, recorded digest and journal agree, on one of these contents, and return it; None is empty."""
    graph, state, history = store.snapshot(), store.state(), store.history()
    assert graph in contents
    if graph is None:
        assert (state.revision, history) == (0, ())
    else:
        assert state.digest == graph.digest == history[-1].digest
        assert state.revision == len(history) == history[-1].revision
    return graph
