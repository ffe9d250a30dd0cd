"""`ecosystem ask`: a named question, answered from the graph, or from files where no graph can be had."""

from collections.abc import Mapping
from pathlib import Path

import click

from ecosystem import answers
from ecosystem.cli.browsing import export_for_browser
from ecosystem.cli.data import GRAPH, choose
from ecosystem.cli.options import Asked, Wanted, looking_at, printed
from ecosystem.cli.output import deliver
from ecosystem.problems import DatabaseUnreachable, Exit, UsageError
from ecosystem.queries import understood
from ecosystem.terminal import warn


@click.command("ask")
@click.argument("words", nargs=-1, metavar="[QUESTION] [VALUE | NAME=VALUE]...")
@click.option(
    "--export-browser",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write all questions, as favourites, and a style for Neo4j Browser into this folder.",
)
@looking_at
@printed
def command(words: tuple[str, ...], export_browser: Path | None, asked: Asked, wanted: Wanted) -> Exit:
    """Answer a named QUESTION with its values; without one, list the questions by topic.

    For example: `ecosystem ask who-sits-on PEG --as-of 2018`, or `ecosystem ask shared-boards min_shared=3`.
    Each question's file in `cypher/` says at its top which values it takes.
    """
    if export_browser and (words or wanted != Wanted()):
        raise UsageError("--export-browser writes all questions", fix="leave out question, --format, --out and --open")
    if export_browser:
        return export_for_browser(export_browser, asked)
    if not words:
        deliver(answers.catalogue(), wanted)
        return Exit.DONE
    query, given = understood(words)
    options = {"as_of": asked.as_of, "bases": " ".join(asked.bases)}
    given |= {name: value for name, value in options.items() if value}
    deliver(answered(query.name, given, asked), wanted)
    return Exit.DONE


def answered(question: str, given: Mapping[str, str], asked: Asked) -> answers.Result:
    """Return the answer from the graph; from the files where they are named or where no server can be reached."""
    if asked.data not in {"", GRAPH}:
        return _from_files(question, given, asked)
    try:
        return _from_graph(question, given)
    except DatabaseUnreachable as error:
        if asked.data == GRAPH:
            raise
        warn(f"{error.message}; answered from the files instead.")
        return _from_files(question, given, asked)


def _from_files(question: str, given: Mapping[str, str], asked: Asked) -> answers.Result:
    chosen = choose(asked)
    runner = answers.from_files(chosen.snapshot)
    return answers.ask(question, given, chosen.snapshot, runner, origin=chosen.origin)


def _from_graph(question: str, given: Mapping[str, str]) -> answers.Result:
    from ecosystem.cli.graph import open_graph  # noqa: PLC0415 - the driver is imported only where a graph is read

    with open_graph() as graph:
        return answers.ask(question, given, graph.snapshot(), answers.from_graph(graph.store.read), origin=graph.origin)
