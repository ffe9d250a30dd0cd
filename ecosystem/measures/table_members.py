"""Who sits at which tables: bodies on one side, tables on the other, and the seats that join them.

Posts, people and teams sit for the body they belong to, once at each table: one seat may be stated twice. A body that
is a table and sits at another stands on both sides. Several tables under one name are no table.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="trust", label="Organisation", name="Trust", evidence_date="2018"),
...     Entity(id="public", label="Constituency", name="public", evidence_date="2018"),
...     Fact(id="a", subject="trust", relation="MEMBER_OF", object="board", evidence_date="2018"),
...     Fact(id="b", subject="public", relation="MEMBER_OF", object="board", evidence_date="2018"),
... ]
>>> found = table_members(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None))
>>> found.tables_of, [(each.number, each.why) for each in found.ground.excluded]
({'trust': ('board',)}, [(1, 'seat somebody who belongs to no known body')])
"""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass

from ecosystem.measures.ground import Excluded, Ground
from ecosystem.model import BODIES, SEAT, Fact
from ecosystem.network import Seat, is_collection, seats, tables
from ecosystem.snapshot import View

ONTO_THE_TABLE = "from who has a seat to the table"

NO_TABLE = "give a seat at what is no table"
NO_BODY = "seat somebody who belongs to no known body"
ONLY_A_NAME = "seat what is only a name for several tables"
OWN_TABLE = "seat a body at its own table"


@dataclass(frozen=True, slots=True)
class TableMembers:
    """The seats of each body at each table, every table of the view included, and the ground it rests on.

    `tables_of` has the tables of each body: of every organisation, and of any other body that has a seat.
    """

    seats: Mapping[str, Mapping[str, tuple[Fact, ...]]]
    tables_of: Mapping[str, tuple[str, ...]]
    ground: Ground

    @property
    def seated(self) -> tuple[str, ...]:
        """The bodies with a seat at any table."""
        return tuple(body for body, found in self.tables_of.items() if found)

    @property
    def peopled(self) -> tuple[str, ...]:
        """The tables at which any body has a seat."""
        return tuple(table for table, seated in self.seats.items() if seated)


def table_members(view: View) -> TableMembers:
    """Return which bodies have seats at which tables."""
    return view.keep(table_members, lambda: _table_members(view))


def _table_members(view: View) -> TableMembers:
    at: dict[str, dict[str, tuple[Fact, ...]]] = {one.id: {} for one in tables(view) if not is_collection(one)}
    excluded: Counter[str] = Counter()
    for seat in seats(view):
        body = _body(view, seat)
        if reason := _left_out(view, seat, body, at):
            excluded[reason] += 1
        else:
            at[seat.table][body] = (*at[seat.table].get(body, ()), seat.fact)
    tables_of = _tables_of(view, at)
    ground = Ground(
        relations=(SEAT,),
        direction=ONTO_THE_TABLE,
        nodes=len(at.keys() | tables_of.keys()),
        ties=sum(map(len, at.values())),
        excluded=tuple(Excluded(number, reason) for reason, number in sorted(excluded.items())),
    )
    return TableMembers(at, tables_of, ground)


def _body(view: View, seat: Seat) -> str:
    return seat.member if is_collection(view.snapshot.entities[seat.organisation]) else seat.organisation


def _left_out(view: View, seat: Seat, body: str, known: Container[str]) -> str:
    if seat.table not in known:
        return NO_TABLE
    if view.label_of(body) not in BODIES:
        return NO_BODY
    if is_collection(view.snapshot.entities[body]):
        return ONLY_A_NAME
    return OWN_TABLE if body == seat.table else ""


def _tables_of(view: View, at: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {one.id: () for one in view.entities if one.label == "Organisation"}
    for table, seated in at.items():
        for body in seated:
            found[body] = (*found.get(body, ()), table)
    return dict(sorted(found.items()))
