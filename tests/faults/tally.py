"""One fault in one run: injected as often as the catalogue says, and counted."""

import math
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from faults.catalogue import ALL, Fault
from faults.report import Count

SOAK = os.environ.get("ECOSYSTEM_SOAK") == "1"
"""Whether every fault is injected in full."""

PART = 1 if SOAK else 25
"""Of a fault that is injected at every point there is, one point in so many is taken; other tests pass by them all."""

PATIENCE = 5
"""How many times longer than promised something may take: other programs may share the computer."""


@dataclass(slots=True)
class Tally:
    """What was counted of one fault, and why it was not injected where that was impossible."""

    fault: Fault
    injected: int = 0
    survived: int = 0
    slowest: float = 0.0
    skipped: set[str] = field(default_factory=set)

    @property
    def count(self) -> Count:
        """What is told of it."""
        return Count(self.fault.number, self.injected, self.survived, round(self.slowest, 1))

    @property
    def is_full(self) -> bool:
        """Whether it was injected as often as in a full run."""
        return self.injected >= max(1, self.fault.count)

    @property
    def times(self) -> int:
        """How often the fault is to be injected in this run."""
        return self.fault.count if SOAK else self.fault.in_tests

    def each(self, points: Sequence[Any] | None = None) -> Iterator[Any]:
        """Yield the points at which to inject, or numbers from 1; whatever the loop comes back from was survived.

        Of more points than are to be taken, those that lie evenly among them are taken, the last one always.
        """
        every = range(1, self.times + 1) if points is None else points
        wanted = math.ceil(len(every) / PART) if self.fault.count is ALL else min(self.times, len(every))
        for number in range(1, wanted + 1):
            self.injected += 1
            yield every[number * len(every) // wanted - 1]
            self.survived += 1

    @contextmanager
    def recovering(self) -> Iterator[None]:
        """Measure how long something takes to be as it should be again."""
        begun = time.monotonic()
        yield
        self.took(time.monotonic() - begun)

    def took(self, seconds: float) -> None:
        """Note how long a recovery took."""
        self.slowest = max(self.slowest, seconds)
