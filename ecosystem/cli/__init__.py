"""The command line: commands parse, call and print; every error is caught once, here."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO, cast

import click
from click.shell_completion import shell_complete

from ecosystem import __version__
from ecosystem.cli.groups import GroupOfCommands
from ecosystem.problems import EcosystemError, Exit, Refused

COMMANDS = {
    "Look": ("demo", "find", "show", "path", "ask", "changes"),
    "Draw": ("map", "atlas", "export"),
    "Keep up to date": ("import", "plan", "apply", "history", "undo", "check", "fmt", "init", "forget"),
    "Judge": ("evidence", "analyse", "audit", "whatif"),
    "Database": ("cypher", "schema", "db"),
}
"""The commands by the heading they stand under in the help; each lives in `cli/commands/<name>.py`."""


COMPLETING = "_ECOSYSTEM_COMPLETE"
"""The variable by which a shell asks for completions, or for the script that makes it ask."""


@click.group(cls=GroupOfCommands, headings=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ecosystem")
def program() -> None:
    """Ask, draw and keep up to date the governance of a health and care partnership.

    Start with `ecosystem demo`. What a command prints on standard output is data; everything else it says is talk.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    _give_streams()
    try:
        return _run(_as_text(sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        silence(sys.stdout)
        return Exit.DONE
    except OSError as error:
        silence(sys.stdout)
        fix = "free some space, or name another file or folder"
        _say(str(Refused(f"the system refused: {error.strerror}", fix=fix)))
        return Exit.REFUSED
    finally:
        _let_go_of(sys.stderr)


def _run(arguments: list[str]) -> int:
    """`click.Group.main` is not used: it ends with 1 where whoever reads the output has had enough."""
    try:
        if asked := os.environ.get(COMPLETING):
            return shell_complete(program, {}, "ecosystem", COMPLETING, asked)
        with program.make_context("ecosystem", arguments) as context:
            return int(program.invoke(context) or Exit.DONE)
    except click.exceptions.Exit as end:
        return end.exit_code
    except EcosystemError as error:
        _say(str(error))
        return error.exit_code
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return Exit.USAGE
    except (click.Abort, EOFError, KeyboardInterrupt):
        _say("Interrupted.")
        return Exit.INTERRUPTED


def _say(text: str) -> None:
    from ecosystem.terminal import say  # noqa: PLC0415 - help and version need not wait for what draws tables

    say(text)


def _as_text(arguments: Sequence[str]) -> list[str]:
    """Return arguments as text that can be stored and sent; bytes that are no text are written out."""
    return [argument.encode(errors="backslashreplace").decode() for argument in arguments]


def _give_streams() -> None:
    """Give a program that was started with closed streams empty ones."""
    sys.stdin = sys.stdin or _nothing("r")
    sys.stdout = sys.stdout or _nothing("w")
    sys.stderr = sys.stderr or _nothing("w")


def _nothing(mode: str) -> TextIO:
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def _let_go_of(stream: TextIO) -> None:
    """Write what a stream still holds; where that cannot be, Python must not end with a code of its own for it."""
    try:
        stream.flush()
    except OSError:
        silence(stream)


def silence(stream: TextIO) -> None:
    """Send what is still to be written to a stream nowhere: nobody reads it, or it does not fit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main() -> None:
    """End the process with the exit code of the command line it was started with."""
    sys.exit(run())
