"""`ecosystem apply`: bring the graph to the files, or do exactly what a kept plan says."""

import sys
from pathlib import Path

import click

from ecosystem.cli.data import origin_of, register_chosen
from ecosystem.cli.graph import Graph, open_graph
from ecosystem.cli.options import data_option
from ecosystem.plan import Plan, in_words
from ecosystem.problems import EcosystemError, Exit, Refused, UsageError
from ecosystem.snapshot import Snapshot
from ecosystem.store import Applied
from ecosystem.terminal import say
from ecosystem.wording import rows_changed

SHOWN_ROWS = 10
"""Rows shown of each table before the question; `ecosystem plan` shows all."""


@click.command("apply")
@click.argument("plan_file", required=False, type=click.Path(path_type=Path), metavar="[PLAN]")
@data_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(*, plan_file: Path | None, data: str, yes: bool) -> Exit:
    """Bring the graph to the files in one transaction, or do what a kept PLAN says: all of it, or nothing."""
    if plan_file is not None and data:
        raise UsageError("a plan names its data already", fix="give the plan or --data, not both")
    register = None if plan_file else register_chosen(data)
    with open_graph() as graph:
        if register is None:
            made, before, files = _kept(plan_file), graph.store.snapshot(), (plan_file.name if plan_file else "",)
        else:
            made, before = graph.plan(register.snapshot)
            files = (origin_of(register),)
        click.echo(in_words(made, register.snapshot if register else before, SHOWN_ROWS))
        _applied(graph, made, before, files, yes=yes)
    return Exit.DONE


def _kept(plan_file: Path | None) -> Plan:
    try:
        return Plan.from_json((plan_file or Path()).read_text(encoding="utf-8"), str(plan_file))
    except (OSError, UnicodeDecodeError):
        fix = "make it with `ecosystem plan --out FILE`"
        raise EcosystemError(f"the plan {plan_file} cannot be read", fix=fix) from None


def _applied(graph: Graph, made: Plan, before: Snapshot | None, files: tuple[str, ...], *, yes: bool) -> None:
    if made.is_empty or yes or _confirmed():
        say(done(graph.apply(made, before, files)))
    else:
        say("Nothing was written.")


def _confirmed() -> bool:
    if not sys.stdin.isatty():
        raise Refused("nobody is there to confirm; nothing was written", fix="look at `ecosystem plan`, then use --yes")
    return click.confirm("Do this?", err=True)


def done(applied: Applied) -> str:
    """Return what an apply did, as a sentence.

    >>> done(Applied(revision=2, digest="0", added=1, changed=0, removed=0))
    'The graph is at revision 2: 1 row added, 0 changed, 0 removed.'
    """
    counts = rows_changed(applied.added, applied.changed, applied.removed)
    restored = f" Restored: {', '.join(applied.restored)}." if applied.restored else ""
    return f"The graph is at revision {applied.revision}: {counts}.{restored}"
