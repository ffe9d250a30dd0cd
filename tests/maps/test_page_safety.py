"""No text of the data can become anything but text in the page."""

import json
from dataclasses import asdict

import pytest
from maps.hostile import PAYLOADS, hostile
from maps.reading import Reading, html_of, sum_of

from ecosystem.maps.page import SCRIPTS
from ecosystem.maps.scene import scene_of
from ecosystem.snapshot import Snapshot

SVG = {"tspan", "text", "path", "rect", "g", "a", "circle", "svg"}
"""Elements whose number may follow the length of a text."""

CALM = Reading(html_of(hostile("calm").on(None)))


def _element_shape(reading: Reading) -> list[tuple[str, str]]:
    return sorted({(tag, name) for tag, name, _ in reading.attributes})


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload[:24].encode("ascii", "replace").decode())
class TestHostileText:
    """Each payload stands in every id and text of a dataset."""

    def test_adds_no_element_and_no_attribute(self, payload: str) -> None:
        reading = Reading(html_of(hostile(payload).on(None)))
        assert [tag for tag in reading.tags if tag not in SVG] == [tag for tag in CALM.tags if tag not in SVG]
        assert _element_shape(reading) == _element_shape(CALM)

    def test_adds_no_script_handler_or_address(self, payload: str) -> None:
        reading = Reading(html_of(hostile(payload).on(None)))
        assert [kind for kind, _ in reading.scripts] == ["application/json", "", ""]
        assert reading.tags.count("style") == 1
        assert not [name for _, name, _ in reading.attributes if name.startswith("on")]
        assert {address for address in reading.addresses if not address.startswith("#")} == {
            "https://example.org/document"
        }

    def test_reads_back_from_the_island_as_it_was(self, payload: str) -> None:
        view = hostile(payload).on(None)
        island = Reading(html_of(view)).island
        wanted = json.loads(json.dumps(asdict(scene_of(view))))
        assert {key: island[key] for key in wanted} == wanted

    def test_can_be_written_as_utf8(self, payload: str) -> None:
        html_of(hostile(payload).on(None)).encode("utf-8")


def test_policy_names_the_sum_of_every_script_and_style_and_nothing_else(exampleton: Snapshot) -> None:
    reading = Reading(html_of(exampleton.on(exampleton.default_day)))
    directives = dict(part.split(" ", 1) for part in reading.policy.split("; "))
    assert directives == {
        "default-src": "'none'",
        "script-src": " ".join(sum_of(text) for kind, text in reading.scripts if not kind),
        "style-src": " ".join(map(sum_of, reading.styles)),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_no_attribute_carries_style_or_script(exampleton: Snapshot) -> None:
    reading = Reading(html_of(exampleton.on(exampleton.default_day)))
    assert not [(tag, name) for tag, name, _ in reading.attributes if name == "style" or name.startswith("on")]


def test_our_scripts_never_read_data_as_markup() -> None:
    own = next(text for kind, text in reversed(CALM.scripts) if not kind)
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc")
    assert len(SCRIPTS) > 1
    assert not [word for word in forbidden if word in own]
