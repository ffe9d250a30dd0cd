"""`ecosystem export`: the data for other tools."""

from pathlib import Path

import click

from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, data_option
from ecosystem.model import DATASET_FILE
from ecosystem.problems import Exit, Refused
from ecosystem.tables import export_csv


@click.command("export")
@data_option
@click.option("--format", "_form", type=click.Choice(("csv",)), default="csv", help="A folder of CSV tables.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write.")
def command(data: str, _form: str, out: Path) -> Exit:
    """Write the whole record as nodes.csv, edges.csv, statements.csv and sources.csv, with its code lists."""
    if (out / DATASET_FILE).exists():
        raise Refused(f"{out} is the folder of a dataset", fix="export into a folder of its own")
    for name in export_csv(choose(Asked(data)).snapshot, out):
        click.echo(out / name)
    return Exit.DONE
