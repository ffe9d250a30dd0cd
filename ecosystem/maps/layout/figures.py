"""The geometry of a picture: rectangles, texts, placed boxes and lines, in pixels of a canvas 1320 wide.

>>> Rectangle(0, 0, 10, 10).meets(Rectangle(12, 0, 5, 5)), Rectangle(0, 0, 10, 10).meets(Rectangle(12, 0, 5, 5), 3)
(False, True)
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ecosystem.maps.opening import Box, Line
from ecosystem.maps.typeset import ASCENT, DESCENT, Run, baseline, clipped, width_of

INK, QUIET, VERB = "ink", "quiet", "verb"
"""Tones of text."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def moved(self, x: float, y: float) -> "Rectangle":
        """Return the same rectangle elsewhere."""
        return Rectangle(self.x + x, self.y + y, self.width, self.height)

    def meets(self, other: "Rectangle", distance: float = 0) -> bool:
        """Tell whether two rectangles overlap or come nearer than a distance."""
        return (
            self.x < other.right + distance
            and other.x < self.right + distance
            and self.y < other.bottom + distance
            and other.y < self.bottom + distance
        )

    def holds(self, other: "Rectangle", tolerance: float = 0.01) -> bool:
        """Tell whether another rectangle lies within this one."""
        return (
            other.x >= self.x - tolerance
            and other.right <= self.right + tolerance
            and other.y >= self.y - tolerance
            and other.bottom <= self.bottom + tolerance
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text in one line: `x` is its left edge, `y` its baseline, `width` what it is pinned to."""

    x: float
    y: float
    text: str
    width: float
    size: float
    bold: bool = False
    tone: str = INK

    @property
    def extent(self) -> Rectangle:
        """The rectangle that its letters may fill."""
        return Rectangle(self.x, self.y - ASCENT * self.size, self.width, (ASCENT + DESCENT) * self.size)

    def moved(self, x: float, y: float) -> "Text":
        """Return the same text elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)


def text_at(x: float, top: float, text: str, size: float, *, bold: bool = False, tone: str = INK) -> Text:
    """Return a text whose line starts at `top`, measured."""
    shown = clipped(text)
    return Text(x, baseline(top, size), shown, width_of(shown, size, bold=bold), size, bold, tone)


def runs_at(x: float, top: float, runs: Iterable[Run], size: float, tone: str = INK) -> tuple[Text, ...]:
    """Return the runs of one line as texts."""
    return tuple(Text(x + run.x, baseline(top, size), run.text, run.width, size, run.bold, tone) for run in runs)


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box where it stands, with its texts."""

    box: Box
    extent: Rectangle
    texts: tuple[Text, ...]

    def moved(self, x: float, y: float) -> "PlacedBox":
        """Return the same box elsewhere."""
        return PlacedBox(self.box, self.extent.moved(x, y), tuple(text.moved(x, y) for text in self.texts))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A straight line from the edge of its subject to the edge of its object, with its verb and year."""

    line: Line
    start: tuple[float, float]
    end: tuple[float, float]
    texts: tuple[Text, ...]

    @property
    def extent(self) -> Rectangle:
        """The rectangle the line fills, without its texts: no higher or no wider than nothing."""
        x, y = min(self.start[0], self.end[0]), min(self.start[1], self.end[1])
        return Rectangle(x, y, abs(self.end[0] - self.start[0]), abs(self.end[1] - self.start[1]))

    def moved(self, x: float, y: float) -> "PlacedLine":
        """Return the same line elsewhere."""
        start, end = (self.start[0] + x, self.start[1] + y), (self.end[0] + x, self.end[1] + y)
        return PlacedLine(self.line, start, end, tuple(text.moved(x, y) for text in self.texts))


@dataclass(frozen=True, slots=True)
class Figure:
    """Boxes and lines that belong together, from (0, 0) on, and the room they take."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...] = ()
    lines: tuple[PlacedLine, ...] = ()

    def moved(self, x: float, y: float) -> "Figure":
        """Return the figure elsewhere; the room it takes then counts from the old origin."""
        return Figure(
            self.width + x,
            self.height + y,
            tuple(box.moved(x, y) for box in self.boxes),
            tuple(line.moved(x, y) for line in self.lines),
        )


def together(figures: Iterable[Figure]) -> Figure:
    """Return figures that were moved to their places as one."""
    placed = tuple(figures)
    return Figure(
        max((figure.width for figure in placed), default=0),
        max((figure.height for figure in placed), default=0),
        tuple(box for figure in placed for box in figure.boxes),
        tuple(line for figure in placed for line in figure.lines),
    )
