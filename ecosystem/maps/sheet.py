"""A picture as a file of its own: what has to be known to read it stands above it, whoever passes the file on.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
>>> view = Snapshot.of([board], Dataset(id="x", title="Exampleton", as_of="2019")).on(None)
>>> "Not an official chart" in sheet(view), raster(sheet(view))[:4]
(True, b'\\x89PNG')
"""

from collections.abc import Iterator

from ecosystem.maps.composing import opening_of
from ecosystem.maps.heading import Heading, heading_of
from ecosystem.maps.layout import layout
from ecosystem.maps.layout.figures import Text, text_at
from ecosystem.maps.opening import Opening
from ecosystem.maps.people import without_people as leaving_people_out
from ecosystem.maps.svg import document
from ecosystem.maps.svg_style import LIGHT, PLAIN_STYLE, STYLE
from ecosystem.maps.typeset import lines_height, wrapped
from ecosystem.snapshot import View

TITLE, WORDS = 13.5, 12.0
MARGIN, GAP = 12.0, 6.0
SHARPNESS = 2
"""Pixels of a raster picture for each of the drawing: fine enough to print A4 across."""


def sheet(view: View, *, without_people: bool = False) -> str:
    """Return the opening picture of a view as an SVG file, below its title, day, cautions and findings."""
    opening = opening_of(leaving_people_out(view) if without_people else view)
    picture = layout(opening)
    above = _above(heading_of(view, without_people=without_people), opening, picture.width)
    return document(picture, above)


def raster(svg: str) -> bytes:
    """Return a picture file as a PNG, as it looks in light; letters are those of the fonts that this computer has."""
    import resvg_py  # noqa: PLC0415 - what paints is imported only for a painting

    flat = svg.replace(STYLE, PLAIN_STYLE)
    return bytes(resvg_py.svg_to_bytes(svg_string=flat, zoom=SHARPNESS, background=LIGHT["paper"]))


def _above(heading: Heading, opening: Opening, width: float) -> tuple[Text, ...]:
    """Return the lines above a picture, the last of them ending `GAP` above where the picture begins."""
    lines = [*_wrapped(heading.title, TITLE, width, bold=True)]
    for said in (heading.day, _cautions(heading), heading.thin, *map(str, opening.sentences)):
        lines += _wrapped(said, WORDS, width)
    top = -GAP - sum(lines_height(1, size) for _, size, _ in lines)
    return tuple(_stacked(lines, top))


def _cautions(heading: Heading) -> str:
    tell = f"Wrong or out of date? Tell {heading.contact}." if heading.contact else ""
    return " ".join(filter(None, (heading.caution, heading.newest, heading.dominant, heading.silenced, tell)))


def _wrapped(text: str, size: float, width: float, *, bold: bool = False) -> Iterator[tuple[str, float, bool]]:
    return ((line, size, bold) for line in wrapped(text, width - 2 * MARGIN, size, bold=bold))


def _stacked(lines: list[tuple[str, float, bool]], top: float) -> Iterator[Text]:
    for line, size, bold in lines:
        yield text_at(MARGIN, top, line, size, bold=bold)
        top += lines_height(1, size)
