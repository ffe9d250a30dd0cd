"""On what a measure rests: which ties, in which direction, how many, and what was left out of them and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Excluded:
    """So many facts or bodies that a measure leaves out, and why, as a sentence goes on after their number.

    >>> Excluded(3, "facts join something that is no body").number
    3
    """

    number: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The edge set of a measure: relations, direction in words, numbers of nodes and ties, and what was excluded."""

    relations: tuple[str, ...]
    direction: str
    nodes: int
    ties: int
    excluded: tuple[Excluded, ...] = ()
