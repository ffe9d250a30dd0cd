"""What is imported: the files of an update, how to read them, and plans that were kept."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ecosystem.cli.options import gathering
from ecosystem.plan import KEEP_AGAIN, Plan
from ecosystem.problems import DataProblems, EcosystemError, Problem
from ecosystem.tables import Reading

DAY_FIRST = "day-month-year"
KEPT = ".json"
"""What the name of a kept plan ends in."""


def _is_day_first(_context: click.Context, _option: click.Parameter, value: Any) -> bool:
    return bool(value)


_source = click.option(
    "--source", default="", metavar="“TITLE, DATE”", help="Your own register, as the source of rows that cite none."
)
_full = click.option(
    "--full",
    multiple=True,
    metavar="memberships:BODY",
    help="The update names all who sit there: who is not named has left; needs --ended and --source.",
)
_ended = click.option("--ended", default="", metavar="DATE", help="With --full: the last day of whoever left.")
_dates = click.option(
    "--dates", "day_first", type=click.Choice((DAY_FIRST,)), callback=_is_day_first,
    help="Read dates as a spreadsheet writes them: 31/12/2024, Dec-24.",
)  # fmt: skip

read_as = gathering(Reading, "reading", _source, _full, _ended, _dates)
"""Add `--source`, `--full`, `--ended` and `--dates`; the command gets them as `reading`."""

update_argument = click.argument(
    "update", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="UPDATE..."
)

accept_option = click.option(
    "--accept", multiple=True, metavar="ID|all", help="Make a proposal part of the plan; may be given again."
)


def kept_plan(file: Path) -> Plan:
    """Return a kept plan; `EcosystemError` where there is none, `DataProblems` where it is damaged or out of date."""
    try:
        return Plan.from_json(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError):
        fix = "make it with `ecosystem plan --out FILE`"
        raise EcosystemError(f"the plan {file.name} cannot be read", fix=fix) from None


def must_be_unchanged(made: Plan) -> None:
    """Raise `DataProblems` where a file that a kept plan was made from holds something else now."""
    moved = [
        Problem("B86", "the file was changed after the plan was made", KEEP_AGAIN, Path(file).name)
        for file, sha256 in made.inputs.items()
        if Path(file).is_file() and hashlib.sha256(Path(file).read_bytes()).hexdigest() != sha256
    ]
    if moved:
        raise DataProblems(moved)


def names_of_files(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return what the journal calls the files of an update: their names, without the folders above."""
    return tuple(path.resolve().name for path in paths)
