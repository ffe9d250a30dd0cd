"""`ecosystem apply`: bring the graph to the register, or register and graph to what a kept plan says."""

from contextlib import ExitStack
from pathlib import Path

import click

from ecosystem.cli.changing import asked_and_done, held_register, settle_if_interrupted
from ecosystem.cli.confirming import Consent, consenting
from ecosystem.cli.data import folder_to_write, register_chosen
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import files_option
from ecosystem.cli.updates import accept_option, kept_plan, must_be_unchanged
from ecosystem.importing import planned, standing
from ecosystem.plan import carried
from ecosystem.problems import Exit, UsageError
from ecosystem.tables import held, read_dataset, whole


@click.command("apply")
@click.argument("plan_file", required=False, type=click.Path(path_type=Path), metavar="[PLAN]")
@files_option
@accept_option
@consenting
def command(*, plan_file: Path | None, data: str, accept: tuple[str, ...], consent: Consent) -> Exit:
    """Bring the graph to the register in one transaction, or do what a kept PLAN says: all of it, or nothing."""
    if plan_file is None:
        return _register(data, accept, consent)
    if accept:
        raise UsageError(
            "a kept plan is done as it is", fix="accept proposals when it is made: `ecosystem plan --accept`"
        )
    return _kept(plan_file, data, consent)


def _register(data: str, accept: tuple[str, ...], consent: Consent) -> Exit:
    with ExitStack() as stack:
        settle_if_interrupted(data)
        register = stack.enter_context(held_register(data)) if accept else register_chosen(data)
        graph = stack.enter_context(open_graph(writing=True))
        found = standing(graph.store, register.snapshot.dataset.id)
        made = planned(found, whole(register), accept)
        return asked_and_done(graph, made, found, register, (register.origin,), consent)


def _kept(plan_file: Path, data: str, consent: Consent) -> Exit:
    made = kept_plan(plan_file)
    must_be_unchanged(made)
    data = data or made.folder
    settle_if_interrupted(data)
    register = register_chosen(data)
    with ExitStack() as stack:
        if carried(register.snapshot, made.changes) != register.snapshot:
            folder = folder_to_write(data)
            stack.enter_context(held(folder))
            register = read_dataset(folder)
        graph = stack.enter_context(open_graph(writing=True))
        found = standing(graph.store, made.dataset)
        return asked_and_done(graph, made, found, register, (plan_file.name,), consent)
