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

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ecosystem.model import WITH_SEATS, Entity, Fact, Source, Statement, basis_of, source_of
from ecosystem.network import Chairs, chairs, seats
from ecosystem.snapshot import LeftOut, View
from ecosystem.wording import (
    BASIS_WORDS,
    LEFT_OPEN,
    NOT_STATED,
    citations,
    counted,
    dated,
    kind_of,
    left_out,
    listed,
    on_day,
    verb_of,
    when,
    when_said,
    year_seen,
)

THROUGH = "Sits through its posts or teams only on:"

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
        left_out=left_out(_hidden_by_the_day(view), view.day),
    )


def _hidden_by_the_day(view: View) -> LeftOut:
    """Return how many facts the day leaves out; those on other bases are not in the scene at all."""
    facts = view.left_out(properties=()).facts
    return LeftOut({status: number for status, number in facts.items() if status})


def _things(view: View) -> tuple[Thing, ...]:
    alive = {entity.id for entity in view.entities}
    remarks = _remarks(view)
    entities = (
        _entity(view, entity, alive=entity.id in alive, remarks=remarks.get(entity.id, ()))
        for entity in view.snapshot.entities.values()
    )
    sources = view.snapshot.sources.values()
    coded = any(source.code for source in sources)
    citing = Counter(
        one for fact in view.snapshot.facts.values() for one in {source_of(cited) for cited in fact.sources}
    )
    return (
        *entities,
        *(_source(source, citing[source.id], is_part=coded and not source.code) for source in sources),
    )


def _remarks(view: View) -> dict[str, tuple[str, ...]]:
    chaired_by, through = chairs_of(view), _through(view)
    tables = (entity.id for entity in view.snapshot.entities.values() if entity.label in WITH_SEATS)
    chaired = {table: (f"Chair: {chaired_by.get(table, NOT_STATED)}",) for table in tables}
    return chaired | {one: (*chaired.get(one, ()), f"{THROUGH} {listed(tables)}") for one, tables in through.items()}


def _through(view: View) -> dict[str, list[str]]:
    """Return the tables, by name, at which a body sits only through what belongs to it."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for seat in (seat for seat in seats(view) if view.label_of(seat.table) in WITH_SEATS):
        at = found[seat.organisation]
        at[seat.table] = at.get(seat.table, True) and seat.is_indirect
    names = {one: [table for table, indirect in at.items() if indirect] for one, at in found.items()}
    return {one: sorted(_shortest(view, table) for table in tables) for one, tables in names.items() if tables}


def _entity(view: View, entity: Entity, *, alive: bool, remarks: tuple[str, ...]) -> Thing:
    snapshot = view.snapshot
    return Thing(
        id=entity.id, name=entity.name, short_name=entity.short_name, aliases=entity.aliases, label=entity.label,
        kind=kind_of(entity, snapshot.dataset), tier=snapshot.title_of("tier", entity.tier),
        sector=snapshot.title_of("sector", entity.sector), alive=alive, when=when(view, entity),
        basis=BASIS_WORDS[basis_of(entity)], cited=citations(snapshot, entity), note=entity.note,
        remarks=remarks,
    )  # fmt: skip


def _source(source: Source, citing: int, *, is_part: bool) -> Thing:
    """Return a source; one without a code beside others that have one is a part of a document, not one more."""
    return Thing(
        id=source.id, name=source.title, short_name="", aliases=(source.code,) if source.code else (), label="Source",
        kind=f"part of a {kind_of(source)}" if is_part else kind_of(source), tier="", sector="", alive=True,
        when=dated(source),
        basis="", cited="", note=source.note, remarks=tuple(_about(source, citing)),
        address=source.url if source.url.startswith("https://") else "",
    )  # fmt: skip


def _about(source: Source, citing: int) -> Iterator[str]:
    if source.publisher:
        yield f"Published by {source.publisher}"
    if citing:
        yield f"{counted(citing, 'fact rests', 'facts rest')} on it, wholly or in part"


def chairs_of(view: View) -> dict[str, str]:
    """Return who chairs each table that a chair is known of, in words: a post before a person, only the newest."""
    return {table: _chair(view, found) for table, found in chairs(view).items()}


def _chair(view: View, found: Chairs) -> str:
    if found.known:
        weight = max(_weight(view, fact) for fact in found.known)
        subjects = {fact.subject: fact for fact in found.known if _weight(view, fact) == weight}
        return listed(_shortest(view, one) + _named_in(view, fact) + _guessed(fact) for one, fact in subjects.items())
    before = [fact for fact in found.unclear if view.day and view.snapshot.span(fact).last_seen <= view.day]
    if before:
        return f"last named {max(year_seen(view, fact) for fact in before)}, {NOT_STATED} since"
    named = [written[:4] for fact in found.unclear for written in view.snapshot.evidence(fact)]
    return f"{NOT_STATED}, first named {min(named)}" if named else NOT_STATED


def _guessed(chair: Fact) -> str:
    return ", our inference" if basis_of(chair) == "inferred" else ""


def _named_in(view: View, chair: Fact) -> str:
    """In the whole record a person is named with the year, lest they seem to be in the chair still."""
    is_person = view.day is None and view.snapshot.entities[chair.subject].label == "Person"
    return f", named {year_seen(view, chair)}" if is_person else ""


def _weight(view: View, chair: Fact) -> tuple[bool, date]:
    return view.snapshot.entities[chair.subject].label != "Person", view.snapshot.span(chair).last_seen


def _shortest(view: View, node_id: str) -> str:
    entity = view.snapshot.entities[node_id]
    return entity.short_name or entity.name


def _link(view: View, fact: Fact) -> Link:
    return Link(
        id=fact.id, subject=fact.subject, object=fact.object, relation=fact.relation,
        says=verb_of(fact, past=view.snapshot.looks_back(fact)), role=view.snapshot.title_of("role", fact.role),
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
    return f"{shown:,} of {counted(len(links), 'fact')} shown {on_day(day)}" if day else counted(len(links), "fact")
