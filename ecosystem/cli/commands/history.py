"""`ecosystem history`: what was imported, by whom, when, from which files; and one import in words."""

import click

from ecosystem.cli.graph import Graph, open_graph
from ecosystem.cli.options import Wanted, WholeNumber, printed
from ecosystem.cli.output import deliver
from ecosystem.plan import in_words, minutes
from ecosystem.problems import Exit, UsageError
from ecosystem.results import Result
from ecosystem.store import Import


@click.command("history")
@click.argument("revision", required=False, type=WholeNumber(min=1), metavar="[REVISION]")
@click.option("--text", is_flag=True, help="With REVISION: in sentences, for the minutes.")
@printed
def command(revision: int | None, wanted: Wanted, *, text: bool) -> Exit:
    """List the imports, the first one first: when, by whom, from which files, how many rows.

    With REVISION, say what that import changed.
    """
    if revision is None and text:
        raise UsageError("which import?", fix="name its revision: `ecosystem history 3 --text`; `history` lists them")
    if revision is not None and wanted != Wanted():
        raise UsageError("one import is told in words", fix="leave out --format, --out and --open")
    with open_graph() as graph:
        if revision is None:
            deliver(_listed(graph.store.history(), graph.origin), wanted)
        else:
            click.echo(_told(graph, revision, text=text))
    return Exit.DONE


def _told(graph: Graph, revision: int, *, text: bool) -> str:
    made, now = graph.store.plan_of(revision), graph.snapshot()
    if not text and not made.is_empty:
        return in_words(made, now)
    entry = next(one for one in graph.store.history() if one.revision == revision)
    return minutes(entry, made.changes, now)


def _listed(imports: tuple[Import, ...], origin: str) -> Result:
    return Result(
        title="What was imported",
        columns=("revision", "at", "by", "what", "from", "added", "changed", "removed"),
        rows=tuple(
            (one.revision, one.at, one.actor, one.kind, one.files, one.added, one.changed, one.removed)
            for one in imports
        ),
        origin="",
        notes=(f"From {origin}.",),
        empty="Nothing was imported yet.",
    )
