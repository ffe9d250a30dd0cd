"""`ecosystem ask`: a named question, answered from the graph, or from files where no graph can be had."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from ecosystem import answers
from ecosystem.cli.asking import BASES_OR_ANY, Questions, given_by, words_begun
from ecosystem.cli.browsing import export_for_browser
from ecosystem.cli.data import choose
from ecosystem.cli.here import Here, here
from ecosystem.cli.options import Asked, DayAsked, Wanted, printed
from ecosystem.cli.output import deliver, written
from ecosystem.problems import DatabaseUnreachable, Exit, UsageError
from ecosystem.queries import ANY, Query, pasted, question_in, with_names
from ecosystem.results import Result
from ecosystem.tables import GRAPH, is_graph
from ecosystem.terminal import emit_text, say, warn

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is asked: the data, who answers, and what to call it."""

    ground: answers.Ground
    runner: answers.Runner
    origin: str


@click.command("ask", cls=Questions)
@click.argument("words", nargs=-1, metavar="[QUESTION] [NAME]... [DAY]...", shell_complete=words_begun)
@click.option("--as-of", type=DayAsked(), metavar="DAY", help="The day to look at; any for the whole record.")
@click.option("--basis", "bases", multiple=True, type=BASES_OR_ANY, help="The bases to count; any for all.")
@click.option("--data", default="", metavar="DIR|git:REV|graph", help="Ask these files; else the graph.")
@click.option("--show", is_flag=True, help="Print the question's Cypher after its values, for cypher-shell.")
@click.option(
    "--export-browser",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write all questions, as favourites, and a style for Neo4j Browser into this folder.",
)
@printed
def command(
    words: tuple[str, ...], data: str, wanted: Wanted, export_browser: Path | None, *, show: bool, **values: object
) -> Exit:
    """Answer a named QUESTION; without one, list the questions by topic.

    Each question has options of its own, and `ecosystem ask QUESTION --help` explains them. Whom it is asked of and its
    days may be named without one: `ecosystem ask who-sits-on PEG 2018` is the same as with `--body PEG --as-of 2018`.
    Words that name no question are answered with the three nearest. The graph answers, unless you are in the folder of
    a dataset that it does not hold: then that folder's files do.
    """
    if export_browser and (words or show or wanted != Wanted()):
        raise UsageError("--export-browser writes all questions", fix="leave out question, --format, --out and --open")
    if export_browser:
        return export_for_browser(export_browser, _looked_at(data, given_by(values)))
    if not words:
        if show:
            raise UsageError(
                "which question?", fix="name it: `ecosystem ask --show chairs`; `ecosystem ask` lists them"
            )
        deliver(answers.catalogue(), wanted)
        return Exit.DONE
    if show and (wanted.form or wanted.open):
        raise UsageError("--show prints Cypher", fix="leave out --format and --open")
    query = question_in(words)
    given = with_names(query, given_by(values), words[1:])
    if show:
        _hand_over(_told(data, lambda place: pasted(query, answers.values_of(query, given, place.ground))), wanted)
    else:
        deliver(_told(data, lambda place: _answer(query, given, place)), wanted)
    return Exit.DONE


def _looked_at(data: str, given: Mapping[str, str]) -> Asked:
    bases = given.get("bases", ANY)
    return Asked(data, given.get("as_of", ""), () if bases == ANY else tuple(bases.split()))


def _answer(query: Query, given: Mapping[str, str], place: Place) -> Result:
    return answers.ask(query.name, given, place.ground, place.runner, origin=place.origin)


def _hand_over(text: str, wanted: Wanted) -> None:
    if wanted.out is None:
        emit_text(text)
    else:
        written(text, wanted.out)
        say(f"Written: {wanted.out}")


def _told(data: str, tell: Callable[[Place], Told]) -> Told:
    """Return what is told by the graph.

    The files tell it where they are named, where no server can be reached, and where one is in the folder of another
    dataset than the graph's: every command answers there of that folder.
    """
    if data not in {"", GRAPH}:
        return tell(_files(data))
    try:
        return _told_by_graph(tell, here() if not is_graph(data) else None)
    except DatabaseUnreachable as error:
        if is_graph(data):
            raise
        warn(f"{error.message}; answered from the files instead.")
    except Elsewhere as error:
        warn(str(error))
    return tell(_files(data))


def _files(data: str) -> Place:
    chosen = choose(Asked(data))
    return Place(chosen.snapshot, answers.from_files(chosen.snapshot), chosen.origin)


class Elsewhere(Exception):
    """The graph holds another dataset than the folder one is in."""


def _told_by_graph(tell: Callable[[Place], Told], near: Here | None) -> Told:
    from ecosystem.cli.graph import open_graph  # noqa: PLC0415 - the driver is imported only where a graph is read

    with open_graph() as graph, graph.asking() as glance:
        if near and near.dataset.id != glance.dataset.id:
            raise Elsewhere(
                f"the graph holds {glance.dataset.title}, and you are in {near.name}, whose files answer instead;"
                " `--data graph` asks the graph."
            )
        found = tell(
            Place(glance, answers.from_graph(glance.answer), graph.called(glance.dataset, glance.held.revision))
        )
    if remark := near.moved_on(glance.held) if near else "":
        warn(remark)
    return found
