"""`ecosystem plan`: what would change in the graph, in words, and what that means."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from ecosystem.cli.changing import settle_if_interrupted, tell_of_later_days
from ecosystem.cli.data import files_choice, register_chosen
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import files_option, gathering
from ecosystem.cli.output import written
from ecosystem.cli.updates import KEPT, accept_option, kept_plan, read_as
from ecosystem.importing import NOTHING, Standing, planned, standing
from ecosystem.plan import Plan, in_words
from ecosystem.problems import Exit, UsageError
from ecosystem.tables import Reading, load, read_update, whole
from ecosystem.terminal import say

GRAPH, EMPTY = "graph", "empty"


@dataclass(frozen=True, slots=True)
class Shown:
    """How a plan is wanted: printed in which form, kept in which file, and whether pending changes end with 3."""

    form: str = "table"
    out: Path | None = None
    exit_code: bool = False


_form = click.option("--format", "form", type=click.Choice(("table", "json")), default="table", help="How to print it.")
_out = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep it, for `ecosystem apply FILE`."
)
_exit_code = click.option("--exit-code", is_flag=True, help="End with 3 if changes are pending.")


@click.command("plan")
@click.argument("update", nargs=-1, type=click.Path(path_type=Path), metavar="[UPDATE...|PLAN]")
@files_option
@read_as
@accept_option
@click.option(
    "--against", default=GRAPH, show_default=True, metavar="graph|empty|DIR|git:REV", help="What to compare with."
)
@gathering(Shown, "shown", _form, _out, _exit_code)
def command(
    update: tuple[Path, ...], data: str, reading: Reading, accept: tuple[str, ...], against: str, shown: Shown
) -> Exit:
    """Say what UPDATE, or else the register itself, would change in the graph, and what that means; change nothing.

    UPDATE is a workbook, some tables, or a folder of tables. A PLAN that was kept is printed again.
    """
    if shown.out and shown.out.suffix != KEPT:
        raise UsageError(f"a kept plan's name ends in {KEPT}", fix=f"write to {shown.out.stem}{KEPT}")
    if len(update) == 1 and update[0].suffix == KEPT:
        if data or accept or reading != Reading() or against != GRAPH:
            raise UsageError("a kept plan is printed as it is", fix="leave out the other options, or plan anew")
        made = kept_plan(update[0])
    else:
        made = _made(update, data, reading, accept, against)
    if shown.out:
        written(made.to_json(), shown.out)
        say(f"Kept in {shown.out}{'.' if made.against else f'; `ecosystem apply {shown.out}` does exactly this.'}")
    click.echo(made.to_json().rstrip("\n") if shown.form == "json" else in_words(made))
    return Exit.PENDING if shown.exit_code and not made.is_empty else Exit.DONE


def _made(paths: Sequence[Path], data: str, reading: Reading, accept: Sequence[str], against: str) -> Plan:
    if against == GRAPH:
        settle_if_interrupted(data)
    register = register_chosen(data)
    if not paths and reading != Reading():
        raise UsageError("these options are for an update", fix="name the workbook or tables: `ecosystem plan UPDATE`")
    update = read_update(paths, register, reading) if paths else whole(register)
    for remark in update.remarks:
        say(remark)
    if against == GRAPH:
        with open_graph() as graph:
            made = planned(standing(graph.store, register.snapshot.dataset.id), update, accept)
    else:
        other, words = _other(against)
        made = planned(other, update, accept, words)
    tell_of_later_days(made, register.snapshot)
    return made if files_choice(data).is_shipped else replace(made, folder=str(register.folder.resolve()))


def _other(against: str) -> tuple[Standing, str]:
    if against == EMPTY:
        return NOTHING, "an empty graph"
    other = load(against)
    return Standing(NOTHING.state, recorded=other.snapshot), other.origin
