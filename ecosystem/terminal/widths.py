"""How wide each column of a table may be, so that narrow columns stay whole and words unbroken as long as that fits."""

import re
from collections.abc import Sequence

from rich.cells import cell_len

LONGEST_WHOLE = 20
"""Characters of a word that is kept whole; longer ones, such as addresses, break wherever a table is narrow."""


def words_fit(texts: Sequence[Sequence[str]], available: int) -> bool:
    """Tell whether columns of rows of texts can stand side by side without breaking their words.

    >>> words_fit([("name", "kind"), ("Executive Group", "committee")], 18)
    True
    """
    longest = (min(_longest_word(column), LONGEST_WHOLE) for column in zip(*texts, strict=True))
    return sum(longest) <= available


def _longest_word(texts: Sequence[str]) -> int:
    return max((cell_len(word) for text in texts for word in text.split()), default=1)


def column_widths(texts: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return a width in characters for each column of rows of texts, together at most `available`.

    Every column gets what it needs where there is room; else the widest give way: down to their longest word, but none
    below `LONGEST_WHOLE`; then those with longer words, down to that; then all, down to their longest word, and on.

    >>> column_widths([("id", "a text with many short words"), ("long-identifier", "short")], 28)
    [15, 13]
    >>> column_widths([("a-very-long-identifier-of-one-word", "a text with many short words")], 44)
    [24, 20]
    """
    columns = [[line for text in column for line in text.splitlines()] for column in zip(*texts, strict=True)]
    widths = [min(max(map(cell_len, lines), default=1), available) for lines in columns]
    words = list(map(_longest_word, columns))
    for least in (
        [max(word, LONGEST_WHOLE) for word in words],
        [LONGEST_WHOLE for _ in words],
        [min(word, LONGEST_WHOLE) for word in words],
        [1 for _ in words],
    ):
        _give_way(widths, least, available)
    return widths


def _give_way(widths: list[int], least: Sequence[int], available: int) -> None:
    """Take a character from the widest column, again and again, until they fit or none is wider than it must be."""
    while sum(widths) > available:
        giving = [place for place, width in enumerate(widths) if width > least[place]]
        if not giving:
            return
        widths[max(giving, key=lambda place: widths[place])] -= 1


def folded(text: str, width: int) -> str:
    """Return a text whose words longer than a width go on in the next line after a hyphen or slash, where they can.

    >>> folded("see health-and-care-board", 12)
    'see health-and-\\ncare-board'
    """
    return text if cell_len(text) <= width else re.sub(r"\S+", lambda word: _folded_word(word[0], width), text)


def _folded_word(word: str, width: int) -> str:
    lines = [""]
    for piece in re.findall(r"[^-/]+[-/]*|[-/]+", word):
        if lines[-1] and cell_len(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)
