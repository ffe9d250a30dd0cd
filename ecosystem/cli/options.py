"""The options that mean the same for every command, and the data they choose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from ecosystem.dates import day_asked, how_to_ask
from ecosystem.model import BASES
from ecosystem.problems import UsageError
from ecosystem.terminal import FORMATS

PLAIN = ("", "txt")
"""Endings of files that hold a table as a terminal shows it."""

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class DayAsked(click.ParamType[str]):
    """A day as people give it: `2018`, `2018-04`, `2018-04-01`, or `any` for the whole record."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text itself if it is a day; a usage error otherwise."""
        try:
            if value:
                day_asked(value)
        except ValueError:
            self.fail(f"{value!r} is no date: {how_to_ask(str(value))}.", param, ctx)
        return str(value)


class WholeNumber(click.IntRange):
    """A number within bounds, called in messages what people call it."""

    name = "whole number"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say of the data to look at: which, on which day, on which bases. Empty means the default."""

    data: str = ""
    as_of: str = ""
    bases: tuple[str, ...] = ()

    def day(self, default: date) -> date | None:
        """Return the day to look at, the default where none was asked for, None for the whole record."""
        return day_asked(self.as_of) if self.as_of else default


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a result is wanted: its form if one was named, the file it goes to, and whether to open that.

    `brief` asks of a report for its sentences alone.
    """

    form: str | None = None
    out: Path | None = None
    open: bool = False
    brief: bool = False

    @property
    def chosen_form(self) -> str:
        """The form named, else the one the file's ending says, else a table; `UsageError` for an ending of no form.

        >>> Wanted(out=Path("answer.csv")).chosen_form, Wanted().chosen_form
        ('csv', 'table')
        """
        ending = self.out.suffix.removeprefix(".").lower() if self.out else ""
        if self.form or ending in FORMATS:
            return self.form or ending
        if ending not in PLAIN:
            forms = ", ".join(f".{form}" for form in FORMATS[1:])
            fix = f"end the file in {forms} or .txt, or add --format"
            raise UsageError(f"no answer is written as .{ending}", fix=fix)
        return FORMATS[0]


def gathering(kind: type[Any], name: str, *options: Callable[[Any], Any]) -> Callable[[Decorated], Decorated]:
    """Return a decorator that adds options and hands them to the command as one value, else with its defaults."""
    fields = tuple(kind.__dataclass_fields__)

    def decorate(command: Decorated) -> Decorated:
        @wraps(command)
        def gathered(*arguments: Any, **values: Any) -> Any:
            given = {field: values.pop(field) for field in fields if field in values}
            return command(*arguments, **{name: kind(**given)}, **values)

        for option in reversed(options):
            gathered = option(gathered)
        return gathered  # type: ignore[return-value]

    return decorate


_data = click.option(
    "--data", default="", metavar="DIR|git:REV|graph", help="The data to read; else the nearest dataset, else Leeds."
)
_as_of = click.option(
    "--as-of",
    default="",
    type=DayAsked(),
    metavar="DAY",
    help="2018, 2018-04, 2018-04-01 or any; a year or month means its last day.",
)
_bases = click.option(
    "--basis", "bases", multiple=True, type=click.Choice(BASES), help="Only what rests on this; may be given again."
)
_form = click.option("--format", "form", type=click.Choice(FORMATS), help="How to print it.")
_out = click.option("--out", type=click.Path(path_type=Path), help="Write to this file; its ending may say the format.")
_open = click.option("--open", is_flag=True, help="Open what was written.")
_brief = click.option("--brief", is_flag=True, help="Only the sentences, without tables and notes.")

data_option = _data
files_option = click.option(
    "--data", default="", metavar="DIR|git:REV", help="The register to read; else the nearest dataset, else Leeds."
)
register_option = click.option(
    "--data", default="", metavar="DIR", help="The register to change; else the nearest dataset."
)
looking_at = gathering(Asked, "asked", _data, _as_of, _bases)
"""Add `--data`, `--as-of` and `--basis`; the command gets them as `asked`."""

looking_at_any_day = gathering(Asked, "asked", _data, _bases)
"""Add `--data` and `--basis`, for a command that takes its days otherwise; the command gets them as `asked`."""

printed = gathering(Wanted, "wanted", _form, _out, _open)
"""Add `--format`, `--out` and `--open`; the command gets them as `wanted`."""

reported = gathering(Wanted, "wanted", _form, _out, _open, _brief)
"""Add the same and `--brief`, for a command that answers with a report of many parts."""


def older_than(years: int) -> Callable[[Decorated], Decorated]:
    """Return what adds the option that says from which age on evidence counts as old, by default so many years."""
    return click.option(
        "--older-than",
        "years",
        type=WholeNumber(min=0, max=1000),
        default=years,
        show_default=True,
        metavar="YEARS",
        help="From which age on evidence counts as old.",
    )
