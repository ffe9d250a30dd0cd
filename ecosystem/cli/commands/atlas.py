"""`ecosystem atlas`: a small web site to publish or to carry, a page for each body, plan and document."""

from pathlib import Path

import click

from ecosystem.atlas import atlas, put
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, looking_at
from ecosystem.cli.output import opened
from ecosystem.problems import Exit
from ecosystem.terminal import progress, say
from ecosystem.wording import counted


@click.command("atlas")
@looking_at
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder to write; an atlas in it gives way."
)
@click.option("--zip", "with_zip", is_flag=True, help="Write a zip of it beside the folder too.")
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@click.option("--without-people", is_flag=True, help="Leave every person out of all pages.")
def command(*, asked: Asked, out: Path, with_zip: bool, open_it: bool, without_people: bool) -> Exit:
    """Make an atlas: a small web site of bodies, strategies and documents, to publish or carry.

    It works from a disk and under any address, and fetches nothing.
    """
    view = choose(asked).view
    with progress("Pages") as advance:
        made = atlas(view, without_people=without_people, advance=advance)
    for place in put(made, out, with_zip=with_zip):
        say(f"{place.name} was there before and is replaced.")
    click.echo(out / "index.html")
    say(f"{counted(len(made), 'file')}, {sum(len(text.encode()) for text in made.values()) / 1e6:.1f} MB.")
    if open_it:
        opened(out / "index.html")
    return Exit.DONE
