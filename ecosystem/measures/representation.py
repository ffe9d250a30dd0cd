"""Which sectors are named at which tables, and which are not.

Everybody named at a table counts, constituencies too; a post, person or team without a sector of its own is of the
sector of the body it belongs to. Sectors are the dataset's own classification.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.measures.brokers import sector_of
from ecosystem.measures.ground import Excluded, Ground
from ecosystem.measures.table_members import NO_TABLE
from ecosystem.model import SEAT
from ecosystem.network import is_collection, seats, tables
from ecosystem.snapshot import View, grouped

UNCLASSIFIED = ""


@dataclass(frozen=True, slots=True)
class Representation:
    """Who is named at each table by sector, under an empty one those without; the sectors in order; and the ground.

    `unnamed` are the tables at which nobody is named. A sector that is missing at a table has no entry there.
    """

    named: Mapping[str, Mapping[str, frozenset[str]]]
    unnamed: tuple[str, ...]
    sectors: tuple[str, ...]
    ground: Ground

    def tables_with(self, sector: str) -> tuple[str, ...]:
        """Return the tables at which somebody of a sector is named."""
        return tuple(table for table, found in self.named.items() if sector in found)

    @property
    def unclassified(self) -> frozenset[str]:
        """Those named anywhere who have no sector."""
        return frozenset().union(*(found.get(UNCLASSIFIED, frozenset()) for found in self.named.values()))

    def missing_at(self, table: str) -> tuple[str, ...]:
        """Return the sectors of which nobody is named at a table."""
        return tuple(sector for sector in self.sectors if sector not in self.named[table])


def representation(view: View) -> Representation:
    """Return who is named at which table, by sector."""
    known = [table.id for table in tables(view) if not is_collection(table)]
    at = grouped((seat.table, seat.member) for seat in seats(view))
    named = {table: _by_sector(view, at[table]) for table in known if table in at}
    ties = sum(len(set(at[table])) for table in named)
    left_out = sum(len(found) for table, found in at.items() if table not in named)
    ground = Ground(
        relations=(SEAT,),
        direction="from who is named at a table to the table",
        nodes=len(set(known).union(*(at[table] for table in named))),
        ties=ties,
        excluded=(Excluded(left_out, NO_TABLE),) if left_out else (),
        counted_as=("table or member", "tables and members"),
    )
    return Representation(named, tuple(one for one in known if one not in at), _sectors(view), ground)


def _by_sector(view: View, members: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    found = grouped((sector_of(view, member), member) for member in members)
    return {sector: frozenset(of_it) for sector, of_it in found.items()}


def _sectors(view: View) -> tuple[str, ...]:
    """Return the sectors that anything is of, in the order of the code list, and then those that do not stand on it."""
    used = {entity.sector for entity in view.entities} - {UNCLASSIFIED}
    listed = [sector for sector in view.snapshot.code_lists.get("sector", {}) if sector in used]
    return (*listed, *sorted(used.difference(listed)))
