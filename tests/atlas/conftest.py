"""An atlas opened from a disk, in a real browser that can reach nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from atlas.reading import atlas_of
from pages import Opened, watched
from playwright.sync_api import Browser

from ecosystem.snapshot import View

OpenAtlas = Callable[..., Opened]


@pytest.fixture
def open_atlas(browser: Browser, tmp_path: Path) -> Iterator[OpenAtlas]:
    """Yield a way to open a page of the atlas of a view, in a window of some width, dark or light."""
    folder = tmp_path / "deep in" / "a folder"

    def opened(view: View, page: str = "index.html", width: int = 1366, scheme: str = "light") -> Opened:
        for path, text in atlas_of(view).files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": width, "height": 768}, color_scheme=scheme, offline=True)
        contexts.callback(context.close)
        result = watched(context, folder.as_uri())
        result.page.goto((folder / page).as_uri())
        return result

    with ExitStack() as contexts:
        yield opened
