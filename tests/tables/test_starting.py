"""A register to begin with passes its own rules, and nobody's folder is written over."""

from datetime import date
from pathlib import Path

import pytest

from ecosystem.model import TABLES
from ecosystem.problems import Refused, UsageError
from ecosystem.tables import copied, read_dataset, start, write_dataset

TODAY = date(2026, 5, 2)
EXAMPLETON = Path(__file__).parents[1] / "exampleton"


def test_a_new_register_has_every_table_and_passes_check(tmp_path: Path) -> None:
    start(tmp_path / "My City", TODAY)
    register = read_dataset(tmp_path / "My City")
    assert (register.snapshot.dataset.id, register.snapshot.dataset.as_of) == ("my-city", "2026-05-02")
    assert register.warnings == ()
    assert {path.stem for path in (tmp_path / "My City").glob("*.csv")} == set(TABLES)
    assert len(register.snapshot.entities) == 2
    text = (tmp_path / "My City" / "README.md").read_text()
    assert "ecosystem check" in text
    assert "my-city-graph" in text


def test_a_new_register_is_in_canonical_form(tmp_path: Path) -> None:
    start(tmp_path / "my-city", TODAY)
    assert write_dataset(read_dataset(tmp_path / "my-city"), tmp_path / "my-city") == ()


def test_the_same_day_gives_the_same_files(tmp_path: Path) -> None:
    for above in ("one", "other"):
        start(tmp_path / above / "my-city", TODAY)
    one, other = (
        {path.relative_to(tmp_path / above): path.read_bytes() for path in (tmp_path / above).rglob("*.*")}
        for above in ("one", "other")
    )
    assert one == other


def test_a_copy_is_equal_and_reads_alone(tmp_path: Path) -> None:
    register = read_dataset(EXAMPLETON)
    copied(register, tmp_path / "copy")
    assert read_dataset(tmp_path / "copy").snapshot == register.snapshot


@pytest.mark.parametrize("there", ["a-file", "a-folder/with-a-file"])
def test_a_folder_that_holds_anything_is_refused(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    with pytest.raises(Refused, match="not empty"):
        start(tmp_path / there.partition("/")[0], TODAY)
    assert (tmp_path / there).read_text() == "mine"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    start(tmp_path, TODAY)
    assert (tmp_path / "dataset.toml").is_file()


def test_a_folder_without_letters_gives_no_id(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no id can be made"):
        start(tmp_path / "…", TODAY)
