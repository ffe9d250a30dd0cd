"""The opening picture as a real browser draws it."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout import layout
from ecosystem.maps.svg import document
from ecosystem.snapshot import Snapshot

pytestmark = pytest.mark.browser

MEASURED = """() => {
  const box = (element) => {
    const { x, y, right, bottom } = element.getBoundingClientRect();
    return [x, y, right, bottom];
  };
  const frame = (element) => {
    const link = element.closest("a.box");
    return link && box(link.querySelector(".frame"));
  };
  return [...document.querySelectorAll("text")].map((element) => ({
    text: element.textContent, box: box(element), frame: frame(element),
    size: parseFloat(getComputedStyle(element).fontSize), natural: element.getComputedTextLength(),
  }));
}"""


def measured(browser: Browser, picture: str, folder: Path, width: int) -> list[dict[str, Any]]:
    """Return what the browser made of a picture as a file, in a window of some width."""
    file = folder / "opening.svg"
    file.write_text(picture, encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 768}, offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    found: list[dict[str, Any]] = page.evaluate(MEASURED)
    context.close()
    return found


def apart(one: list[float], other: list[float]) -> bool:
    """Tell whether two rectangles are apart, or overlap no more than the space over and under letters."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across <= 0.5 or down <= 3


@pytest.mark.parametrize("name", ["leeds", "exampleton"])
def test_no_text_overlaps_another_or_leaves_its_box(
    browser: Browser, name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    snapshot: Snapshot = request.getfixturevalue(name)
    texts = measured(browser, document(layout(opening_of(snapshot.on(snapshot.default_day)))), tmp_path, 1320)
    assert len(texts) > 40
    overlapping = [(a["text"], b["text"]) for a, b in combinations(texts, 2) if not apart(a["box"], b["box"])]
    assert overlapping == []
    outside = [
        text["text"]
        for text in texts
        if text["frame"] and not (text["frame"][0] <= text["box"][0] and text["box"][2] <= text["frame"][2] + 0.5)
    ]
    assert outside == []
    assert min(text["size"] for text in texts) >= 12


def test_texts_are_hardly_squeezed_or_stretched_in_whatever_font_there_is(
    browser: Browser, leeds: Snapshot, tmp_path: Path
) -> None:
    picture = document(layout(opening_of(leeds.on(leeds.default_day))))
    pinned = sum(text["box"][2] - text["box"][0] for text in measured(browser, picture, tmp_path, 1320))
    free = re.sub(r' textLength="[^"]*"', "", picture)
    assert pinned == pytest.approx(sum(text["natural"] for text in measured(browser, free, tmp_path, 1320)), rel=0.1)
