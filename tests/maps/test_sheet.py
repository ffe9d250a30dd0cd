"""A picture as a file of its own: it says what has to be known to read it, drawn or painted."""

import base64
import struct
from xml.etree import ElementTree as ET

import pytest
from maps.hostile import PAYLOADS, hostile
from playwright.sync_api import Browser

from ecosystem.maps.composing import opening_of
from ecosystem.maps.heading import heading_of
from ecosystem.maps.sheet import SHARPNESS, raster, sheet
from ecosystem.maps.svg_style import LIGHT, PLAIN_STYLE
from ecosystem.snapshot import Snapshot, View

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=["leeds", "exampleton"])
def view(request: pytest.FixtureRequest) -> View:
    snapshot: Snapshot = request.getfixturevalue(request.param)
    return snapshot.on(snapshot.default_day)


def read(drawn: str) -> ET.Element:
    """Return a picture file as its elements."""
    return ET.fromstring(drawn.encode("utf-8"))  # noqa: S314  our own bytes


def box_of(picture: ET.Element) -> tuple[float, float, float, float]:
    """Return the rectangle of a picture that is shown."""
    x, y, width, height = map(float, picture.attrib["viewBox"].split())
    return x, y, width, height


def test_above_the_picture_stand_title_day_cautions_and_findings_in_readable_letters(view: View) -> None:
    picture = read(sheet(view))
    above = picture.findall(f"{SVG}g[@class='heading']/{SVG}text")
    said = " ".join(text.text or "" for text in above)
    heading, opening = heading_of(view), opening_of(view)
    whole = (heading.title, heading.day, heading.caution, heading.newest, heading.contact, *opening.sentences)
    assert [str(one) for one in whole if str(one) not in said] == []
    _, top, width, _ = box_of(picture)
    assert all(top + 12 < float(text.attrib["y"]) < 0 for text in above)
    assert all(float(text.attrib["x"]) + float(text.attrib["textLength"]) <= width for text in above)
    assert {text.attrib["class"].split()[0] for text in above} == {"t120", "t135"}


def test_where_people_are_left_out_the_picture_says_so(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    said = heading_of(view, without_people=True).silenced
    assert [said in sheet(view, without_people=out) for out in (True, False)] == [True, False]


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_nothing_in_the_data_is_markup_in_a_picture_or_keeps_it_from_being_painted(payload: str) -> None:
    snapshot = hostile(payload)
    view = snapshot.on(snapshot.default_day)
    picture = read(sheet(view))
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "style", "g", "a", "rect", "text", "path",
    }  # fmt: skip
    assert raster(sheet(view)).startswith(b"\x89PNG")


def test_a_painting_needs_no_property_of_our_own_making_and_is_as_large_as_the_drawing(view: View) -> None:
    assert "var(" not in PLAIN_STYLE
    drawn = sheet(view)
    _, _, width, height = box_of(read(drawn))
    found = struct.unpack(">II", raster(drawn)[16:24])
    assert found == pytest.approx((SHARPNESS * width, SHARPNESS * height), abs=1.5)


PIXELS = """async ([address, points]) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const hex = (point) => [...context.getImageData(...point, 1, 1).data.slice(0, 3)]
    .map((value) => value.toString(16).padStart(2, "0")).join("");
  return points.map((point) => `#${hex(point)}`);
}"""


@pytest.mark.browser
def test_a_painting_has_the_grounds_and_boxes_of_the_drawing(leeds: Snapshot, browser: Browser) -> None:
    drawn = sheet(leeds.on(leeds.default_day))
    picture = read(drawn)
    _, top, _, _ = box_of(picture)
    grounds = picture.findall(f".//{SVG}rect[@class='ground']")[:2]
    plan = picture.find(f".//{SVG}a[@class='box plan']/{SVG}rect")
    assert plan is not None
    corners = [(float(one.attrib["x"]) + 5, float(one.attrib["y"]) + 5 - top) for one in (*grounds, plan)]
    address = f"data:image/png;base64,{base64.b64encode(raster(drawn)).decode()}"
    page = browser.new_page()
    points = [[round(x * SHARPNESS), round(y * SHARPNESS)] for x, y in corners]
    found = page.evaluate(PIXELS, [address, points])
    page.close()
    assert found == [LIGHT["ground"], LIGHT["ground-other"], LIGHT["plan"]]
