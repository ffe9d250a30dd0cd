"""Where something is said, in words for people: titles of sources and places in them.

>>> from ecosystem.model import Dataset, Source
>>> page = Source(id="page", title="Page about boards", date="2018")
>>> cited(Snapshot.of([page], Dataset(id="x", title="X", as_of="2022-07-19")), "page:12-14")
'Page about boards, lines 12-14'
"""

import re
from collections.abc import Iterable, Mapping

from ecosystem.model import Cited, locator_of, source_of
from ecosystem.snapshot import Snapshot
from ecosystem.wording.numbers import joined

_LOCATORS = (
    (re.compile(r"p(?=\d)"), "page"),
    (re.compile(r"s(?=\d)"), "section"),
    (re.compile(r"item(?=\d)"), "item"),
    (re.compile(r"(?=\d)"), "line"),
)


def cited(snapshot: Snapshot, citation: str) -> str:
    """Return a citation by the title of its source and the place in it."""
    return _one_source(snapshot, [citation])


def place_in_words(locator: str) -> str:
    """Return a place within a source in words.

    >>> place_in_words("12"), place_in_words("12-14"), place_in_words("p3"), place_in_words("s4.2")
    ('line 12', 'lines 12-14', 'page 3', 'section 4.2')
    """
    return places_in_words([locator])


def places_in_words(locators: Iterable[str]) -> str:
    """Return places within one source in words, those of one kind together.

    >>> places_in_words(["502-503", "259", "p3"])
    'lines 502-503, 259, page 3'
    """
    places: dict[str, list[str]] = {}
    for word, place in map(_word_and_place, locators):
        places.setdefault(word, []).append(place)
    return joined(*(_places(word, found) for word, found in places.items()))


def _word_and_place(locator: str) -> tuple[str, str]:
    for mark, word in _LOCATORS:
        if found := mark.match(locator):
            return word, locator[found.end() :]
    return "", locator


def _places(word: str, found: list[str]) -> str:
    several = word and (len(found) > 1 or "-" in found[0])
    return f"{word}{'s' if several else ''} {', '.join(found)}".strip()


def citations(snapshot: Snapshot, *rows: Cited) -> str:
    """Return all citations of one or more rows in words, places in one source together and none twice."""
    return "; ".join(cited_by_source(snapshot, *rows).values())


def cited_by_source(snapshot: Snapshot, *rows: Cited) -> Mapping[str, str]:
    """Return what one or more rows cite by the id of the source: its title and the places in it, in words."""
    places: dict[str, list[str]] = {}
    for citation in dict.fromkeys(citation for row in rows for citation in row.sources):
        places.setdefault(source_of(citation), []).append(citation)
    return {source: _one_source(snapshot, found) for source, found in places.items()}


def titles_cited(snapshot: Snapshot, *rows: Cited) -> str:
    """Return the titles of all sources that rows cite, none twice and without places."""
    sources = dict.fromkeys(source_of(citation) for row in rows for citation in row.sources)
    return "; ".join(map(snapshot.name_of, sources))


def _one_source(snapshot: Snapshot, found: list[str]) -> str:
    source = snapshot.sources.get(source_of(found[0]))
    title = source.title if source else source_of(found[0])
    return joined(title, places_in_words(map(locator_of, found)))
