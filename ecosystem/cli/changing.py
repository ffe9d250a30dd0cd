"""Changing a register and its graph: the register held, what was interrupted ended, the plan shown, asked and done."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from ecosystem.cli import silence
from ecosystem.cli.confirming import Consent, agreed
from ecosystem.cli.data import files_choice, folder_to_write, register_chosen
from ecosystem.cli.graph import Graph, entry, open_graph
from ecosystem.dates import last_day, spoken
from ecosystem.importing import Standing, carried_out, settled
from ecosystem.model import DATASET_FILE, Cited
from ecosystem.plan import Plan, in_words
from ecosystem.problems import Exit, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.store import Applied, Kind
from ecosystem.tables import Register, held, pending
from ecosystem.terminal import say
from ecosystem.wording import rows_changed

NOTHING_WRITTEN = "Nothing was written."

SHOWN_ROWS = 10
"""Rows shown of each table before the question; `ecosystem plan` shows all."""


@contextmanager
def held_register(data: str) -> Iterator[Register]:
    """Hold the register that `--data` or the place chooses; what an interrupted import left in it is ended first.

    `Refused` for the shipped data and for a folder that cannot be written, `Conflict` while another import holds it.
    """
    folder = folder_to_write(data)
    with held(folder):
        _settle(folder)
        yield register_chosen(data)


def settle_if_interrupted(data: str) -> None:
    """End what an interrupted import left in the dataset that `--data` or the place chooses, if one was."""
    folder = files_choice(data).folder
    if pending(folder) is not None:
        with held(folder):
            _settle(folder)


def _settle(folder: Path) -> None:
    if pending(folder) is None:
        return
    with open_graph() as graph:
        revision = settled(graph.store, folder)
    if revision:
        say(f"An import was cut off after the graph had taken it (revision {revision}); its tables are in place now.")
    else:
        say("An import was cut off before the graph had taken it: nothing of it is left. Import again.")


def asked_and_done(
    graph: Graph, made: Plan, standing: Standing, register: Register, files: Sequence[str], consent: Consent,
    kind: Kind = "import",
) -> Exit:  # fmt: skip
    """Show a plan, ask, and bring register and graph to it; the caller holds the register."""
    show(in_words(made, rows_per_table=SHOWN_ROWS))
    if not agreed(made, consent):
        say(NOTHING_WRITTEN)
        return Exit.DONE
    say(done(carried_out(graph.store, made, standing.graph, register, entry(files, kind))))
    tell_of_later_days(made, register.snapshot)
    return Exit.DONE


def show(plan: str) -> None:
    """Print a plan before it is done; `Refused` where whoever was to read it has gone."""
    try:
        click.echo(plan)
    except BrokenPipeError:
        silence(sys.stdout)
        fix = "let the plan be read to its end, or send it to a file"
        raise Refused("nobody reads the plan; nothing was written", fix=fix) from None


def tell_of_later_days(made: Plan, register: Snapshot) -> None:
    """Tell where a plan speaks of days after the one that is looked at when none is asked for."""
    rows = [change.after for change in made.changes if isinstance(change.after, Cited)]
    days = [written for row in rows for written in (row.start_date, row.end_date, row.evidence_date) if written]
    latest = max(days, key=last_day, default="")
    if latest and last_day(latest) > register.default_day and made.base.revision:
        as_of = register.dataset.as_of
        say(
            f"Note: this reaches to {spoken(latest)}; answers and maps speak of {spoken(as_of)} until `as_of` in "
            f"{DATASET_FILE} says otherwise, or --as-of is given."
        )


def done(applied: Applied) -> str:
    """Return what an apply did, as a sentence.

    >>> done(Applied(revision=2, digest="0", added=1, changed=0, removed=0))
    'The graph is at revision 2: 1 row added, 0 changed, 0 removed.'
    """
    counts = rows_changed(applied.added, applied.changed, applied.removed)
    restored = f" Restored: {', '.join(applied.restored)}." if applied.restored else ""
    return f"The graph is at revision {applied.revision}: {counts}.{restored}"
