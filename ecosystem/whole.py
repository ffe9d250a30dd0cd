"""Files written whole or not at all: all beside the old ones first, flushed to disk, then renamed."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ecosystem.problems import Refused

_MAY_BE_ENTERED = 0o111


def write_whole(texts: Mapping[Path, str | bytes], mode: int | None = None) -> None:
    """Write texts as UTF-8, line ends as they are, and bytes, making missing folders; `OSError` where that fails.

    Files get the permissions `mode`; without it they keep those of the old file, and new ones get the usual. A link
    is replaced: resolve it to follow it. A device, a pipe or a folder is never put aside for a file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole({Path(folder, "new", "a.csv"): "id\\n", Path(folder, "b.csv"): "id\\n"})
    ...     sorted(path.name for path in Path(folder).rglob("*.csv"))
    ['a.csv', 'b.csv']
    """
    beside = {path: path.parent / f".{path.name}.{secrets.token_hex(4)}" for path in texts}
    try:
        for path, text in texts.items():
            _write(text, beside[path], path, mode)
        for path, fresh in beside.items():
            fresh.replace(path)
    finally:
        for fresh in beside.values():
            with suppress(OSError):
                fresh.unlink()
    for folder in {path.parent for path in texts}:
        _settle(folder)


def write_folder(texts: Mapping[str, str | bytes], folder: Path, mode: int | None = None) -> None:
    """Write a folder that holds exactly these files, by their paths in it; an old one gives way to it whole.

    The new one is made beside the old, flushed to disk, and then takes its place. `OSError` where that fails, with the
    old one back in its place; only a machine that stops between the two renamings leaves it beside, under a name that
    begins with a dot. Files get the permissions `mode`, folders those and that they may be entered; else the usual.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     write_folder({"a.html": "old", "b.html": "gone"}, Path(place, "site"))
    ...     write_folder({"a.html": "new", "deep/c.html": ""}, Path(place, "site"))
    ...     sorted(path.relative_to(place).as_posix() for path in Path(place).rglob("*.html"))
    ['site/a.html', 'site/deep/c.html']
    """
    mark = secrets.token_hex(4)
    fresh, old = (folder.parent / f".{folder.name}.{mark}.{kind}" for kind in ("new", "old"))
    try:
        _fill(fresh, texts, mode)
        _take_the_place(fresh, folder, old)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    _settle(folder.parent)


def _fill(folder: Path, texts: Mapping[str, str | bytes], mode: int | None) -> None:
    folder.mkdir(parents=True)
    for path, text in texts.items():
        _write(text, folder / path, folder / path, mode)
    for inside in {(folder / path).parent for path in texts} | {folder}:
        if mode is not None:
            inside.chmod(mode | _MAY_BE_ENTERED)
        _settle(inside)


def _take_the_place(fresh: Path, folder: Path, old: Path) -> None:
    replaced = folder.exists()
    if replaced:
        folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        if replaced:
            old.rename(folder)
        raise


@contextmanager
def writing_in(folder: Path) -> Iterator[None]:
    """Raise `Refused`, with what to do, where the system does not let a folder be written."""
    try:
        yield
    except OSError as error:
        fix = "name a folder of your own that can be written, or free some space"
        raise Refused(f"cannot write in {folder.resolve().name}: {error.strerror}", fix=fix) from None


def _write(text: str | bytes, fresh: Path, path: Path, mode: int | None) -> None:
    if path.exists():
        if not path.is_file():
            raise OSError(errno.EINVAL, "it is no regular file")
        mode = stat.S_IMODE(path.stat().st_mode) if mode is None else mode
    fresh.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode() if isinstance(text, str) else text)
        file.flush()
        os.fsync(descriptor)
    if mode is not None:
        fresh.chmod(mode)


def _settle(folder: Path) -> None:
    """Flush new names to disk, where the system knows how to: the files are in place even if it does not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
