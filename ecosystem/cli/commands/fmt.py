"""`ecosystem fmt`: the tables of a dataset in canonical form."""

import click

from ecosystem.cli.data import files_chosen
from ecosystem.cli.options import register_option
from ecosystem.problems import Exit
from ecosystem.tables import write_dataset
from ecosystem.terminal import say


@click.command("fmt")
@register_option
def command(data: str) -> Exit:
    """Write the tables of a dataset in canonical form: sorted, ids filled, names turned into ids."""
    register = files_chosen(data)
    changed = write_dataset(register, register.folder)
    for name in changed:
        click.echo(name)
    say("Written anew." if changed else "Nothing to do: every table is in canonical form.")
    return Exit.DONE
