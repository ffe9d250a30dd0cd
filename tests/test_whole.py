"""Files are written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecosystem.whole import write_folder, write_whole

POSIX = pytest.mark.skipif(os.name != "posix", reason="file modes and pipes are a matter of POSIX systems")


@pytest.fixture
def narrow_umask() -> Iterator[None]:
    """Let new files be private unless something else is asked for."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def held(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder, also hidden ones."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_texts_are_written_as_they_are_in_folders_made_for_them(tmp_path: Path) -> None:
    write_whole({tmp_path / "new" / "a": "é\n", tmp_path / "new" / "b": "1\r\n2\n"})
    assert held(tmp_path / "new") == {"a": "é\n".encode(), "b": b"1\r\n2\n"}


def test_of_several_files_either_all_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="it is no regular file"):
        write_whole({tmp_path / "a": "new", tmp_path / "b": "new"})
    assert held(tmp_path) == {"a": b"old"}


def test_a_text_that_is_none_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole({tmp_path / "a": "new \ud800"})
    assert held(tmp_path) == {"a": b"old"}


@POSIX
def test_permissions_asked_for_are_given_and_others_kept(tmp_path: Path, narrow_umask: None) -> None:
    write_whole({tmp_path / "new": ""})
    write_whole({tmp_path / "open": ""}, mode=0o644)
    write_whole({tmp_path / "open": "kept"})
    write_whole({tmp_path / "closed": ""}, mode=0o600)
    write_whole({tmp_path / "locked": ""}, mode=0o444)
    write_whole({tmp_path / "locked": "kept"})
    modes = {path.name: mode(path) for path in tmp_path.iterdir()}
    assert modes == {"new": 0o600, "open": 0o644, "closed": 0o600, "locked": 0o444}


@POSIX
@pytest.mark.parametrize("place", [Path("/"), Path(os.devnull)])
def test_a_folder_or_device_is_never_put_aside(place: Path) -> None:
    with pytest.raises(OSError, match="it is no regular file"):
        write_whole({place: ""})


@POSIX
def test_a_link_is_replaced_unless_it_was_resolved(tmp_path: Path) -> None:
    for name in ("followed", "replaced"):
        (tmp_path / name).symlink_to(tmp_path / "file")
    write_whole({(tmp_path / "followed").resolve(): "file", tmp_path / "replaced": "own"})
    assert {name: (tmp_path / name).is_symlink() for name in ("followed", "replaced")} == {
        "followed": True,
        "replaced": False,
    }
    assert held(tmp_path) == {"followed": b"file", "file": b"file", "replaced": b"own"}


def test_a_folder_holds_what_it_is_given_and_nothing_else(tmp_path: Path) -> None:
    write_folder({"a": "old", "gone/b": ""}, tmp_path / "site")
    (tmp_path / "site" / "more").write_text("", encoding="utf-8")
    write_folder({"a": "new", "deep/er/c": b"1"}, tmp_path / "site")
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert found == {"site", "site/a", "site/deep", "site/deep/er", "site/deep/er/c"}
    assert (tmp_path / "site" / "a").read_text(encoding="utf-8") == "new"


def test_where_a_file_cannot_be_written_the_old_folder_stays(tmp_path: Path) -> None:
    write_folder({"a": "old"}, tmp_path / "site")
    with pytest.raises(OSError, match="regular file"):
        write_folder({"a": "new", "b/c": "", "b": ""}, tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert held(tmp_path / "site") == {"a": b"old"}


@POSIX
def test_a_folder_to_publish_may_be_read_whatever_the_umask(tmp_path: Path, narrow_umask: None) -> None:
    write_folder({"in/a": ""}, tmp_path / "public", 0o644)
    write_folder({"in/a": ""}, tmp_path / "private")
    modes = {path.relative_to(tmp_path).as_posix(): mode(path) for path in tmp_path.rglob("*")}
    assert modes == {
        "public": 0o755, "public/in": 0o755, "public/in/a": 0o644,
        "private": 0o700, "private/in": 0o700, "private/in/a": 0o600,
    }  # fmt: skip
