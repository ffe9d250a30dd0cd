"""Whether oversight and reporting say the same: who oversees whom, and whether that body reports to it.

That one oversees another and that the other reports to it is one line said from both ends.

>>> found = counterparts(nx.DiGraph([("group", "board")]), nx.DiGraph([("board", "group"), ("board", "panel")]))
>>> [(pair.above, pair.below, pair.how.name) for pair in found]
[('board', 'panel', 'OVERSIGHT'), ('board', 'group', 'BOTH')]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import networkx as nx


class How(Enum):
    """By what one body is above another, the most telling first."""

    CROSSED = "oversees a body that it also reports to"
    OVERSIGHT = "oversees a body that is not recorded as reporting to it"
    BOTH = "oversees a body that reports to it"
    REPORTING = "is reported to by a body that it is not recorded as overseeing"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Two bodies of which one is above the other, and by what."""

    above: str
    below: str
    how: How


def counterparts(reporting: "nx.DiGraph[str]", oversight: "nx.DiGraph[str]") -> tuple[Counterpart, ...]:
    """Return every pair of bodies that reporting (upward) or oversight (downward) joins, the most telling first.

    Where one oversees another that it reports to, the pair is told once from the side of its oversight.
    """
    order = list(How)
    found = (*_overseeing(reporting, oversight), *_only_reporting(reporting, oversight))
    return tuple(sorted(found, key=lambda pair: (order.index(pair.how), pair.above, pair.below)))


def _overseeing(reporting: "nx.DiGraph[str]", oversight: "nx.DiGraph[str]") -> Iterator[Counterpart]:
    for above, below in oversight.edges:
        if reporting.has_edge(above, below):
            how = How.CROSSED
        else:
            how = How.BOTH if reporting.has_edge(below, above) else How.OVERSIGHT
        yield Counterpart(above, below, how)


def _only_reporting(reporting: "nx.DiGraph[str]", oversight: "nx.DiGraph[str]") -> Iterator[Counterpart]:
    for below, above in reporting.edges:
        if not oversight.has_edge(above, below) and not oversight.has_edge(below, above):
            yield Counterpart(above, below, How.REPORTING)
