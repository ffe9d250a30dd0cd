"""The picture as SVG: well formed, inert, named for readers, the same bytes each time, legible in every mode."""

import re
from itertools import product
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from maps.hostile import PAYLOADS, hostile
from maps.openings import openings

from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout import layout
from ecosystem.maps.opening import Band, Box, Entry, Kind, Line, Opening, Part, Row, Sentence, Tray
from ecosystem.maps.svg import document, drawing
from ecosystem.maps.svg_style import DARK, FORCED, LIGHT, STYLE, contrast
from ecosystem.snapshot import Snapshot

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "g", "a", "rect", "path", "text"}
ATTRIBUTES = {
    "svg": {"class", "role", "viewBox", "aria-label"},
    "g": {"class", "role", "aria-label", "aria-hidden", "data-facts"},
    "a": {"href", "class", "data-id", "aria-label"},
    "rect": {"class", "x", "y", "width", "height"},
    "path": {"class", "d"},
    "text": {"class", "x", "y", "textLength", "lengthAdjust"},
}  # fmt: skip
GROUNDS = ("paper", "ground", "ground-other", "box", "plan")


def parsed(opening: Opening) -> ET.Element:
    """Return the drawing of an opening, read back."""
    return ET.fromstring(drawing(layout(opening)))  # noqa: S314  our own bytes


def everywhere(text: str) -> Opening:
    """Return an opening with a text in every place that takes one."""
    row = Row(text, (Entry(text, text, shared=True), Entry(text)))
    boxes = (
        Box(text, text, Kind.TABLE, text, text, (row,), (text,), full_name=text),
        Box("b", text, Kind.PLAN, words=text),
    )
    line = Line(text, text, "b", text, facts=(text,))
    tray, sentence = Tray(text, (Entry(text, text),)), Sentence((Part(text, ids=(text,)),))
    return Opening(text, (Band(text, text, boxes),), (line,), (tray,), text, text, (sentence,))


def assert_inert(root: ET.Element) -> None:
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        assert tag in ELEMENTS
        assert element.attrib.keys() <= ATTRIBUTES[tag]
        assert element.get("href", "#").startswith("#")


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:12]))
def test_hostile_text_stays_text_wherever_it_stands(payload: str) -> None:
    assert_inert(parsed(everywhere(payload)))
    assert_inert(parsed(opening_of(hostile(payload).on(None))))


def test_a_hostile_name_is_shown_as_it_is_written() -> None:
    words = {element.text for element in parsed(everywhere("<b>&lt;")).iter(f"{SVG}text")}
    assert "<b>&lt;" in words


@given(openings(most=6))
@settings(deadline=None, max_examples=25)
def test_every_drawing_is_well_formed_and_has_a_fixed_vocabulary(opening: Opening) -> None:
    assert_inert(parsed(opening))


def test_the_same_data_gives_the_same_bytes(leeds: Snapshot) -> None:
    one, other = (document(layout(opening_of(leeds.on(leeds.default_day)))) for _ in range(2))
    assert one == other
    assert one.encode("utf-8").startswith(b"<?xml")


def test_a_file_of_its_own_is_well_formed_and_has_its_style(exampleton: Snapshot) -> None:
    text = document(layout(opening_of(exampleton.on(exampleton.default_day))))
    root = ET.fromstring(text.encode("utf-8"))  # noqa: S314  our own bytes
    assert root[0].tag == f"{SVG}style"
    assert root[0].text == STYLE


def test_every_box_is_a_link_in_a_list_with_a_name_that_says_all(exampleton: Snapshot) -> None:
    opening = opening_of(exampleton.on(exampleton.default_day))
    root = parsed(opening)
    bands = [group for group in root.iter(f"{SVG}g") if "band" in group.get("class", "").split()]
    items = [item for band in bands for item in band.iter(f"{SVG}g")]
    links = {link.get("data-id"): link for item in items if item.get("role") == "listitem" for link in item}
    assert links.keys() == {box.id for box in opening.boxes}
    assert all(links[box.id].get("aria-label", "").startswith(box.full_name) for box in opening.boxes)
    said = links["health-board"].get("aria-label", "")
    assert "Chair: Director of Public Health" in said
    assert "Exampleton Health Board gives direction to Exampleton Health Strategy 2022-2025, 2023" in said


def test_a_name_too_long_to_draw_is_read_out_in_full() -> None:
    name = f"{'Very ' * 100}Long Board"
    tray = Tray("Town", (Entry(name, "b"), Entry("Short Board", "c")))
    root = parsed(Opening("X", (Band("town", "Town", (Box("a", name, Kind.BODY),)),), trays=(tray,)))
    links = {link.get("data-id"): link for link in root.iter(f"{SVG}a")}
    drawn = {one: " ".join(text.text or "" for text in link.iter(f"{SVG}text")) for one, link in links.items()}
    assert drawn["a"].endswith("…")
    assert drawn["b"].endswith("…")
    assert {one: link.get("aria-label") for one, link in links.items()} == {"a": name, "b": name, "c": None}


def test_every_line_names_its_facts_and_reads_as_a_sentence(exampleton: Snapshot) -> None:
    opening = opening_of(exampleton.on(exampleton.default_day))
    lines = [g for g in parsed(opening).iter(f"{SVG}g") if "line" in (g.get("class") or "").split()]
    assert {g.get("data-facts") for g in lines} == {" ".join(line.facts) for line in opening.lines}
    assert "Exampleton Delivery Group reports to Exampleton Health Board, 2023" in {g.get("aria-label") for g in lines}


def test_the_picture_is_no_image_to_a_screen_reader(exampleton: Snapshot) -> None:
    roles = {element.get("role") for element in parsed(opening_of(exampleton.on(None))).iter()}
    assert roles == {None, "group", "list", "listitem"}


def test_every_text_is_pinned_to_a_width(leeds: Snapshot) -> None:
    for text in parsed(opening_of(leeds.on(leeds.default_day))).iter(f"{SVG}text"):
        assert float(text.get("textLength", "0")) > 0
        assert text.get("lengthAdjust") == "spacingAndGlyphs"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_all_text_has_a_contrast_of_seven_on_every_ground(palette: dict[str, str]) -> None:
    for tone, ground in product(("ink", "quiet", "line"), GROUNDS):
        assert contrast(palette[tone], palette[ground]) >= 7, (tone, ground)


def test_the_palettes_name_the_same_colours_and_the_style_uses_no_other() -> None:
    assert LIGHT.keys() == DARK.keys() == FORCED.keys()
    assert set(re.findall(r"var\(--([\w-]+)\)", STYLE)) == LIGHT.keys()


def test_boxes_and_names_lead_where_they_are_told_to_and_else_nowhere() -> None:
    boxes = (Box("b", "Board", Kind.BODY), Box("p", "Plan", Kind.PLAN))
    opening = Opening("X", (Band("city", "City", boxes),), (), (Tray("City", (Entry("Club", "c"),)),), "More")
    pages = {"b": "bodies/b.html", "c": "bodies/c.html"}
    root = ET.fromstring(drawing(layout(opening), lambda one: pages.get(one, "")))  # noqa: S314  our own bytes
    assert {(link.get("data-id"), link.get("href")) for link in root.iter(f"{SVG}a")} == set(pages.items())
    (still,) = (group for group in root.iter(f"{SVG}g") if group.get("data-id"))
    assert (still.get("data-id"), still.get("role"), still.get("href")) == ("p", "img", None)
    assert "Plan" in (still.get("aria-label") or "")
