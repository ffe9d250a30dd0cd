"""The page as a person uses it, in a real Chromium that can reach nothing."""

import json
import re
import time
from pathlib import Path

import pytest
from maps.hostile import PAYLOADS, hostile
from maps.reading import html_of
from pages import Open, Opened
from playwright.sync_api import Browser, Page, expect

from ecosystem.maps import VIEWS, page
from ecosystem.model import Dataset, Entity, Fact, Source, basis_of
from ecosystem.snapshot import Snapshot, View

pytestmark = pytest.mark.browser

SMALLEST = """() => {
  const sizes = [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && !element.closest('.spoken'))
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .map((element) => parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.()?.a ?? 1));
  return Math.min(...sizes);
}"""
"""The smallest text drawn, in px, scaling of pictures included."""


def until(page: Page, condition: str, seconds: float = 10.0) -> None:
    """Wait until a condition holds, asked from outside: a page under this policy lets nobody evaluate text inside."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {condition}"
        page.wait_for_timeout(50)


@pytest.fixture
def view(exampleton: Snapshot) -> View:
    """Return Exampleton on its own day."""
    return exampleton.on(exampleton.default_day)


def _is_quiet(opened: Opened) -> None:
    assert (opened.requests, opened.complaints, opened.violations) == ([], [], [])


def _crowded(children: int) -> View:
    """Return a board with many members of one kind, two of them ended."""
    rows = [
        Source(id="s", code="1", title="Minutes", kind="document", date="2018"),
        Entity(id="board", label="Board", name="Board", sources=("s:1",)),
    ]
    for number in range(children):
        name = f"Neighbourhood Health and Care Organisation number {number}"
        rows.append(Entity(id=f"o{number}", label="Organisation", name=name, sources=("s:1",)))
        rows.append(Fact(id=f"f{number}", subject=f"o{number}", relation="MEMBER_OF", object="board",
                         sources=("s:2",), end_date="2017" if number < 2 else ""))  # fmt: skip
    snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018"))
    return snapshot.on(snapshot.default_day)


def test_finding_by_alias_leads_to_the_panel_with_its_citation(open_page: Open, view: View) -> None:
    opened = open_page(view)
    opened.page.fill("#find", "ehft")
    assert opened.page.inner_text("#found") == "1 found"
    opened.page.click("#results button")
    expect(opened.page.locator("#focus-title")).to_have_text("Exampleton Hospitals NHS Foundation Trust")
    panel = opened.page.inner_text("#panel")
    assert "Minutes of the Exampleton Health Board, item 2" in panel
    assert "ended December 2023" in panel
    assert "7000 people" in panel
    assert "no document states a reporting line" in panel
    _is_quiet(opened)


def test_keyboard_alone_finds_focuses_and_walks_on(open_page: Open, view: View) -> None:
    page = open_page(view).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the map"
    page.keyboard.press("Tab")
    page.keyboard.type("delivery")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#focus-title")).to_have_text("Exampleton Delivery Group")
    expect(page.locator("#focus-title")).to_be_focused()
    page.keyboard.press("Tab")
    walked = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("#focus-title")).to_have_text(walked)
    page.go_back()
    expect(page.locator("#focus-title")).to_have_text("Exampleton Delivery Group")


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("#focus=health-board", "focus"),
        ("#health-board", "focus"),
        ("#list", "list"),
        ("#grid", "overview"),
        ("#reports", "reports"),
        ("#focus=nobody", "overview"),
        ("#focus=a-example", "overview"),
        ("#focus=%E0%A4%A", "overview"),
    ],
)
def test_every_view_can_be_sent_as_a_link(open_page: Open, view: View, address: str, seen: str) -> None:
    opened = open_page(view, address)
    assert opened.page.get_attribute("body", "data-view") == seen
    assert opened.page.is_visible("#title")
    _is_quiet(opened)


def test_list_follows_the_filter_and_the_filter_stays(open_page: Open, view: View) -> None:
    page = open_page(view, "#list").page
    boards = [entity for entity in view.snapshot.entities.values() if entity.label == "Board"]
    page.select_option("#kind", "Board")
    until(page, "location.hash === '#list&kind=Board'")
    assert page.locator("#list-table tbody tr:not(.group)").count() == len(boards)
    page.click("#list-table a >> text=Exampleton Health Board")
    expect(page.locator("#kind")).to_have_value("Board")


def test_inference_is_shown_on_request_only_and_worded_so(open_page: Open, view: View) -> None:
    page = open_page(view, "#focus=hill-lcp").page
    reason = "the constitution names the other two partnerships only"
    assert reason not in page.inner_text("#panel")
    assert "1 we infer ourselves, not drawn" in (page.get_attribute("#canvas", "aria-label") or "")
    page.click("#inferences")
    expect(page.locator(".ours-box")).to_contain_text(reason)
    expect(page.locator("#canvas")).to_have_attribute("aria-label", re.compile("our inference, in no document"))
    page.click("nav >> text=Who reports to whom")
    expect(page.locator(".reports.inferred")).to_contain_text("our inference")


def test_panel_and_picture_say_the_same(open_page: Open, view: View) -> None:
    page = open_page(view).page
    for entity in ("health-board", "delivery-group", "exampleton-council", "health-strategy"):
        page.goto(page.url.split("#")[0] + f"#focus={entity}")
        until(page, f"state.focus === {json.dumps(entity)}")
        drawn = set(page.evaluate("drawnSheet.cards.filter((card) => !card.isFocus).map((card) => card.name)"))
        listed = set(page.locator("#panel > ul button.name, #panel > ul li > b").all_inner_texts())
        assert drawn <= listed
        things = set(page.evaluate("drawnSheet.cards.filter((card) => !card.isFocus).map((card) => card.thing)"))
        asserted = [fact for fact in view.facts if basis_of(fact) != "inferred"]
        assert things == {fact.subject for fact in asserted if fact.object == entity} | {
            fact.object for fact in asserted if fact.subject == entity
        }


@pytest.mark.parametrize("children", [28, 90])
def test_many_members_stay_legible_and_apart(open_page: Open, children: int) -> None:
    opened = open_page(_crowded(children), "#focus=board")
    cards = opened.page.evaluate("drawnSheet.cards.map(({ x, y, width, height }) => [x, y, width, height])")
    least = opened.page.evaluate("Math.min(...drawnSheet.cards.flatMap((card) => card.parts.map((part) => part.size)))")
    assert least >= 12
    assert opened.page.evaluate("network.getScale()") == 1
    assert _overlaps(cards) == []
    said = opened.page.get_attribute("#canvas", "aria-label") or ""
    named = f"Who sits on it, {children - 2} named; one seat may be named twice"
    assert f"{named}; 2 more ended or not certain on 31 December 2018" in said
    _is_quiet(opened)


def _overlaps(cards: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    return [
        (one, other)
        for place, one in enumerate(cards)
        for other in cards[place + 1 :]
        if abs(one[0] - other[0]) < (one[2] + other[2]) / 2 and abs(one[1] - other[1]) < (one[3] + other[3]) / 2
    ]


def test_count_of_a_group_follows_the_filter_and_opens(open_page: Open) -> None:
    page = open_page(_crowded(90), "#focus=board").page
    names = "drawnSheet.cards.map((card) => card.name)"
    assert "88 organisations" in page.evaluate(names)
    page.evaluate("choose({ nodes: [drawnSheet.cards.find((card) => card.opens).key] })")
    assert len(page.evaluate(names)) == 89
    page.select_option("#kind", "Organisation")
    until(page, "location.hash.endsWith('kind=Organisation')")
    page.evaluate("location.hash = '#focus=board&kind=Post'")
    until(page, "drawnSheet.cards.length === 1")
    assert "0 of 88" in (page.get_attribute("#canvas", "aria-label") or "")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_nothing_overflows_and_no_text_is_under_12_px(open_page: Open, view: View, width: int, height: int) -> None:
    opened = open_page(view, "", width, height)
    for address in ("#overview", "#grid", "#reports", "#list", "#focus=health-board"):
        opened.page.evaluate("(address) => { location.hash = address; showState(); }", address)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.page.evaluate(SMALLEST) >= 11.95
    _is_quiet(opened)


def test_dark_screens_get_dark_paper_in_page_and_picture(open_page: Open, view: View) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = open_page(view, "#focus=health-board")
    dark = open_page(view, "#focus=health-board", scheme="dark")
    assert [light.page.evaluate(paper), dark.page.evaluate(paper)] == ["rgb(255, 255, 255)", "rgb(21, 24, 26)"]
    assert [light.page.evaluate("ink.paper"), dark.page.evaluate("ink.paper")] == [
        "rgb(255, 255, 255)",
        "rgb(21, 24, 26)",
    ]


def test_page_is_readable_without_scripts(open_page: Open, view: View) -> None:
    context = open_page(view).page.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(html_of(view))
    assert page.is_visible("#grid table")
    assert "what two sources say" in page.inner_text("h1")
    context.close()


@pytest.mark.parametrize("payloads", [PAYLOADS[start : start + 6] for start in range(0, len(PAYLOADS), 6)])
def test_hostile_text_does_nothing_in_any_view(open_page: Open, payloads: tuple[str, ...]) -> None:
    rows = [row for payload in payloads for row in [*hostile(payload)][1:]]
    opened = open_page(Snapshot.of(rows, hostile(payloads[0]).dataset).on(None))
    page = opened.page
    for go in ("#grid", "#reports&inferences", "#list&inferences"):
        page.evaluate("(address) => { location.hash = address; showState(); }", go)
    for payload in payloads:
        if "\ud800" not in payload:
            page.evaluate("(thing) => { goTo('focus', thing); showState(); }", f"{payload}-board")
            assert page.evaluate("state.focus") == f"{payload}-board"
        page.fill("#find", payload[:50].replace("\ud800", ""))
    assert page.evaluate("window.__pwned") is None
    assert page.evaluate("document.querySelectorAll('img, iframe, base, object, embed, form').length") == 0
    _is_quiet(opened)


def test_island_parses_in_the_browser_as_in_python(open_page: Open) -> None:
    view = hostile("half \ud800 </script> \u2028").on(None)
    names = open_page(view).page.evaluate("JSON.stringify(scene.things.map((thing) => thing.name))")
    assert json.loads(names) == [
        thing.name for thing in (*view.snapshot.entities.values(), *view.snapshot.sources.values())
    ]


def test_numbers_in_the_sentences_lead_to_what_they_count(open_page: Open, view: View) -> None:
    opened = open_page(view)
    counts = dict(opened.page.evaluate("Object.entries(scene.counted).map(([key, one]) => [key, one.ids])"))
    assert counts
    for key, ids in counts.items():
        opened.page.evaluate("location.hash = '#overview'; showState()")
        opened.page.click(f".sentences a[href='#list&of={key}']")
        until(opened.page, "document.activeElement.id === 'list-title'")
        assert opened.page.locator("#list-table tbody tr:not(.group)").count() == len(ids)
    opened.page.click("#list-all")
    until(opened.page, "location.hash === '#list'")
    _is_quiet(opened)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("exampelton helth board", "Exampleton Health Board"), ("delivry group", "Exampleton Delivery Group")],
)
def test_misspelt_name_is_found_and_said_to_be_only_like_it(open_page: Open, view: View, asked: str, name: str) -> None:
    page = open_page(view).page
    page.fill("#find", asked)
    assert page.inner_text("#found").startswith("Nothing of that spelling; ")
    assert page.inner_text("#results button >> nth=0").startswith(name)


def test_person_is_found_at_the_body_or_post_that_names_them(open_page: Open, view: View) -> None:
    page = open_page(view).page
    page.fill("#find", "Avery Example")
    page.press("#find", "Enter")
    expect(page.locator("#panel")).to_contain_text("Avery Example")


def test_what_has_ended_keeps_its_links_and_is_not_called_unstated(open_page: Open) -> None:
    rows = [
        Source(id="s", code="1", title="Minutes", kind="document", date="2018"),
        Entity(id="board", label="Board", name="Board", sources=("s:1",)),
        Entity(id="plan", label="Strategy", name="Plan", sources=("s:1",), end_date="2019"),
        Fact(id="f", subject="board", relation="OVERSEES", object="plan", sources=("s:2",)),
    ]
    snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2022"))
    page = open_page(snapshot.on(snapshot.default_day), "#focus=plan").page
    assert page.evaluate("drawnSheet.cards.map((card) => card.name)") == ["Board", "Plan"]
    panel = page.inner_text("#panel")
    assert "ended 2019" in panel
    assert "not stated" not in panel
    page.click("#panel button.name >> text=Board")
    expect(page.locator("#canvas")).to_have_attribute("aria-label", re.compile("1 ended or not certain"))


def test_heads_of_the_grid_stay_in_sight(open_page: Open, view: View) -> None:
    page = open_page(view, "#grid").page
    below = page.evaluate(
        "window.scrollTo(0, document.querySelector('.grid tbody tr:last-child').getBoundingClientRect().top);"
        "[document.querySelector('.heads th').getBoundingClientRect().top, document.querySelector('.top').offsetHeight]"
    )
    assert below[0] >= below[1] - 1


def test_skip_link_keeps_the_view(open_page: Open, view: View) -> None:
    page = open_page(view, "#focus=health-board").page
    page.focus(".skip")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    assert page.evaluate("state.focus") == "health-board"


def test_forced_colours_leave_the_current_view_legible(open_page: Open, view: View) -> None:
    page = open_page(view).page
    page.emulate_media(forced_colors="active")
    style = "getComputedStyle(document.querySelector('nav [aria-current]'))"
    assert page.evaluate(f"{style}.forcedColorAdjust") == "none"
    assert page.evaluate(f"{style}.color !== {style}.backgroundColor")


@pytest.mark.parametrize("start", [*VIEWS, "focus={}"])
def test_a_page_opens_where_it_was_asked_to_and_elsewhere_with_an_address(
    start: str, view: View, browser: Browser, tmp_path: Path
) -> None:
    board = next(entity.id for entity in view.entities if entity.label == "Board")
    file = tmp_path / "map.html"
    file.write_text(page(view, start=start.format(board)), encoding="utf-8")
    opened = browser.new_page()
    seen = []
    for address in ("", "#list", "#overview"):
        opened.goto("about:blank")
        opened.goto(f"{file.as_uri()}{address}")
        seen.append(opened.evaluate("[state.view, state.focus]"))
    opened.close()
    asked = ["focus", board] if "=" in start else [start, ""]
    assert seen == [asked, ["list", ""], ["overview", ""]]
