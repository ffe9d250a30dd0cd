"""How much of each room the tests run, by lines and branches, against its goal: `make coverage` prints it.

What tests run in processes of their own is not counted.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

GOALS = {"plan": 98, "tables": 98, "rules": 98, "store": 98, "": 95}
"""Per cent of lines and branches, by room; the last is the whole package."""


def share(summaries: Iterable[dict[str, int]]) -> float:
    """Return the per cent of lines and branches that were run, of these files together."""
    found = list(summaries)
    run = sum(one["covered_lines"] + one["covered_branches"] for one in found)
    there = sum(one["num_statements"] + one["num_branches"] for one in found)
    return 100 * run / there


def main(report: str) -> int:
    """Print the share of each room beside its goal; 1 where one is missed."""
    files = json.loads(Path(report).read_text(encoding="utf-8"))["files"]
    missed = 0
    for room, goal in GOALS.items():
        folder = f"ecosystem/{room}/" if room else "ecosystem/"
        reached = share(one["summary"] for name, one in files.items() if Path(name).as_posix().startswith(folder))
        missed += reached < goal
        verdict = "met" if reached >= goal else "MISSED"
        print(f"{folder:<20} {reached:5.1f} %  (at least {goal} %) {verdict}")  # noqa: T201
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
