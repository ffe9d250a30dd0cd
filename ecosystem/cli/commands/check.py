"""`ecosystem check`: everything that is wrong with a dataset, all at once."""

import click

from ecosystem.cli.data import register_chosen
from ecosystem.cli.options import files_option
from ecosystem.evidence import size_of
from ecosystem.problems import DataProblems, Exit, counted_apart, report
from ecosystem.terminal import say


@click.command("check")
@files_option
def command(data: str) -> Exit:
    """Name every problem of a dataset: file, row, column, value, remedy."""
    try:
        register = register_chosen(data)
    except DataProblems as found:
        click.echo(report(found.problems))
        say(f"{counted_apart(found.problems)}.")
        return Exit.PROBLEMS
    if register.warnings:
        click.echo(report(register.warnings))
    click.echo(f"No problems in {size_of(register.snapshot)}.")
    return Exit.DONE
