"""`ecosystem schema`: what the graph is made of, with how many of each."""

import click

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit


@click.command("schema")
@looking_at
@printed
def command(asked: Asked, wanted: Wanted) -> Exit:
    """List the labels, relations and properties that queries are written against, with how many there are."""
    chosen = choose(asked)
    deliver(answers.schema(chosen.snapshot, chosen.origin), wanted)
    return Exit.DONE
