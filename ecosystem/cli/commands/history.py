"""`ecosystem history`: what was imported, by whom, when, from which files."""

import click

from ecosystem.answers import Result
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import Wanted, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import Exit


@click.command("history")
@printed
def command(wanted: Wanted) -> Exit:
    """List the imports, the first one first: when, by whom, from which files, how many rows."""
    with open_graph() as graph:
        imports, origin = graph.store.history(), graph.origin
    result = Result(
        title="What was imported",
        columns=("revision", "at", "by", "from", "added", "changed", "removed"),
        rows=tuple(
            (one.revision, one.at, one.actor, one.files, one.added, one.changed, one.removed) for one in imports
        ),
        origin="",
        notes=(f"From {origin}.",),
        empty="Nothing was imported yet.",
    )
    deliver(result, wanted)
    return Exit.DONE
