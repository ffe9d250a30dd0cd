"""How wide each column of a table may be, so that narrow columns stay whole and words unbroken as long as that fits."""

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

    Every column gets what it needs where there is room; else the widest give way, down to their longest word first.

    >>> column_widths([("id", "a text with many short words"), ("long-identifier", "short")], 28)
    [15, 13]
    """
    columns = [[line for text in column for line in text.splitlines()] for column in zip(*texts, strict=True)]
    widths = [min(max(map(cell_len, lines), default=1), available) for lines in columns]
    longest_words = list(map(_longest_word, columns))
    while sum(widths) > max(available, len(widths)):
        giving = [place for place, width in enumerate(widths) if width > longest_words[place]]
        widest = max(giving or range(len(widths)), key=lambda place: widths[place])
        widths[widest] -= 1
    return widths
