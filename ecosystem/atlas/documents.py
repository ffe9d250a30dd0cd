"""The page of one document: what it names, states and lists, line by line in our words, and what it leaves open.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Source(id="minutes", code="M", title="Minutes", kind="minutes", date="2018"),
...     Entity(id="board", label="Board", name="Health Board", sources=("minutes:4",)),
... ]
>>> page = document_page(Site.of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None)), rows[0])
>>> [(part.title, [(row.says, row.when) for row in part.rows]) for part in page.taken]
[('Names', [('line 4', 'documented 2018')])]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ecosystem.answers import said_of
from ecosystem.atlas.addresses import anchor
from ecosystem.atlas.parts import BASIS, Piece, Pieces, Row, Section, between
from ecosystem.atlas.site import Site
from ecosystem.audit import KINDS
from ecosystem.model import RELATIONS, Cited, Entity, Fact, Source, basis_of, ends_of, locator_of, source_of
from ecosystem.snapshot import grouped
from ecosystem.wording import (
    LEFT_OPEN,
    capitalised,
    facts_in_words,
    kind_of,
    places_in_words,
    property_in_words,
    when_said,
)

NAMES, STATEMENTS = "Names", "Figures, schedules and powers"
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Silence:
    """One thing that is not stated, in words, and of what, each with its question."""

    asked: str
    of: Pieces


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What stands on the page of a document; `address` is empty where it has none on the web."""

    id: str
    title: str
    known: tuple[tuple[str, str], ...]
    address: str
    parts: tuple[str, ...]
    taken: tuple[Section, ...]
    silences: tuple[Silence, ...]


def document_page(site: Site, document: Source) -> DocumentPage:
    """Return the page of a document, with what is taken from it and from the sources that are parts of it."""
    said = (one for one in said_of(site.view, document) if one.row is None)
    wholes = site.documents.by_source.items()
    parts = [site.view.name_of(one) for one, whole in wholes if whole == document and one != document.id]
    return DocumentPage(
        id=document.id,
        title=document.title,
        known=tuple((one.says, one.what) for one in said if one.says != "address"),
        address=document.url if document.url.startswith("https://") else "",
        parts=tuple(parts),
        taken=tuple(_taken(site, document)),
        silences=tuple(_silences(site, document)),
    )


def _taken(site: Site, document: Source) -> Iterator[Section]:
    found = grouped((_title(row), row) for row in site.taken_from.get(document.id, ()))
    titles = (NAMES, *(capitalised(relation.verb) for relation in RELATIONS.values()), STATEMENTS)
    for title in (title for title in titles if title in found):
        places = {row: _places(site, document, row) for row in found[title]}
        ordered = sorted(places, key=lambda row: (_numbers(places[row]), row.id))
        yield Section(title, tuple(_row(site, row, places[row]) for row in ordered))


def _title(row: Cited) -> str:
    if isinstance(row, Fact):
        return capitalised(RELATIONS[row.relation].verb)
    return NAMES if isinstance(row, Entity) else STATEMENTS


def _places(site: Site, document: Source, row: Cited) -> tuple[str, ...]:
    """Return the places in a document at which a row is said, in reading order."""
    own = (one for one in row.sources if site.documents.by_source.get(source_of(one)) == document)
    return tuple(sorted(filter(None, map(locator_of, own)), key=lambda one: (_numbers([one]), one)))


def _numbers(places: Iterable[str]) -> list[int]:
    return [int(number) for number in chain.from_iterable(map(_NUMBERS.findall, places))]


def _row(site: Site, row: Cited, places: Iterable[str]) -> Row:
    what, basis = _what(site, row), BASIS[basis_of(row)]
    return Row(places_in_words(places), what, when_said(site.view, row), basis, note=row.note, anchor=anchor(row))


def _what(site: Site, row: Cited) -> Pieces:
    snapshot = site.view.snapshot
    if isinstance(row, Entity):
        kind = kind_of(row, snapshot.dataset)
        return (*site.linked(row.name, [row.id]), Piece(f" ({kind})"))
    if isinstance(row, Fact):
        return site.linked(_clause(site, row), ends_of(row))
    value = f"{row.value} {row.unit}".strip() or LEFT_OPEN
    words = f"{snapshot.name_of(row.subject)}, {property_in_words(snapshot, row)}: {value}"
    return site.linked(words, [row.subject])


def _clause(site: Site, fact: Fact) -> str:
    role = f" under “{fact.role}”" if fact.relation == "SHOWN_ON" and fact.role else ""
    return f"{capitalised(facts_in_words(site.view.snapshot, fact))}{role}"


def _silences(site: Site, document: Source) -> Iterator[Silence]:
    """Yield what is asked of things where this document was looked at for the answer."""
    by_kind = grouped((one.gap.kind, one) for one in site.asked_at.get(document.id, ()))
    for kind, words in KINDS.items():
        if kind in by_kind:
            found = sorted(by_kind[kind], key=lambda one: one.gap.about.name.casefold())
            names = dict.fromkeys(Piece(one.gap.about.name, one.to) for one in found)
            yield Silence(capitalised(words), tuple(between(names)))
