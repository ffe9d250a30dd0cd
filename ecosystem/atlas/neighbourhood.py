"""The picture of one thing among its neighbours: what is above it, itself with its seats, what is below and beside it.

Every relation has a band of its own, so that sitting is never taken for reporting. What we infer is not drawn.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="plan", label="Strategy", name="Plan", evidence_date="2018"),
...     Fact(id="a", subject="board", relation="OVERSEES", object="plan", evidence_date="2018", basis="stated"),
... ]
>>> site = Site.of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None))
>>> drawn = neighbourhood(site, rows[1])
>>> [(band.title, [(box.name, box.words) for box in band.boxes]) for band in drawn.opening.bands]
[('Overseen or directed by', [('Board', 'oversees it, 2018')]), ('strategy', [('Plan', '')])]
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ecosystem.atlas.addresses import PLANS
from ecosystem.atlas.site import Site
from ecosystem.dates import Status
from ecosystem.maps.bands import BANDS, band_of
from ecosystem.maps.composing.boxes import Surroundings, box_of
from ecosystem.maps.composing.tables import SHARED_WORDS, Table
from ecosystem.maps.opening import Band, Box, Kind, Opening
from ecosystem.model import BODIES, MEMBER, SEAT, Entity, Fact, basis_of, other_end
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, joined, kind_of, listed, verb_of, year_seen

BOXES_MOST = 35
WIDTH = 720.0
"""Pixels of the canvas: what a sheet of A4 is wide between its margins, so that its letters stay legible in print."""

_UNDRAWN = frozenset({"lists", "listed"})
_IN_THE_TABLE = "seated"
"""The band of who sits at a table: the table's own box has them as rows."""

_SAID_BY_THE_BAND = frozenset({"OWNS", "PART_OF", "HOLDS"})
ITSELF = "itself"
"""The band of the thing that a picture is of; boxes are called after their bands, as a neighbour may be in several."""

_DRAWN = BODIES | PLANS | {"Post", "Constituency"}


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A picture, and how many neighbours it rolls up because there is no room for them."""

    opening: Opening
    rolled_up: int


def neighbourhood(site: Site, entity: Entity) -> Neighbourhood | None:
    """Return the picture of a thing among its neighbours; None where nothing joins it to any that is drawn."""
    alive = site.view.status(entity) is not Status.OUTSIDE
    view, tables = (site.view.counting, site.tables) if alive else (site.whole, site.tables_ever)
    table = tables.get(entity.id)
    ended = site.ended_lines.get(entity.id, ()) if alive else ()
    around = _around(view, entity, ended, seats_apart=table is None)
    if not around and table is None:
        return None
    middle = Band(ITSELF, _title(view, entity), (_own(view, entity, table),), apart=True)
    shown, rolled_up = _rolled_up(around)
    above = [band for band in shown if next(one for one in BANDS if one.key == band.code).above]
    below = [band for band in shown if band not in above]
    opening = Opening(entity.name, (*above, middle, *below), shared_words=SHARED_WORDS, kinds_explained=False)
    return Neighbourhood(opening, rolled_up)


def address_of(site: Site, box: str) -> str:
    """Return the page of what a box stands for, from the root of the atlas; empty where it has none."""
    band, _, node_id = box.partition(" ")
    return "" if band == ITSELF else site.addresses.things.get(node_id, "")


def _own(view: View, entity: Entity, table: Table | None) -> Box:
    """Return the box of the thing itself, of which the title of its band says the kind."""
    box = box_of(view, entity, table, Surroundings())
    words = box.words if box.ended else ""
    return replace(box, id=f"{ITSELF} {entity.id}", name=capitalised(entity.name), words=words)


def _title(view: View, entity: Entity) -> str:
    tier = view.snapshot.title_of("tier", entity.tier)
    kind = kind_of(entity, view.snapshot.dataset)
    return f"{kind}, {tier.lower()}" if tier else kind


def _around(view: View, entity: Entity, ended: Iterable[Fact], *, seats_apart: bool) -> tuple[Band, ...]:
    facts: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in (*view.facts_from(entity.id), *view.facts_to(entity.id), *ended):
        other = other_end(fact, entity.id)
        key = band_of(fact.relation, "subject" if fact.subject == entity.id else "object")
        drawn = key not in _UNDRAWN and (seats_apart or key != _IN_THE_TABLE)
        if drawn and other != entity.id and view.label_of(other) in _labels(key):
            facts[key][other].append(fact)
    return tuple(
        Band(band.key, band.title, tuple(_boxes(view, entity, band.key, facts[band.key])))
        for band in BANDS
        if band.key in facts
    )


def _labels(band: str) -> frozenset[str]:
    """Return what is drawn in a band: of other links only those to bodies and plans."""
    return BODIES | PLANS if band == "linked" else _DRAWN


def _boxes(view: View, entity: Entity, band: str, facts: Mapping[str, Sequence[Fact]]) -> Iterator[Box]:
    names = {one: view.name_of(one) for one in facts}
    for one in sorted(facts, key=lambda one: (view.label_of(one) == "Post", names[one].casefold(), one)):
        other = view.snapshot.entities[one]
        year = max(year_seen(view, fact) for fact in facts[one])
        box = box_of(view, other, None, Surroundings())
        said = _said(view, entity, facts[one]) or kind_of(other, view.snapshot.dataset)
        ended = box.words.rpartition(", ")[2] if box.ended else ""
        yield replace(box, id=f"{band} {one}", name=names[one], words=joined(said, year, ended))


def _said(view: View, entity: Entity, facts: Iterable[Fact]) -> str:
    said = dict.fromkeys(_one_said(view, entity, fact) for fact in facts)
    return listed(words for words in said if words)


def _one_said(view: View, entity: Entity, fact: Fact) -> str:
    ours = " (our inference)" if basis_of(fact) == "inferred" else ""
    if fact.relation == SEAT:
        return f"{fact.role or MEMBER}{ours}"
    if fact.relation in _SAID_BY_THE_BAND and not (fact.relation == "OWNS" and fact.subject == entity.id):
        return ours.strip(" ()")
    verb = verb_of(fact, past=view.snapshot.looks_back(fact))
    return f"{verb}{'' if fact.subject == entity.id else ' it'}{ours}"


def _rolled_up(bands: Sequence[Band]) -> tuple[tuple[Band, ...], int]:
    """Return bands with no more boxes than a picture holds beside the thing itself, and how many are rolled up."""
    most = BOXES_MOST
    while sum(min(len(band.boxes), most) for band in bands) > BOXES_MOST - 1:
        most -= 1
    shown = tuple(_cut(band, most) for band in bands)
    return shown, sum(len(band.boxes) - most + 1 for band in bands if len(band.boxes) > most)


def _cut(band: Band, most: int) -> Band:
    more = len(band.boxes) - most + 1
    if more <= 1:
        return band
    rest = Box(f"{band.code} ", f"{counted(more, 'more')}".removesuffix("s"), Kind.MANY, words="named below")
    return replace(band, boxes=(*band.boxes[: most - 1], rest))
