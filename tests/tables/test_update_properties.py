"""Whatever part of a register is read back changes nothing, and an edit changes its own cell and no other."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from registers import laid_over

from ecosystem.plan import difference
from ecosystem.tables import read_dataset, texts_of

REGISTER = read_dataset(Path(__file__).parents[1] / "exampleton")
SNAPSHOT = REGISTER.snapshot
TABLES = {name: list(csv.DictReader(io.StringIO(text))) for name, text in texts_of(REGISTER).items()}
EDITED = {
    "boards.csv": ("short_name", "note"),
    "memberships.csv": ("evidence_date", "note"),
    "statements.csv": ("unit", "note"),
    "sources.csv": ("publisher", "note"),
}

Row = dict[str, str]


def written(folder: Path, name: str, columns: tuple[str, ...], rows: list[Row], delimiter: str = ",") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore", delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return folder


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, tuple[str, ...], list[Row]]:
    """Return some columns of some rows of a table, in any order, with the column of their ids."""
    name = draw(st.sampled_from(sorted(TABLES)))
    key, *others = TABLES[name][0]
    columns = draw(st.lists(st.sampled_from(others), unique=True))
    rows = draw(st.lists(st.sampled_from(TABLES[name]), unique_by=lambda row: row[key]))
    return name, tuple(draw(st.permutations([key, *columns]))), rows


@given(part=parts(), delimiter=st.sampled_from(",;\t"))
@settings(max_examples=100, deadline=None)
def test_any_rows_and_columns_read_back_change_nothing(
    part: tuple[str, tuple[str, ...], list[Row]], delimiter: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = written(tmp_path_factory.mktemp("update"), *part, delimiter)
    assert difference(SNAPSHOT, laid_over(SNAPSHOT, folder)) == ()


words = st.text(alphabet='abc ,;"é|', max_size=12).map(lambda text: f"x{text.strip()}")
VALUES = {
    "evidence_date": st.sampled_from(["2023", "2024-02", "2024-02-29"]),
    "note": st.lists(words, min_size=1, max_size=3).map("\n".join),
}


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, dict[str, Row]]:
    """Return a table, and by id the new values of some cells."""
    name = draw(st.sampled_from(sorted(EDITED)))
    ids = draw(st.lists(st.sampled_from([row["id"] for row in TABLES[name]]), min_size=1, unique=True))
    column = st.sampled_from(EDITED[name])
    cells = {row_id: draw(st.lists(column, min_size=1, unique=True)) for row_id in ids}
    return name, {
        row_id: {column: draw(VALUES.get(column, words | st.just(""))) for column in columns}
        for row_id, columns in cells.items()
    }


@given(edit=edits())
@settings(max_examples=100, deadline=None)
def test_edits_change_their_own_cells_and_no_others(
    edit: tuple[str, dict[str, Row]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    name, cells = edit
    rows = [row | cells.get(row["id"], {}) for row in TABLES[name]]
    folder = written(tmp_path_factory.mktemp("update"), name, tuple(rows[0]), rows)
    found = difference(SNAPSHOT, laid_over(SNAPSHOT, folder))
    old = {row["id"]: row for row in TABLES[name]}
    expected = {
        (row_id, column, text)
        for row_id, values in cells.items()
        for column, text in values.items()
        if old[row_id][column] != text
    }
    changed = {(one.row.id, column, getattr(one.after, column)) for one in found for column in one.columns}
    assert ({one.kind for one in found} <= {"changed"}, changed) == (True, expected)
