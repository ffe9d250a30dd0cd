"""Writing a dataset: canonical, complete, and the same again when read."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registers import laid_over

from ecosystem.model import Dataset, Entity, Fact, Row, Source, Statement
from ecosystem.problems import Refused
from ecosystem.rules import check
from ecosystem.snapshot import Snapshot
from ecosystem.tables import (
    Register,
    export_csv,
    exported,
    read_dataset,
    texts_of,
    write_dataset,
    write_files,
)

VALID = Path(__file__).parents[1] / "bad_input" / "valid"
EXAMPLETON = Path(__file__).parents[1] / "exampleton"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "smallton"))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(snapshot: Snapshot) -> list[Row]:
    return [row for row in snapshot if not isinstance(row, Dataset)]


def holding(register: Register, content: Iterable[Row]) -> Register:
    return replace(register, snapshot=Snapshot.of(content, register.snapshot.dataset))


words = st.text(alphabet="abcdeABCDE éß,\"&;|-'’/", max_size=12).map(lambda text: f"x{text.strip()}")
prose = st.lists(words, max_size=3).map("\n".join)
dates = st.sampled_from(["", "2016", "2018-04", "2018-04-01"])


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    ids = [f"body-{number}" for number in range(draw(st.integers(2, 6)))]
    rows: list[Row] = [Source(id="minutes", title=draw(words), date="2018", publisher=draw(words))]
    for number, node_id in enumerate(ids):
        label = draw(st.sampled_from(["Organisation", "Board", "Team"]))
        aliases = tuple(draw(st.lists(words.filter(lambda word: "|" not in word), max_size=2)))
        rows.append(
            Entity(
                id=node_id, label=label, name=f"{draw(words)} {number}", aliases=aliases,
                sources=("minutes:1", "minutes:p2"), note=draw(prose),
            )
        )  # fmt: skip
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    for number, (subject, other) in enumerate(draw(st.lists(pairs, unique=True, max_size=6))):
        rows.append(
            Fact(
                id=f"{other}--{subject}--member-of--{number + 2}", subject=subject, relation="MEMBER_OF", object=other,
                role=draw(st.sampled_from(["", "chair"])), start_date=draw(dates), basis="stated",
                sources=("minutes:1-2",), note=draw(prose),
            )
        )  # fmt: skip
    rows.append(Statement(id="s", subject=ids[0], property="size", value=draw(prose), sources=("minutes",)))
    return Snapshot.of(rows, Dataset(id="smallton", title=draw(words), as_of="2019", contact=draw(words)))


@given(snapshot=snapshots())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_reads_back_the_same(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("dataset")
    assert [problem for problem in check(snapshot) if not problem.warning] == []
    write_dataset(snapshot, folder)
    assert set(read_dataset(folder).snapshot) == set(snapshot)
    assert read_dataset(folder).snapshot.digest == snapshot.digest
    assert set(texts_of(read_dataset(folder)).items()) <= {
        (name, data.decode()) for name, data in files(folder).items()
    }


@given(snapshot=snapshots())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_export_reads_back_the_same(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("export")
    export_csv(snapshot, out)
    assert laid_over(Snapshot.of([], snapshot.dataset), out).digest == snapshot.digest
    assert laid_over(snapshot, out).digest == snapshot.digest
    assert {name: text.encode() for name, text in exported(Snapshot.of(snapshot, snapshot.dataset)).items()} == files(
        out
    )


def test_an_export_of_a_whole_dataset_loses_nothing(tmp_path: Path) -> None:
    snapshot = read_dataset(EXAMPLETON).snapshot
    names = export_csv(snapshot, tmp_path / "new" / "out")
    assert {"nodes.csv", "edges.csv", "statements.csv", "sources.csv", "retired.csv", "codes/tier.csv"} <= set(names)
    assert laid_over(Snapshot.of([], snapshot.dataset), tmp_path / "new" / "out").digest == snapshot.digest
    assert set(files(tmp_path / "new" / "out")) == set(names)


def test_exported_nodes_say_what_they_are() -> None:
    header = exported(read_dataset(VALID).snapshot)["nodes.csv"].splitlines()[0]
    assert header.startswith("id,label,name,short_name,aliases,form,")


def test_a_canonical_dataset_is_left_as_it_is(folder: Path) -> None:
    before = files(folder)
    assert write_dataset(read_dataset(folder), folder) == ()
    assert files(folder) == before


def test_formatting_resolves_names_fills_ids_and_then_changes_nothing_more(folder: Path) -> None:
    (folder / "seats.csv").write_text(
        "subject;relation;object;id;sources;basis\nSmallton Hospital Trust;MEMBER_OF;Estates Group;;minutes:1;stated\n"
    )
    text = texts_of(read_dataset(folder))["seats.csv"]
    assert text.splitlines()[1].startswith("estates-group--trust-1--member-of,trust-1,MEMBER_OF,estates-group,")
    write_files(texts_of(read_dataset(folder)), folder)
    assert write_files(texts_of(read_dataset(folder)), folder) == ()
    assert (folder / "seats.csv").read_text() == text


def test_rows_stay_in_their_files_and_new_rows_go_to_the_table_of_their_kind(folder: Path) -> None:
    (folder / "seats.csv").write_text((folder / "memberships.csv").read_text())
    (folder / "memberships.csv").unlink()
    (folder / "notes.md").write_text("ours")
    register = read_dataset(folder)
    team = Entity(id="a-team", label="Team", name="A Team", sources=("minutes:1",))
    assert write_dataset(holding(register, [*rows(register.snapshot), team]), folder) == ("teams.csv",)
    assert set(files(folder)) >= {"seats.csv", "teams.csv", "notes.md"}
    assert "memberships.csv" not in files(folder)


def test_a_table_that_lost_its_last_row_keeps_its_header(folder: Path) -> None:
    register = read_dataset(folder)
    kept = [row for row in rows(register.snapshot) if not isinstance(row, Statement)]
    assert write_dataset(holding(register, kept), folder) == ("statements.csv",)
    assert read_dataset(folder).snapshot.statements == {}


def test_the_settings_keep_their_comments(folder: Path) -> None:
    with (folder / "dataset.toml").open("a") as settings_file:
        settings_file.write("# kept by the office\n")
    write_dataset(read_dataset(folder), folder)
    assert "# kept by the office" in (folder / "dataset.toml").read_text()


def test_settings_are_written_where_there_are_none(tmp_path: Path) -> None:
    register = read_dataset(EXAMPLETON)
    write_dataset(register, tmp_path)
    assert read_dataset(tmp_path).settings == register.settings


def test_a_folder_that_cannot_be_written_is_refused_and_unchanged(folder: Path) -> None:
    register = read_dataset(folder)
    before = files(folder)
    (folder / "teams.csv").mkdir()
    board = replace(register.snapshot.entities["health-board"], note="changed")
    team = Entity(id="a-team", label="Team", name="A Team", sources=("minutes:1",))
    with pytest.raises(Refused, match="cannot write in smallton: it is no regular file"):
        write_dataset(holding(register, [*rows(register.snapshot), board, team]), folder)
    assert files(folder) == before


def test_a_column_that_is_absent_changes_nothing_and_a_blank_cell_clears(folder: Path, tmp_path: Path) -> None:
    snapshot = read_dataset(folder).snapshot
    tables = tmp_path / "import"
    tables.mkdir()
    (tables / "boards.csv").write_text("id,aliases\nhealth-board,\n")
    changed = laid_over(snapshot, tables)
    assert changed.entities["health-board"] == replace(snapshot.entities["health-board"], aliases=())
    assert changed.facts == snapshot.facts
