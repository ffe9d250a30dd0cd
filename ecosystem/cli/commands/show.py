"""`ecosystem show`: everything the sources say of one body, strategy, post or place; of a table also who sits there."""

import click

from ecosystem import answers
from ecosystem.cli.completing import names_begun
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit

LISTS = frozenset({"csv", "md"})
"""The forms in which somebody takes a board into minutes."""


@click.command("show")
@click.argument("name", shell_complete=names_begun)
@looking_at
@printed
def command(name: str, asked: Asked, wanted: Wanted) -> Exit:
    """Show everything the sources say of NAME, with dates, basis and citations, and what is not stated.

    Of a board or any other body that people sit round, csv and md give the list of members, to paste into minutes:
    one row for each seat, the chair's first. Table and json give everything.
    """
    chosen = choose(asked)
    is_list = wanted.chosen_form in LISTS and answers.has_seats(chosen.view, name)
    make = answers.members if is_list else answers.show
    deliver(make(chosen.view, name, chosen.origin), wanted)
    return Exit.DONE
