"""`ecosystem plan`: what would change in the graph, in words."""

from pathlib import Path

import click

from ecosystem.cli.data import register_chosen
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import data_option
from ecosystem.cli.output import written
from ecosystem.plan import in_words
from ecosystem.problems import Exit
from ecosystem.terminal import say


@click.command("plan")
@data_option
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help="How to print it.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep it, for `ecosystem apply FILE`.")
@click.option("--exit-code", "pending_is_three", is_flag=True, help="End with 3 if changes are pending.")
def command(*, data: str, form: str, out: Path | None, pending_is_three: bool) -> Exit:
    """Say what the files would change in the graph, and change nothing."""
    register = register_chosen(data)
    with open_graph() as graph:
        made, _ = graph.plan(register.snapshot)
    click.echo(made.to_json().rstrip("\n") if form == "json" else in_words(made, register.snapshot))
    if out:
        written(made.to_json(), out)
        say(f"Kept in {out}; `ecosystem apply {out}` does exactly this.")
    return Exit.PENDING if pending_is_three and not made.is_empty else Exit.DONE
