"""Who is at the core: the largest group in which everybody has many ties to the others.

The k-core is what remains when bodies with fewer than k ties to those that remain are taken away, again and again. The
core number of a body is the greatest k whose core it is in; 0 for a body without a tie.
"""

from dataclasses import dataclass

import networkx as nx

from ecosystem.measures.ground import Ground
from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.ties import formal_ties
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Core:
    """The bodies by falling core number, and the ground this rests on."""

    numbers: tuple[Ranked, ...]
    ground: Ground

    @property
    def depth(self) -> int:
        """The greatest core number; 0 where no two bodies are joined."""
        return int(self.numbers[0].value) if self.numbers else 0

    @property
    def innermost(self) -> tuple[str, ...]:
        """The bodies of the innermost core; none where no two bodies are joined."""
        return tuple(one.id for one in self.numbers if self.depth and one.value == self.depth)


def core(view: View) -> Core:
    """Return in which core of the formal ties each body is."""
    found = formal_ties(view)
    return Core(ranked(nx.core_number(found.graph)), found.ground)
