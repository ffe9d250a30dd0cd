"""The front page: what the record says in a few sentences, the opening picture, and lists of all pages.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", tier="city", evidence_date="2018", basis="stated")
>>> page = front_page(Site.of(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None)))
>>> [(group.title, [(kind.title, len(kind.entries)) for kind in group.kinds]) for group in page.bodies]
[('city', [('Board', 1)])]
>>> page.audit.partition(" find ")[2]
'no error, no warning and three notes in the record of X.'
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ecosystem.answers import audit_report, audited
from ecosystem.answers.evidence.grounds import by_basis
from ecosystem.atlas.addresses import PLANS
from ecosystem.atlas.parts import Asked, Piece, Pieces
from ecosystem.atlas.site import Site
from ecosystem.audit import Severity
from ecosystem.dates import Status
from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout.layout import layout
from ecosystem.maps.opening import Part
from ecosystem.maps.svg import drawing
from ecosystem.model import BODIES, Entity, Source
from ecosystem.snapshot import grouped
from ecosystem.wording import capitalised, counted, dated, kind_of, when_said

GRAVE_MOST = 4
"""Errors and warnings that the findings name; of more, how many there are: the findings fill a screen at most."""

TIER_UNKNOWN = "Tier not stated"


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in a list, its page, and what is said after its name; `after` may be empty."""

    name: str
    to: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Things of one kind."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one tier, by kind."""

    title: str
    kinds: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What stands on the front page."""

    sentences: tuple[Pieces, ...]
    grounds: str
    audit: str
    grave: tuple[Asked, ...]
    more_grave: str
    open: str
    picture_title: str
    picture: str
    bodies: tuple[Group, ...]
    plans: tuple[Listed, ...]
    documents: tuple[Entry, ...]


def front_page(site: Site) -> FrontPage:
    """Return the front page of a site."""
    view = site.view
    opening = opening_of(view)
    grave = [one for one in site.asked if one.rule and one.rule.severity is not Severity.NOTE]
    grave.sort(key=lambda one: list(Severity).index(one.rule.severity) if one.rule else 0)
    more = len(grave) - GRAVE_MOST
    entities = view.snapshot.entities.values()
    return FrontPage(
        sentences=tuple(tuple(_piece(site, part) for part in sentence.parts) for sentence in opening.sentences),
        grounds=by_basis(view).lead,
        audit=audit_report(audited(view)).lead[0],
        grave=tuple(grave[:GRAVE_MOST]),
        more_grave=f"{counted(more, 'more')}".removesuffix("s") if more > 0 else "",
        open=_open(site),
        picture_title=opening.title,
        picture=drawing(layout(opening), lambda one: site.addresses.things.get(one, "")),
        bodies=tuple(_by_tier(site, (entity for entity in entities if entity.label in BODIES))),
        plans=_by_kind(site, (entity for entity in entities if entity.label in PLANS)),
        documents=tuple(_document(site, document) for document in site.documents.all),
    )


def _piece(site: Site, part: Part) -> Piece:
    return Piece(part.text, site.addresses.of_any(part.ids) if len(part.ids) == 1 else "", part.strong)


def _open(site: Site) -> str:
    if not site.asked:
        return ""
    addressees = counted(len(site.asked_of), "addressee")
    return f"{counted(len(site.asked), 'question')} to {addressees}"


def _by_tier(site: Site, entities: Iterable[Entity]) -> Iterator[Group]:
    found = grouped((entity.tier, entity) for entity in entities)
    order = dict.fromkeys((*site.view.snapshot.code_lists.get("tier", {}), *sorted(found)))
    for tier in (tier for tier in (*filter(None, order), "") if tier in found):
        title = site.view.snapshot.title_of("tier", tier) if tier else TIER_UNKNOWN
        yield Group(title, _by_kind(site, found[tier]))


def _by_kind(site: Site, entities: Iterable[Entity]) -> tuple[Listed, ...]:
    found = grouped((capitalised(kind_of(one, site.view.snapshot.dataset)), one) for one in entities)
    return tuple(Listed(kind, tuple(_entries(site, found[kind]))) for kind in sorted(found, key=str.casefold))


def _entries(site: Site, entities: Iterable[Entity]) -> Iterator[Entry]:
    ordered = sorted(entities, key=lambda one: (one.name.casefold(), one.id))
    names = Counter(one.name for one in ordered)
    for one in ordered:
        alive = site.view.status(one) is not Status.OUTSIDE
        after = "" if alive else when_said(site.view, one)
        same = f"{one.id}" if names[one.name] > 1 else ""
        yield Entry(one.name, site.addresses.things[one.id], ", ".join(filter(None, (after, same))))


def _document(site: Site, document: Source) -> Entry:
    when = "" if document.title.endswith(dated(document)) else dated(document)
    after = ", ".join(part for part in (document.publisher, when) if part)
    return Entry(document.title, site.addresses.documents[document.id], after)
