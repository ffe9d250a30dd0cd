"""The page of one body, strategy or programme: everything that is said of it, what changed, and what is open.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018", basis="stated")
>>> page = page_of(Site.of(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None)), board)
>>> page.lead, [(section.title, [row.says for row in section.rows]) for section in page.sections]
('board', [('Its chair and members', ['chair', 'members']), ('Line upward', ['reports to'])])
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ecosystem.answers import Said, said_of
from ecosystem.answers.profile import SECTION as PROFILE
from ecosystem.atlas.neighbourhood import WIDTH, address_of, neighbourhood
from ecosystem.atlas.parts import BASIS, Asked, Piece, Pieces, Section
from ecosystem.atlas.site import Site
from ecosystem.atlas.telling import Sentence, told_in
from ecosystem.chronicle import Kind, Told, chronicle_of
from ecosystem.dates import Status
from ecosystem.evidence import day_looked_at
from ecosystem.maps.layout.layout import layout
from ecosystem.maps.svg import drawing
from ecosystem.model import WITH_SEATS, Entity, basis_of
from ecosystem.names import names_of
from ecosystem.network import CHAIR
from ecosystem.wording import LEFT_OPEN, NOT_STATED, WITH_OUR_INFERENCE, counted, newest_evidence, on_day, when_said

POWERS, POWERS_SHOWN = "decision_powers", "decision powers"
_TOLD_OTHERWISE = frozenset({"short name", "also called", "tier", "sector, by our classification"})
UNDRAWN = "No source joins it to another body or plan {day}, so there is nothing to draw."
DRAWN = "What it is joined to {day}, by relation; a year is that of the newest source. What we infer is not drawn."
DRAWN_OF_OLD = "What it was joined to while it lasted, by relation; a year is that of the newest source."


@dataclass(frozen=True, slots=True)
class BodyPage:
    """What stands on the page of a thing.

    `lead` says what it is, `status` that it has ended or not begun, `known` names, classes and numbers it goes by.
    `picture` is an SVG element, empty where there is nothing to draw; `under_it` says what it shows and leaves out.
    """

    id: str
    name: str
    lead: str
    status: str
    known: tuple[tuple[str, Pieces], ...]
    picture: str
    under_it: str
    sections: tuple[Section, ...]
    changes: tuple[Sentence, ...]
    first_documented: tuple[Sentence, ...]
    asked: tuple[Asked, ...]
    asked_of_it: str
    to_it: str


def page_of(site: Site, entity: Entity) -> BodyPage:
    """Return the page of a body, strategy or programme."""
    said = list(said_of(site.view, entity))
    kind, *known = (one for one in said if one.section == PROFILE)
    picture, under_it = _picture(site, entity)
    changes, first = _changes(site, entity)
    alive = site.view.status(entity) is not Status.OUTSIDE
    to_others = [one for one in site.asked_of.get(entity.name, ()) if one.gap.about.id != entity.id]
    return BodyPage(
        id=entity.id,
        name=entity.name,
        lead=kind.what,
        status="" if alive else when_said(site.view, entity),
        known=(*_governed(site, entity), *_known(site, entity, known)),
        picture=picture,
        under_it=under_it,
        sections=tuple(_sections(site, entity, said)),
        changes=changes,
        first_documented=first,
        asked=site.asked_about.get(entity.id, ()),
        asked_of_it=_asked_of_it(to_others),
        to_it=to_others[0].to if to_others else "",
    )


def _governed(site: Site, entity: Entity) -> Iterator[tuple[str, Pieces]]:
    """Yield who chairs a table and what it may decide, or that it is not stated."""
    if entity.label not in WITH_SEATS:
        return
    yield CHAIR, (Piece(site.chairs.get(entity.id, NOT_STATED)),)
    powers = site.view.statements_about(entity.id, POWERS)
    for said in powers:
        yield POWERS_SHOWN, (Piece(f"{said.value or LEFT_OPEN} · {when_said(site.view, said)} · "), *site.cited(said))
    if not powers:
        yield POWERS_SHOWN, (Piece(NOT_STATED),)


def _known(site: Site, entity: Entity, said: Iterable[Said]) -> Iterator[tuple[str, Pieces]]:
    """Yield what a thing is called, how it is classed, when it was last confirmed and where it is named."""
    if others := [name for name in names_of(entity) if name != entity.name]:
        yield "also called", (Piece(", ".join(others)),)
    title = site.view.snapshot.title_of
    if classes := [title(name, code) for name, code in (("tier", entity.tier), ("sector", entity.sector)) if code]:
        yield "tier and sector, by our classification", (Piece(", ".join(classes)),)
    yield from ((one.says, (Piece(one.what),)) for one in said if one.says not in _TOLD_OTHERWISE)
    newest = site.confirmed(entity)
    yield "last confirmed", (Piece(newest_evidence(site.view.snapshot, newest) if newest else NOT_STATED),)
    if cited := site.cited(entity):
        yield f"named in ({BASIS[basis_of(entity)]})", cited
    if entity.note:
        yield "note", (Piece(entity.note),)


def _asked_of_it(asked: Sequence[Asked]) -> str:
    are = "more question is" if len(asked) == 1 else "more questions are"
    return f"{len(asked):,} {are} to be put to it about others" if asked else ""


def _sections(site: Site, entity: Entity, said: Iterable[Said]) -> Iterator[Section]:
    """Yield the sections."""
    titles = dict.fromkeys(one.section for one in said if one.section != PROFILE)
    for title in titles:
        rows = tuple(site.row(one, entity.id) for one in said if one.section == title)
        yield Section(title, rows, ours=title.startswith(WITH_OUR_INFERENCE))


def _picture(site: Site, entity: Entity) -> tuple[str, str]:
    drawn = neighbourhood(site, entity)
    if drawn is None:
        return "", UNDRAWN.format(day=on_day(site.view.day))

    def address(box: str) -> str:
        page = address_of(site, box)
        return f"../{page}" if page else ""

    return drawing(layout(drawn.opening, WIDTH), address), " ".join(_under(site, entity, drawn.rolled_up))


def _under(site: Site, entity: Entity, rolled_up: int) -> Iterator[str]:
    """Yield what is said under a picture: what it shows, and what it rolls up."""
    alive = site.view.status(entity) is not Status.OUTSIDE
    yield DRAWN.format(day=on_day(site.view.day)) if alive else DRAWN_OF_OLD
    if rolled_up:
        yield f"{counted(rolled_up, 'neighbour is', 'neighbours are')} rolled up in it; the tables below name all."


def _changes(site: Site, entity: Entity) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """Return what changed in the life of a thing, and what is first documented after it was first spoken of itself."""
    snapshot, day = site.view.snapshot, day_looked_at(site.view)
    first = min(snapshot.span(entity).holds_from, day)
    before = _told(site, entity, date.min, first)
    after = _told(site, entity, first, day) if first < day else []
    dated = [one for one in (*before, *after) if one.kind not in {Kind.FIRST_DOCUMENTED, Kind.INFERRED}]
    fresh = [one for one in after if one.kind is Kind.FIRST_DOCUMENTED]
    return told_in(site, dated, entity.id), told_in(site, fresh, entity.id)


def _told(site: Site, entity: Entity, earlier: date, later: date) -> list[Told]:
    themes = chronicle_of(site.view.snapshot, entity.id, earlier, later, site.view.bases)
    return list(chain.from_iterable(theme.told for theme in themes))
