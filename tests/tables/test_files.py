"""What lies in a dataset's folder: files that are none, that are not there, too large, or lead elsewhere."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ecosystem.problems import DataProblems
from ecosystem.tables import read_dataset
from ecosystem.tables.files import LARGEST_FILE
from ecosystem.tables.text import MOST_ROWS

VALID = Path(__file__).parents[1] / "bad_input" / "valid"


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


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    assert problems(folder / "boards.csv") == {("B2", "boards.csv")}


def test_a_folder_in_place_of_a_table_is_refused(folder: Path) -> None:
    (folder / "teams.csv").mkdir()
    assert problems(folder) == {("B2", "teams.csv")}


def test_a_folder_without_settings_is_no_dataset(folder: Path) -> None:
    (folder / "dataset.toml").unlink()
    assert problems(folder) == {("B1", "dataset.toml")}


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions in another way")
def test_a_file_that_may_not_be_read_says_so() -> None:
    with TemporaryDirectory() as parent, as_an_ordinary_user(Path(parent)):
        folder = Path(shutil.copytree(VALID, Path(parent) / "smallton"))
        (folder / "boards.csv").chmod(0)
        assert problems(folder) == {("B3", "boards.csv")}


@contextmanager
def as_an_ordinary_user(folder: Path) -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_cell_longer_than_anybody_reads_is_refused_with_its_place(folder: Path) -> None:
    text = (folder / "boards.csv").read_text()
    (folder / "boards.csv").write_text(text.replace("Former Board", "F" * 200_000))
    with pytest.raises(DataProblems, match=r"^B25 boards.csv:4:name: cell has 200,000 characters, limit 10,000"):
        read_dataset(folder)


def test_a_table_of_more_than_three_million_rows_is_refused(folder: Path) -> None:
    with (folder / "boards.csv").open("a") as table:
        table.write("\n" * MOST_ROWS)
    assert problems(folder) == {("B26", "boards.csv")}


def test_a_file_larger_than_memory_allows_is_not_even_read(folder: Path) -> None:
    os.truncate(folder / "boards.csv", LARGEST_FILE + 1)
    assert problems(folder) == {("B27", "boards.csv")}


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text("id,name\n")
    (folder / "teams.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert problems(folder) == {("B84", "teams.csv")}


def test_a_link_to_nothing_is_a_missing_file(folder: Path) -> None:
    (folder / "teams.csv").symlink_to(folder / "gone.csv")
    assert problems(folder) == {("B1", "teams.csv")}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no named pipes of this kind")
def test_a_pipe_or_device_is_never_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "teams.csv")
    (folder / "codes" / "tier.csv").symlink_to("/dev/zero")
    assert problems(folder) == {("B85", "teams.csv"), ("B84", "codes/tier.csv")}


def test_names_that_differ_in_capitals_alone_are_refused(folder: Path) -> None:
    for name in ("More.csv", "more.csv"):
        (folder / name).write_text("id,label,name\n")
    if len(list(folder.glob("[mM]ore.csv"))) < 2:
        pytest.skip("this file system does not tell the two names apart")
    assert problems(folder) == {("B89", "more.csv")}


@pytest.mark.skipif(os.name != "posix", reason="Windows allows no such names")
def test_a_file_name_cannot_speak_to_the_terminal(folder: Path) -> None:
    (folder / "a\n\x1b[31mb.csv").write_text("one\n")
    with pytest.raises(DataProblems) as caught:
        read_dataset(folder)
    assert "\x1b" not in str(caught.value)
    assert str(caught.value).startswith("B104 a\\n\\x1b[31mb.csv:0:0:")


def test_files_that_are_no_tables_are_left_alone(folder: Path) -> None:
    (folder / "notes.md").write_text("naem;x")
    (folder / "~$boards.csv").write_bytes(b"\0")
    (folder / "old").mkdir()
    (folder / "old" / "boards.csv").write_text("rubbish")
    assert read_dataset(folder).snapshot.digest == read_dataset(VALID).snapshot.digest


def test_ten_thousand_errors_show_a_hundred_and_the_count(folder: Path) -> None:
    header, *rows = (folder / "memberships.csv").read_text().splitlines()
    wrong = [f",nobody-{number},MEMBER_OF,health-board,,,,,stated,minutes:4," for number in range(10_000)]
    (folder / "memberships.csv").write_text("\n".join([header, *rows, *wrong]))
    with pytest.raises(DataProblems) as caught:
        read_dataset(folder)
    assert len(caught.value.problems) == 10_000
    assert str(caught.value).splitlines()[-1] == "… and 9,900 more problems"
