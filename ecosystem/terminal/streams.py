"""Standard output for data, standard error for talk; both survive any console."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from ecosystem.problems import EcosystemError
from ecosystem.results import Answer
from ecosystem.terminal.cells import shown
from ecosystem.terminal.rendering import WIDTH, asides, footer, opening, render

PATIENCE = 1.0
"""Seconds before a bar appears."""

Advance = Callable[[int, int], None]


def emit(answer: Answer, form: str = "table") -> None:
    """Print an answer on standard output; what a CSV has no place for, on standard error."""
    colour = _shows_colour(sys.stdout)
    _write(sys.stdout, render(answer, form, _width(), colour=colour, encoding=sys.stdout.encoding or "utf-8"))
    if form == "csv":
        tell(answer)


def _width() -> int:
    """Return the width of the terminal; through a pipe what `COLUMNS` says, where it says something."""
    if sys.stdout.isatty():
        return shutil.get_terminal_size((WIDTH, 24)).columns
    said = os.environ.get("COLUMNS", "")
    return int(said) if said.isdecimal() and int(said) else WIDTH


def emit_text(text: str) -> None:
    """Print text on standard output as it is."""
    _write(sys.stdout, text)


def tell(answer: Answer) -> None:
    """Tell on standard error what a CSV has no place for: what it opens with, what no row means, notes, origin.

    Of parts with notes of their own, these and the sentence above them are told.
    """
    for sentence in (*opening(answer), *asides(answer), *footer(answer)):
        say(sentence)


def _shows_colour(stream: TextIO) -> bool:
    console = Console(file=stream)
    plain = os.environ.get("NO_COLOR") or console.color_system is None or console.legacy_windows
    return stream.isatty() and not plain


def say(text: str) -> None:
    """Tell something on standard error; where that cannot be written, for it is closed or full, nothing is told."""
    with suppress(OSError):
        _write(sys.stderr, f"{shown(text)}\n")


def warn(text: str) -> None:
    """Tell something on standard error that deserves a look."""
    say(f"Note: {text}")


def fail(error: EcosystemError) -> None:
    """Tell on standard error what went wrong and what to do next."""
    say(str(error))


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.encode(encoding, errors="backslashreplace").decode(encoding)
    stream.write(text)
    stream.flush()


@contextmanager
def progress(label: str) -> Iterator[Advance]:
    """Yield a callback for (done, total); a bar appears on standard error after a second, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(label)
    begun = time.monotonic()

    def report(done: int, total: int) -> None:
        if not bar.live.is_started and time.monotonic() - begun > PATIENCE:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield report
    finally:
        bar.stop()
