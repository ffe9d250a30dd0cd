"""`ecosystem atlas`: what is written, what is replaced, and what is refused untouched."""

import zipfile
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem

from ecosystem import whole


def held(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder and below by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_atlas_is_written_and_its_first_page_named(ecosystem: Ecosystem) -> None:
    ended = ecosystem("atlas", "--data", EXAMPLETON, "--out", "site")
    assert (ended.code, ended.out) == (0, "site/index.html\n")
    assert "files, " in ended.err
    assert held(Path("site")).keys() > {"index.html", "bodies/health-board.html", "atlas.txt"}
    assert [path.name for path in Path().iterdir()] == ["site"]


def test_a_folder_must_be_named(ecosystem: Ecosystem) -> None:
    assert ecosystem("atlas", "--data", EXAMPLETON).code == 2


def test_an_older_atlas_is_replaced_whole_and_what_is_gone_disappears(ecosystem: Ecosystem) -> None:
    ecosystem("atlas", "--out", "site")
    assert "bodies/leeds-city-council.html" in held(Path("site"))
    ended = ecosystem("atlas", "--data", EXAMPLETON, "--out", "site")
    assert (ended.code, "site was there before and is replaced." in ended.err) == (0, True)
    ecosystem("atlas", "--data", EXAMPLETON, "--out", "fresh")
    assert held(Path("site")) == held(Path("fresh"))
    assert sorted(path.name for path in Path().iterdir()) == ["fresh", "site"]


def test_a_folder_with_anything_else_is_refused_and_left_as_it_is(ecosystem: Ecosystem) -> None:
    ecosystem("atlas", "--data", EXAMPLETON, "--out", "site")
    Path("site", "minutes.docx").write_text("mine", encoding="utf-8")
    before = held(Path("site"))
    ended = ecosystem("atlas", "--out", "site")
    assert (ended.code, ended.out) == (6, "")
    assert "`site` holds what is not of an atlas: `minutes.docx`" in ended.err
    assert "fix: name a folder of its own with --out" in ended.err
    assert held(Path("site")) == before


@pytest.mark.parametrize("name", ["notes.txt", "atlas.txt", "index.html"])
def test_a_folder_that_is_no_atlas_is_refused(ecosystem: Ecosystem, name: str) -> None:
    Path("site").mkdir()
    Path("site", name).write_text("mine\n", encoding="utf-8")
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "site").code == 6
    assert held(Path("site")) == {name: b"mine\n"}


def test_a_link_in_an_atlas_is_something_else(ecosystem: Ecosystem, tmp_path: Path) -> None:
    ecosystem("atlas", "--data", EXAMPLETON, "--out", "site")
    Path("site", "mine").symlink_to(tmp_path)
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "site").code == 6


def test_an_empty_folder_and_what_a_system_leaves_are_no_hindrance(ecosystem: Ecosystem) -> None:
    Path("site").mkdir()
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "site").code == 0
    Path("site", ".DS_Store").write_bytes(b"")
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "site").code == 0
    assert ".DS_Store" not in held(Path("site"))


def test_a_file_and_the_folder_one_is_in_are_refused(ecosystem: Ecosystem) -> None:
    Path("file").write_text("mine", encoding="utf-8")
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "file").code == 2
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", ".").code == 6
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "..").code == 6
    assert held(Path()) == {"file": b"mine"}


def test_a_zip_holds_the_same_files_and_is_the_same_twice(ecosystem: Ecosystem) -> None:
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "site", "--zip").code == 0
    first = Path("site.zip").read_bytes()
    with zipfile.ZipFile("site.zip") as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert files == {f"site/{path}": data for path, data in held(Path("site")).items()}
    ended = ecosystem("atlas", "--data", EXAMPLETON, "--out", "site", "--zip")
    assert "site.zip was there before and is replaced." in ended.err
    assert Path("site.zip").read_bytes() == first


@pytest.mark.parametrize("data", [b"mine", b"PK\x05\x06" + bytes(18)])
def test_a_zip_of_anything_else_is_refused_before_anything_is_written(ecosystem: Ecosystem, data: bytes) -> None:
    Path("site.zip").write_bytes(data)
    assert ecosystem("atlas", "--data", EXAMPLETON, "--out", "site", "--zip").code == 6
    assert held(Path()) == {"site.zip": data}


def test_where_the_new_one_cannot_take_its_place_the_old_one_stays(
    ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    ecosystem("atlas", "--out", "site")
    before = held(Path("site"))
    rename, renamed = Path.rename, []

    def busy(self: Path, target: Path) -> Path:
        renamed.append(self.name)
        if self.name.endswith(".new"):
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(whole.Path, "rename", busy)
    ended = ecosystem("atlas", "--data", EXAMPLETON, "--out", "site")
    assert (ended.code, "Permission denied" in ended.err) == (6, True)
    assert held(Path("site")) == before
    assert [path.name for path in Path().iterdir()] == ["site"]
    assert len(renamed) == 3


def test_people_can_be_left_out(ecosystem: Ecosystem) -> None:
    ecosystem("atlas", "--data", EXAMPLETON, "--out", "site", "--without-people")
    assert not [path for path, data in held(Path("site")).items() if b"Avery" in data]


def test_day_and_basis_are_as_asked(ecosystem: Ecosystem) -> None:
    ecosystem("atlas", "--data", EXAMPLETON, "--out", "site", "--as-of", "2023", "--basis", "stated")
    about = Path("site", "about.html").read_text(encoding="utf-8")
    assert "As at 31 December 2023" in about
    assert "on another basis" in about
