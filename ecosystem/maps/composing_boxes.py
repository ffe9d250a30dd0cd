"""What a box of an opening picture says of one body, plan or programme.

>>> from datetime import date
>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> plan = Entity(id="plan", label="Strategy", name="Better Lives", form="strategy", end_date="2021")
>>> view = Snapshot.of([plan], Dataset(id="x", title="X", as_of="2022")).on(date(2022, 12, 31))
>>> box_of(view, plan, None, Surroundings()).words
'strategy, ended 2021'
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.dates import last_day
from ecosystem.maps.composing_lines import has_ended
from ecosystem.maps.composing_tables import Table, called
from ecosystem.maps.opening import Box, Entry, Kind, Row
from ecosystem.maps.scene import year_seen
from ecosystem.model import Entity
from ecosystem.snapshot import View
from ecosystem.wording import kind_of

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
    return called(entity) if repeated else entity.name[:1].upper() + entity.name[1:]


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


def tray_name(view: View, entity: Entity) -> str:
    """Return a name for a tray: full, without the place that all share at its head, short where it is too long."""
    if len(entity.name) > TRAY_LETTERS and entity.short_name:
        return entity.short_name
    places = [place.name for place in view.snapshot.entities.values() if place.label == "Place"]
    rest = next((entity.name.removeprefix(f"{place} ") for place in places if entity.name.startswith(f"{place} ")), "")
    return rest if " " in rest and not rest.startswith(tuple(places)) else entity.name
