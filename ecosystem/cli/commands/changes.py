"""`ecosystem changes`: what changed between two days."""

from datetime import date

import click

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, DayAsked, Wanted, looking_at_any_day, printed
from ecosystem.cli.output import deliver
from ecosystem.dates import day_asked
from ecosystem.problems import Exit, UsageError


@click.command("changes")
@click.argument("earlier", metavar="FROM", type=DayAsked())
@click.argument("later", metavar="TO", type=DayAsked())
@looking_at_any_day
@printed
def command(earlier: str, later: str, asked: Asked, wanted: Wanted) -> Exit:
    """Tell what changed after FROM, up to and including TO, in sentences: bodies, seats, lines, strategies, posts.

    Only what has a written date is said to have begun or ended. A year or month means its last day: `changes 2016 2022`
    begins with 2017.
    """
    begins, ends = _day(earlier), _day(later)
    if begins > ends:
        fix = f"turn them round: `ecosystem changes {later} {earlier}`"
        raise UsageError(f"{earlier} is later than {later}", fix=fix)
    if begins == ends:
        raise UsageError(f"{earlier} and {later} are the same day", fix="begin with an earlier one")
    chosen = choose(Asked(asked.data, later, asked.bases))
    deliver(answers.changes(chosen.view, begins, chosen.origin), wanted)
    return Exit.DONE


def _day(written: str) -> date:
    day = day_asked(written)
    if day is None:
        raise UsageError("changes lie between two days, and the whole record is none", fix="write a year, month or day")
    return day
