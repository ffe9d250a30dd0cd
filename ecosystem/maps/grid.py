"""Who sits where: organisations by tables, with posts and teams counted for the body they belong to.

A cell says no more than the documents do: there is a seat, through whom, whether it is the chair, whether it has ended.
Seats are never added up, since one seat may be stated at two grains.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ecosystem.dates import LATEST, Status
from ecosystem.maps.scene import chairs_of
from ecosystem.model import LABELS, WITH_SEATS, Entity, Fact, basis_of
from ecosystem.network import Seat, owner_of
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED, capitalised, counted, kind_of, when, year_seen


@dataclass(frozen=True, slots=True)
class Column:
    """A table with its newest year of evidence and its chair, in words."""

    id: str
    name: str
    year: str
    chair: str

    @property
    def has_chair(self) -> bool:
        """Whether a document says who chairs it."""
        return NOT_STATED not in self.chair


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one organisation at one table.

    `mark` is `seat`, `through` (its posts or teams only), `ended` or `unclear`; `words` follow the mark. `chairs` is
    said apart because it is the first thing looked for.
    """

    mark: str
    chairs: bool
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """An organisation, one cell per table (None where nothing is said), and at how many tables it sits now.

    `linked` is false for a person, who has no page.
    """

    id: str
    name: str
    kind: str
    linked: bool
    cells: tuple[Cell | None, ...]
    tables: int


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Tables across, organisations down, those at most tables first. Both may be empty.

    Only boards and partnerships are tables, as everywhere on the page; `others` are the id and name of teams and the
    like whose members are stated.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    others: tuple[tuple[str, str], ...] = ()


_Seats = Mapping[tuple[str, str], Sequence[Seat]]


def grid_of(view: View) -> Grid:
    """Return who sits where in a view; seats that have ended or are unclear are kept and worded so."""
    seats: dict[tuple[str, str], list[Seat]] = defaultdict(list)
    found = _all_seats(view)
    for seat in (seat for seat in found if view.label_of(seat.table) in WITH_SEATS):
        seats[seat.organisation, seat.table].append(seat)
    columns = _columns(view, seats)
    lines = tuple(_line(view, seats, columns, organisation) for organisation in {owner for owner, _ in seats})
    ordered = sorted(lines, key=lambda line: (-line.tables, line.name.casefold(), line.id))
    others = {seat.table for seat in found if view.label_of(seat.table) not in WITH_SEATS and view.shows(seat.fact)}
    return Grid(columns, _groups(ordered), tuple((one, view.snapshot.entities[one].name) for one in sorted(others)))


def _all_seats(view: View) -> list[Seat]:
    alive = {entity.id for entity in view.entities}
    return [
        Seat(fact=fact, table=fact.object, member=fact.subject, organisation=_sitter(view, fact))
        for fact in view.snapshot.facts.values()
        if fact.relation == "MEMBER_OF" and basis_of(fact) in view.bases and fact.object in alive
    ]


def _sitter(view: View, fact: Fact) -> str:
    owner = owner_of(view, fact.subject)
    return owner if owner != fact.object else fact.subject


def _columns(view: View, seats: _Seats) -> tuple[Column, ...]:
    tables: dict[str, list[Seat]] = defaultdict(list)
    held = Counter(owner for (owner, _), found in seats.items() if any(_is_live(view, seat.fact) for seat in found))
    for (_, table), found in seats.items():
        tables[table].extend(found)
    shared = {
        table: sum(held[seat.organisation] > 1 for seat in found if _is_live(view, seat.fact))
        for table, found in tables.items()
    }
    order = sorted(tables, key=lambda table: (-shared[table], -len(tables[table]), table))
    chairs = chairs_of(view)
    return tuple(_column(view, table, tables[table], chairs.get(table, NOT_STATED)) for table in order)


def _column(view: View, table: str, seats: Sequence[Seat], chair: str) -> Column:
    entity = view.snapshot.entities[table]
    year = max((year_seen(view, seat.fact) for seat in seats if view.shows(seat.fact)), default="")
    return Column(table, entity.short_name or entity.name, year, chair)


def _line(view: View, seats: _Seats, columns: Sequence[Column], organisation: str) -> Line:
    entity = view.snapshot.entities[organisation]
    cells = tuple(_cell(view, seats.get((organisation, column.id), ()), column.year) for column in columns)
    at = sum(cell is not None and cell.mark in {"seat", "through"} for cell in cells)
    name = capitalised(entity.name)
    return Line(organisation, name, _kind(view, entity), entity.label != "Person", cells, at)


def _kind(view: View, entity: Entity) -> str:
    if entity.label == "Organisation":
        return ""
    return "many" if entity.label in {"Constituency", "Population"} else kind_of(entity, view.snapshot.dataset)


def _cell(view: View, seats: Sequence[Seat], year: str) -> Cell | None:
    live = [seat for seat in seats if _is_live(view, seat.fact)]
    if not seats:
        return None
    if not live:
        last = max(seats, key=lambda seat: (view.snapshot.span(seat.fact).last_seen, seat.fact.id))
        return Cell(_past(view, last.fact), chairs=last.is_chair, words=_gone(view, last.fact))
    newest_year = max(year_seen(view, seat.fact) for seat in live)
    newest = [seat for seat in live if year_seen(view, seat.fact) == newest_year]
    words = [*_through(view, newest), *([newest_year] if newest_year != year else [])]
    words += ["our inference"] if all(basis_of(seat.fact) == "inferred" for seat in live) else []
    direct = any(not seat.is_indirect for seat in live)
    return Cell("seat" if direct else "through", any(seat.is_chair for seat in live), ", ".join(words))


def _is_live(view: View, fact: Fact) -> bool:
    """Tell whether a seat is held: in the whole record an ended one is shown, but not as if it were."""
    return view.shows(fact) and not (view.day is None and _has_end(view, fact))


def _has_end(view: View, fact: Fact) -> bool:
    return view.snapshot.span(fact).may_until < LATEST


def _past(view: View, fact: Fact) -> str:
    return "ended" if view.status(fact) is Status.OUTSIDE or view.day is None else "unclear"


def _gone(view: View, fact: Fact) -> str:
    if view.day is None:
        return f"until {view.snapshot.span(fact).may_until.year}"
    return when(view, fact).partition(";")[0]


def _through(view: View, seats: Sequence[Seat]) -> list[str]:
    labels = Counter(view.snapshot.entities[seat.member].label for seat in seats if seat.is_indirect)
    return [counted(number, LABELS[label].singular, LABELS[label].plural) for label, number in sorted(labels.items())]


def _groups(lines: Sequence[Line]) -> tuple[Group, ...]:
    kept = (
        ("At two or more tables", [line for line in lines if line.tables > 1]),
        ("At one table", [line for line in lines if line.tables == 1]),
        ("At none now: seat ended or date unclear", [line for line in lines if not line.tables]),
    )
    return tuple(Group(f"{title}: {len(found)}", tuple(found)) for title, found in kept if found)
