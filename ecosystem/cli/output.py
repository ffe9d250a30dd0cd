"""What commands hand over: results on the screen or in a file, files whole or not at all, and opening them."""

import errno
import os
import stat
import sys
import webbrowser
from pathlib import Path

from ecosystem.cli.options import Wanted
from ecosystem.problems import Refused, UsageError
from ecosystem.results import Answer, Report
from ecosystem.tables.workbook import ENDING
from ecosystem.terminal import emit, render, say, tell
from ecosystem.whole import write_whole

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system calls it that something does not fit."""


def deliver(answer: Answer, wanted: Wanted) -> None:
    """Print an answer, or write it to the file wanted and say so; open that if it was asked for.

    `UsageError` where nothing is written that could be opened, and where rows are asked for in brief.
    """
    if wanted.brief and wanted.chosen_form == "csv":
        raise UsageError("--brief leaves out all rows, and csv holds nothing else", fix="leave out one of the two")
    if wanted.brief and isinstance(answer, Report):
        answer = answer.in_brief()
    if wanted.out is None:
        if wanted.open:
            raise UsageError("--open opens a file, and none is written", fix="name one with --out")
        emit(answer, wanted.chosen_form)
        return
    written(render(answer, wanted.chosen_form), wanted.out)
    if wanted.chosen_form == "csv":
        tell(answer)
    say(f"Written: {wanted.out}")
    if wanted.open:
        opened(wanted.out)


def written(text: str | bytes, target: Path, mode: int = 0o644) -> None:
    """Write a file whole or not at all, following links, with these permissions.

    A folder made for it and a file replaced are said. `Refused` where that fails or an old file may not be written,
    `UsageError` for what names no file.
    """
    if target == Path("-"):
        raise UsageError(f"“{target}” names no file", fix="name one; what has no --out to go to is printed")
    try:
        target = target.resolve()
        beside, replaced = _missing_folder(target), target.is_file()
        _may_be_replaced(target)
        write_whole({target: text}, mode=mode)
    except OSError as error:
        raise _unwritten(target, error) from None
    if beside:
        say(f"The folder {beside} was not there and is made.")
    if replaced:
        say(f"{target.name} was there before and is replaced.")


def _missing_folder(target: Path) -> Path | None:
    """Return the outermost folder that has to be made to write there."""
    return next((folder for folder in reversed(target.parents) if not folder.exists()), None)


def _unwritten(target: Path, error: OSError) -> Refused:
    if target.is_dir():
        return Refused(f"cannot write {target.name}: it is a folder", fix="name a file in it")
    place = "name another place with --out"
    fix = f"free some space, or {place}" if error.errno in FULL else place
    return Refused(f"cannot write {target.name}: {error.strerror}", fix=fix)


def _may_be_replaced(target: Path) -> None:
    """A file is put in the place of another, which the system allows whatever the other's permissions are."""
    if target.is_file() and not target.stat().st_mode & stat.S_IWUSR:
        raise OSError(errno.EROFS, "the file is read-only")


def write_book(data: bytes, target: Path) -> None:
    """Write a workbook whole or not at all; `UsageError` for a name that spreadsheets would not open."""
    if target.suffix.lower() != ENDING:
        raise UsageError(f"a workbook's name ends in {ENDING}", fix=f"write to {target.stem or 'book'}{ENDING}")
    written(data, target)


def map_file(dataset: str) -> Path:
    """Return the file a map goes to where none is named.

    >>> map_file("leeds").name
    'leeds-map.html'
    """
    return Path(f"{dataset}-map.html")


def opened_in_browser(address: str) -> bool:
    """Open a web address in the system's browser and say whether there is one; one inside the terminal is none."""
    shows = sys.platform in {"win32", "darwin"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))
    return shows and webbrowser.open(address)


def opened(target: Path) -> None:
    """Open a file with the program the system has for it; where it has none, say so."""
    if not webbrowser.open(target.resolve().as_uri()):
        say(f"Nothing could open {target.name} from here: open it where there is a screen.")
