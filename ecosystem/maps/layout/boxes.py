"""Setting the text of a box: how high a box is at a width, and which widths suit it.

>>> from ecosystem.maps.opening import Entry, Row
>>> board = Box("b", "Health Board", Kind.TABLE, "2023", rows=(Row("Chair", (Entry("Leader"),)),))
>>> [text.text for text in set_box(board, 300, 80).texts]
['Health Board', '2023', 'Chair', 'Leader']
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ecosystem.maps.layout.figures import INK, QUIET, PlacedBox, Rectangle, Text, runs_at, text_at
from ecosystem.maps.opening import Box, Kind, Row
from ecosystem.maps.typeset import (
    LONGEST_NAME,
    balanced,
    clipped,
    filled,
    lines_height,
    name_words,
    shortened,
    widest_word,
    width_of,
    wrapped,
)

PAD_SIDE, PAD_TOP, PAD_BOTTOM = 9.0, 8.0, 6.0
TABLE_NAME, NAME, SMALL = 13.5, 12.5, 12.0
YEAR_GAP = 10.0
LABEL_GAP = 8.0
LABEL_MOST = 104.0
TABLE_WIDTHS = (215, 250, 285, 320, 350, 380, 410)
PLAIN_WIDTHS = tuple(range(134, 245, 10))
PLAIN_LEAST = 104
MOST_TABLE = 430.0
SPARE_LINES = 1
"""A box may be that many lines higher than at its widest before a wider one is wished for."""


@dataclass(frozen=True, slots=True)
class Block:
    """The texts of a box from (0, 0) on, and the height they need."""

    height: float
    texts: tuple[Text, ...]


def label_column(rows: Iterable[Row]) -> float:
    """Return the width of the column of labels that suits all these rows."""
    return min(max((width_of(clipped(row.label), SMALL) for row in rows), default=0.0), LABEL_MOST)


@lru_cache(maxsize=16_384)
def set_box(box: Box, width: float, labels: float) -> Block:
    """Return the texts of a box of that width; `labels` is the width of the column of row labels."""
    words = [_paragraph(box.words, width)] if box.words else []
    rows = [_row(row, width, labels) for row in box.rows]
    return _stacked([_title(box, width), *words, *rows, *(_paragraph(note, width) for note in box.notes)])


def _stacked(blocks: Iterable[Block]) -> Block:
    top, texts = PAD_TOP, []
    for block in blocks:
        texts += [text.moved(PAD_SIDE, top) for text in block.texts]
        top += block.height
    return Block(top + PAD_BOTTOM, tuple(texts))


def _name_size(box: Box) -> float:
    return TABLE_NAME if box.kind is Kind.TABLE else NAME


def _shown_name(box: Box) -> str:
    return clipped(box.name, LONGEST_NAME)


def _title(box: Box, width: float) -> Block:
    size, column = _name_size(box), width - 2 * PAD_SIDE
    year = text_at(0, 1, shortened(box.year, column / 3, SMALL), SMALL, tone=QUIET)
    lines = _title_lines(box, column, year.width + YEAR_GAP if box.year else 0.0)
    texts = [text_at(0, lines_height(number, size), line, size, bold=True) for number, line in enumerate(lines)]
    if box.year:
        texts.insert(1, year.moved(column - year.width, 0))
    return Block(lines_height(len(lines), size), tuple(texts))


def _title_lines(box: Box, column: float, less: float) -> tuple[str, ...]:
    """Break a name evenly, unless the room under the year saves a line."""
    size, name = _name_size(box), _shown_name(box)
    even = balanced(name, column - less, size, bold=True)
    full = wrapped(name, column, size, bold=True, less=less)
    return even if len(even) <= len(full) else full


def _row(row: Row, width: float, labels: float) -> Block:
    column = width - 2 * PAD_SIDE - labels - LABEL_GAP
    label = wrapped(row.label, labels, SMALL)
    value = filled(name_words(((entry.name, entry.shared) for entry in row.entries), column, SMALL), column, SMALL)
    texts = [text_at(0, lines_height(number, SMALL), line, SMALL, tone=QUIET) for number, line in enumerate(label)]
    for number, runs in enumerate(value):
        texts += runs_at(labels + LABEL_GAP, lines_height(number, SMALL), runs, SMALL, QUIET if row.quiet else INK)
    return Block(lines_height(max(len(label), len(value)), SMALL), tuple(texts))


def _paragraph(text: str, width: float) -> Block:
    lines = wrapped(text, width - 2 * PAD_SIDE, SMALL)
    texts = (text_at(0, lines_height(number, SMALL), line, SMALL, tone=QUIET) for number, line in enumerate(lines))
    return Block(lines_height(len(lines), SMALL), tuple(texts))


def placed(box: Box, extent: Rectangle, labels: float) -> PlacedBox:
    """Return a box with its texts in a rectangle; texts without rows stand in the middle of its height."""
    block = set_box(box, extent.width, labels)
    spare = 0.0 if box.rows else max(0.0, extent.height - block.height) / 2
    return PlacedBox(box, extent, tuple(text.moved(extent.x, extent.y + spare) for text in block.texts))


@lru_cache(maxsize=4096)
def wished_width(box: Box, labels: float) -> float:
    """Return the width that suits a box among others: narrow, but not so narrow that it grows much higher."""
    widths = TABLE_WIDTHS if box.rows else PLAIN_WIDTHS
    enough = set_box(box, widths[-1], labels).height + lines_height(SPARE_LINES, SMALL) + 1
    return next(
        float(width) for width in widths if _keeps_words(box, width) and _low_enough(box, width, labels, enough)
    )


def _low_enough(box: Box, width: float, labels: float, enough: float) -> bool:
    return width in {TABLE_WIDTHS[-1], PLAIN_WIDTHS[-1]} or set_box(box, width, labels).height <= enough


def _keeps_words(box: Box, width: float) -> bool:
    return widest_word(_shown_name(box), _name_size(box), bold=True) <= width - 2 * PAD_SIDE or width in {
        TABLE_WIDTHS[-1],
        PLAIN_WIDTHS[-1],
    }


def least_width(box: Box) -> float:
    """Return the least width at which a box is still readable."""
    widths = (width for width in (PLAIN_LEAST, *PLAIN_WIDTHS) if _keeps_words(box, width))
    return float(TABLE_WIDTHS[0] if box.rows else next(widths))
