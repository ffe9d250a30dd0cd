"""`ecosystem export`: the data for other tools, or as a workbook that officers edit and import."""

from pathlib import Path

import click

from ecosystem.cli.completing import names_begun
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, data_option
from ecosystem.cli.output import write_book
from ecosystem.model import DATASET_FILE
from ecosystem.problems import Exit, Refused, UsageError
from ecosystem.tables import export_csv
from ecosystem.tables.workbook import write_workbook
from ecosystem.terminal import say
from ecosystem.wording import counted


@click.command("export")
@data_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("csv", "xlsx")),
    default="csv",
    show_default=True,
    help="A folder of CSV tables, or a workbook.",
)
@click.option(
    "--board",
    default="",
    metavar="ID|NAME",
    help="With xlsx: only what concerns this board.",
    shell_complete=names_begun,
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder, or the workbook, to write.")
def command(data: str, form: str, board: str, out: Path) -> Exit:
    """Write the record as CSV tables for other tools, or as a workbook to edit and import.

    As CSV: nodes.csv, edges.csv, statements.csv and sources.csv, with the code lists. A workbook's first sheet says
    how to use it.
    """
    if board and form != "xlsx":
        raise UsageError("--board is for workbooks", fix="add --format xlsx")
    if form == "xlsx":
        write_book(write_workbook(choose(Asked(data)).snapshot, board), out)
        click.echo(out)
    else:
        _write_tables(data, out)
    return Exit.DONE


def _write_tables(data: str, out: Path) -> None:
    if out.is_file():
        raise UsageError(f"{out} is a file", fix="name a folder, or add --format xlsx")
    if (out / DATASET_FILE).exists():
        raise Refused(f"{out} is the folder of a dataset", fix="export into a folder of its own")
    names = export_csv(choose(Asked(data)).snapshot, out)
    click.echo(out)
    say(f"{counted(len(names), 'file')} written in that folder.")
