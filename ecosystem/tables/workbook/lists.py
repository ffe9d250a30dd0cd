"""What may be chosen in a column: the codes of a list, or the names of what may be referred to."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ecosystem.model import BASES, LABELS, RELATIONS, Entity, Fact, Row, cell
from ecosystem.snapshot import Snapshot
from ecosystem.tables.sheet import REMOVE
from ecosystem.tables.workbook.layout import SheetLayout


class Firmness(Enum):
    """What a spreadsheet does with other text than that of a list: it refuses it, warns, or takes it."""

    STRICT = "stop"
    WARNING = "warning"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen in a column, and how firmly."""

    values: tuple[str, ...]
    firmness: Firmness


def choices(snapshot: Snapshot, layout: SheetLayout, column: str, rows: Iterable[Row]) -> Choices | None:
    """Return what may be chosen in a column of a sheet, None where anything may be written.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.tables.workbook.layout import SHEETS
    >>> choices(Snapshot.of([], Dataset(id="x", title="X", as_of="2018")), SHEETS[1], "relation", []).values
    ('MEMBER_OF',)
    """
    if column in {"subject", "object"}:
        return Choices(_named(snapshot, layout, column), Firmness.WARNING)
    if column == "sources":
        return Choices(tuple(snapshot.sources), Firmness.OFFER)
    own, others = _codes(layout, column), _codes_of_others(layout, column)
    values = (*own, *(code for code in snapshot.code_lists.get(column, ()) if code not in others))
    if not values:
        return None
    written = sorted({cell(row, column) for row in rows} - {""}) if column != REMOVE else ()
    return Choices(tuple(dict.fromkeys((*values, *written))), Firmness.STRICT)


def _named(snapshot: Snapshot, layout: SheetLayout, column: str) -> tuple[str, ...]:
    relations = (RELATIONS[kind] for kind in layout.kinds)
    labels = frozenset().union(*(one.subjects if column == "subject" else one.objects for one in relations))
    named = (entity for entity in snapshot.entities.values() if entity.label in labels)
    return tuple(sorted((_called(snapshot, entity) for entity in named), key=str.casefold))


def _called(snapshot: Snapshot, entity: Entity) -> str:
    """Return the name of an entity where nothing else is called that, else its id."""
    return entity.name if snapshot.names.exact(entity.name) == (entity.id,) else entity.id


def _codes(layout: SheetLayout, column: str) -> tuple[str, ...]:
    of_facts = layout.row_type is Fact
    match column:
        case "basis":
            return BASES
        case "remove":
            return ("yes",)
        case "label" | "relation":
            return layout.kinds
        case "form" if not of_facts:
            return tuple(form for kind in layout.kinds for form in LABELS[kind].forms)
        case "role" if of_facts:
            return tuple(role for kind in layout.kinds for role in RELATIONS[kind].roles)
        case _:
            return ()


def _codes_of_others(layout: SheetLayout, column: str) -> frozenset[str]:
    """Return the codes that are for the rows of other sheets alone, such as the forms of strategies among bodies."""
    found = frozenset(code for other in _OTHERS if other.row_type is layout.row_type for code in _codes(other, column))
    return found.difference(_codes(layout, column))


_OTHERS = (
    SheetLayout("entities", Entity, tuple(LABELS), ""),
    SheetLayout("facts", Fact, tuple(RELATIONS), ""),
)
