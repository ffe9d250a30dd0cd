"""How seats are spread over bodies: at how many tables each has one, and how few have half of all.

A body counts once at a table, however many are named there for it: one seat may be stated at two grains.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.measures.brokers import sector_of
from ecosystem.measures.ground import Ground
from ecosystem.measures.ranks import Ranked, ranked
from ecosystem.measures.table_members import TableMembers, table_members
from ecosystem.model import Fact
from ecosystem.network import CHAIR
from ecosystem.snapshot import View, grouped

OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Load:
    """The tables of a body: all of them, those it chairs, and those it only observes; with its rank and sector."""

    rank: int
    body: str
    sector: str
    tables: tuple[str, ...]
    chairs: tuple[str, ...]
    observes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatLoad:
    """The load of every body with a seat, the heaviest first; organisations without any; and the ground.

    `tables` is at how many tables a body has a seat at all.
    """

    loads: tuple[Load, ...]
    without: tuple[str, ...]
    tables: int
    ground: Ground

    @property
    def places(self) -> int:
        """How many pairs there are of a table and a body with a seat at it."""
        return self.ground.ties

    @property
    def half(self) -> int:
        """How few bodies, the heaviest first, have at least half of the places."""
        held = 0
        for number, load in enumerate(self.loads, 1):
            held += len(load.tables)
            if 2 * held >= self.places:
                return number
        return 0

    @property
    def by_sector(self) -> Mapping[str, float]:
        """The mean number of tables of the bodies with a seat, by sector; under an empty one those not classified."""
        sizes = grouped((load.sector, len(load.tables)) for load in self.loads)
        return {sector: sum(found) / len(found) for sector, found in sizes.items()}


def seat_load(view: View) -> SeatLoad:
    """Return at how many tables each body has a seat."""
    members = table_members(view)
    order = ranked({body: len(members.tables_of[body]) for body in members.seated})
    return SeatLoad(
        loads=tuple(_load(view, members, one) for one in order),
        without=tuple(body for body, found in members.tables_of.items() if not found),
        tables=len(members.peopled),
        ground=members.ground,
    )


def _load(view: View, members: TableMembers, one: Ranked) -> Load:
    held = {table: members.seats[table][one.id] for table in members.tables_of[one.id]}
    return Load(
        rank=one.rank,
        body=one.id,
        sector=sector_of(view, one.id),
        tables=tuple(held),
        chairs=tuple(table for table, seats in held.items() if _has(seats, CHAIR)),
        observes=tuple(table for table, seats in held.items() if all(seat.role == OBSERVER for seat in seats)),
    )


def _has(seats: tuple[Fact, ...], role: str) -> bool:
    return any(seat.role == role for seat in seats)
