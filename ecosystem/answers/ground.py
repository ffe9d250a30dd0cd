"""What a question needs of the data beside its answer: names, days, and how much an answer leaves out.

A `Snapshot` is such a ground, and so is a graph at a glance, which is not read whole for one question.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from ecosystem.snapshot import LeftOut


class Sight(Protocol):
    """The data on one day, through chosen bases."""

    @property
    def day(self) -> date | None:
        """The day; None for the whole record."""

    @property
    def bases(self) -> frozenset[str]:
        """The bases that are looked at."""

    def left_out(
        self,
        relations: Collection[str] | None = ...,
        properties: Collection[str] | None = ...,
        *,
        about: Collection[str] = ...,
        citing: Collection[str] = ...,
    ) -> LeftOut:
        """Return how many facts and statements are not shown; see `View.left_out`."""


class Ground(Protocol):
    """The data that a question is asked of."""

    @property
    def default_day(self) -> date:
        """The day looked at when none is asked for."""

    def find(self, name: str) -> str:
        """Return the id of the only node called that; see `Names.one` for what happens otherwise."""

    def on(self, day: date | None, bases: Iterable[str] = ...) -> Sight:
        """Return the data on a day, through these bases."""
