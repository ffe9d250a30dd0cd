"""What lies in a dataset's folder beside its tables, and folders that are none; the rest is in `tests/bad_input`."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from ordinary import as_an_ordinary_user

from ecosystem.problems import DataProblems
from ecosystem.tables import read_dataset

VALID = Path(__file__).parents[1] / "bad_input" / "valid"
DIGEST = read_dataset(VALID).snapshot.digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "smallton"))


def problems(folder: Path) -> set[tuple[str, str]]:
    with pytest.raises(DataProblems) as caught:
        read_dataset(folder)
    return {(problem.code, problem.file) for problem in caught.value.problems}


def test_a_folder_that_is_not_there_is_named_with_its_likest_neighbour(folder: Path) -> None:
    with pytest.raises(DataProblems, match=r"(?s)B1 smalton:0:0: folder not found.*did you mean `smallton`"):
        read_dataset(folder.with_name("smalton"))


def test_where_nothing_lies_beside_it_its_spelling_is_to_be_checked(folder: Path) -> None:
    with pytest.raises(DataProblems, match="check the path and its spelling"):
        read_dataset(folder / "no" / "such")


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    assert problems(folder / "boards.csv") == {("B2", "boards.csv")}


def test_a_folder_behind_a_closed_door_is_not_called_missing() -> None:
    with TemporaryDirectory() as parent:
        folder = Path(shutil.copytree(VALID, Path(parent) / "closed" / "smallton"))
        folder.parent.chmod(0)
        with as_an_ordinary_user(folder.parent):
            assert problems(folder) == {("B3", "smallton")}
        folder.parent.chmod(0o700)


def test_files_that_are_no_tables_are_left_alone(folder: Path) -> None:
    (folder / "notes.md").write_text("naem;x")
    (folder / "~$boards.csv").write_bytes(b"\0")
    (folder / "codes" / "notes.md").write_text("ours")
    (folder / "old").mkdir()
    (folder / "old" / "boards.csv").write_text("rubbish")
    assert read_dataset(folder).snapshot.digest == DIGEST
