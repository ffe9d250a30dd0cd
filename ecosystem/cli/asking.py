"""A command whose options are those of the question asked, as the head of its query file declares them."""

from collections.abc import Mapping

import click
from click.shell_completion import CompletionItem

from ecosystem.cli.completing import names_begun
from ecosystem.cli.options import DayAsked
from ecosystem.model import BASES
from ecosystem.problems import UsageError
from ecosystem.queries import DAYS, Parameter, Query, library, question_in
from ecosystem.queries.header import OPTIONS_OF_ALL
from ecosystem.queries.values import ANY, OF_THE_DATASET

QUESTION = f"{__name__}.question"
"""Where a context keeps the question that its words name."""

BASES_OR_ANY = click.Choice([*BASES, ANY])
LATER = "--later"
_METAVARS = {
    "date": "DAY",
    "day": "DAY",
    "integer": "NUMBER",
    "string": "TEXT",
    "entity": "NAME",
    "boolean": "yes|no",
    "list": "WORD",
}
DEFAULTS = {OF_THE_DATASET: "the data's own day"}


class Questions(click.Command):
    """The command that asks a question; which one decides on its other options and its help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the question first: what else may be given depends on it."""
        if question := self._question(ctx, args):
            ctx.meta[QUESTION] = question
            ctx.info_name = f"{ctx.info_name} {question.name}"
        return super().parse_args(ctx, args)

    def _question(self, ctx: click.Context, args: list[str]) -> Query | None:
        lenient = click.Context(self, parent=ctx.parent, resilient_parsing=True, ignore_unknown_options=True)
        found, _, _ = self.make_parser(lenient).parse_args(list(args))
        words = found.get("words") or ()
        if not isinstance(words, tuple) or not words:
            return None
        if words[0].startswith("-"):  # an option of the question stands before it
            return next((library()[word] for word in words if word in library()), None)
        try:
            return question_in(words)
        except UsageError:
            if ctx.resilient_parsing:
                return None
            raise

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the options of the command; those of the question take the place of those that all questions share."""
        params = super().get_params(ctx)
        question: Query | None = ctx.meta.get(QUESTION)
        if question is None:
            return params
        words, *others = (each for each in params if not OPTIONS_OF_ALL.keys() & {each.name})
        return [words, *(option_of(each, *_also(question, each)) for each in question.header.parameters), *others]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what a line of usage says after the question: whom it may be asked of, and for which days."""
        question: Query | None = ctx.meta.get(QUESTION)
        if question is None:
            return super().collect_usage_pieces(ctx)
        return ["[OPTIONS]", *(f"[{word}]" for word in words_of(question))]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the question and why it matters; without one, what the command does."""
        question: Query | None = ctx.meta.get(QUESTION)
        if question is None:
            super().format_help_text(ctx, formatter)
            return
        for paragraph in filter(None, (question.title, question.header.why, question.header.caveat)):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the columns of the question's answer."""
        question: Query | None = ctx.meta.get(QUESTION)
        if question is not None:
            with formatter.section("Columns"):
                formatter.write_dl([(column.name, column.description) for column in question.header.returns])


def words_of(question: Query) -> list[str]:
    """Return what a question takes without an option: whom it is asked of, then its days.

    >>> words_of(library()["chairs"]), words_of(library()["what-began-or-ended"])
    (['BODY', 'DAY'], ['EARLIER', 'LATER'])
    """
    names = [entity.option.removeprefix("--").upper() for entity in question.header.entities]
    return [*names, *(["DAY"] if len(question.days) == 1 else ["EARLIER", "LATER"])]


def _also(question: Query, parameter: Parameter) -> tuple[str, ...]:
    """Return what else an option is called: the second of two days is the later one."""
    return (LATER,) if len(question.days) > 1 and parameter == question.days[-1] else ()


def option_of(parameter: Parameter, *also: str) -> click.Option:
    """Return the option that gives a parameter of a question its value, as text; `also` are other names of it.

    >>> option_of(library()["shared-boards"].header.parameters[0]).help
    'How many bodies in common. [default: 2]'
    """
    described = f"{parameter.description[:1].upper()}{parameter.description[1:]}."
    default = DEFAULTS.get(parameter.default or "", parameter.default)
    return click.Option(
        [parameter.option, *also, parameter.name],
        help=f"{described} [{f'default: {default}' if default else 'required'}]",
        metavar=None if parameter.name == "bases" else _METAVARS[parameter.kind],
        multiple=parameter.kind == "list",
        type=_type_of(parameter),
        shell_complete=names_begun if parameter.kind == "entity" else None,
    )


def _type_of(parameter: Parameter) -> click.ParamType[str]:
    if parameter.name == "bases":
        return BASES_OR_ANY
    return DayAsked() if parameter.kind in DAYS else click.STRING


def given_by(values: Mapping[str, object]) -> dict[str, str]:
    """Return the values of options that were given, as written: those of a repeated option joined, `any` before all.

    >>> given_by({"body": "PEG", "as_of": None, "bases": ("stated", "shown")})
    {'body': 'PEG', 'bases': 'stated shown'}
    """
    given = {name: value for name, value in values.items() if value is not None and value != ()}
    return {name: _joined(value) if isinstance(value, tuple) else str(value) for name, value in given.items()}


def _joined(values: tuple[str, ...]) -> str:
    return ANY if ANY in values else " ".join(values)


def words_begun(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the questions whose names begin so; where one is named, the names of whom it may be asked of."""
    question: Query | None = ctx.meta.get(QUESTION)
    if question:
        return names_begun(ctx, param, begun) if question.header.entities else []
    return [CompletionItem(name, help=query.title) for name, query in library().items() if name.startswith(begun)]
