"""Where in a query a pattern stands: a clause follows it, braces or brackets hold it, or it is a condition itself.

A pattern that is a condition, as in `WHERE NOT (a)-[:MEMBER_OF]->(b)`, cannot name what it follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_NODE = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_LINE = r"\s*<?\s*(?:-\s*\[(?:[^\[\]]|\[[^\[\]]*\])*\]\s*-|--)\s*>?\s*(?:[+*]|\{[\d,\s]+\})?\s*"
_PATTERN = re.compile(rf"{_NODE}(?:{_LINE}{_NODE})+")
_MARK = re.compile(r"[()\[\]{}]|\b(?:MATCH|WHERE|RETURN|WITH|UNWIND|ORDER|CALL)\b", re.IGNORECASE)
_FUNCTION = re.compile(r"\bexists\s*\(\s*\Z", re.IGNORECASE)
_PATHS = re.compile(r"ShortestPaths?\s*\(\s*\Z", re.IGNORECASE)
LONGEST_CALL = 30
"""Characters before a pattern in which the function around it is looked for."""
_OPEN = "([{"


class Place(StrEnum):
    """Where a pattern stands."""

    CLAUSE = "clause"
    BRACES = "braces"
    BRACKETS = "brackets"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of a query: from where to where its text goes, and where it stands."""

    start: int
    end: int
    place: Place

    def holds(self, position: int) -> bool:
        """Tell whether a place of the text lies in it."""
        return self.start <= position < self.end


def patterns(code: str) -> list[Pattern]:
    """Return the patterns of a query's code, in order; a condition with the old function `exists(…)` around it.

    >>> [found.place.value for found in patterns("MATCH (a)-->(b) WHERE (b)--(a) AND EXISTS { (a)<--(b) }")]
    ['clause', 'condition', 'braces']
    """
    found = list(_PATTERN.finditer(code))
    places = _places(code, [each.start() for each in found])
    return [_with_function(code, each, place) for each, place in zip(found, places, strict=True)]


def _with_function(code: str, found: re.Match[str], place: Place) -> Pattern:
    start, end = found.span()
    earliest = max(start - LONGEST_CALL, 0)
    if _PATHS.search(code, earliest, start):  # the one expression whose pattern may name what it follows
        return Pattern(start, end, Place.CLAUSE)
    before = _FUNCTION.search(code, earliest, start)
    if place is Place.CONDITION and before and (after := re.compile(r"\s*\)").match(code, end)):
        return Pattern(before.start(), after.end(), place)
    return Pattern(start, end, place)


def _places(code: str, starts: list[int]) -> Iterator[Place]:
    """Yield where each of some places of the code stands, by what is open there and the last clause in it."""
    frames, marks = [["", ""]], _MARK.finditer(code)
    mark = next(marks, None)
    for start in starts:
        while mark is not None and mark.start() < start:
            _take(frames, mark[0])
            mark = next(marks, None)
        yield _place(frames)


def _take(frames: list[list[str]], mark: str) -> None:
    if mark in _OPEN:
        frames.append([mark, ""])
    elif not mark.isalpha():
        del frames[max(len(frames) - 1, 1) :]
    else:
        frames[-1][1] = mark.upper()


def _place(frames: list[list[str]]) -> Place:
    for depth in range(len(frames) - 1, -1, -1):
        bracket, clause = frames[depth]
        if clause == "MATCH" or (not clause and bracket != "("):
            inside = bracket if not clause else _innermost(frames[: depth + 1])
            return {"{": Place.BRACES, "[": Place.BRACKETS}.get(inside, Place.CLAUSE)
        if clause:
            return Place.CONDITION
    return Place.CLAUSE


def _innermost(frames: list[list[str]]) -> str:
    return next((bracket for bracket, _ in reversed(frames) if bracket in {"{", "["}), "")
