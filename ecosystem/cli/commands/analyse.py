"""`ecosystem analyse`: what the structure means, in sentences that can be quoted and checked."""

import click
from click.shell_completion import CompletionItem

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, DayAsked, Wanted, looking_at, reported
from ecosystem.cli.output import deliver
from ecosystem.dates import day_asked
from ecosystem.problems import Exit, UsageError
from ecosystem.terminal import progress


def _names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    every = {answers.ALL: "every analysis"} | {each.name: each.question for each in answers.ANALYSES.values()}
    return [CompletionItem(name, help=question) for name, question in every.items() if name.startswith(begun)]


@click.command("analyse")
@click.argument("name", metavar="[NAME|all]", default="", shell_complete=_names)
@click.option("--since", type=DayAsked(), metavar="DAY", help="Say what is otherwise than on that day.")
@click.option("--full", is_flag=True, help="Work out all that is sampled in a large graph.")
@looking_at
@reported
def command(name: str, since: str | None, asked: Asked, wanted: Wanted, *, full: bool) -> Exit:
    """Answer what leaders ask of a structure: lines upward, who would be cut off, who lies between; and list how.

    Without a name, lists the analyses. Each answer opens with a sentence that can be quoted; below the table stands how
    it is measured, on what it rests and what it leaves out. Formal connections are counted as sources state, imply or
    show them; what we infer counts where --basis names it, and else only in a sentence that says so.
    """
    if not name:
        if since or full or wanted.brief or asked != Asked():
            raise UsageError("which analysis?", fix="name it, or all: `ecosystem analyse` lists them")
        deliver(answers.analyses(), wanted)
        return Exit.DONE
    answers.analyses_named(name)
    chosen = choose(asked)
    with progress("Analysing") as advance:
        effort = answers.Effort(full=full, advance=advance)
        if since:
            report = answers.analyse_since(chosen.view, day_asked(since), name, chosen.origin, effort)
        else:
            report = answers.analyse(chosen.view, name, chosen.origin, effort)
    deliver(report, wanted)
    return Exit.DONE
