"""The command line: commands parse, call and print; every error is caught once, here."""

import os
import sys
from collections.abc import Sequence

import click

from ecosystem import __version__
from ecosystem.cli.groups import GroupOfCommands
from ecosystem.problems import EcosystemError, Exit
from ecosystem.terminal import fail

COMMANDS = {
    "Look": ("demo", "find", "show", "ask"),
    "Draw": ("map", "export"),
    "Keep up to date": ("plan", "apply", "history", "check", "fmt"),
    "Database": ("cypher", "schema", "db"),
}
"""The commands by the heading they stand under in the help; each lives in `cli/commands/<name>.py`."""


@click.group(cls=GroupOfCommands, headings=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ecosystem")
def program() -> None:
    """Ask, draw and keep up to date the governance of a health and care partnership.

    Start with `ecosystem demo`. What a command prints on standard output is data; everything else it says is talk.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    try:
        return int(program.main(arguments, prog_name="ecosystem", standalone_mode=False) or Exit.DONE)
    except EcosystemError as error:
        fail(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("Interrupted.\n")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def main() -> None:
    """End the process with the exit code of the command line it was started with."""
    sys.exit(run())
