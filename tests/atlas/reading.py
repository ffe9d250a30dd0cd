"""An atlas read back as a browser reads it: elements, anchors, links, tables and words of every page."""

import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urldefrag

from ecosystem.atlas import atlas
from ecosystem.snapshot import View

BLOCKS = frozenset({"p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "summary"})
"""Elements between whose texts there is more than nothing."""

VOID = frozenset({"meta", "link", "input", "br", "col"})
_MADE: dict[tuple[object, ...], "Atlas"] = {}


@dataclass
class Page(HTMLParser):
    """A page. `faults` are elements that are not closed in order; `attributes` are (tag, name, value)."""

    html: str
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.feed(self.html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its attributes."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is closed at once, as in pictures."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, which must be the last that was opened."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes another element")
        if tag in BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.words.append(data)

    @cached_property
    def text(self) -> str:
        """All words, spaces single."""
        return " ".join("".join(self.words).split())

    @cached_property
    def anchors(self) -> list[str]:
        """The ids of elements."""
        return [value for _, name, value in self.attributes if name == "id"]

    @cached_property
    def links(self) -> list[str]:
        """Where links, styles and scripts lead."""
        return [value for _, name, value in self.attributes if name in {"href", "src"}]


@dataclass(frozen=True)
class Atlas:
    """The files of an atlas, and its pages read back."""

    files: Mapping[str, str]

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages by path."""
        return {path: Page(text) for path, text in self.files.items() if path.endswith(".html")}

    @cached_property
    def links(self) -> set[tuple[str, str, str]]:
        """Every link within the atlas: from which page, to which file, to which anchor."""
        return {link for path, page in self.pages.items() for link in _within(path, page)}

    @cached_property
    def abroad(self) -> set[tuple[str, str]]:
        """Every link that leaves the atlas: from which page, to where."""
        return {(path, link) for path, page in self.pages.items() for link in page.links if _leaves(link)}

    @cached_property
    def index(self) -> list[list[Any]]:
        """What the search can find."""
        return list(json.loads(self.files["search-index.js"].partition(" = ")[2].removesuffix(";\n")))

    def leads(self, page: str, target: str) -> set[str]:
        """Return the anchors on a page that links on another lead to."""
        return {anchor for source, to, anchor in self.links if (source, to) == (page, target)}


def atlas_of(view: View, *, without_people: bool = False) -> Atlas:
    """Return the atlas of a view, made once a run for the same content and day."""
    key = (*view.snapshot, view.day, view.bases, without_people)
    if key not in _MADE:
        _MADE[key] = Atlas(atlas(view, without_people=without_people))
    return _MADE[key]


def faults(made: Atlas) -> list[str]:
    """Return what is wrong with the pages of any atlas, in words; empty where nothing is."""
    return [*_ill_formed(made), *_dangling(made)]


def _ill_formed(made: Atlas) -> Iterator[str]:
    for path, page in made.pages.items():
        yield from (f"{path}: {fault}" for fault in page.faults)
        twice = {one for one in page.anchors if page.anchors.count(one) > 1} if _has_twice(page) else set()
        yield from (f"{path}: the anchor {one} stands twice" for one in sorted(twice))
        if [page.tags.count(tag) for tag in ("h1", "main", "header", "footer", "html")] != [1] * 5:
            yield f"{path}: headings or landmarks are missing or doubled"


def _has_twice(page: Page) -> bool:
    return len(set(page.anchors)) < len(page.anchors)


def _dangling(made: Atlas) -> Iterator[str]:
    for source, target, anchor in sorted(made.links):
        if target not in made.files:
            yield f"{source}: leads to {target}, which is not there"
        elif anchor and anchor not in made.pages[target].anchors:
            yield f"{source}: leads to {target}#{anchor}, which is not there"


def _leaves(link: str) -> bool:
    return ":" in link.partition("/")[0]


def _within(path: str, page: Page) -> Iterator[tuple[str, str, str]]:
    for link in page.links:
        if not _leaves(link):
            file, anchor = urldefrag(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
            yield path, target, unquote(anchor)
