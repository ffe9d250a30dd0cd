"""Bands one under the other, small ones side by side in a strip where that saves height.

>>> from ecosystem.maps.opening import Box, Kind
>>> bands = [Band(code, code, (Box(code, code, Kind.BODY),)) for code in ("City", "Region")]
>>> placed = banded(bands, (), 80).bands
>>> placed[0].extent.y == placed[1].extent.y
True
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ecosystem.maps.layout.figures import Figure, Rectangle, Text, text_at, together
from ecosystem.maps.layout.groups import Group
from ecosystem.maps.layout.shelves import SIDE_GAP, shelved
from ecosystem.maps.opening import Band
from ecosystem.maps.typeset import shortened, width_of

CANVAS = 1320.0
BAND_TITLE, LABEL_HEIGHT = 12.5, 25.0
PAD_SIDE, PAD_BOTTOM = 12.0, 12.0
BAND_GAP = 8.0
EVENING_SHARES = (0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
IN_A_STRIP, STRIP_BANDS = 4, 4
"""A band of at most that many boxes may share a strip, with at most that many bands in all."""


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band where it lies, and its label."""

    band: Band
    extent: Rectangle
    label: Text

    def moved(self, x: float, y: float) -> "PlacedBand":
        """Return the same band elsewhere."""
        return PlacedBand(self.band, self.extent.moved(x, y), self.label.moved(x, y))


@dataclass(frozen=True, slots=True)
class Bands:
    """Placed bands and what stands in them, from (0, 0) on."""

    height: float
    bands: tuple[PlacedBand, ...]
    figure: Figure

    def under(self, upper: "Bands") -> "Bands":
        """Return these bands with others above them."""
        y = upper.height + BAND_GAP if upper.bands else 0.0
        lower = tuple(band.moved(0, y) for band in self.bands)
        return Bands(self.height + y, (*upper.bands, *lower), together((upper.figure, self.figure.moved(0, y))))


Content = tuple[Band, tuple[Group, ...]]


def banded(bands: Sequence[Band], groups: Sequence[Sequence[Group]], labels: float, width: float = CANVAS) -> Bands:
    """Return all bands placed in a width; `groups` by band, made of the band's boxes where they are not given."""
    contents: list[Content] = [
        (band, tuple(groups[number]) if groups else tuple(Group((box,)) for box in band.boxes))
        for number, band in enumerate(bands)
    ]
    best = [Bands(0.0, (), Figure(0, 0))]
    for end in range(1, len(contents) + 1):
        tried = []
        for start in range(max(0, end - STRIP_BANDS), end):
            strip = _strip(tuple(contents[start:end]), labels, width)
            tried += [strip.under(best[start])] if strip else []
        best.append(min(tried, key=lambda one: round(one.height)))
    return best[-1]


@lru_cache(maxsize=256)
def _strip(contents: tuple[Content, ...], labels: float, width: float) -> Bands | None:
    """Return bands side by side, or None where they are too many or too big for it."""
    widths = _widths(contents, labels, width)
    if not widths:
        return None
    widths = _evened(contents, widths, labels)
    figures = _figures(contents, widths, labels)
    height = LABEL_HEIGHT + max(figure.height for figure in figures) + PAD_BOTTOM
    placed, moved, x = [], [], 0.0
    for (band, _), room, figure in zip(contents, widths, figures, strict=True):
        extent = Rectangle(x, 0, room + 2 * PAD_SIDE, height)
        title = shortened(band.title, room, BAND_TITLE, bold=True)
        placed.append(PlacedBand(band, extent, text_at(x + PAD_SIDE, 4, title, BAND_TITLE, bold=True)))
        moved.append(figure.moved(x + PAD_SIDE, LABEL_HEIGHT))
        x = extent.right + BAND_GAP
    return Bands(height, tuple(placed), together(moved))


def _widths(contents: Sequence[Content], labels: float, width: float) -> list[float]:
    if len(contents) == 1:
        return [width - 2 * PAD_SIDE]
    if any(band.apart or len(band.boxes) > IN_A_STRIP for band, _ in contents):
        return []
    room = width - (len(contents) - 1) * BAND_GAP - 2 * PAD_SIDE * len(contents)
    least = [_least(one) for one in contents]
    wish = [max(low, _in_a_row(groups, labels)) for low, (_, groups) in zip(least, contents, strict=True)]
    if sum(least) > room:
        return []
    if sum(wish) <= room:
        return [room * one / sum(wish) for one in wish]
    share = (room - sum(least)) / (sum(wish) - sum(least))
    return [low + share * (one - low) for low, one in zip(least, wish, strict=True)]


def _figures(contents: Sequence[Content], widths: Sequence[float], labels: float) -> list[Figure]:
    return [shelved(groups, width, labels) for (_, groups), width in zip(contents, widths, strict=True)]


def _evened(contents: Sequence[Content], widths: list[float], labels: float) -> list[float]:
    """Give width to the highest band, from what the others can spare, as long as the strip gets lower."""
    figures = _figures(contents, widths, labels)
    height = max(figure.height for figure in figures)
    highest = [figure.height for figure in figures].index(height)
    spare = [width - _least(one) for width, one in zip(widths, contents, strict=True)]
    spare[highest] = 0.0
    for share in EVENING_SHARES if sum(spare) else ():
        changed = [width - share * more for width, more in zip(widths, spare, strict=True)]
        changed[highest] += share * sum(spare)
        if max(figure.height for figure in _figures(contents, changed, labels)) < height - 1:
            return _evened(contents, changed, labels)
    return widths


def _least(content: Content) -> float:
    band, groups = content
    return max(width_of(band.title, BAND_TITLE, bold=True), *(group.least for group in groups))


def _in_a_row(groups: Sequence[Group], labels: float) -> float:
    return sum(group.wish(labels) for group in groups) + SIDE_GAP * (len(groups) - 1)
