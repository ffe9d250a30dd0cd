"""`ecosystem import`: an update planned, asked about and brought into the register and the graph, in one go."""

from pathlib import Path

import click

from ecosystem.cli.changing import asked_and_done, held_register
from ecosystem.cli.confirming import Consent, consenting
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import register_option
from ecosystem.cli.updates import accept_option, names_of_files, read_as, update_argument
from ecosystem.importing import planned, standing
from ecosystem.problems import Exit
from ecosystem.tables import Reading, read_update
from ecosystem.terminal import say


@click.command("import")
@update_argument
@register_option
@read_as
@accept_option
@consenting
def command(
    update: tuple[Path, ...], data: str, reading: Reading, accept: tuple[str, ...], consent: Consent
) -> Exit:  # fmt: skip
    """Bring UPDATE into the register and the graph: planned, shown, asked, then all of it or nothing.

    UPDATE is a workbook, some tables, or a folder of tables; rows and columns it does not have stay as they are.
    """
    with held_register(data) as register:
        read = read_update(update, register, reading)
        for remark in read.remarks:
            say(remark)
        with open_graph(writing=True) as graph:
            found = standing(graph.store, register.snapshot.dataset.id)
            made = planned(found, read, accept)
            return asked_and_done(graph, made, found, register, names_of_files(update), consent)
