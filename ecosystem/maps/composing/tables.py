"""The tables of an opening picture: who chairs, who sits there by sector, what a document says of powers and of ends.

A seat is never counted: one seat may be stated at two grains. What is not stated is said to be so.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="council", label="Organisation", name="Council", evidence_date="2018"),
...     Fact(id="a", subject="council", relation="MEMBER_OF", object="board", evidence_date="2018", basis="stated"),
... ]
>>> tables = tables_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None))
>>> [(row.label, row.entries[0].name) for row in tables["board"].rows]
[('Chair', 'not stated'), ('Seats', 'Council')]
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ecosystem.dates import Status, spoken
from ecosystem.maps.opening import Entry, Row
from ecosystem.maps.scene import chairs_of
from ecosystem.model import LABELS, WITH_SEATS, Entity, Fact, basis_of
from ecosystem.network import CHAIR, Seat, seats
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED, counted, listed, number_in_words, year_seen

MANY_TABLES = 3
"""At that many tables an organisation is named in the second sentence, and bold in every row."""

SHARED_WORDS = f"bold: named at {number_in_words(MANY_TABLES)} or more tables"
"""What a bold name means."""

ENDED_BY_NAME = 2
SEATS, OTHER = "Seats", "Other"
"""Labels of a row of seats whose sector is not known: of all there are, and of those beside other rows."""

INFERENCE = "Our inference"
"""Label of a row of seats that no document states."""

_OFFICE = re.compile(r"(\w+) of (.+)")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its rows, the year of their newest evidence, and what the sentences count."""

    rows: tuple[Row, ...]
    year: str
    seated: frozenset[str]
    has_seats: bool
    chaired_by_post: bool


def called(entity: Entity) -> str:
    """Return the shortest name an entity has."""
    return entity.short_name or entity.name


def tables_of(view: View) -> dict[str, Table]:
    """Return every board or partnership of which a chair or a seat is known, by id."""
    alive = {entity.id for entity in view.entities if entity.label in WITH_SEATS}
    found: dict[str, list[Seat]] = defaultdict(list)
    for seat in seats(view):
        if seat.table in alive:
            found[seat.table].append(seat)
    chairs = {table: words for table, words in chairs_of(view).items() if table in alive}
    shared = at_many_tables(view)
    return {
        table: _table(view, table, found.get(table, []), chairs.get(table, NOT_STATED), shared)
        for table in sorted(found.keys() | chairs.keys())
    }


def at_many_tables(view: View) -> tuple[str, ...]:
    """Return the organisations named at three or more tables, through posts and teams too, in the order of names."""
    tables: dict[str, set[str]] = defaultdict(set)
    alive = {entity.id for entity in view.entities if entity.label in WITH_SEATS}
    for seat in seats(view):
        is_organisation = view.snapshot.entities[seat.organisation].label == "Organisation"
        if seat.table in alive and is_organisation and not _is_inferred(seat):
            tables[seat.organisation].add(seat.table)
    many = [organisation for organisation, found in tables.items() if len(found) >= MANY_TABLES]
    return tuple(sorted(many, key=lambda one: called(view.snapshot.entities[one]).casefold()))


def _table(view: View, table: str, found: Sequence[Seat], chair: str, shared: Sequence[str]) -> Table:
    told, inferred = ([seat for seat in found if _is_inferred(seat) is guessed] for guessed in (False, True))
    sitting, guessed = ([seat for seat in seated if not seat.is_chair] for seated in (told, inferred))
    rows = [
        Row("Chair", (Entry(chair),), quiet=NOT_STATED in chair),
        *(_by_sector(view, sitting, shared) or [Row(SEATS, (Entry(NOT_STATED),), quiet=True)]),
        *([Row(INFERENCE, _entries(view, guessed, ()), quiet=True)] if guessed else ()),
        *_powers(view, table),
        *_ended(view, table),
    ]
    years = [year_seen(view, seat.fact) for seat in found]
    return Table(
        rows=tuple(rows),
        year=max(years, default=""),
        seated=frozenset(seat.member for seat in found),
        has_seats=bool(sitting),
        chaired_by_post=any(_is(view, seat.member, "Post") for seat in told if seat.is_chair),
    )


def _is_inferred(seat: Seat) -> bool:
    return basis_of(seat.fact) == "inferred"


def _is(view: View, node_id: str, label: str) -> bool:
    return view.snapshot.entities[node_id].label == label


def _by_sector(view: View, sitting: Iterable[Seat], shared: Sequence[str]) -> list[Row]:
    sectors: dict[str, list[Seat]] = defaultdict(list)
    for seat in sitting:
        member, owner = (view.snapshot.entities[end] for end in (seat.member, seat.organisation))
        sectors[member.sector or owner.sector].append(seat)
    order = [*view.snapshot.code_lists.get("sector", {}), *sorted(sectors)]
    known = [sector for sector in dict.fromkeys(order) if sector and sector in sectors]
    titles = {sector: view.snapshot.title_of("sector", sector) for sector in known}
    titles |= {"": OTHER if known else SEATS} if "" in sectors else {}
    return [Row(title, _entries(view, sectors[sector], shared)) for sector, title in titles.items()]


def _entries(view: View, found: Iterable[Seat], shared: Sequence[str]) -> tuple[Entry, ...]:
    members = {seat.member: view.snapshot.entities[seat.member] for seat in found}
    posts = [called(entity) for entity in members.values() if entity.label == "Post"]
    others = [Entry(called(member), key, key in shared) for key, member in members.items() if member.label != "Post"]
    entries = [*others, *(Entry(words) for words in offices(posts))]
    return tuple(sorted(entries, key=lambda entry: (not entry.shared, entry.name.casefold(), entry.id)))


def offices(posts: Iterable[str]) -> list[str]:
    """Return posts with those of one title together.

    >>> offices(["Director of Health", "Director of Care", "Leader"])
    ['Directors of Care and Health', 'Leader']
    """
    fields: dict[str, list[str]] = defaultdict(list)
    for post in sorted(posts):
        title = _OFFICE.fullmatch(post)
        fields[title[1] if title else post].append(title[2] if title else "")
    return [
        f"{title}s of {listed(parts)}" if len(parts) > 1 else _office(title, parts) for title, parts in fields.items()
    ]


def _office(title: str, parts: Sequence[str]) -> str:
    return f"{title} of {parts[0]}" if parts[0] else title


def _powers(view: View, table: str) -> Iterator[Row]:
    said = [statement.value for statement in view.statements_about(table, "decision_powers") if statement.value]
    if said:
        yield Row("Powers", tuple(map(Entry, said)))


def _ended(view: View, table: str) -> Iterator[Row]:
    """Say who sat there until when: by name where they are few, else how many, of those whose end is written."""
    ends: dict[str, list[Entity]] = defaultdict(list)
    for fact in view.snapshot.facts.values():
        if fact.relation == "MEMBER_OF" and fact.object == table and (end := _end(view, fact)):
            ends[end].append(view.snapshot.entities[fact.subject])
    if ends:
        yield Row("Ended", tuple(Entry(_until(ends[end], end)) for end in sorted(ends)), quiet=True)


def _end(view: View, fact: Fact) -> str:
    past = fact.role != CHAIR and view.status(fact) is Status.OUTSIDE
    return fact.end_date if past and view.day and view.day > view.snapshot.span(fact).may_until else ""


def _until(members: Sequence[Entity], end: str) -> str:
    if len(members) <= ENDED_BY_NAME:
        return f"{listed(map(called, members))}, until {spoken(end)}"
    labels = {member.label for member in members}
    label = LABELS[labels.pop()] if len(labels) == 1 else None
    many = counted(len(members), label.singular, label.plural) if label else f"{len(members)} seats"
    return f"{many}, until {spoken(end)}"
