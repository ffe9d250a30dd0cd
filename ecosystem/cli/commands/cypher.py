"""`ecosystem cypher`: a Cypher query that only reads."""

from collections.abc import Iterator, Mapping
from typing import cast

import click

from ecosystem.cli.graph import Graph, open_graph
from ecosystem.cli.here import here
from ecosystem.cli.options import Wanted, printed
from ecosystem.cli.output import deliver
from ecosystem.cli.querying import pairs, parameters_of, text_of
from ecosystem.problems import Exit, UsageError, shortened
from ecosystem.queries.comparing import notes_on_dates
from ecosystem.queries.dating import advice
from ecosystem.queries.naming import one_name_only, unknown_names
from ecosystem.queries.swallowed import REMEDY, explained, unused
from ecosystem.results import Cell, Result
from ecosystem.store import Answer, Held
from ecosystem.terminal import warn

MOST_NOTES = 5
"""How many parameters that are not used are named."""


def _of_files(_: click.Context, __: click.Parameter, data: str | None) -> None:
    if data is not None:
        fix = "leave out --data; without a server, ask the files with `ecosystem ask --data`, or in Python"
        raise UsageError("cypher asks the graph, not files", fix=fix)


@click.command("cypher")
@click.argument("query", required=False, metavar="[QUERY|FILE.cypher|-]")
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; may be given again.")
@click.option("--data", hidden=True, expose_value=False, is_eager=True, callback=_of_files)
@printed
def command(query: str | None, given: tuple[str, ...], wanted: Wanted) -> Exit:
    """Run a Cypher QUERY that only reads: itself, from a file whose name ends in .cypher, or from standard input.

    In PowerShell, bash and zsh put single quotes round QUERY: between double quotes they replace $name with a variable
    of their own. A VALUE is read as JSON, else as text; as a day, where the query compares it with a date such as
    holds_from. The graph's own day is there as $as_of unless it is given: `--param as_of=2018`, or `--param
    as_of=any`. A file of a named question takes its values as `ecosystem ask` does.
    """
    text, parameters = text_of(query), pairs(given)
    typed = query is not None and text == query
    with open_graph() as graph:
        try:
            answer, held = _answer(graph, text, parameters)
        except UsageError as error:
            raise (_explained(error, text, parameters) if typed else error) from None
        origin = graph.called(held.dataset, held.revision)
    for note in (*_notes(text, parameters, answer), *_beside(held)):
        warn(note)
    deliver(_result(answer, origin), wanted)
    return Exit.DONE


def _answer(graph: Graph, text: str, given: Mapping[str, str]) -> tuple[Answer, Held]:
    with graph.asking() as glance:
        parameters = parameters_of(text, given, glance.default_day, glance.find)
    return graph.store.read(text, parameters), glance.held


def _beside(held: Held) -> Iterator[str]:
    """Yield what has to be said where the folder one is in is not what the graph holds."""
    near = here()
    if near and near.dataset.id != held.dataset.id:
        yield f"this is of {held.dataset.title}, which the graph holds, and not of {near.name}, which you are in."
    elif near and (remark := near.moved_on(held)):
        yield remark


def _explained(error: UsageError, text: str, given: Mapping[str, str]) -> UsageError:
    """Return the error with its cause before it, where a shell is to blame."""
    cause = explained(text, given)
    return UsageError(f"{cause}\n{error.message}", fix=REMEDY) if cause else error


def _unused(text: str, given: Mapping[str, str]) -> Iterator[str]:
    lost = unused(text, given)
    for name in lost[:MOST_NOTES]:
        yield f"--param {shortened(name)} is not used: the query has no ${shortened(name)}."
    if len(lost) > MOST_NOTES:
        yield f"{len(lost) - MOST_NOTES:,} more are not used."


def _notes(text: str, given: Mapping[str, str], answer: Answer) -> Iterator[str]:
    yield from unknown_names((remark.code, remark.text) for remark in answer.remarks)
    if _found_nothing(answer) and (told := one_name_only(text)):
        yield f"{told}."
    yield from _unused(text, given)
    yield from notes_on_dates(text, given)
    if condition := advice(text):
        yield f"{condition}."


def _found_nothing(answer: Answer) -> bool:
    """Tell whether there is no row, or one that counts nothing."""
    return not answer.rows or (len(answer.rows) == 1 and not any(answer.rows[0]))


def _result(answer: Answer, origin: str) -> Result:
    cut = (
        f" Only the first {len(answer.rows):,} rows are given, the limit is {answer.limit}: ask for less with WHERE, or"
        " in parts with SKIP and LIMIT."
    )
    return Result(
        title="Cypher",
        columns=answer.columns,
        rows=tuple(cast("tuple[Cell, ...]", row) for row in answer.rows),
        origin="",
        notes=(f"From {origin}.{cut if answer.limit else ''}",),
        empty="No rows.",
    )
