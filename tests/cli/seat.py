"""Neo4j Browser as a person uses it: logged in, files dropped on its window, favourites run, commands typed."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Route, expect

PATIENCE = 60_000
"""Milliseconds to wait for Browser, on a busy machine."""

LOCAL = "http://127.0.0.1:"

DROP = """([name, content]) => {
  const files = new DataTransfer();
  files.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
  document.querySelector('.filedrop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }));
}"""


@dataclass
class Seat:
    """An open Neo4j Browser; what it asks of other computers is kept from it, and on record in `elsewhere`."""

    page: Page
    elsewhere: list[str] = field(default_factory=list)

    def log_in(self, password: str) -> None:
        """Type the password, which is all that is missing, and connect."""
        self.page.get_by_test_id("password").fill(password)
        self.page.get_by_test_id("connect").click()
        expect(self.page.get_by_text("You are connected as user")).to_be_visible()

    def drop(self, file: Path) -> None:
        """Drop a file on the window."""
        self.page.evaluate(DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])

    def run_favourite(self, folder: str, title: str, command: str = "") -> Locator:
        """Run a favourite from its folder in the drawer, and return the frame it answers in, named by its command."""
        drawer = self.page.get_by_test_id("createNewFavorite")
        if not drawer.is_visible():
            self.page.get_by_test_id("navigationFavorites").click()
        named = self.page.get_by_test_id(f"scriptTitle-{title}")
        if not named.is_visible():
            self.page.get_by_test_id(f"expandFolder-{folder}").click()
        item = self.page.get_by_test_id("savedScriptListItem").filter(has=named)
        item.hover()
        item.get_by_test_id("savedScriptsButton-Run").click()
        return self.newest_frame(command or f"// {title}")

    def type(self, command: str) -> Locator:
        """Type a command into the editor, run it, and return the frame it answers in."""
        self.page.locator("#monaco-main-editor").click()
        self.page.keyboard.insert_text(command)
        self.page.get_by_test_id("editor-Run").click()
        return self.newest_frame(command)

    def newest_frame(self, command: str) -> Locator:
        """Return the frame on top, once it is that of a command."""
        frame = self.page.get_by_test_id("frame").first
        expect(frame).to_contain_text(command.partition("\n")[0])
        return frame


@contextmanager
def seated(browser: Browser, address: str) -> Iterator[Seat]:
    """Open an address of Neo4j Browser in a fresh window that reaches this computer only; answers may take longer."""
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.set_default_timeout(PATIENCE)
    seat = Seat(context.new_page())

    def keep(route: Route) -> None:
        if route.request.url.startswith(LOCAL):
            route.continue_()
        else:
            seat.elsewhere.append(route.request.url)
            route.abort()

    context.route("**/*", keep)
    seat.page.goto(address)
    try:
        yield seat
    finally:
        context.close()
        expect.set_options(timeout=None)
