"""A plan is carried out in register and graph together, or in neither."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecosystem.importing import NOTHING, carried_out, planned, standing
from ecosystem.model import Dataset, Entity, Fact, Row, Source
from ecosystem.problems import Conflict
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store
from ecosystem.tables import Update, read_dataset, write_dataset

ENTRY = Entry("an officer", datetime(2024, 3, 6, tzinfo=UTC))
DATASET = Dataset(id="town", title="A town", as_of="2024-03-05")
BOARDS = {
    name: Entity(id=name, label="Board", name=name.title(), sources=("minutes:p1",)) for name in ("board", "panel")
}
SEAT = Fact(id="s", subject="panel", relation="MEMBER_OF", object="board", sources=("minutes:p1",))


def rows(*of_the_town: Row) -> Snapshot:
    """Return a dataset of these rows and the source that they cite."""
    return Snapshot.of((Source(id="minutes", title="Minutes", date="2024"), *of_the_town), DATASET)


@pytest.mark.neo4j
def test_a_plan_that_is_stale_is_a_conflict_even_where_the_register_could_no_longer_take_it(
    store: Store, tmp_path: Path
) -> None:
    whole, alone = rows(*BOARDS.values()), rows(BOARDS["board"])
    write_dataset(whole, tmp_path)
    carried_out(store, planned(NOTHING, Update(whole, {})), None, read_dataset(tmp_path), ENTRY)
    found = standing(store, DATASET.id)
    kept = planned(found, Update(rows(*BOARDS.values(), SEAT), {}))
    without = Update(alone, {}, removed=frozenset({(Entity, "panel")}))
    carried_out(store, planned(found, without), found.graph, read_dataset(tmp_path), ENTRY)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(Conflict, match="made from revision 1; the graph is at revision 2"):
        carried_out(store, kept, store.snapshot(), read_dataset(tmp_path), ENTRY)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert store.snapshot() == alone
