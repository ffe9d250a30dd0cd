"""`ecosystem db backup`, `restore`, `rebuild`: a graph's content and history in a file, brought back, made anew."""

from pathlib import Path

import click

from ecosystem.cli.changing import NOTHING_WRITTEN, SHOWN_ROWS, done, settle_if_interrupted, show
from ecosystem.cli.confirming import Consent, agreed, confirmed, consenting, yes_option
from ecosystem.cli.data import register_chosen
from ecosystem.cli.graph import entry, open_graph
from ecosystem.cli.options import files_option
from ecosystem.cli.output import written
from ecosystem.plan import in_words
from ecosystem.problems import EcosystemError, Exit, UsageError
from ecosystem.store import Backup, read_backup
from ecosystem.tables import must_be_as_read
from ecosystem.terminal import say
from ecosystem.wording import counted

BACKUP = ".zip"
"""What the name of a backup ends in."""


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> Exit:
    """Write content and history of the graph to FILE: a zip of tables and the journal of imports."""
    if file.suffix.lower() != BACKUP:
        raise UsageError(f"a backup's name ends in {BACKUP}", fix=f"write to {file.stem}{BACKUP}")
    with open_graph() as graph:
        made = graph.store.backup()
        outside = graph.store.changes_outside(graph.store.snapshot())
    written(made.data, file, mode=0o600)  # it holds people, also those that the register has no more
    say(f"Written: {file}, {_in_words(made)}.")
    if outside:
        say(f"Not in it, because no import made it: {counted(len(outside), 'changed row')}; see `ecosystem plan`.")
    return Exit.DONE


@click.command("restore")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@yes_option
def restore(file: Path, *, yes: bool) -> Exit:
    """Write a backup, content and history, into an empty graph, in one transaction."""
    try:
        data = file.read_bytes()
    except OSError as error:
        fix = "name a file that `ecosystem db backup` wrote"
        raise EcosystemError(f"the backup {file.name} cannot be read: {error.strerror}", fix=fix) from None
    found = read_backup(data, file.name)
    with open_graph(writing=True) as graph:
        say(f"Backup: {_in_words(found)}.")
        if not (yes or confirmed(f"Write it into {graph.origin}?")):
            say(NOTHING_WRITTEN)
            return Exit.DONE
        graph.store.restore(found)
    say(f"The graph is at revision {found.manifest.revision}, as it was when it was backed up.")
    return Exit.DONE


def _in_words(backup: Backup) -> str:
    manifest = backup.manifest
    return f"{manifest.dataset} at revision {manifest.revision}, {counted(manifest.rows, 'row')}"


@click.command("rebuild")
@files_option
@consenting
def rebuild(*, data: str, consent: Consent) -> Exit:
    """Make the graph's content anew from the register; the journal stays, and what a hand changed is lost."""
    settle_if_interrupted(data)
    register = register_chosen(data)
    with open_graph(writing=True) as graph:
        made = graph.store.rebuilding(register.snapshot)
        show(in_words(made, register.snapshot, SHOWN_ROWS))
        if made.outside:
            say("What was changed outside an import is lost.")
        if not agreed(made, consent, "Make the graph anew from the register?"):
            say(NOTHING_WRITTEN)
            return Exit.DONE
        must_be_as_read(register)
        say(done(graph.store.rebuild(made, register.snapshot, entry((register.origin,), "rebuild"))))
    return Exit.DONE
