"""The whole picture: an `Opening` with a place for everything, computed from its content alone.

Bands hold groups of boxes joined by straight lines; nothing overlaps and no line crosses another or runs through a
box. A line that cannot be drawn so stands in words in the box of its subject.

>>> from ecosystem.maps.opening import Band, Box, Kind
>>> boxes = (Box("b", "Health Board", Kind.BODY), Box("p", "Health Plan", Kind.PLAN))
>>> picture = layout(Opening("X", (Band("city", "Town", boxes),), (Line("b", "directs", "p", "2023"),)))
>>> picture.width, len(picture.boxes), len(picture.lines)
(1320.0, 2, 1)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ecosystem.maps.layout.bands import CANVAS, PAD_SIDE, Bands, PlacedBand, banded
from ecosystem.maps.layout.boxes import label_column
from ecosystem.maps.layout.figures import PlacedBox, PlacedLine, Rectangle
from ecosystem.maps.layout.groups import Group, groups_of
from ecosystem.maps.layout.legend import Legend, legend
from ecosystem.maps.layout.trays import Trays, trayed
from ecosystem.maps.layout.verticals import vertical
from ecosystem.maps.opening import Band, Line, Opening

SECTION_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Picture:
    """An opening with a place for everything, in pixels of a canvas `width` by `height`."""

    opening: Opening
    width: float
    height: float
    bands: tuple[PlacedBand, ...]
    boxes: tuple[PlacedBox, ...]
    lines: tuple[PlacedLine, ...]
    trays: Trays
    legend: Legend


def layout(opening: Opening, width: float = CANVAS) -> Picture:
    """Return the picture of an opening on a canvas so many pixels wide, of which its boxes need 240 at least."""
    worded: tuple[Line, ...] = ()
    while True:
        lines = [line for line in opening.lines if line not in worded]
        drawn, refused = _attempt(_with_notes(opening, worded), lines, width)
        if not refused:
            return _finished(opening, drawn, width)
        worded += refused


def _with_notes(opening: Opening, worded: Sequence[Line]) -> tuple[Band, ...]:
    names = {box.id: box.name for box in opening.boxes}
    notes: dict[str, tuple[str, ...]] = {}
    for line in worded:
        said = f"also {line.verb} {names[line.object]}{f', {line.year}' if line.year else ''}"
        notes[line.subject] = (*notes.get(line.subject, ()), said)
    return tuple(
        replace(band, boxes=tuple(replace(box, notes=(*box.notes, *notes.get(box.id, ()))) for box in band.boxes))
        for band in opening.bands
        if band.boxes
    )


def _attempt(bands: Sequence[Band], lines: Sequence[Line], width: float) -> tuple[Bands, tuple[Line, ...]]:
    """Place everything with these lines; also return the lines for which there was no room."""
    home = {box.id: band.code for band in bands for box in band.boxes}
    labels = label_column(row for band in bands for box in band.boxes for row in box.rows)
    groups: list[tuple[Group, ...]] = []
    refused: list[Line] = []
    for band in bands:
        within = tuple(line for line in lines if home[line.subject] == home[line.object] == band.code)
        found, unfit = groups_of(band.boxes, within, width - 2 * PAD_SIDE)
        groups.append(found)
        refused += unfit
    placed = banded(bands, groups, labels, width)
    between = [line for line in lines if home[line.subject] != home[line.object]]
    verticals, blocked = _verticals(placed, between, width)
    figure = replace(placed.figure, lines=(*placed.figure.lines, *verticals))
    return replace(placed, figure=figure), (*refused, *blocked)


def _verticals(bands: Bands, lines: Sequence[Line], width: float) -> tuple[list[PlacedLine], list[Line]]:
    boxes = {one.box.id: one for one in bands.figure.boxes}
    taken = [one.extent for one in bands.figure.boxes] + [band.label.extent for band in bands.bands]
    taken += [extent for line in bands.figure.lines for extent in _room(line)]
    taken += [Rectangle(width, 0, width, bands.height)]
    placed: list[PlacedLine] = []
    blocked: list[Line] = []
    for line in lines:
        subject, target = boxes[line.subject], boxes[line.object]
        others = [extent for extent in taken if extent not in {subject.extent, target.extent}]
        if found := vertical(line, subject, target, others):
            placed.append(found)
            taken += _room(found)
        else:
            blocked.append(line)
    return placed, blocked


def _room(line: PlacedLine) -> list[Rectangle]:
    return [line.extent, *(text.extent for text in line.texts)]


def _finished(opening: Opening, bands: Bands, width: float) -> Picture:
    trays = trayed(opening.trays_title, opening.trays, width - 2 * PAD_SIDE)
    key = legend(opening, width - 2 * PAD_SIDE)
    top = bands.height
    parts = []
    for part in (trays, key):
        top += SECTION_GAP if part.height else 0.0
        parts.append(top)
        top += part.height
    return Picture(
        opening=opening,
        width=width,
        height=top + 4,
        bands=bands.bands,
        boxes=bands.figure.boxes,
        lines=bands.figure.lines,
        trays=trays.moved(PAD_SIDE, parts[0]),
        legend=key.moved(PAD_SIDE, parts[1]),
    )
