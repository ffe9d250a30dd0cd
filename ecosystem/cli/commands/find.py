"""`ecosystem find`: look something up by any of its names."""

import click

from ecosystem import answers
from ecosystem.cli.completing import names_begun
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit


@click.command("find")
@click.argument("name", shell_complete=names_begun)
@looking_at
@printed
def command(name: str, asked: Asked, wanted: Wanted) -> Exit:
    """Find what is called NAME: a name, short name, alias or part of one."""
    chosen = choose(asked)
    deliver(answers.find(chosen.snapshot, name, chosen.origin), wanted)
    return Exit.DONE
