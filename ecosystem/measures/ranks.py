"""Ranks in which equal values share one."""

from collections.abc import Mapping
from typing import NamedTuple

DIGITS = 9
"""Values that agree to so many digits are equal: the order in which a computer adds makes no difference."""


class Ranked(NamedTuple):
    """The rank of a node, from 1, and its value."""

    rank: int
    id: str
    value: float


def ranked(values: Mapping[str, float]) -> tuple[Ranked, ...]:
    """Return nodes by falling value; equal values share the rank of the first of them, in the order of their ids.

    >>> [tuple(each) for each in ranked({"b": 2.0, "a": 2.0, "c": 5.0, "d": 1.0})]
    [(1, 'c', 5.0), (2, 'a', 2.0), (2, 'b', 2.0), (4, 'd', 1.0)]
    """
    rounded = {node: round(value, DIGITS) for node, value in values.items()}
    first: dict[float, int] = {}
    ordered = sorted(rounded, key=lambda node: (-rounded[node], node))
    for place, node in enumerate(ordered, 1):
        first.setdefault(rounded[node], place)
    return tuple(Ranked(first[rounded[node]], node, values[node]) for node in ordered)
