"""`ecosystem audit`: named rules of governance, what they find, and what of it is known and accepted."""

from collections.abc import Collection
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from ecosystem import answers
from ecosystem.audit import (
    RULES,
    Accepted,
    Standing,
    baseline_text,
    read_baseline,
    reasons_in,
    rules_named,
    to_be_completed,
)
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, older_than, reported
from ecosystem.cli.output import deliver, written
from ecosystem.model import CODE_FOLDER, DATASET_FILE
from ecosystem.problems import Exit, Refused, UsageError
from ecosystem.tables import bytes_at
from ecosystem.terminal import say
from ecosystem.wording import counted


def _names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=rule.said()) for name, rule in RULES.items() if name.startswith(begun)]


_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("audit")
@click.option(
    "--rule", "rules", multiple=True, metavar="NAME", shell_complete=_names, help="Only this rule; may be given again."
)
@click.option("--list", "list_them", is_flag=True, help="List the rules.")
@click.option("--baseline", type=_FILE, help="A file of findings that are accepted, each with a reason.")
@click.option("--write-baseline", "target", type=_FILE, help="Write what is found to this file, to be completed.")
@older_than(answers.OLD_AFTER)
@looking_at
@reported
def command(
    rules: tuple[str, ...],
    baseline: Path | None,
    target: Path | None,
    years: int,
    asked: Asked,
    wanted: Wanted,
    *,
    list_them: bool,
) -> Exit:
    """Look for what named rules of governance find: loops, silences, what has ended and is related to still.

    Ends with 1 where something is found that the baseline does not accept, else with 0. A baseline is a table of
    findings by their keys with a reason each; --write-baseline writes one to be completed, and keeps the reasons of
    --baseline.
    """
    if list_them:
        if rules or baseline or target or wanted.brief or asked != Asked():
            raise UsageError("--list lists the rules, and looks at no data", fix="leave out the other options")
        deliver(answers.audit_rules(), wanted)
        return Exit.DONE
    chosen = rules_named(rules)
    if target and wanted != Wanted():
        raise UsageError("--write-baseline is a form of its own", fix="leave out --format, --out, --open and --brief")
    known = read_baseline(baseline.name, bytes_at(baseline)) if baseline else None
    names = [rule.id for rule in chosen]
    data = choose(asked)
    done = answers.audited(data.view, names, known, years)
    if target:
        given = known if baseline and _same(target, baseline) else None
        return _write(target, done.standing, may_lose=given or ())
    deliver(answers.audit_report(done, data.origin), wanted)
    return Exit.PROBLEMS if done.standing.new else Exit.DONE


def _write(target: Path, standing: Standing, may_lose: Collection[Accepted]) -> Exit:
    beside = target.resolve().parent
    folder = beside.parent if beside.name == CODE_FOLDER else beside
    if (folder / DATASET_FILE).exists():
        fix = "write it to another folder, such as one beside them"
        raise Refused(f"{target.name} would be taken for one of the tables of a dataset there", fix=fix)
    rows = to_be_completed(standing)
    _keep_reasons(target, rows, {entry.finding for entry in may_lose})
    written(baseline_text(rows), target)
    blank = sum(not reason for _, reason, _ in rows)
    say(f"{counted(len(rows), 'finding')}, {counted(blank, 'reason')} to be given. Written: {target}")
    return Exit.DONE


def _keep_reasons(target: Path, rows: Collection[tuple[str, str, str]], resolved: Collection[str]) -> None:
    """Refuse to write over reasons that the new rows do not have, but for those of what is found no more."""
    if not target.exists():
        return
    new = {key: reason for key, reason, _ in rows}
    there = reasons_in(target.name, bytes_at(target))
    lost = [key for key, reason in there.items() if new.get(key) != reason and (key in new or key not in resolved)]
    if lost:
        message = f"{target.name} has {counted(len(lost), 'reason')} that would be lost"
        raise Refused(message, fix="name the file with --baseline too, or write to another")


def _same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)
