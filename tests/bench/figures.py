"""What a measurement found, beside what it should be at most."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, what was measured, the most that is allowed, the unit, and what else should be known.

    Without a limit it is told and not judged.
    """

    name: str
    measured: float
    limit: float | None
    unit: str
    remark: str = ""

    @property
    def missed(self) -> bool:
        """Whether more was measured than is allowed."""
        return self.limit is not None and self.measured > self.limit

    @property
    def verdict(self) -> str:
        """What is allowed, and whether that is kept."""
        if self.limit is None:
            return "(told, no limit)"
        return f"(at most {self.limit:g}) {'MISSED' if self.missed else 'met'}"


def told(figures: Sequence[Figure]) -> int:
    """Print the figures; return 1 where one is missed."""
    for one in figures:
        print(f"{one.name:48} {one.measured:7.2f} {one.unit:5} {one.verdict} {one.remark}".rstrip())  # noqa: T201
    return int(any(one.missed for one in figures))
