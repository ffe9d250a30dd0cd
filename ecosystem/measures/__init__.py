"""What the structure means: pure measures of a view of the data, each with the ground it rests on.

A measure is taken of formal ties, asserted or inferred as the view shows them; it says nothing of trust, influence or
collaboration. What is not defined is said to be so, and never a number.
"""

from collections.abc import Sequence

from ecosystem.measures.betweenness import IN_FRONT, Between, between
from ecosystem.measures.counterparts import Counterpart, How, counterparts
from ecosystem.measures.ground import OF_BODIES, Excluded, Ground, together
from ecosystem.measures.only_ways import OnlyWay, only_ways
from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.removal import Removal, Removals, removals
from ecosystem.measures.samples import Advance
from ecosystem.measures.tangles import Loop, SeveralAbove, loops, several_above
from ecosystem.measures.ties import Ties, formal_ties, oversight_lines, reporting_lines
from ecosystem.measures.upward import Upward, upward

__all__: Sequence[str] = [
    "IN_FRONT",
    "OF_BODIES",
    "Advance",
    "Between",
    "Counterpart",
    "Excluded",
    "Ground",
    "How",
    "Loop",
    "OnlyWay",
    "Ranked",
    "Removal",
    "Removals",
    "SeveralAbove",
    "Ties",
    "Upward",
    "between",
    "counterparts",
    "formal_ties",
    "loops",
    "only_ways",
    "oversight_lines",
    "ranked",
    "removals",
    "reporting_lines",
    "several_above",
    "together",
    "upward",
]
