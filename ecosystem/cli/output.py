"""What commands hand over: results on the screen or in a file, files whole or not at all, and opening them."""

import os
import tempfile
import webbrowser
from pathlib import Path

from ecosystem.answers import Result
from ecosystem.cli.options import Wanted
from ecosystem.problems import Refused
from ecosystem.terminal import emit, render, say


def deliver(result: Result, wanted: Wanted) -> None:
    """Print a result, or write it to the file wanted and say so; open that if it was asked for."""
    if wanted.out is None:
        emit(result, wanted.chosen_form)
        return
    written(render(result, wanted.chosen_form), wanted.out)
    say(f"Written: {wanted.out}")
    if wanted.open:
        opened(wanted.out)


def written(text: str, target: Path) -> None:
    """Write a text file whole or not at all: beside the old one first, then renamed; `Refused` where that fails.

    A link is followed and stays; a device, a pipe or a folder is never put aside for a file.
    """
    fix = "name another place with --out, or free some space"
    try:
        target = target.resolve()
        if target.exists() and not target.is_file():
            raise Refused(f"cannot write {target.name}: it is no regular file", fix=fix)
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(descriptor)
            Path(beside).chmod(0o644)
            Path(beside).replace(target)
        finally:
            Path(beside).unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"cannot write {target.name}: {error.strerror}", fix=fix) from None


def map_file(dataset: str) -> Path:
    """Return the file a map goes to where none is named.

    >>> map_file("leeds").name
    'leeds-map.html'
    """
    return Path(f"{dataset}-map.html")


def opened(target: Path) -> None:
    """Open a file with the program the system has for it."""
    webbrowser.open(target.resolve().as_uri())
