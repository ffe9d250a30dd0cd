"""New tables are prepared, then put in place or taken away; readers see all of the old or all of the new."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ecosystem.problems import Conflict, DataProblems, Problem, Refused
from ecosystem.tables import drop, files, held, land, pending, prepare, read_dataset
from ecosystem.tables.files import unreadable
from ecosystem.tables.pending import NOTE
from ecosystem.whole import write_whole

HEADER = "id,name,sources\n"
OLD = {"boards.csv": f"{HEADER}old,Old board,minutes\n", "teams.csv": f"{HEADER}a-team,A team,minutes\n"}
NEW = {
    "boards.csv": f"{HEADER}new,New board,minutes\n",
    "teams.csv": f"{HEADER}b-team,B team,minutes\n",
    "lcps.csv": f"{HEADER}lcp,An LCP,minutes\n",
}
SETTINGS = 'format = 1\nid = "x"\ntitle = "X"\nas_of = "2024"\n'
PLAN = "ab" * 32


class Cut(Exception):
    """What a fault raises between two steps."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "register"
    made.mkdir()
    for name, text in {**OLD, "dataset.toml": SETTINGS, "sources.csv": "id,title\nminutes,Minutes\n"}.items():
        (made / name).write_text(text)
    return made


def entities(folder: Path) -> set[str]:
    return set(read_dataset(folder).snapshot.entities)


def tables(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.name in NEW}


BEFORE, AFTER = {"old", "a-team"}, {"new", "b-team", "lcp"}


def cut_at(number: int) -> Callable[[str], None]:
    """Return a callable that fails at one step."""
    steps: list[str] = []

    def after_step(step: str) -> None:
        steps.append(step)
        if len(steps) == number:
            raise Cut

    return after_step


def test_prepared_tables_are_not_read_until_they_have_landed(folder: Path) -> None:
    prepare(folder, NEW, PLAN)
    assert entities(folder) == BEFORE
    land(folder)
    assert (entities(folder), tables(folder), pending(folder)) == (AFTER, NEW, None)


def test_dropped_tables_leave_nothing_behind(folder: Path) -> None:
    listing = sorted(folder.iterdir())
    prepare(folder, NEW, PLAN)
    drop(folder)
    assert (sorted(folder.iterdir()), entities(folder)) == (listing, BEFORE)


@pytest.mark.parametrize("number", range(1, 5))
def test_cut_off_while_preparing_everything_can_be_taken_away(folder: Path, number: int) -> None:
    listing = sorted(folder.iterdir())
    with pytest.raises(Cut):
        prepare(folder, NEW, PLAN, cut_at(number))
    assert entities(folder) == BEFORE
    drop(folder)
    assert sorted(folder.iterdir()) == listing


@pytest.mark.parametrize("number", range(1, 5))
def test_cut_off_while_landing_readers_see_the_new_tables_and_the_rest_can_be_done(folder: Path, number: int) -> None:
    prepare(folder, NEW, PLAN)
    with pytest.raises(Cut):
        land(folder, cut_at(number))
    assert entities(folder) == AFTER
    land(folder)
    assert (entities(folder), tables(folder)) == (AFTER, NEW)
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


@pytest.fixture
def while_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[], object]], None]:
    """Return a way to have something done just before, or just after, a table was found fit to be read."""

    def happen(name: str, what: Callable[[], object], *, before: bool = True) -> None:
        def examined(path: Path, file: str, folder: Path) -> Problem | None:
            if before and file == name:
                what()
            found = unreadable(path, file, folder)
            if not before and file == name:
                what()
            return found

        monkeypatch.setattr(files, "unreadable", examined)

    return happen


@pytest.mark.parametrize("table", ["boards.csv", "teams.csv"])
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("steps", [0, 1])
def test_readers_see_the_tables_of_one_moment_while_they_are_put_in_place(
    folder: Path, while_reading: Callable[..., None], table: str, moment: str, steps: int
) -> None:
    prepare(folder, NEW, PLAN)
    if steps:
        with pytest.raises(Cut):
            land(folder, cut_at(steps))
    while_reading(table, lambda: land(folder), before=moment == "before")
    assert entities(folder) == AFTER


def test_tables_that_never_rest_are_not_read(folder: Path, while_reading: Callable[..., None]) -> None:
    table = folder / "teams.csv"
    while_reading("teams.csv", lambda: write_whole({table: table.read_text()}))
    with pytest.raises(Conflict, match="being replaced while they are read"):
        read_dataset(folder)


def test_what_was_cut_off_while_it_was_written_is_taken_away_too(folder: Path) -> None:
    prepare(folder, NEW, PLAN)
    for left in (f".{NOTE}.0badcafe", "..boards.csv.pending.0badcafe"):
        (folder / left).write_text("half")
    drop(folder)
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_landing_and_dropping_nothing_is_nothing(folder: Path) -> None:
    listing = sorted(folder.iterdir())
    land(folder)
    drop(folder)
    assert sorted(folder.iterdir()) == listing


def test_a_table_keeps_its_permissions_and_its_link(folder: Path) -> None:
    (folder / "boards.csv").rename(folder / "the-boards.txt")
    (folder / "boards.csv").symlink_to("the-boards.txt")
    (folder / "the-boards.txt").chmod(0o640)
    prepare(folder, NEW, PLAN)
    land(folder)
    assert (folder / "boards.csv").is_symlink()
    assert (folder / "the-boards.txt").read_text() == NEW["boards.csv"]
    assert stat.S_IMODE((folder / "the-boards.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("note", ["", "{", json.dumps({"plan": "short", "files": []}), json.dumps({"files": []})])
def test_a_damaged_note_is_refused_with_a_remedy(folder: Path, note: str) -> None:
    (folder / NOTE).write_text(note)
    with pytest.raises(Refused, match="is damaged") as raised:
        pending(folder)
    assert NOTE in raised.value.fix


def test_a_register_is_held_by_one_at_a_time_and_let_go_at_the_end(folder: Path) -> None:
    with held(folder), pytest.raises(Conflict, match="another import into register is under way"), held(folder):
        raise AssertionError("both hold it")
    with held(folder):
        pass


HOLDING = """
import sys, time
from pathlib import Path
from ecosystem.tables import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_register_is_let_go_by_whoever_dies(folder: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(folder)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(Conflict), held(folder):
            raise AssertionError("both hold it")
        other.kill()
    with held(folder):
        pass


def test_a_folder_that_is_no_register_is_not_held(tmp_path: Path) -> None:
    with pytest.raises(DataProblems, match=r"B1 dataset\.toml"), held(tmp_path):
        raise AssertionError("it is held")


def test_a_folder_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(Refused, match="cannot write in"):
        prepare(Path("/dev/null/register"), NEW, PLAN)
