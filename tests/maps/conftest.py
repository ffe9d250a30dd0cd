"""A page opened in a real browser that may reach nothing, with everything it tried or complained of on record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from maps.reading import html_of
from playwright.sync_api import Browser, Page

from ecosystem.snapshot import View


@dataclass
class Opened:
    """A page in the browser; `requests`, `complaints` (console, errors) and `violations` (policy) should stay empty."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def violations(self) -> list[str]:
        """What the content security policy had to stop."""
        return list(self.page.evaluate("window.__violations"))


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a way to open the page of a view at an address, in a window of some size, dark or light."""
    contexts = []

    def opened(view: View, address: str = "", width: int = 1366, height: int = 768, scheme: str = "light") -> Opened:
        file = tmp_path / "map.html"
        file.write_text(html_of(view), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True)
        contexts.append(context)
        context.add_init_script(
            "window.__violations = [];"
            "addEventListener('securitypolicyviolation', (event) => __violations.push(event.violatedDirective));"
        )
        result = Opened(context.new_page())
        result.page.on("console", lambda message: result.complaints.append(message.text))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        own = file.as_uri()
        result.page.on("request", lambda request: request.url.startswith(own) or result.requests.append(request.url))
        result.page.goto(f"{own}{address}")
        return result

    yield opened
    for context in contexts:
        context.close()
