"""The named questions as the tests ask them of Leeds; `python tests/leeds/asked.py` writes the answer files anew."""

import csv
from collections.abc import Iterator
from pathlib import Path

from ecosystem.answers import Runner, ask, from_files
from ecosystem.queries import library
from ecosystem.results import Cell, Result
from ecosystem.shipped import shipped
from ecosystem.snapshot import Snapshot
from ecosystem.tables import read_dataset

ANSWERS = Path(__file__).parent / "answers"

GIVEN = {
    "contributions": {"as_of": "any"},
    "overlap-of-two-bodies": {"first": "LAHP", "second": "leeds-health-and-social-care-hub", "as_of": "any"},
    "seats-then-and-now": {"earlier": "2016"},
    "timeline": {"entity": "LAHP", "as_of": "any"},
    "what-a-source-says": {"source": "hub-launch"},
    "what-began-or-ended": {"earlier": "2015"},
    "what-is-first-documented": {"earlier": "2018", "as_of": "2020"},
    "what-two-pages-list": {
        "first": "handbook-governance-page",
        "second": "handbook-further-information",
        "as_of": "2018",
    },
}
"""What is asked where the defaults do not do."""

EMPTY: dict[str, str] = {}
"""Questions without an answer on this data, each with the reason."""


def answered(name: str, snapshot: Snapshot, runner: Runner) -> Result:
    """Return the answer to a question as the tests ask it."""
    return ask(name, GIVEN.get(name, {}), snapshot, runner)


def cells(result: Result) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an answer as they stand in an answer file."""
    return (tuple(map(_cell, row)) for row in result.rows)


def _cell(value: Cell) -> str:
    if isinstance(value, tuple):
        return " | ".join(map(str, value))
    return "" if value is None else str(value)


def main() -> None:
    """Write the answers from the files; read the difference before it is kept."""
    snapshot = read_dataset(shipped("seed_data")).snapshot
    for name in library():
        result = answered(name, snapshot, from_files(snapshot))
        with (ANSWERS / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([result.columns, *cells(result)])


if __name__ == "__main__":
    main()
