"""`ecosystem map`: the governance map as one file to send."""

from pathlib import Path
from urllib.parse import quote

import click

from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, looking_at
from ecosystem.cli.output import map_file, opened, written
from ecosystem.maps import FORMS, VIEWS, Map
from ecosystem.problems import Exit, UsageError
from ecosystem.snapshot import Snapshot


@click.command("map")
@looking_at
@click.option("--view", type=click.Choice(VIEWS), help="What the page opens with.")
@click.option("--open-at", metavar="BODY", help="Whom the page opens at.")
@click.option("--format", "form", type=click.Choice(FORMS), help="The page, or its opening picture by itself.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; else DATASET-map.html, .svg or .png."
)
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@click.option("--without-people", is_flag=True, help="Leave every person out of the file.")
def command(
    *, asked: Asked, view: str | None, open_at: str | None, form: str | None, out: Path | None, open_it: bool,
    without_people: bool,
) -> Exit:  # fmt: skip
    """Draw the governance map: one offline page, to open anywhere or to send.

    As svg or png it is the opening picture by itself, for a paper or a slide, with its day and cautions above it.
    """
    chosen = choose(asked)
    chosen_form = _form(form, out)
    start = _start(chosen.snapshot, view, open_at)
    if start and chosen_form != "html":
        raise UsageError("a picture has no views", fix="leave --view and --open-at away, or write the page, as html")
    target = out or map_file(chosen.snapshot.dataset.id).with_suffix(f".{chosen_form}")
    written(Map(chosen.view, without_people, start).written(chosen_form), target)
    click.echo(target)
    if open_it:
        opened(target)
    return Exit.DONE


def _form(form: str | None, out: Path | None) -> str:
    """Return the form named, else the one that the file's ending says, else the page."""
    ending = out.suffix.removeprefix(".").lower() if out else ""
    if form or ending in FORMS:
        return form or ending
    if ending not in {"", "htm"}:
        raise UsageError(
            f"no map is written as .{ending}", fix=f"end the file in .{', .'.join(FORMS)}, or add --format"
        )
    return FORMS[0]


def _start(snapshot: Snapshot, view: str | None, open_at: str | None) -> str:
    """Return the address that the page opens at; empty for its own."""
    if view and open_at:
        raise UsageError("a page opens at one place", fix="leave --view or --open-at away")
    if not open_at:
        return view or ""
    found = snapshot.find(open_at)
    if snapshot.label_of(found) == "Person":
        raise UsageError("no map opens at a person", fix="name a body, a post or a plan")
    return f"focus={quote(found, safe='')}"
