"""What Neo4j Browser takes in, written into a folder: favourites and style."""

from pathlib import Path

import click

from ecosystem.browsing import STYLE, favourites, packed
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked
from ecosystem.problems import Exit, UsageError
from ecosystem.terminal import say
from ecosystem.whole import write_whole, writing_in

FAVOURITES, GRASS = "favourites.zip", "ecosystem.grass"


def export_for_browser(folder: Path, asked: Asked) -> Exit:
    """Write favourites and style into a folder, both or neither; other files there stay as they are.

    The values in the favourites are those of the data, day and bases asked for. `UsageError` where `folder` is a file,
    `Refused` where it cannot be written.
    """
    if folder.is_file():
        raise UsageError(f"{folder} is a file", fix="name a folder with --export-browser")
    view = choose(asked).view
    files: dict[str, str | bytes] = {FAVOURITES: packed(favourites(view)), GRASS: STYLE}
    with writing_in(folder):
        write_whole({folder / name: content for name, content in files.items()})
    for name in files:
        click.echo(folder / name)
    say("Drop each file on the window of Neo4j Browser (`ecosystem db browser`); the favourites are under the star.")
    return Exit.DONE
