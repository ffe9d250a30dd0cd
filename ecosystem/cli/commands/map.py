"""`ecosystem map`: the governance map as one file to send."""

from pathlib import Path

import click

from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, looking_at
from ecosystem.cli.output import map_file, opened, written
from ecosystem.maps import page
from ecosystem.problems import Exit


@click.command("map")
@looking_at
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; else DATASET-map.html.")
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@click.option("--without-people", is_flag=True, help="Leave every person out of the file.")
def command(*, asked: Asked, out: Path | None, open_it: bool, without_people: bool) -> Exit:
    """Draw the governance map: one offline page, to open anywhere or to send."""
    chosen = choose(asked)
    target = out or map_file(chosen.snapshot.dataset.id)
    written(page(chosen.view, without_people=without_people), target)
    click.echo(target)
    if open_it:
        opened(target)
    return Exit.DONE
