"""The folder that one is in, beside the graph that answers."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

from ecosystem.cli import here as beside
from ecosystem.cli.here import here
from ecosystem.store import Held, Settings
from ecosystem.tables import read_dataset

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
LATER = datetime(2101, 1, 1, tzinfo=UTC)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a dataset, which the commands are run in."""
    monkeypatch.delenv("ECOSYSTEM_DATA", raising=False)
    folder = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    monkeypatch.chdir(folder)
    return folder


def renamed(folder: Path) -> None:
    """Make the dataset of a folder that of another place."""
    settings = folder / "dataset.toml"
    text = settings.read_text(encoding="utf-8").replace("Exampleton", "Otherton").replace("exampleton", "otherton", 1)
    settings.write_text(text, encoding="utf-8")


def with_another_chair(folder: Path) -> None:
    """Change a row of a folder's tables."""
    seats = folder / "memberships.csv"
    text = seats.read_text(encoding="utf-8").replace(",chair,", ",deputy chair,")
    assert text != seats.read_text(encoding="utf-8")
    seats.write_text(text, encoding="utf-8")


def held(folder: Path, imported: datetime) -> Held:
    """Return what a graph holds that a folder was imported into."""
    snapshot = read_dataset(folder).snapshot
    return Held(snapshot.dataset, 3, snapshot.digest, imported.isoformat())


def said(graph: Held) -> str:
    found = here()
    assert found is not None
    return found.moved_on(graph)


def test_a_folder_that_was_imported_as_it_is_needs_no_word(register: Path) -> None:
    for imported in (datetime(2000, 1, 1, tzinfo=UTC), LATER):
        assert said(held(register, imported)) == ""


@pytest.mark.parametrize("change", [with_another_chair, renamed])
def test_a_folder_that_was_changed_since_the_import_is_told_with_the_next_step(
    change: Callable[[Path], None], register: Path
) -> None:
    graph = held(register, datetime(2000, 1, 1, tzinfo=UTC))
    change(register)
    found = said(graph)
    assert "(the folder register) was changed since revision 3 of the graph, which answers" in found
    assert found.endswith("`ecosystem plan` says what differs.")


def test_files_that_cannot_be_read_are_not_what_was_imported(register: Path) -> None:
    graph = held(register, datetime(2000, 1, 1, tzinfo=UTC))
    (register / "memberships.csv").write_bytes(b"id,subject\n\xff")
    assert "was changed since revision 3" in said(graph)


def test_a_link_that_leads_nowhere_is_no_file_of_the_folder(register: Path) -> None:
    (register / "lost.csv").symlink_to(register / "nowhere.csv")
    assert said(held(EXAMPLETON, LATER)) == ""


def test_files_older_than_the_import_are_not_read_again(register: Path) -> None:
    graph = held(register, LATER)
    with_another_chair(register)
    assert said(graph) == ""


def test_large_files_are_not_read_and_may_differ(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "LARGEST_COMPARED", 10)
    assert said(held(register, datetime(2000, 1, 1, tzinfo=UTC))).endswith("says what differs, if anything.")


def test_an_import_without_a_time_is_compared(register: Path) -> None:
    graph = held(register, LATER)
    assert said(Held(graph.dataset, 3, graph.digest, "")) == ""
    assert "was changed" in said(Held(graph.dataset, 3, "0" * 64, ""))


def test_a_folder_without_settings_that_can_be_read_is_no_place(register: Path) -> None:
    (register / "dataset.toml").write_text("id = ", encoding="utf-8")
    assert here() is None
    (register / "dataset.toml").unlink()
    assert here() is None


@pytest.mark.neo4j
def test_in_the_folder_of_another_place_its_own_files_answer(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    ecosystem("apply", "--data", EXAMPLETON, "--yes")
    renamed(register)
    asked = ecosystem("ask", "chairs")
    assert (asked.code, "From Otherton health and care (the folder register), on" in asked.out) == (0, True)
    assert "the graph holds Exampleton health and care, and you are in Otherton" in asked.err
    from_graph = ecosystem("ask", "chairs", "--data", "graph")
    assert "From Exampleton health and care (the graph at " in from_graph.out
    assert " at revision 1), on 5 March 2024" in from_graph.out
    queried = ecosystem("cypher", "MATCH (b:Board) RETURN b.name")
    assert "and not of Otherton health and care (the folder register)" in queried.err
    assert "From Exampleton health and care (the graph at " in queried.out


@pytest.mark.neo4j
def test_a_folder_that_is_ahead_of_the_graph_is_told_beside_the_answer(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    ecosystem("apply", "--yes")
    os.utime(register / "boards.csv", (LATER.timestamp(), LATER.timestamp()))
    assert "Note:" not in ecosystem("ask", "chairs").err
    with_another_chair(register)
    for words in (("ask", "chairs"), ("cypher", "MATCH (b:Board) RETURN b.name AS name ORDER BY name")):
        assert "was changed since revision 1 of the graph" in ecosystem(*words).err
