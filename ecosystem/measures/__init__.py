"""What the structure means: pure measures of a view of the data, each with the ground it rests on.

A measure is taken of formal ties, asserted or inferred as the view shows them; it says nothing of trust, influence or
collaboration. What is not defined is said to be so, and never a number.
"""

from collections.abc import Sequence

from ecosystem.measures.ground import OF_BODIES, Excluded, Ground
from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.ties import Ties, formal_ties, oversight_lines, reporting_lines

__all__: Sequence[str] = [
    "OF_BODIES",
    "Excluded",
    "Ground",
    "Ranked",
    "Ties",
    "formal_ties",
    "oversight_lines",
    "ranked",
    "reporting_lines",
]
