"""Asking before something is done: the question at a terminal, options where nobody is there."""

import sys
from dataclasses import dataclass

import click

from ecosystem.cli.options import gathering
from ecosystem.plan import Plan
from ecosystem.problems import Refused
from ecosystem.wording import counted


@dataclass(frozen=True, slots=True)
class Consent:
    """What the options allow without a question: the plan itself, and how many rows removed and cells cleared."""

    yes: bool = False
    allow_delete: int = 0
    allow_clear: int = 0


yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
_delete = click.option(
    "--allow-delete", type=click.IntRange(min=0), default=0, metavar="N", help="With --yes: remove up to N rows."
)
_clear = click.option(
    "--allow-clear", type=click.IntRange(min=0), default=0, metavar="N", help="With --yes: clear up to N cells."
)

consenting = gathering(Consent, "consent", yes_option, _delete, _clear)
"""Add `--yes`, `--allow-delete` and `--allow-clear`; the command gets them as `consent`."""


def agreed(made: Plan, consent: Consent) -> bool:
    """Tell whether a plan may be carried out, asking at a terminal; `Refused` where nobody is there.

    Whoever is asked types how many rows are removed and how many cells are cleared.
    """
    if made.is_empty:
        return True
    losses = (
        ("--allow-delete", made.counts["removed"], "row", "removed"),
        ("--allow-clear", made.cleared, "cell", "cleared"),
    )
    if consent.yes:
        for (option, number, noun, done), allowed in zip(
            losses, (consent.allow_delete, consent.allow_clear), strict=True
        ):
            if number > allowed:
                message = f"{counted(number, noun)} would be {done}; nothing was written"
                raise Refused(message, fix=f"look at the plan, then add {option} {number}")
        return True
    _must_be_there()
    typed = all(_typed(number, f"{counted(number, noun)} will be {done}") for _, number, noun, done in losses if number)
    return typed and click.confirm("Do this?", err=True)


def confirmed(question: str) -> bool:
    """Ask a question and tell whether the answer is yes; `Refused` where nobody is at the terminal to be asked."""
    _must_be_there()
    return click.confirm(question, err=True)


def _must_be_there() -> None:
    if not sys.stdin.isatty():
        raise Refused("nobody is there to confirm; nothing was written", fix="look at `ecosystem plan`, then use --yes")


def _typed(number: int, what: str) -> bool:
    said: str = click.prompt(f"{what}. Type {number} to go on, anything else to stop", err=True)
    return said.strip() == str(number)
