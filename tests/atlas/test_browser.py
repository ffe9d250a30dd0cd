"""An atlas as a person uses it from a disk, in a real Chromium that can reach nothing."""

import re

import pytest
from atlas.conftest import OpenAtlas
from atlas.reading import atlas_of
from maps.hostile import PAYLOADS, hostile
from pages import Opened
from playwright.sync_api import expect

from ecosystem.atlas.addresses import Addresses
from ecosystem.atlas.writing import style
from ecosystem.maps.svg_style import contrast
from ecosystem.snapshot import Snapshot, View

browsing = pytest.mark.browser

SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.spoken'))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .map((element) => parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.()?.a ?? 1)))"""
"""The smallest text drawn, in px, scaling of pictures included."""

TARGETS = """() => [...document.querySelectorAll('nav a, nav input, header a, summary, .names a')]
  .filter((element) => element.checkVisibility())
  .map((element) => element.getBoundingClientRect()).filter(({ height }) => height < 23.9).length"""
"""How many targets that stand by themselves are lower than 24 px."""

PAGES = ("index.html", "bodies/health-board.html", "plans/health-strategy.html", "documents/minutes-2024.html",
         "changes.html", "questions.html", "about.html")  # fmt: skip


@pytest.fixture
def view(exampleton: Snapshot) -> View:
    """Return Exampleton on its own day."""
    return exampleton.on(exampleton.default_day)


def is_quiet(opened: Opened) -> bool:
    """Tell whether a page asked for nothing outside, complained of nothing, and broke no policy."""
    return (opened.requests, opened.complaints, opened.violations) == ([], [], [])


@browsing
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [1366, 420])
def test_every_page_is_quiet_and_fits_its_window(open_atlas: OpenAtlas, view: View, page: str, width: int) -> None:
    opened = open_atlas(view, page, width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.page.evaluate(SMALLEST) >= 11.95
    assert opened.page.evaluate(TARGETS) == 0
    assert is_quiet(opened)


@browsing
def test_search_finds_by_alias_from_any_page_and_enter_goes_there(open_atlas: OpenAtlas, view: View) -> None:
    opened = open_atlas(view, "documents/minutes-2024.html")
    opened.page.fill("#find", "EHFT")
    expect(opened.page.locator("#found")).to_have_text("1 found")
    opened.page.press("#find", "Enter")
    expect(opened.page.locator("h1")).to_have_text("Exampleton Hospitals NHS Foundation Trust")
    assert is_quiet(opened)


@browsing
def test_search_puts_what_has_a_page_before_what_others_name(open_atlas: OpenAtlas, view: View) -> None:
    opened = open_atlas(view)
    opened.page.fill("#find", "director of public")
    expect(opened.page.locator("#results")).to_contain_text("named on the page of Exampleton Health Board")
    opened.page.fill("#find", "zzz")
    expect(opened.page.locator("#found")).to_have_text("0 found")
    opened.page.fill("#find", "board")
    first = opened.page.locator("#results li").first
    assert "named on" not in first.inner_text()
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.closest('#results') !== null")
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("document.activeElement.id") == "find"
    assert not opened.page.is_visible("#results")


@browsing
def test_picture_box_leads_to_the_page_of_what_it_stands_for(open_atlas: OpenAtlas, view: View) -> None:
    opened = open_atlas(view)
    opened.page.click("svg a[data-id='health-board']")
    expect(opened.page.locator("h1")).to_have_text("Exampleton Health Board")
    opened.page.locator("svg a").first.click()
    expect(opened.page.locator("h1")).not_to_have_text("Exampleton Health Board")
    assert is_quiet(opened)


@browsing
def test_citation_leads_to_its_row_on_the_page_of_the_document(open_atlas: OpenAtlas, view: View) -> None:
    opened = open_atlas(view, "bodies/health-board.html")
    opened.page.locator("td.ground a").first.click()
    expect(opened.page.locator("tr:target")).to_be_visible()
    assert "/documents/" in opened.page.url
    assert is_quiet(opened)


@browsing
def test_pages_are_complete_without_scripts(open_atlas: OpenAtlas, view: View) -> None:
    opened = open_atlas(view)
    context = opened.page.context.browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(opened.page.url)
    assert not page.is_visible(".find")
    assert page.is_visible("svg")
    page.click("text=Questions")
    assert page.inner_text("h1") == "Questions to ask"
    context.close()


@browsing
def test_page_of_a_body_prints_on_one_sheet_of_a4(open_atlas: OpenAtlas, leeds: Snapshot) -> None:
    opened = open_atlas(leeds.on(leeds.default_day), "bodies/age-friendly-leeds-partnership.html")
    sheet = opened.page.pdf(prefer_css_page_size=True)
    assert sheet.count(b"/Type /Page\n") == 1
    assert re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", sheet) == [(b"594", b"841")]


@browsing
def test_three_in_four_pages_of_bodies_print_on_one_sheet(open_atlas: OpenAtlas, view: View) -> None:
    opened = open_atlas(view)
    root = opened.page.url.removesuffix("index.html")
    sheets = []
    for page in Addresses.of(view.snapshot).things.values():
        opened.page.goto(root + page)
        sheets.append(opened.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n"))
    assert max(sheets) <= 2
    assert sheets.count(1) >= 3 * len(sheets) / 4


@browsing
def test_findings_of_leeds_fill_no_more_than_a_screen(open_atlas: OpenAtlas, leeds: Snapshot) -> None:
    opened = open_atlas(leeds.on(leeds.default_day))
    assert opened.page.evaluate("document.querySelector('.findings').getBoundingClientRect().bottom") <= 768


@browsing
@pytest.mark.parametrize("payloads", [PAYLOADS[start : start + 8] for start in range(0, len(PAYLOADS), 8)])
def test_hostile_text_does_nothing_on_any_page(open_atlas: OpenAtlas, payloads: tuple[str, ...]) -> None:
    rows = [row for payload in payloads for row in [*hostile(payload)][1:]]
    view = Snapshot.of(rows, hostile(payloads[0]).dataset).on(None)
    opened = open_atlas(view)
    root = opened.page.url.removesuffix("index.html")
    for page in atlas_of(view).pages:
        opened.page.goto(root + page)
        opened.page.fill("#find", payloads[0][:50].replace("\ud800", ""))
        assert opened.page.evaluate("window.__pwned") is None
        assert opened.page.evaluate("document.querySelectorAll('img, iframe, base, object, embed, form').length") == 0
        assert is_quiet(opened)


@browsing
def test_dark_screens_get_dark_paper_in_page_and_picture(open_atlas: OpenAtlas, view: View) -> None:
    paper = "[document.body, document.querySelector('svg')].map((one) => getComputedStyle(one).backgroundColor)"
    papers = [open_atlas(view, scheme=scheme).page.evaluate(paper) for scheme in ("light", "dark")]
    assert papers == [["rgb(255, 255, 255)"] * 2, ["rgb(21, 24, 26)", "rgb(15, 18, 20)"]]


def palettes() -> list[dict[str, str]]:
    """Return the colours of the pages by name, those of light screens first, then those of dark ones."""
    blocks = re.findall(r":root[^{]*\{([^}]*)\}", style())[:2]
    return [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in blocks]


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark"])
def test_all_text_has_contrast_enough(palette: dict[str, str]) -> None:
    pairs = [(tone, ground) for tone in ("ink", "quiet", "verb") for ground in ("paper", "band", "found", "here")]
    for tone, ground in [*pairs, ("on-top", "top"), ("paper", "ink")]:
        assert contrast(palette[tone], palette[ground]) >= 4.5, (tone, ground)


def test_every_colour_that_is_used_is_there() -> None:
    own = style().partition("* { box-sizing")[2]
    used = set(re.findall(r"var\(--([\w-]+)\)", own))
    assert used
    assert [used - palette.keys() for palette in palettes()] == [set(), set()]
