"""`ecosystem show`: everything the sources say of one body, strategy, post or place."""

import click

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit


@click.command("show")
@click.argument("name")
@looking_at
@printed
def command(name: str, asked: Asked, wanted: Wanted) -> Exit:
    """Show everything the sources say of NAME, with dates, basis and citations, and what is not stated."""
    chosen = choose(asked)
    deliver(answers.show(chosen.view, name, chosen.origin), wanted)
    return Exit.DONE
