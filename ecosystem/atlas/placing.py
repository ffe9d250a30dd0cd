"""An atlas put in its place on disk: whole or not at all, and never over anything that is no atlas."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ecosystem.archives import DAMAGE
from ecosystem.atlas.writing import MARK, MARKED, zipped
from ecosystem.problems import Refused, UsageError, quoted
from ecosystem.whole import write_folder, write_whole, writing_in

PUBLIC = 0o644
"""Everybody may read an atlas, as a web server must."""

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that systems leave in folders that somebody looks at."""


def put(made: Mapping[str, str], folder: Path, *, with_zip: bool = False) -> tuple[Path, ...]:
    """Write an atlas into a folder of its own, and a zip of it beside; return those of both that were there before.

    An older atlas gives way whole. `Refused` for a folder that holds anything else, for the one that somebody is in,
    for a zip of anything else, and where the system refuses; `UsageError` for a file in the place of the folder.
    """
    folder = folder.resolve()
    archive = folder.with_name(f"{folder.name}.zip")
    places = (folder, archive) if with_zip else (folder,)
    with writing_in(folder.parent):
        before = tuple(place for place in places if place.exists() and any_content(place))
        _may_be_replaced(folder)
        if with_zip:
            _zip_may_be_replaced(archive)
        write_folder(made, folder, PUBLIC)
        if with_zip:
            write_whole({archive: zipped(made, folder.name)}, PUBLIC)
    return before


def any_content(place: Path) -> bool:
    """Tell whether there is anything in a folder; a file always is something."""
    return place.is_file() or any(place.iterdir())


def _may_be_replaced(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{quoted(folder.name)} is a file", fix="name a folder with --out")
    if Path.cwd().is_relative_to(folder):
        raise Refused("the folder you are in cannot be replaced", fix="name a folder in it with --out")
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}
    strange = sorted(one for one in held - _files_of(folder) if one.rpartition("/")[2] not in LITTER)
    if strange:
        others = f" and {len(strange) - 1:,} more" if len(strange) > 1 else ""
        message = f"{quoted(folder.name)} holds what is not of an atlas: {quoted(strange[0])}{others}"
        raise Refused(message, fix="name a folder of its own with --out, or empty this one")


def _files_of(folder: Path) -> set[str]:
    """Return the files that the mark of an atlas names, and the mark itself; none where there is no mark."""
    mark = folder / MARK
    text = mark.read_text(encoding="utf-8", errors="replace") if mark.is_file() else ""
    first, *names = text.splitlines() or [""]
    return {MARK, *names} if first == MARKED else set()


def _zip_may_be_replaced(archive: Path) -> None:
    if archive.exists() and not _is_zip_of_an_atlas(archive):
        message = f"{quoted(archive.name)} is there already and is not a zip of an atlas"
        raise Refused(message, fix="move it, or name another folder with --out")


def _is_zip_of_an_atlas(archive: Path) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as packed:
            marks = [name for name in packed.namelist() if name.endswith(f"/{MARK}")]
            return any(packed.read(name).startswith(MARKED.encode()) for name in marks)
    except DAMAGE:
        return False
