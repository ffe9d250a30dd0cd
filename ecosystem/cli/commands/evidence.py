"""`ecosystem evidence`: on what the record rests, how old that is, and what it does not say."""

import click

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit


@click.command("evidence")
@click.option("--questions", is_flag=True, help="List what is not stated, as questions with whom to ask.")
@click.option(
    "--older-than",
    "years",
    type=click.IntRange(min=0, max=1000),
    default=answers.OLD_AFTER,
    show_default=True,
    metavar="YEARS",
    help="From which age on evidence is listed as old.",
)
@looking_at
@printed
def command(years: int, asked: Asked, wanted: Wanted, *, questions: bool) -> Exit:
    """Report on what the record rests: bases, documents, dates; and what no source says.

    With --questions, everything that is not stated becomes a question under the name of whom to ask.
    """
    chosen = choose(asked)
    make = answers.questions if questions else answers.evidence
    deliver(make(chosen.view, years, chosen.origin), wanted)
    return Exit.DONE
