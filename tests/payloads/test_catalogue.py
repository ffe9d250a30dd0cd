"""Every hostile string has its place in the table, and the table is tried."""

import re
from pathlib import Path

from maps.hostile import PAYLOADS as ON_PAGES
from payloads.catalogue import ELSEWHERE, KINDS, PAGES, PAYLOADS, SECRETS

TESTS = Path(__file__).parents[1]


def test_no_number_is_missing_and_no_form_is_there_twice() -> None:
    assert {payload.number for payload in PAYLOADS} == set(range(1, 111))
    assert len({form for payload in PAYLOADS for form in payload.forms}) == sum(len(each.forms) for each in PAYLOADS)
    assert {payload.kind for payload in PAYLOADS} == set(KINDS)


def test_every_page_payload_has_a_form_among_those_of_the_maps() -> None:
    assert len(ON_PAGES) >= len(PAGES)
    assert [payload.number for payload in PAYLOADS if not payload.forms] == [
        payload.number for payload in (*PAGES, *SECRETS)
    ]


def test_what_is_tried_elsewhere_is_there() -> None:
    for module, name in ELSEWHERE.values():
        assert re.search(rf"^def {name}\(", (TESTS / module).read_text(encoding="utf-8"), re.MULTILINE), name
