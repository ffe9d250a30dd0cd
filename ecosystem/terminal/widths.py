"""How wide each column of a table may be, so that narrow columns stay whole and words unbroken as long as that fits."""

from collections.abc import Sequence

from rich.cells import cell_len


def column_widths(texts: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return a width in characters for each column of rows of texts, together at most `available`.

    Every column gets what it needs where there is room; else the widest give way, down to their longest word first.

    >>> column_widths([("id", "a text with many short words"), ("long-identifier", "short")], 28)
    [15, 13]
    """
    columns = [[line for text in column for line in text.splitlines()] for column in zip(*texts, strict=True)]
    widths = [min(max(map(cell_len, lines), default=1), available) for lines in columns]
    longest_words = [max((cell_len(word) for line in lines for word in line.split()), default=1) for lines in columns]
    while sum(widths) > max(available, len(widths)):
        giving = [place for place, width in enumerate(widths) if width > longest_words[place]]
        widest = max(giving or range(len(widths)), key=lambda place: widths[place])
        widths[widest] -= 1
    return widths
