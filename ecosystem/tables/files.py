"""The files of a dataset as bytes: only regular files, only inside the folder, only of a size one can read."""

import hashlib
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ecosystem.model import CODE_FOLDER, DATASET_FILE
from ecosystem.problems import Conflict, DataProblems, Problem, quoted
from ecosystem.rules import did_you_mean
from ecosystem.tables.pending import NOTE, landed_files
from ecosystem.turns import PAUSE

LARGEST_FILE = 500_000_000
"""Bytes."""

READINGS = 10
"""How often tables are read that are replaced meanwhile: an import puts its tables in place within a moment."""


@dataclass(slots=True)
class Contents:
    """The bytes of a dataset's files by their names inside the folder, and what could not be read."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def sums(self) -> Mapping[str, str]:
        """The sha256 sums of the files by their names."""
        return {name: hashlib.sha256(data).hexdigest() for name, data in self.files.items()}


def is_table(name: str) -> bool:
    """Tell whether a file inside a dataset is one of its tables, by its name.

    >>> is_table("boards.csv"), is_table("codes/tier.csv"), is_table("old/boards.csv"), is_table("notes.md")
    (True, True, False, False)
    """
    folder, _, file = name.rpartition("/")
    return folder in {"", CODE_FOLDER} and file.lower().endswith(".csv") and not file.startswith((".", "~$"))


def contents_of(folder: Path) -> Contents:
    """Return the tables and settings in a folder as they are at one moment; `DataProblems` where there is none.

    `Conflict` where they go on being replaced while they are read.
    """
    _be_a_folder(folder)
    for _ in range(READINGS):
        before = _moments(folder)
        with suppress(FileNotFoundError):  # replaced between being seen and being read
            contents = _read(folder)
            if _moments(folder) == before:
                return contents
        time.sleep(PAUSE)
    raise Conflict("the tables are being replaced while they are read", fix="try again when the import is done")


def _moments(folder: Path) -> Mapping[str, tuple[int, int, int] | None]:
    """Return what changes with every file that is put in the place of another, by name."""
    return {name: _moment(folder / name) for name in (NOTE, *_names(folder))}


def _moment(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _read(folder: Path) -> Contents:
    contents = Contents()
    lower: dict[str, str] = {}
    landed = landed_files(folder)
    for name in sorted({*_names(folder), *landed}):
        other = lower.setdefault(name.casefold(), name)
        if other != name:
            message = f"the name differs from {quoted(other)} only in capitals"
            contents.problems.append(Problem("B89", message, "rename one of the two files", name))
        elif problem := unreadable(path := landed.get(name, folder / name), name, folder):
            contents.problems.append(problem)
        else:
            contents.files[name] = path.read_bytes()
    return contents


def _be_a_folder(folder: Path) -> None:
    name = folder.name or str(folder)
    try:
        next(folder.iterdir(), None)
    except PermissionError:
        raise DataProblems([_forbidden(name)]) from None
    except NotADirectoryError:
        raise DataProblems([Problem("B2", "not a folder", "name the folder that holds the dataset", name)]) from None
    except OSError:
        raise DataProblems([_missing(folder, name, "folder")]) from None


def _missing(path: Path, name: str, what: str) -> Problem:
    """Return the problem of a file or folder that is not there, with its likest neighbour."""
    try:
        siblings = sorted(each.name for each in path.parent.iterdir())
    except OSError:
        siblings = []
    fix = did_you_mean(path.name, siblings, "check the path and its spelling")
    return Problem("B1", f"{what} not found", fix, name)


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.name == DATASET_FILE or is_table(path.name):
            yield path.name
    if (folder / CODE_FOLDER).is_dir():
        try:
            paths = sorted((folder / CODE_FOLDER).iterdir())
        except PermissionError:
            raise DataProblems([_forbidden(CODE_FOLDER)]) from None
        yield from (name for path in paths if is_table(name := f"{CODE_FOLDER}/{path.name}"))


def _forbidden(name: str) -> Problem:
    return Problem("B3", "cannot be read: no permission", "ask its owner, or change its permissions", name)


def unreadable(path: Path, name: str, folder: Path) -> Problem | None:
    """Return why a file must not or cannot be read, None where it can; `name` is what to call it."""
    try:
        status = path.stat()
        outside = not path.resolve(strict=True).is_relative_to(folder.resolve())
        if stat.S_ISREG(status.st_mode):
            path.open("rb").close()
    except PermissionError:
        return _forbidden(name)
    except (OSError, RuntimeError):
        if not path.is_symlink():
            return _missing(path, name, "file")
        return Problem("B1", "file not found", "remove the link, or restore what it leads to", name)
    size = f"has {status.st_size:,} bytes, limit {LARGEST_FILE:,}"
    objections = (
        (outside, "B84", "leads outside the folder", "copy the file itself into the folder"),
        (stat.S_ISDIR(status.st_mode), "B2", "is a folder, not a file", "remove or rename it"),
        (not stat.S_ISREG(status.st_mode), "B85", "not a regular file", "put an ordinary file in its place"),
        (status.st_size > LARGEST_FILE, "B27", size, "split it into several tables"),
    )
    return next((Problem(code, message, fix, name) for holds, code, message, fix in objections if holds), None)


def bytes_at(path: Path) -> bytes:
    """Return the content of a file; `DataProblems` where it is none that can be read."""
    target = path.resolve()
    if problem := unreadable(target, path.name, target.parent):
        raise DataProblems([problem])
    return target.read_bytes()
