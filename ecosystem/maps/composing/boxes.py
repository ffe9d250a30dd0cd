"""What a box of an opening picture says of one body, plan or programme.

>>> from datetime import date
>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> plan = Entity(id="plan", label="Strategy", name="Better Lives", form="strategy", end_date="2021")
>>> view = Snapshot.of([plan], Dataset(id="x", title="X", as_of="2022")).on(date(2022, 12, 31))
>>> box_of(view, plan, None, Surroundings()).words
'strategy, ended 2021'
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ecosystem.dates import last_day
from ecosystem.maps.composing.tables import Table, called
from ecosystem.maps.opening import Box, Entry, Kind, Row
from ecosystem.model import Entity
from ecosystem.network import has_ended
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, kind_of, year_seen

TRAY_LETTERS = 44
"""A name longer than that stands in a tray by its short name, where it has one."""

_KINDS = {"Constituency": Kind.MANY, "Strategy": Kind.PLAN, "Programme": Kind.PROGRAMME}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a box must know of the others.

    `tier` is its own tier where it stands in a band of another, `names` are those of all boxes, `parts` what it
    collects that has no box of its own.
    """

    tier: str = ""
    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def box_of(view: View, entity: Entity, table: Table | None, around: Surroundings) -> Box:
    """Return the box of an entity, with the rows of its table if it is one."""
    named = list(_named(view, around.parts))
    return Box(
        id=entity.id,
        name=_title(entity, around.names),
        kind=Kind.TABLE if table else _KINDS.get(entity.label, Kind.BODY),
        year=table.year if table else "",
        words=_words(view, entity, around, is_table=table is not None),
        rows=(*table.rows, *named) if table else tuple(named),
        ended=has_ended(view, entity),
        full_name=entity.name,
    )


def _title(entity: Entity, names: tuple[str, ...]) -> str:
    """Return the full name, but the short one where another box in the picture already says how it begins."""
    repeated = any(entity.name.startswith(f"{name} ") for name in names)
    return called(entity) if repeated else capitalised(entity.name)


def _words(view: View, entity: Entity, around: Surroundings, *, is_table: bool) -> str:
    if entity.label == "Constituency":
        return "many bodies"
    said = around.tier or has_ended(view, entity) or _owner(view, entity)
    if not said and (is_table or _says_kind(entity)):
        return ""
    kind = "" if is_table else "body" if entity.label == "Organisation" else kind_of(entity)
    words = " ".join(part for part in (around.tier, kind, _owner(view, entity)) if part)
    return f"{words}, ended {last_day(entity.end_date).year}" if has_ended(view, entity) else words


def _says_kind(entity: Entity) -> bool:
    """Tell whether the name says what it is; of an organisation it goes without saying."""
    return entity.label == "Organisation" or kind_of(entity).casefold() in entity.name.casefold()


def _owner(view: View, entity: Entity) -> str:
    owners = {fact.subject for fact in view.facts_to(entity.id, "OWNS")}
    return f"of {view.snapshot.entities[owners.pop()].name}" if len(owners) == 1 else ""


def _named(view: View, parts: tuple[str, ...]) -> Iterator[Row]:
    if parts:
        entities = [view.snapshot.entities[part] for part in parts]
        names = without_common_ending([called(entity) for entity in entities])
        year = max(year_seen(view, entity) for entity in entities)
        entries = (Entry(name, entity.id) for name, entity in zip(names, entities, strict=True))
        yield Row(f"Named {year}".strip(), tuple(entries))


def without_common_ending(names: list[str]) -> list[str]:
    """Return names without the words they all end in.

    >>> without_common_ending(["Morley LCP", "York Road LCP"])
    ['Morley', 'York Road']
    """
    words = [name.split(" ") for name in names]
    while len(words) > 1 and all(len(one) > 1 for one in words) and len({one[-1] for one in words}) == 1:
        words = [one[:-1] for one in words]
    return [" ".join(one) for one in words]


def tray_names(view: View, bodies: Iterable[str]) -> dict[str, str]:
    """Return names for a tray by id: short where the full one is too long, else without the dataset's own place."""
    place = own_place(view)
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in view.snapshot.entities.values():
        for name in (entity.name, entity.short_name, *entity.aliases):
            bearers[name.casefold()].add(entity.id)
    return {one: _tray_name(view.snapshot.entities[one], place, bearers) for one in bodies}


def own_place(view: View) -> str:
    """Return the name of the place a dataset is about: its title begins so, or its apex covers that alone; or none.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> places = [Entity(id=name, label="Place", name=name) for name in ("York", "West York")]
    >>> own_place(Snapshot.of(places, Dataset(id="x", title="West York health", as_of="2022")).on(None))
    'West York'
    """
    snapshot = view.snapshot
    title = snapshot.dataset.title
    places = [entity.name for entity in snapshot.entities.values() if entity.label == "Place"]
    leading = [name for name in places if f"{title} ".startswith(f"{name} ")]
    covered = {fact.object for fact in view.facts_from(snapshot.dataset.apex, "COVERS")}
    return max(leading, key=len, default=snapshot.name_of(covered.pop()) if len(covered) == 1 else "")


def _tray_name(entity: Entity, place: str, bearers: Mapping[str, set[str]]) -> str:
    """Drop a leading place only where what is left reads as a name of its own, of two words, that nothing else has."""
    if len(entity.name) > TRAY_LETTERS and entity.short_name:
        return entity.short_name
    rest = entity.name.removeprefix(f"{place} ")
    begins = rest[:1].isupper() and " " in rest and entity.label != "LocalCarePartnership"
    return rest if begins and bearers.get(rest.casefold(), {entity.id}) == {entity.id} else entity.name
