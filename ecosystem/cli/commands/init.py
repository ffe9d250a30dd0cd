"""`ecosystem init`: a register to begin with."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ecosystem.cli.data import register_chosen
from ecosystem.cli.options import files_option
from ecosystem.problems import Exit, UsageError
from ecosystem.tables import README, copied, start
from ecosystem.terminal import say
from ecosystem.wording import counted

BEGUN = f"Next: put your own rows in the place of the example, as its {README} says; then `ecosystem check`."
COPIED = "Next: `ecosystem check`, then `ecosystem apply`."


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--copy", is_flag=True, help="A copy of the data that --data or the place chooses, to change.")
@files_option
def command(folder: Path, data: str, *, copy: bool) -> Exit:
    """Begin a register in DIR: every table with its header, code lists, and two bodies as an example to replace."""
    if data and not copy:
        raise UsageError("--data is for copying", fix="add --copy")
    names = copied(register_chosen(data), folder) if copy else start(folder, datetime.now(UTC).date())
    click.echo(folder)
    say(f"{counted(len(names), 'file')} written in that folder. It is read there, or with --data {folder}.")
    say(COPIED if copy else BEGUN)
    return Exit.DONE
