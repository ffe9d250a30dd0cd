"""A page opened in a real browser that may reach nothing, with everything it tried or complained of on record."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from maps.reading import html_of
from playwright.sync_api import Browser, BrowserContext, Page

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


def watched(context: BrowserContext, own: str) -> Opened:
    """Return a new page with everything on record that it asks for beyond its own address, or complains of."""
    context.add_init_script(
        "window.__violations = [];"
        "addEventListener('securitypolicyviolation', (event) => __violations.push(event.violatedDirective));"
    )
    result = Opened(context.new_page())
    result.page.on("console", lambda message: result.complaints.append(message.text))
    result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
    result.page.on("request", lambda request: request.url.startswith(own) or result.requests.append(request.url))
    return result


@contextmanager
def opening(browser: Browser, file: Path) -> Iterator[Open]:
    """Yield a way to write the page of a view to a file and open it, as the fixture `open_page` says."""

    def opened(view: View, address: str = "", width: int = 1366, height: int = 768, scheme: str = "light") -> Opened:
        file.write_text(html_of(view), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True)
        contexts.callback(context.close)
        result = watched(context, file.as_uri())
        result.page.goto(f"{file.as_uri()}{address}")
        return result

    with ExitStack() as contexts:
        yield opened
