"""File names and anchors made of ids: safe on every system, and never the same for two."""

import re

from atlas.reading import atlas_of, faults
from hypothesis import given
from hypothesis import strategies as st
from maps.hostile import PAYLOADS

from ecosystem.atlas.addresses import LONGEST, slug
from ecosystem.model import Dataset, Entity
from ecosystem.snapshot import Snapshot

SAFE = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    "conin",
    "conout",
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(10)),
}

close = st.sampled_from(["con", "CON", "Con", "a", "A", "a-", "-a", "a--b", "a b", "../a", "", "é", "nul", *PAYLOADS])
texts = st.one_of(st.text(max_size=90), close, st.from_regex(r"[a-z-]{1,80}", fullmatch=True))


@given(texts)
def test_a_file_name_is_safe_everywhere(identifier: str) -> None:
    name = slug(identifier)
    assert SAFE.fullmatch(name)
    assert len(name) <= LONGEST
    assert name not in DEVICES


@given(texts, texts)
def test_two_ids_never_share_a_file_name(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == (one == other)


@given(texts)
def test_a_file_name_is_no_file_name_of_another(identifier: str) -> None:
    assert slug(slug(identifier)) != slug(identifier) or slug(identifier) == identifier


def test_reserved_names_and_names_that_differ_in_capitals_have_pages_of_their_own() -> None:
    names = ("con", "Con", "board", "Board", "BOARD", "a" * 300, "../../x", "a\0b", "~", "/etc/passwd")
    rows = [Entity(id=name, label="Board", name="Board", evidence_date="2018") for name in names]
    made = atlas_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None))
    pages = [path for path in made.files if path.startswith("bodies/")]
    assert len({path.casefold() for path in pages}) == len(names)
    assert [path for path in pages if not re.fullmatch(r"bodies/[a-z0-9-]+\.html", path)] == []
    assert faults(made) == []
