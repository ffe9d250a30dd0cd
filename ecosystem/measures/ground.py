"""On what a measure rests: which ties, in which direction, how many, and what was left out of them and why."""

from dataclasses import dataclass

OF_FACTS, OF_BODIES = ("fact", "facts"), ("body", "bodies")
"""What is left out, as it is counted."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """So many facts or bodies that a measure leaves out, and why, as a sentence goes on after their number.

    >>> Excluded(3, "join something that is no body").counted_as
    ('fact', 'facts')
    """

    number: int
    why: str
    counted_as: tuple[str, str] = OF_FACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The edge set of a measure: relations, direction in words, numbers of nodes and ties, and what was excluded."""

    relations: tuple[str, ...]
    direction: str
    nodes: int
    ties: int
    excluded: tuple[Excluded, ...] = ()
