"""The five documents as the tests know them: line by line, which words stand there.

A line of `documents/<source>.txt` holds the words of the same line of the document, each once, in the order of the
alphabet. That is enough to check a citation, and repeats no sentence of other people's.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
NEIGHBOURS = 2
"""A name may be printed over several lines, its heading a line or two away."""

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+")
_LINES = re.compile(r"(\d+)(?:-(\d+))?")
_STEM = 6
_EVERYWHERE = frozenset(
    (
        *("and", "the", "for", "with", "from", "its", "that", "into", "who", "what", "how", "not", "are", "our", "all"),
        *("more", "one", "new", "some", "other", "make", "help", "their", "them", "support", "system", "local"),
        *("health", "care", "leeds", "nhs", "group", "board", "partnership", "strategy", "plan", "people"),
        *("programmes", "services", "service"),
    )
)


@cache
def lines_of(source: str) -> tuple[frozenset[str], ...]:
    """Return the words of each line of a document, the first line first."""
    text = (DOCUMENTS / f"{source}.txt").read_text(encoding="utf-8")
    return tuple(frozenset(line.split()) for line in text.splitlines())


def cited_lines(locator: str) -> range:
    """Return the line numbers that a locator such as `1307-1308` names; none where it is no line."""
    match = _LINES.fullmatch(locator)
    return range(int(match[1]), int(match[2] or match[1]) + 1) if match else range(0)


def words_at(source: str, locator: str) -> frozenset[str]:
    """Return the words of the lines cited and of their neighbours."""
    lines, cited = lines_of(source), cited_lines(locator)
    return frozenset().union(*lines[max(cited.start - 1 - NEIGHBOURS, 0) : cited.stop - 1 + NEIGHBOURS])


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of names by which they can be told, without those that stand everywhere if others remain."""
    found = frozenset(word for text in texts for word in _WORD.findall(text.lower().replace("_", " ")))
    telling = frozenset(word for word in found - _EVERYWHERE if len(word) > 2 or word.isdigit())
    return telling or found


def names(words: frozenset[str], printed: frozenset[str]) -> bool:
    """Tell whether one of the words is printed, in whatever ending."""
    return not stems(words).isdisjoint(stems(printed))


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return words cut to where their endings begin."""
    return frozenset(word[:_STEM].removesuffix("s") for word in words)
