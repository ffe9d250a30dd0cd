"""Lines between bands: one vertical each, where nothing stands between its ends.

>>> from ecosystem.maps.layout.boxes import placed
>>> from ecosystem.maps.opening import Box, Kind
>>> over = placed(Box("a", "Plan", Kind.PLAN), Rectangle(0, 0, 200, 40), 80)
>>> under = placed(Box("b", "Region", Kind.BODY), Rectangle(50, 100, 200, 40), 80)
>>> vertical(Line("a", "supports", "b", "2018"), over, under, []).start
(125.0, 40)
"""

from collections.abc import Iterator, Sequence

from ecosystem.maps.layout.boxes import SMALL
from ecosystem.maps.layout.figures import QUIET, VERB, PlacedBox, PlacedLine, Rectangle, Text, text_at
from ecosystem.maps.opening import Line
from ecosystem.maps.typeset import lines_height

STEP, CLEAR, EDGE = 5.0, 6.0, 12.0
LABEL_LEFT = 8.0


def vertical(line: Line, subject: PlacedBox, target: PlacedBox, taken: Sequence[Rectangle]) -> PlacedLine | None:
    """Return a line drawn straight up or down between two boxes, clear of what is taken; None where that cannot be."""
    upper, lower = sorted((subject.extent, target.extent), key=lambda extent: extent.y)
    downwards = upper is subject.extent
    for x in _places(upper, lower):
        shaft = Rectangle(x, upper.bottom, 0, lower.y - upper.bottom)
        if shaft.height <= 0 or any(shaft.meets(other, CLEAR) for other in taken):
            continue
        for texts in _labels(line, shaft, downwards=downwards):
            if not any(text.extent.meets(other, 1) for text in texts for other in taken):
                ends = (x, upper.bottom), (x, lower.y)
                return PlacedLine(line, *(ends if downwards else ends[::-1]), texts)
    return None


def _places(upper: Rectangle, lower: Rectangle) -> Iterator[float]:
    """Yield the x of places where both boxes are, from the middle of what they share outwards."""
    left, right = max(upper.x, lower.x) + EDGE, min(upper.right, lower.right) - EDGE
    middle = (left + right) / 2
    for number in range(int(max(right - left, -1) / 2 // STEP) + 1):
        yield from (middle + number * STEP, middle - number * STEP) if number else (middle,)


def _labels(line: Line, shaft: Rectangle, *, downwards: bool) -> Iterator[tuple[Text, ...]]:
    """Yield places for verb and year at the right of a vertical, those nearest to the subject first."""
    height = lines_height(2 if line.year else 1, SMALL)
    steps = range(int(max(0.0, shaft.height - height - 2 * LABEL_LEFT) // STEP) + 1)
    for number in steps:
        top = shaft.y + LABEL_LEFT + (number if downwards else steps[-1] - number) * STEP
        verb = text_at(shaft.x + LABEL_LEFT, top, line.verb, SMALL, bold=True, tone=VERB)
        year = text_at(shaft.x + LABEL_LEFT, top + lines_height(1, SMALL), line.year, SMALL, tone=QUIET)
        if year.extent.bottom <= shaft.bottom:
            yield (verb, year) if line.year else (verb,)
