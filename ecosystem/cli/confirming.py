"""Asking before something is done: the question at a terminal, options where nobody is there."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

import click

from ecosystem.cli.options import WholeNumber, gathering
from ecosystem.plan import Plan
from ecosystem.problems import Refused
from ecosystem.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Consent:
    """What the options allow without a question: the plan itself, and how many rows removed and cells cleared."""

    yes: bool = False
    allow_delete: int = 0
    allow_clear: int = 0


yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
_delete = click.option(
    "--allow-delete", type=WholeNumber(min=0), default=0, metavar="N", help="With --yes: remove up to N rows."
)
_clear = click.option(
    "--allow-clear", type=WholeNumber(min=0), default=0, metavar="N", help="With --yes: clear up to N cells."
)

consenting = gathering(Consent, "consent", yes_option, _delete, _clear)
"""Add `--yes`, `--allow-delete` and `--allow-clear`; the command gets them as `consent`."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What a plan takes away: how many rows or cells, in words, and up to how many an option allows."""

    option: str
    number: int
    words: str
    allowed: int


def _losses(made: Plan, consent: Consent) -> list[Loss]:
    removed, cleared = made.counts["removed"], made.cleared
    found = (
        Loss("--allow-delete", removed, f"{counted(removed, 'row')} will be removed", consent.allow_delete),
        Loss("--allow-clear", cleared, f"{counted(cleared, 'cell')} will be cleared", consent.allow_clear),
    )
    return [loss for loss in found if loss.number]


def agreed(made: Plan, consent: Consent, question: str = "") -> bool:
    """Tell whether a plan may be carried out, asking at a terminal; `Refused` where nobody is there.

    Whoever is asked types how many rows are removed and how many cells are cleared. A plan that changes nothing is
    asked about only where there is a `question` of its own.
    """
    if made.is_empty and not question:
        return True
    losses = _losses(made, consent)
    needed = [f"{loss.option} {loss.number}" for loss in losses if loss.number > loss.allowed]
    if not consent.yes:
        _must_be_there(needed)
        return all(map(_typed, losses)) and click.confirm(question or "Do this?", err=True)
    if needed:
        words = listed(loss.words for loss in losses if loss.number > loss.allowed)
        raise Refused(f"{words}; nothing was written", fix=f"read the plan, then add {' '.join(needed)}")
    return True


def confirmed(question: str) -> bool:
    """Ask a question and tell whether the answer is yes; `Refused` where nobody is at the terminal to be asked."""
    _must_be_there()
    return click.confirm(question, err=True)


def _must_be_there(needed: Iterable[str] = ()) -> None:
    if not sys.stdin.isatty():
        fix = f"read what would be done, then add {' '.join(('--yes', *needed))}"
        raise Refused("nobody is there to confirm; nothing was written", fix=fix)


def _typed(loss: Loss) -> bool:
    said: str = click.prompt(f"{loss.words}. Type {loss.number} to go on, anything else to stop", err=True)
    return said.strip() == str(loss.number)
