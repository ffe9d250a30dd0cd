"""What the map shows, as values: things, links between them and figures, each with its words and its source.

Words are chosen here, once, so that panel, list and picture cannot differ. Links that are not shown on the day stay in
the scene with their own words ("ended April 2018"), so that nothing looks like an orphan for want of a date.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", form="committee", evidence_date="2018")
>>> scene = scene_of(Snapshot.of([board], Dataset(id="x", title="X", as_of="2019")).on(None))
>>> [(thing.name, thing.kind, thing.remarks) for thing in scene.things]
[('Health Board', 'committee', ('Chair: not stated',))]
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ecosystem.dates import EARLIEST, Status, spoken
from ecosystem.model import RELATIONS, Cited, Entity, Fact, Source, Statement, basis_of
from ecosystem.network import CHAIR
from ecosystem.snapshot import View
from ecosystem.wording import LEFT_OPEN, NOT_STATED, citations, counted, kind_of, left_out, on_day, when

TABLES = frozenset({"Board", "Partnership", "LocalCarePartnership"})
"""Kinds that people sit round."""

BASIS_WORDS = {
    "stated": "stated",
    "implied": "implied: follows from the words",
    "shown": "only shown on a chart or list",
    "inferred": "our inference, in no document",
}

PROPERTY_WORDS = {"list_complete": "the list of members is complete"}


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or source. `alive` is false where it lies outside the day; `remarks` are said under its name."""

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    label: str
    kind: str
    tier: str
    sector: str
    alive: bool
    when: str
    basis: str
    cited: str
    note: str
    remarks: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A fact: `says` is the verb from subject to object, `role` the role alone, `shown` whether it holds on the day.

    `seen` is the year of the newest evidence, empty where there is none.
    """

    id: str
    subject: str
    object: str
    relation: str
    says: str
    role: str
    shown: bool
    inferred: bool
    when: str
    seen: str
    basis: str
    cited: str
    note: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A statement about one thing: a figure, schedule or power in words."""

    id: str
    about: str
    property: str
    value: str
    shown: bool
    when: str
    basis: str
    cited: str
    note: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a page shows of a view. `day`, `extent` and `left_out` are words; `left_out` may be empty."""

    things: tuple[Thing, ...]
    links: tuple[Link, ...]
    figures: tuple[Figure, ...]
    day: str
    extent: str
    left_out: str


def scene_of(view: View) -> Scene:
    """Return the scene of a view; rows on a basis that was not chosen are not in it."""
    links = tuple(_link(view, fact) for fact in view.snapshot.facts.values() if basis_of(fact) in view.bases)
    statements = view.snapshot.statements.values()
    return Scene(
        things=_things(view),
        links=links,
        figures=tuple(_figure(view, statement) for statement in statements if basis_of(statement) in view.bases),
        day=on_day(view.day),
        extent=_extent(links, view.day),
        left_out=left_out({status: number for status, number in view.left_out().items() if status}, view.day),
    )


def _things(view: View) -> tuple[Thing, ...]:
    alive = {entity.id for entity in view.entities}
    chairs = chairs_of(view)
    entities = (
        _entity(view, entity, alive=entity.id in alive, chair=chairs.get(entity.id, NOT_STATED))
        for entity in view.snapshot.entities.values()
    )
    return (*entities, *(_source(source) for source in view.snapshot.sources.values()))


def _entity(view: View, entity: Entity, *, alive: bool, chair: str) -> Thing:
    snapshot = view.snapshot
    return Thing(
        id=entity.id, name=entity.name, short_name=entity.short_name, aliases=entity.aliases, label=entity.label,
        kind=kind_of(entity), tier=snapshot.title_of("tier", entity.tier),
        sector=snapshot.title_of("sector", entity.sector), alive=alive, when=when(view, entity),
        basis=BASIS_WORDS[basis_of(entity)], cited=citations(snapshot, entity), note=entity.note,
        remarks=(f"Chair: {chair}",) if entity.label in TABLES else (),
    )  # fmt: skip


def _source(source: Source) -> Thing:
    return Thing(
        id=source.id, name=source.title, short_name="", aliases=(source.code,) if source.code else (), label="Source",
        kind=kind_of(source), tier="", sector="", alive=True, when=spoken(source.date) if source.date else NOT_STATED,
        basis="", cited="", note=source.note, remarks=(f"Published by {source.publisher}",) if source.publisher else (),
        address=source.url if source.url.startswith("https://") else "",
    )  # fmt: skip


def chairs_of(view: View) -> dict[str, str]:
    """Return who chairs each table that a chair is known of: a post before a person, the newest first, in words."""
    chairs: dict[str, list[Fact]] = defaultdict(list)
    for fact in view.snapshot.facts.values():
        if fact.relation == "MEMBER_OF" and fact.role == CHAIR and basis_of(fact) in view.bases:
            chairs[fact.object].append(fact)
    return {table: _chair(view, facts) for table, facts in chairs.items()}


def _chair(view: View, chairs: Sequence[Fact]) -> str:
    now = [fact for fact in chairs if view.shows(fact)]
    if now:
        return _shortest(view, max(now, key=lambda fact: _weight(view, fact)).subject)
    years = [year_seen(view, fact) for fact in chairs if view.status(fact) is Status.POSSIBLE]
    return f"last named {max(years)}, {NOT_STATED} since" if years else NOT_STATED


def _weight(view: View, chair: Fact) -> tuple[bool, date, str]:
    return view.snapshot.entities[chair.subject].label != "Person", view.snapshot.span(chair).last_seen, chair.id


def when_said(view: View, fact: Fact) -> str:
    """Return what may be said of a fact on the day; of our own inference never that it is documented."""
    if basis_of(fact) == "inferred" and view.shows(fact):
        return f"judged for {year_seen(view, fact)}"
    return when(view, fact)


def year_seen(view: View, row: Cited) -> str:
    """Return the year of a row's newest evidence, empty where there is none."""
    seen = view.snapshot.span(row).last_seen
    return str(seen.year) if seen != EARLIEST else ""


def _shortest(view: View, node_id: str) -> str:
    entity = view.snapshot.entities[node_id]
    return entity.short_name or entity.name


def _link(view: View, fact: Fact) -> Link:
    return Link(
        id=fact.id, subject=fact.subject, object=fact.object, relation=fact.relation,
        says=RELATIONS[fact.relation].said(fact.role), role=view.snapshot.title_of("role", fact.role),
        shown=view.shows(fact), inferred=basis_of(fact) == "inferred", when=when_said(view, fact),
        seen=year_seen(view, fact), basis=BASIS_WORDS[basis_of(fact)],
        cited=citations(view.snapshot, fact), note=fact.note,
    )  # fmt: skip


def _figure(view: View, statement: Statement) -> Figure:
    name = PROPERTY_WORDS.get(statement.property) or view.snapshot.title_of("property", statement.property)
    return Figure(
        id=statement.id, about=statement.subject, property=name.replace("_", " "),
        value=f"{statement.value} {statement.unit}".strip() if statement.value else LEFT_OPEN,
        shown=view.shows(statement), when=when(view, statement), basis=BASIS_WORDS[basis_of(statement)],
        cited=citations(view.snapshot, statement), note=statement.note,
    )  # fmt: skip


def _extent(links: Sequence[Link], day: date | None) -> str:
    shown = sum(link.shown for link in links)
    return f"{shown:,} of {counted(len(links), 'fact')} shown {on_day(day)}"
