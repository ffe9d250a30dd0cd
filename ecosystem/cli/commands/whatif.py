"""`ecosystem whatif`: what would be otherwise if bodies merged, ended or were split, or a line were another one."""

from pathlib import Path

import click

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, reported
from ecosystem.cli.output import deliver
from ecosystem.cli.steps import TakingSteps, file_or_name, given_in, step_options
from ecosystem.problems import Exit, UsageError, quoted
from ecosystem.scenario import Step, read_scenario, steps_of
from ecosystem.tables import bytes_at
from ecosystem.terminal import progress


@click.command("whatif", cls=TakingSteps)
@click.argument(
    "file", metavar="[FILE.toml]", required=False, type=click.Path(path_type=Path), shell_complete=file_or_name
)
@looking_at
@reported
@click.pass_context
def command(ctx: click.Context, file: Path | None, asked: Asked, wanted: Wanted) -> Exit:
    """Tell what would be otherwise on a day if bodies merged, ended or were split, or a line were another one.

    Steps are taken in the order they are given, those of FILE first; as many names as needed follow each. Nothing is
    changed: no file, no graph. What the steps do to every seat and line is told row by row, then every analysis and
    rule of the audit that comes out otherwise, as recorded and in the scenario; what nobody has said is left open.
    """
    steps = (*(_kept(file) if file else ()), *steps_of(given_in(ctx)))
    if not steps:
        fix = 'such as: ecosystem whatif --merge LTHT LCH --into "Leeds NHS Trust"'
        raise UsageError("what is supposed? no step is given", fix=fix)
    chosen = choose(asked)
    with progress("Comparing") as advance:
        report = answers.whatif(chosen.view, steps, chosen.origin, answers.Effort(advance=advance))
    deliver(report, wanted)
    return Exit.DONE


command.params[1:1] = step_options()


def _kept(file: Path) -> tuple[Step, ...]:
    if not file.is_file():
        fix = "name a file of steps, or begin a step with an option such as --merge"
        raise UsageError(f"{quoted(file)} is no file", fix=fix)
    return read_scenario(file.name, bytes_at(file))
