"""`ecosystem cypher`: a Cypher query that only reads."""

import json
import sys
from typing import Any, cast

import click

from ecosystem.answers import Cell, Result
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import Wanted, printed
from ecosystem.cli.output import deliver
from ecosystem.dates import day_asked
from ecosystem.problems import Exit, UsageError, shortened
from ecosystem.store import Answer


@click.command("cypher")
@click.argument("query", required=False, default="-")
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; may be given again.")
@printed
def command(query: str, given: tuple[str, ...], wanted: Wanted) -> Exit:
    """Run a Cypher QUERY that only reads; without one, or with `-`, it is read from standard input.

    The graph's own day is there as $as_of unless it is given: `--param as_of=2018`, or `--param as_of=any`.
    """
    text = _given(query)
    if not text.strip():
        raise UsageError("there is no query", fix='write one: ecosystem cypher "MATCH (b:Board) RETURN b.name"')
    with open_graph() as graph:
        parameters = {"as_of": graph.snapshot().default_day} | _parameters(given)
        answer, origin = graph.store.read(text, parameters), graph.origin
    deliver(_result(answer, origin), wanted)
    return Exit.DONE


def _given(query: str) -> str:
    if query != "-":
        return query
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the query is not UTF-8 text", fix="save the file as UTF-8") from None


def _parameters(given: tuple[str, ...]) -> dict[str, Any]:
    for pair in given:
        if "=" not in pair:
            raise UsageError(
                f"“{shortened(pair)}” is no NAME=VALUE", fix="write --param name=value, in quotes if it has spaces"
            )
    return {name: _value(name, text) for name, _, text in (pair.partition("=") for pair in given)}


def _value(name: str, text: str) -> Any:
    if name == "as_of":
        try:
            return day_asked(text)
        except ValueError:
            raise UsageError(f"“{shortened(text)}” is no date", fix="write 2018, 2018-04, 2018-04-01 or any") from None
    try:
        return json.loads(text)
    except ValueError:
        return text


def _result(answer: Answer, origin: str) -> Result:
    cut = f" Cut short after {len(answer.rows):,} rows: add LIMIT, or ask for less." if answer.truncated else ""
    return Result(
        title="Cypher",
        columns=answer.columns,
        rows=tuple(cast("tuple[Cell, ...]", row) for row in answer.rows),
        origin="",
        notes=(f"From {origin}.{cut}",),
        empty="No rows.",
    )
