"""The picture as SVG: complete without scripts, every box and line named for readers who do not see it.

Colours are custom properties, so that a page, a dark screen, forced colours and print each choose theirs; `STYLE` has
them for a picture standing alone. Nothing from the data is ever markup: all of it passes through ElementTree.

>>> from ecosystem.maps.layout import layout
>>> from ecosystem.maps.opening import Band, Kind, Opening
>>> picture = layout(Opening("X", (Band("city", "Town", (Box("b", "Board <b>", Kind.BODY),)),)))
>>> "Board &lt;b&gt;" in drawing(picture), "<style>" in drawing(picture), "<style>" in document(picture)
(True, False, True)
"""

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from ecosystem.maps.layout import Picture
from ecosystem.maps.layout.bands import PlacedBand
from ecosystem.maps.layout.figures import PlacedBox, PlacedLine, Rectangle, Text
from ecosystem.maps.layout.legend import LegendItem
from ecosystem.maps.layout.trays import PlacedName
from ecosystem.maps.opening import Box, Line
from ecosystem.maps.svg_style import STYLE
from ecosystem.maps.typeset import clipped, printable

ARROW_LONG, ARROW_HALF = 9.0, 4.5
ROOM_ABOVE = 6.0
_NOT_XML = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
NAMESPACE = "http://www.w3.org/2000/svg"


Address = Callable[[str], str]
"""Where the box or name of an id leads to; empty where it leads nowhere."""


def within(identifier: str) -> str:
    """Return the address of a thing within the page that a picture stands in."""
    return f"#{quote(_plain(identifier))}"


def drawing(picture: Picture, address: Address = within) -> str:
    """Return the picture as an `svg` element to stand in a page, without its style."""
    root = _drawn(picture)
    if address is not within:
        _lead(root, picture, address)
    return tostring(root, encoding="unicode", short_empty_elements=True)


def _lead(root: Element, picture: Picture, address: Address) -> None:
    """Have boxes and names lead to addresses; what leads nowhere is no link."""
    ids = [*(placed.box.id for placed in picture.boxes), *(name.entry.id for name in picture.trays.names)]
    places = {_plain(one): address(one) for one in ids}
    for link in list(root.iter("a")):
        if place := places[link.get("data-id", "")]:
            link.set("href", place)
        else:
            link.tag = "g"
            link.set("role", "img")
            link.attrib.pop("href")


def document(picture: Picture, above: Sequence[Text] = ()) -> str:
    """Return the picture as an SVG file of its own, with its style and with texts above it, at negative heights."""
    root = _drawn(picture)
    if above:
        height = ROOM_ABOVE - min(text.extent.y for text in above)
        sides = (0, -height, picture.width, picture.height + height)
        root.set("viewBox", " ".join(map(_number, sides)))
        heading = Element("g", {"class": "heading"})
        for text in above:
            _text(heading, text)
        root.insert(0, heading)
    style = Element("style")
    style.text = STYLE
    root.insert(0, style)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _drawn(picture: Picture) -> Element:
    root = Element("svg", {"xmlns": NAMESPACE, "class": "opening", "role": "group"})
    root.set("viewBox", f"0 0 {_number(picture.width)} {_number(picture.height)}")
    root.set("aria-label", printable(picture.opening.title))
    said = _said(picture)
    for band in picture.bands:
        _band(root, band, picture, said)
    lines = SubElement(root, "g", {"role": "list", "class": "lines", "aria-label": "Lines"})
    for line in picture.lines:
        _line(lines, line, said)
    _trays(root, picture)
    _legend(root, picture)
    return root


def _said(picture: Picture) -> dict[str, str]:
    return {placed.box.id: printable(placed.box.full_name or placed.box.name) for placed in picture.boxes}


def _band(parent: Element, band: PlacedBand, picture: Picture, said: dict[str, str]) -> None:
    other = picture.bands.index(band) % 2
    group = SubElement(parent, "g", {"role": "list", "class": f"band{' other' * other}"})
    group.set("aria-label", printable(band.band.title))
    _rectangle(group, band.extent, "ground")
    _text(group, band.label)
    within = {box.id for box in band.band.boxes}
    for placed in (placed for placed in picture.boxes if placed.box.id in within):
        _box(SubElement(group, "g", {"role": "listitem"}), placed, picture, said)


def _box(parent: Element, placed: PlacedBox, picture: Picture, said: dict[str, str]) -> None:
    link = SubElement(parent, "a", {"href": within(placed.box.id), "data-id": _plain(placed.box.id)})
    link.set("class", _classes(placed.box))
    link.set("aria-label", _described(placed.box, [line.line for line in picture.lines], said))
    _rectangle(link, placed.extent, "frame")
    for text in placed.texts:
        _text(link, text)


def _described(box: Box, lines: Iterable[Line], said: dict[str, str]) -> str:
    """Return what a reader hears of a box: name, what it is, who sits there, and what it does to other boxes."""
    parts = [said[box.id], box.words, "ended" if box.ended and "ended" not in box.words else ""]
    parts += [f"{row.label}: {', '.join(entry.name for entry in row.entries)}" for row in box.rows]
    parts += [_sentence(line, said) for line in lines if box.id in {line.subject, line.object}]
    return _printable(". ".join(part for part in (*parts, *box.notes) if part))


def _printable(text: str) -> str:
    """Return a text of many names as it may be drawn."""
    return " ".join(printable(word) for word in text.split())


def _sentence(line: Line, said: dict[str, str]) -> str:
    year = f", {line.year}" if line.year else ""
    return f"{said[line.subject]} {line.verb} {said[line.object]}{year}"


def _classes(box: Box) -> str:
    return f"box {box.kind}{' ended' if box.ended else ''}"


def _line(parent: Element, placed: PlacedLine, said: dict[str, str]) -> None:
    item = SubElement(parent, "g", {"role": "listitem", "class": "line ended" if placed.line.ended else "line"})
    item.set("aria-label", _printable(_sentence(placed.line, said)))
    item.set("data-facts", " ".join(map(_plain, placed.line.facts)))
    (x, y), (to_x, to_y) = placed.start, placed.end
    step_x, step_y = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
    tip = f"M{_number(to_x)} {_number(to_y)}"
    back = (-step_x * ARROW_LONG + step_y * ARROW_HALF, -step_y * ARROW_LONG + step_x * ARROW_HALF)
    across = (-2 * step_y * ARROW_HALF, -2 * step_x * ARROW_HALF)
    shaft = f"M{_number(x)} {_number(y)}L{_number(to_x - step_x * 8)} {_number(to_y - step_y * 8)}"
    SubElement(item, "path", {"class": "shaft", "d": shaft})
    SubElement(item, "path", {"class": "tip", "d": f"{tip}l{_pair(back)}l{_pair(across)}z"})
    for text in placed.texts:
        _text(item, text)


def _trays(parent: Element, picture: Picture) -> None:
    if not picture.trays.texts:
        return
    group = SubElement(parent, "g", {"class": "trays", "role": "group"})
    group.set("aria-label", printable(picture.opening.trays_title))
    for text in picture.trays.heads:
        _text(group, text)
    names = SubElement(group, "g", {"role": "list"})
    for name in picture.trays.names:
        _name(SubElement(names, "g", {"role": "listitem"}), name)


def _name(parent: Element, name: PlacedName) -> None:
    if name.entry.id:
        address = {"href": within(name.entry.id), "data-id": _plain(name.entry.id), "class": "name"}
        address |= {"aria-label": whole} if (whole := printable(name.entry.name)) != clipped(whole) else {}
        parent = SubElement(parent, "a", address)
    for text in name.texts:
        _text(parent, text)


def _legend(parent: Element, picture: Picture) -> None:
    if not picture.legend.items:
        return
    group = SubElement(parent, "g", {"class": "legend", "role": "group", "aria-label": "Legend"})
    for item in picture.legend.items:
        _legend_item(group, item)


def _legend_item(parent: Element, item: LegendItem) -> None:
    if item.sample:
        sample = SubElement(parent, "g", {"class": _classes(item.sample.box), "aria-hidden": "true"})
        _rectangle(sample, item.sample.extent, "frame")
    _text(parent, item.text)


def _rectangle(parent: Element, extent: Rectangle, name: str) -> None:
    sides = {"x": extent.x, "y": extent.y, "width": extent.width, "height": extent.height}
    SubElement(parent, "rect", {"class": name, **{side: _number(value) for side, value in sides.items()}})


def _text(parent: Element, text: Text) -> None:
    marks = f"t{str(text.size).replace('.', '')} {text.tone}{' bold' if text.bold else ''}"
    element = SubElement(parent, "text", {"x": _number(text.x), "y": _number(text.y), "class": marks})
    element.set("textLength", _number(text.width))
    element.set("lengthAdjust", "spacingAndGlyphs")
    element.text = text.text


def _plain(identifier: str) -> str:
    """Return an id as it is, but for characters that no XML may hold."""
    return _NOT_XML.sub("�", identifier)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _pair(values: tuple[float, float]) -> str:
    return " ".join(map(_number, values))
