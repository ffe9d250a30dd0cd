"""An atlas as files: every page rendered from one base, the style, the search; the same bytes for the same data.

Importing `ecosystem.maps` imports pyvis too; nothing of it is in an atlas, which has pictures and one small script.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ecosystem.answers.changes import MAY_BE_OLDER, NOT_TOLD
from ecosystem.answers.evidence import questions as questions_answered
from ecosystem.atlas.bodies import page_of
from ecosystem.atlas.changes import changes_of
from ecosystem.atlas.documents import document_page
from ecosystem.atlas.front import front_page
from ecosystem.atlas.parts import BASIS, MEANINGS
from ecosystem.atlas.questions import question, questions_of
from ecosystem.atlas.search import index
from ecosystem.atlas.site import Site
from ecosystem.audit import MEANING, Severity
from ecosystem.evidence import size_of
from ecosystem.maps.heading import Heading, heading_of
from ecosystem.maps.markup import writable
from ecosystem.maps.people import without_people as leaving_people_out
from ecosystem.maps.svg_style import STYLE
from ecosystem.snapshot import View
from ecosystem.wording import left_out

MARK = "atlas.txt"
"""The file by which a folder is known for an atlas; it lists all others."""

MARKED = "An atlas made by ecosystem. A new one replaces every file named here:"
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""Only the atlas's own script and style; `file:` for browsers to which a page on a disk has no self."""

GRAVE = tuple(meaning for severity, meaning in MEANING.items() if severity is not Severity.NOTE)
"""What the severities mean that are said beside a question."""

Advance = Callable[[int, int], object]

OVERVIEWS = 4
"""Pages that are about no one thing."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PALETTE_ENDS = "* { box-sizing"


def atlas(view: View, *, without_people: bool = False, advance: Advance = lambda _done, _all: None) -> dict[str, str]:
    """Return the files of the atlas of a view by path: the same text for the same data.

    `without_people` leaves every person out of all of them; `advance` is told how many pages are made, of how many.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
    >>> sorted(atlas(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None)))[:5]
    ['about.html', 'atlas.css', 'atlas.txt', 'bodies/board.html', 'changes.html']
    """
    shown = leaving_people_out(view) if without_people else view
    site = Site.of(shown)
    made = {"atlas.css": style(), "search.js": _text("search.js"), "search-index.js": index(site)}
    number = OVERVIEWS + len(site.addresses.things) + len(site.documents.all)
    for done, (path, text) in enumerate(_pages(site, heading_of(shown, without_people=without_people)), start=1):
        made[path] = text
        advance(done, number)
    return made | {MARK: "\n".join((MARKED, *sorted(made))) + "\n"}


def style() -> str:
    """Return the style of all pages: the colours of the map's page, its pictures, and what is the atlas's own."""
    page = files("ecosystem.maps").joinpath("templates", "page.css").read_text(encoding="utf-8")
    palette, found, _ = page.partition(_PALETTE_ENDS)
    assert found  # noqa: S101 - the style of the map's page begins with its colours
    return f"{palette}{STYLE}{_text('atlas.css')}"


def zipped(made: Mapping[str, str], folder: str) -> bytes:
    """Return files as a zip archive with one folder in it, the same bytes for the same files.

    >>> import io, zipfile
    >>> zipfile.ZipFile(io.BytesIO(zipped({"index.html": "<p>"}, "leeds"))).namelist()
    ['leeds/index.html']
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, text in sorted(made.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, text, compresslevel=9)
    return packed.getvalue()


def _pages(site: Site, heading: Heading) -> Iterator[tuple[str, str]]:
    """Yield every page with its path, one after the other as they are made."""
    common = {
        "heading": heading,
        "dataset": site.view.snapshot.dataset,
        "policy": POLICY,
        "ours": BASIS["inferred"],
        "bases": [(BASIS[basis], words) for basis, words in MEANINGS.items()],
    }
    for name, values in _overviews(site):
        yield f"{name}.html", _render(name, values | common)
    for node_id, path in site.addresses.things.items():
        page = page_of(site, site.view.snapshot.entities[node_id])
        asked = [question(site, one, here=True) for one in page.asked]
        yield path, _render("body", {"page": page, "asked": asked} | common, "../")
    for document in site.documents.all:
        text = _render("document", {"page": document_page(site, document)} | common, "../")
        yield site.addresses.documents[document.id], text


def _overviews(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the names of the pages that are about no one thing, each with what stands on it."""
    view = site.view
    yield "index", {"page": front_page(site)}
    yield "changes", {"periods": changes_of(site), "may_be_older": MAY_BE_OLDER, "not_told": NOT_TOLD}
    yield "questions", {"groups": questions_of(site), "lead": questions_answered(view).lead, "meaning": GRAVE}
    left = left_out(view.left_out(), view.day)
    yield "about", {"size": size_of(view.snapshot), "left_out": left, "meaning": MEANING.values()}


def _render(name: str, values: Mapping[str, Any], root: str = "") -> str:
    return writable(_templates().get_template(f"{name}.html.j2").render(**values, root=root))


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("ecosystem.atlas", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["drawn"] = Markup  # what ElementTree has written, which escapes
    return environment


def _text(name: str) -> str:
    return files("ecosystem.atlas").joinpath("templates", name).read_text(encoding="utf-8")
