"""`ecosystem path`: what stands above what, and how two things are connected."""

import click

from ecosystem import answers
from ecosystem.cli.completing import names_begun
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit


@click.command("path")
@click.argument("one", metavar="A", shell_complete=names_begun)
@click.argument("other", metavar="B", shell_complete=names_begun)
@looking_at
@printed
def command(one: str, other: str, asked: Asked, wanted: Wanted) -> Exit:
    """Say how A and B are joined: the line upward from one to the other, and the shortest connection, step by step.

    A line upward is made of reporting, oversight or direction, and being part of a body. What sources assert comes
    first; what we infer stands apart and is called that. To sit at the same table is a connection, not reporting.

    Where no line leads from one to the other, says how far upward each one leads. Ends with 1 where nothing joins them.
    """
    chosen = choose(asked)
    report = answers.path(chosen.view, one, other, chosen.origin)
    deliver(report, wanted)
    return Exit.DONE if any(part.rows for part in report.parts) else Exit.PROBLEMS
