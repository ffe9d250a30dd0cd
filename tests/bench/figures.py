"""What a measurement found, beside what it should be at most."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, what was measured, the most that is allowed, the unit, and what else should be known."""

    name: str
    measured: float
    limit: float
    unit: str
    remark: str = ""


def told(figures: Sequence[Figure]) -> int:
    """Print the figures; return 1 where one is missed."""
    for one in figures:
        verdict = "met" if one.measured <= one.limit else "MISSED"
        print(f"{one.name:48} {one.measured:7.2f} {one.unit:5} (at most {one.limit:g}) {verdict} {one.remark}".rstrip())  # noqa: T201
    return int(any(one.measured > one.limit for one in figures))
