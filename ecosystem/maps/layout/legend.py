"""The legend under the picture: what frames, bold names and lines mean, of those that occur in it.

>>> from ecosystem.maps.opening import Band
>>> opening = Opening("X", (Band("city", "Town", (Box("b", "Board", Kind.BODY),)),))
>>> [item.text.text for item in legend(opening, 1296).items]
['body; no seats stated']
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.maps.layout.boxes import SMALL
from ecosystem.maps.layout.figures import QUIET, PlacedBox, Rectangle, Text, text_at
from ecosystem.maps.opening import Box, Kind, Opening
from ecosystem.maps.typeset import lines_height, shortened

SWATCH_WIDTH, SWATCH_HEIGHT = 24.0, 13.0
TEXT_LEFT, ITEM_GAP, LINE_GAP = 7.0, 22.0, 5.0

_WORDS = {
    Kind.TABLE: "table: chair or seats stated",
    Kind.BODY: "body; no seats stated",
    Kind.MANY: "stands for many",
    Kind.PLAN: "strategy, plan or programme",
}


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One entry: a sample of a frame, where it is about one, and its words."""

    text: Text
    sample: PlacedBox | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries from (0, 0) on, and the height they take."""

    height: float
    items: tuple[LegendItem, ...]

    def moved(self, x: float, y: float) -> "Legend":
        """Return the legend elsewhere."""
        moved = (
            LegendItem(item.text.moved(x, y), item.sample.moved(x, y) if item.sample else None) for item in self.items
        )
        return Legend(self.height, tuple(moved))


def legend(opening: Opening, width: float) -> Legend:
    """Return the legend of a picture, set in lines of a width."""
    items: list[LegendItem] = []
    x = y = 0.0
    for sample, said in _entries(opening):
        words = shortened(said, width - SWATCH_WIDTH - TEXT_LEFT, SMALL)
        left = SWATCH_WIDTH + TEXT_LEFT if sample else 0.0
        needed = left + text_at(0, 0, words, SMALL).width
        if x and x + needed > width:
            x, y = 0.0, y + lines_height(1, SMALL) + LINE_GAP
        box = PlacedBox(sample, Rectangle(x, y + 1.5, SWATCH_WIDTH, SWATCH_HEIGHT), ()) if sample else None
        items.append(LegendItem(text_at(x + left, y, words, SMALL, tone=QUIET), box))
        x += needed + ITEM_GAP
    return Legend(y + lines_height(1, SMALL) if items else 0.0, tuple(items))


def _entries(opening: Opening) -> Iterator[tuple[Box | None, str]]:
    kinds = {Kind.PLAN if box.kind is Kind.PROGRAMME else box.kind for box in opening.boxes}
    for kind, words in _WORDS.items():
        if kind in kinds and opening.kinds_explained:
            yield Box("", "", kind), words
    ended = next((box for box in opening.boxes if box.ended), None)
    if ended:
        yield Box("", "", ended.kind, ended=True), "ended"
    if any(entry.shared for box in opening.boxes for row in box.rows for entry in row.entries):
        yield None, opening.shared_words
    if opening.lines:
        yield None, "A year is that of the newest source that says so."
