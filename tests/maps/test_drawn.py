"""The map as a value: shown in a notebook, explored in a frame, saved to a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame

from ecosystem.maps import Map, page
from ecosystem.maps.sheet import raster, sheet
from ecosystem.problems import Refused, UsageError
from ecosystem.snapshot import Snapshot, View


@pytest.fixture
def view(exampleton: Snapshot) -> View:
    return exampleton.on(exampleton.default_day)


def test_a_map_is_saved_as_its_page_or_its_picture_by_the_end_of_the_name(view: View, tmp_path: Path) -> None:
    drawn = Map(view)
    for name in ("map.html", "map.SVG", "map.png"):
        drawn.save(tmp_path / name)
    saved = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert saved == {
        "map.html": page(view).encode(), "map.SVG": sheet(view).encode(), "map.png": raster(sheet(view)),
    }  # fmt: skip


def test_a_map_is_saved_under_no_other_name_and_not_where_nobody_may_write(view: View, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"not written as `map.pdf`") as raised:
        Map(view).save(tmp_path / "map.pdf")
    assert raised.value.fix == "let its name end in .html, .svg, .png"
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(Refused, match="cannot write in file"):
        Map(view).save(str(tmp_path / "file" / "map.svg"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_without_people_neither_picture_nor_page_names_one(leeds: Snapshot) -> None:
    record = leeds.on(None)
    people = {entity.name for entity in leeds.entities.values() if entity.label == "Person"}
    shown, hidden = ({name for name in people if name in Map(record, out).html} for out in (False, True))
    assert shown
    assert not hidden
    assert not any(name in Map(record, leave_people_out=True).svg for name in people)


def framed(browser: Browser, view: View, folder: Path) -> tuple[Frame, list[str]]:
    """Return the page as a notebook frames it, opened without a network, and what the browser complains of."""
    file, said = folder / "notebook.html", []
    file.write_text(f"<!doctype html><title>notebook</title>{Map(view).explore()._repr_html_()}", encoding="utf-8")
    opened = browser.new_context(viewport={"width": 1366, "height": 900}, offline=True).new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: request.url.startswith(file.as_uri()) or said.append(request.url))
    opened.goto(file.as_uri())
    return opened.frames[1], said


@pytest.mark.browser
def test_in_a_frame_the_page_is_explored_as_in_a_file_and_stays_there(
    browser: Browser, view: View, tmp_path: Path
) -> None:
    frame, said = framed(browser, view, tmp_path)
    box = frame.locator("svg.opening a.box").first
    name = str(box.get_attribute("data-id"))
    box.click()
    frame.get_by_role("heading", name=view.snapshot.name_of(name)).first.wait_for()
    frame.get_by_role("link", name="Who reports to whom").first.click()
    frame.locator("body[data-view=reports]").wait_for()
    frame.evaluate("history.back()")
    frame.locator("body:not([data-view=reports])").wait_for()
    assert (frame.page.title(), frame.url.split("#")[0], said) == ("notebook", "about:srcdoc", [])
    frame.page.context.close()
