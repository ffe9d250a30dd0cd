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
    """The edge set of a measure: relations, direction in words, numbers of nodes and ties, and what was excluded.

    `counted_as` is what one of the nodes is called, and several.
    """

    relations: tuple[str, ...]
    direction: str
    nodes: int
    ties: int
    excluded: tuple[Excluded, ...] = ()
    counted_as: tuple[str, str] = OF_BODIES


def together(one: Ground, other: Ground, direction: str) -> Ground:
    """Return the ground of a measure of two sets of ties between the same bodies; what both leave out counts once.

    >>> lines = Ground(relations=("REPORTS_TO",), direction="upward", nodes=3, ties=2)
    >>> together(lines, Ground(relations=("OVERSEES",), direction="downward", nodes=3, ties=1), "downward").ties
    3
    """
    why = {(each.why, each.counted_as): 0 for each in (*one.excluded, *other.excluded)}
    for ground in (one, other):
        for each in ground.excluded:
            key = (each.why, each.counted_as)
            why[key] = max(why[key], each.number) if each.counted_as == OF_BODIES else why[key] + each.number
    return Ground(
        relations=(*one.relations, *other.relations),
        direction=direction,
        nodes=one.nodes,
        ties=one.ties + other.ties,
        excluded=tuple(Excluded(number, reason, counted_as) for (reason, counted_as), number in why.items()),
    )
