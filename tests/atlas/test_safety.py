"""No text of the data can become anything but text in an atlas."""

import json
from dataclasses import astuple

import pytest
from atlas.reading import Atlas, atlas_of, faults
from maps.hostile import PAYLOADS, hostile

from ecosystem.atlas.search import entries
from ecosystem.atlas.site import Site
from ecosystem.atlas.writing import POLICY

PICTURE = {"text", "path", "rect", "g", "a", "svg"}
"""Elements whose number may follow the length of a text."""

CALM = atlas_of(hostile("calm").on(None))


def shapes(made: Atlas) -> set[tuple[str, str]]:
    """Return which attributes stand on which elements."""
    return {(tag, name) for page in made.pages.values() for tag, name, _ in page.attributes}


def elements(made: Atlas) -> list[list[str]]:
    """Return the elements of every page but those of pictures, in order; pages by their elements."""
    return sorted([tag for tag in page.tags if tag not in PICTURE] for page in made.pages.values())


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload[:24].encode("ascii", "replace").decode())
class TestHostileText:
    """Each payload stands in every id and text of a dataset."""

    def test_adds_no_element_and_no_attribute(self, payload: str) -> None:
        made = atlas_of(hostile(payload).on(None))
        assert faults(made) == []
        assert {tag for page in elements(made) for tag in page} == {tag for page in elements(CALM) for tag in page}
        assert shapes(made) == shapes(CALM)
        assert len(made.pages) == len(CALM.pages)

    def test_adds_no_script_handler_or_address(self, payload: str) -> None:
        made = atlas_of(hostile(payload).on(None))
        assert {page.tags.count("script") for page in made.pages.values()} == {2}
        assert {page.tags.count("style") for page in made.pages.values()} == {0}
        assert not [name for _, name in shapes(made) if name.startswith("on") or name == "style"]
        assert {link for _, link in made.abroad} == {"data:,", "https://example.org/document"}
        assert {target for _, target, _ in made.links} <= made.files.keys()

    def test_reads_back_from_the_index_as_it_was(self, payload: str) -> None:
        view = hostile(payload).on(None)
        wanted = json.loads(json.dumps([astuple(entry) for entry in entries(Site.of(view))]))
        assert atlas_of(view).index == wanted
        assert "<" not in atlas_of(view).files["search-index.js"]

    def test_can_be_written_as_utf8(self, payload: str) -> None:
        for text in atlas_of(hostile(payload).on(None)).files.values():
            text.encode("utf-8")


def test_every_page_has_the_policy_that_lets_nothing_in_from_elsewhere() -> None:
    for page in CALM.pages.values():
        assert ("meta", "content", POLICY) in page.attributes
    directives = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert directives["default-src"] == "'none'"
    assert not [words for words in directives.values() if "http" in words or "unsafe" in words or "*" in words]


def test_the_script_never_reads_data_as_markup() -> None:
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc")
    assert not [word for word in forbidden if word in CALM.files["search.js"]]
