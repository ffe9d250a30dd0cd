"""A command that takes the steps of a scenario, each an option with as many names after it as there are.

Options that begin a step are the words of `STEPS`; those after them, such as `--into`, belong to the step before.
"""

from collections.abc import Iterator, Mapping, Sequence

import click
from click.shell_completion import CompletionItem

from ecosystem.cli.completing import names_begun
from ecosystem.problems import UsageError
from ecosystem.scenario import STEPS

GIVEN = f"{__name__}.given"
"""Where a context keeps the values of the steps, in the order they were given."""

MODIFIERS = {"--into": "into", "--on": "on", "--give": "give", "--to": "to"}
_VERBS = {f"--{verb}": verb for verb in STEPS}
_ONE = frozenset({"split", "on", "to"})
"""What takes one value only."""

Option = tuple[str, list[str]]
Values = dict[str, object]


def step_options() -> Iterator[click.Option]:
    """Yield the options that begin a step and those that belong to one, for the help and for shells.

    >>> [option.opts[0] for option in step_options()][:3]
    ['--merge', '--into', '--remove']
    """
    told = set[str]()
    for kind in STEPS.values():
        for words in kind.form.replace("[", "").replace("]", "").split(" --"):
            name, _, takes = words.removeprefix("--").partition(" ")
            if name not in told:
                told.add(name)
                yield click.Option(
                    [f"--{name}"], multiple=True, expose_value=False, metavar=takes, help=_HELP[name],
                    shell_complete=None if name == "on" else names_begun,
                )  # fmt: skip


_HELP = {
    "merge": "These become one …",
    "into": "… a body that is there or a new one; of a split, the bodies it becomes.",
    "remove": "These are struck from the record.",
    "end": "These end …",
    "on": "… with this as their last day; else the day before the one looked at.",
    "split": "This becomes several, named by --into.",
    "give": "That part goes on with what was shared with these; `rest` is all not given otherwise.",
    "add-line": "A formal connection more, as “Digital Panel” “reports to” “Health Board”.",
    "remove-line": "A formal connection less.",
    "redirect-line": "A formal connection leads …",
    "to": "… to this instead.",
}


class TakingSteps(click.Command):
    """The command whose options may be followed by several names, and count in the order they are given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the steps out of the words of the command line; the rest is read as for any command.

        The rest comes first: a misspelt --merge is what is wrong, and not the --into after it.
        """
        options, others = parted(args)
        left = super().parse_args(ctx, others)
        try:
            ctx.meta[GIVEN] = steps_in(options)
        except UsageError:
            if not ctx.resilient_parsing:
                raise
        return left


def parted(words: Sequence[str]) -> tuple[list[Option], list[str]]:
    """Return the options of steps among words, each with what follows it, and the words that belong to none.

    >>> parted(["--merge", "A", "B", "--into", "C", "--data", "x", "--end", "D"])
    ([('--merge', ['A', 'B']), ('--into', ['C']), ('--end', ['D'])], ['--data', 'x'])
    """
    found, others = list[Option](), list[str]()
    current: list[str] = others
    for word in words:
        option, mark, value = word.partition("=")
        if option in _VERBS or option in MODIFIERS:
            current = [value] if mark else []
            found.append((option, current))
        else:
            current = others if word.startswith("-") and len(word) > 1 else current
            current.append(word)
    return found, others


def steps_in(options: Sequence[Option]) -> list[Values]:
    """Return the values of the steps that options give; `UsageError` for one that belongs to no step.

    >>> steps_in([("--merge", ["A", "B"]), ("--into", ["C"]), ("--end", ["D"])])
    [{'merge': ['A', 'B'], 'into': 'C'}, {'end': ['D']}]
    """
    steps: list[Values] = []
    for option, names in options:
        if option in _VERBS:
            steps.append({_VERBS[option]: _value(_VERBS[option], names)})
        elif not steps:
            message = f"{option} belongs to a step, and none stands before it"
            raise UsageError(message, fix=f"begin with {', '.join(_VERBS)}")
        elif option == "--give":
            _give(steps[-1], names)
        else:
            _put(steps[-1], MODIFIERS[option], names)
    return steps


def _value(key: str, names: list[str]) -> object:
    return names[0] if key in _ONE and len(names) == 1 else list(names)


def _put(step: Values, key: str, names: list[str]) -> None:
    """Give a step a value more; of `--into`, one for a merger and several for a split."""
    before = step.get(key, [])
    several = [*(before if isinstance(before, list) else [before]), *names]
    step[key] = several[0] if len(several) == 1 and (key in _ONE or "split" not in step) else several


def _give(step: Values, names: list[str]) -> None:
    if len(names) < 2:
        fix = "name with whom something was shared, and last who goes on with it"
        raise UsageError("--give needs two names or more", fix=fix)
    given = step.setdefault("give", {})
    assert isinstance(given, dict)  # noqa: S101 - nothing else is put there
    *others, part = names
    for other in others:
        given.setdefault(other, []).append(part)


def file_or_name(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the names that begin so where a step is begun; else a shell is to offer files."""
    return names_begun(ctx, param, begun) if given_in(ctx) else [CompletionItem(begun, type="file")]


def given_in(ctx: click.Context) -> Sequence[Mapping[str, object]]:
    """Return the values of the steps that a command line gave, in order."""
    steps: Sequence[Mapping[str, object]] = ctx.meta.get(GIVEN, [])
    return steps
