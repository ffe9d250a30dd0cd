"""Openings of every shape for property tests, and what must be true of any picture."""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import strategies as st

from ecosystem.maps.layout import Picture
from ecosystem.maps.layout.figures import Rectangle, Text
from ecosystem.maps.opening import Band, Box, Entry, Kind, Line, Opening, Row, Tray

WORDS = (
    "Health",
    "and",
    "Care",
    "Board",
    "Partnership",
    "Executive",
    "Ärzte",
    "Children’s",
    "Antidisestablishmentarianism",
)
VERBS = ("oversees", "supports", "gives direction to", "oversees and gives direction to", "acts by delegation from")

names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
entries = st.builds(Entry, name=names, shared=st.booleans())
rows = st.builds(Row, label=names, entries=st.lists(entries, min_size=1, max_size=4).map(tuple), quiet=st.booleans())
trays = st.builds(Tray, title=names, entries=st.lists(entries, min_size=1, max_size=12).map(tuple))


@st.composite
def boxes(draw: st.DrawFn, number: int) -> Box:
    """Draw a box of any kind, a table with rows among them."""
    kind = draw(st.sampled_from(Kind))
    own = draw(st.lists(rows, min_size=1, max_size=5).map(tuple)) if kind is Kind.TABLE else ()
    year = "2018" if own else ""
    words = "" if own else draw(st.sampled_from(("", "strategy, ended 2021", "regional partnership")))
    return Box(f"box-{number}", draw(names), kind, year, words, own, ended=draw(st.booleans()))


@st.composite
def openings(draw: st.DrawFn, most: int = 12) -> Opening:
    """Draw an opening: some bands, boxes in them, lines among them in any direction, circles and crossings included."""
    drawn = [draw(boxes(number)) for number in range(draw(st.integers(1, most)))]
    homes = [draw(st.integers(0, 2)) for _ in drawn]
    bands = (
        Band(str(code), f"Band {code}", tuple(box for box, home in zip(drawn, homes, strict=True) if home == code))
        for code in range(3)
    )
    pairs = [(one.id, other.id) for one in drawn for other in drawn if one is not other]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=most)) if pairs else []
    lines = tuple(Line(one, draw(st.sampled_from(VERBS)), other, "2018") for one, other in chosen)
    found = tuple(draw(st.lists(trays, max_size=2)))
    return Opening("Any place", tuple(band for band in bands if band.boxes), lines, found, "Named only")


def texts_of(picture: Picture) -> list[Text]:
    """Return every text of a picture."""
    return [
        *(band.label for band in picture.bands),
        *(text for box in picture.boxes for text in box.texts),
        *(text for line in picture.lines for text in line.texts),
        *picture.trays.texts,
        *(item.text for item in picture.legend.items),
    ]


def faults(picture: Picture) -> list[str]:
    """Return what is wrong with the geometry of a picture, in words; empty where nothing is."""
    return [*_boxes(picture), *_lines(picture), *_texts(picture), *_completeness(picture)]


def _boxes(picture: Picture) -> Iterator[str]:
    for one, other in combinations(picture.boxes, 2):
        if one.extent.meets(other.extent, 6):
            yield f"{one.box.id} and {other.box.id} overlap or nearly touch"
    grounds = {box.id: band.extent for band in picture.bands for box in band.band.boxes}
    for box in picture.boxes:
        if not grounds[box.box.id].holds(box.extent):
            yield f"{box.box.id} leaves its band"
    for one_band, other_band in combinations(picture.bands, 2):
        if one_band.extent.meets(other_band.extent):
            yield f"bands {one_band.band.code} and {other_band.band.code} overlap"


def _lines(picture: Picture) -> Iterator[str]:
    for line in picture.lines:
        ends = {line.line.subject, line.line.object}
        if line.extent.width and line.extent.height:
            yield f"{ends} is bent"
        for box in picture.boxes:
            if box.extent.meets(line.extent, -0.01 if box.box.id in ends else 4):
                yield f"{ends} runs through {box.box.id}"
    for one, other in combinations(picture.lines, 2):
        if one.extent.meets(other.extent, 6):
            yield f"{one.line} and {other.line} cross or share a way"
    yield from _ends(picture)


def _ends(picture: Picture) -> Iterator[str]:
    edges = {box.box.id: box.extent for box in picture.boxes}
    for line in picture.lines:
        for end, (x, y) in ((line.line.subject, line.start), (line.line.object, line.end)):
            if not edges[end].holds(Rectangle(x, y, 0, 0)) or _within(edges[end], x, y):
                yield f"{line.line} does not end on the edge of {end}"


def _within(box: Rectangle, x: float, y: float) -> bool:
    return box.x + 0.01 < x < box.right - 0.01 and box.y + 0.01 < y < box.bottom - 0.01


def _texts(picture: Picture) -> Iterator[str]:
    texts = texts_of(picture)
    canvas = Rectangle(0, 0, picture.width, picture.height)
    for one, other in combinations(texts, 2):
        if one.extent.meets(other.extent, -0.02):
            yield f"“{one.text}” and “{other.text}” overlap"
    for text in texts:
        if text.size < 12:
            yield f"“{text.text}” is smaller than 12"
        if not canvas.holds(text.extent):
            yield f"“{text.text}” leaves the picture"
    for box in picture.boxes:
        for text in box.texts:
            if not box.extent.holds(text.extent):
                yield f"“{text.text}” leaves its box"
    yield from _words_of_lines(picture)


def _words_of_lines(picture: Picture) -> Iterator[str]:
    for line in picture.lines:
        for text in line.texts:
            if any(text.extent.meets(box.extent) for box in picture.boxes):
                yield f"“{text.text}” runs into a box"
            if any(text.extent.meets(other.extent) for other in picture.lines):
                yield f"“{text.text}” runs into a line"


def _completeness(picture: Picture) -> Iterator[str]:
    if {box.box.id for box in picture.boxes} != {box.id for box in picture.opening.boxes}:
        yield "not every box is placed"
    for line in picture.opening.lines:
        drawn = sum(placed.line == line for placed in picture.lines)
        names = {box.id: box.name for box in picture.opening.boxes}
        said = sum(
            f"also {line.verb} {names[line.object]}" in note
            for box in picture.boxes
            if box.box.id == line.subject
            for note in box.box.notes
        )
        if not drawn and not said:
            yield f"{line} is neither drawn nor said"
        if drawn > 1:
            yield f"{line} is drawn {drawn} times"
