"""Which bodies, plans and lines an opening picture draws: tables and ends of lines, the most connected first.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Board", evidence_date="2018")
>>> seat = Fact(id="a", subject="leader", relation="MEMBER_OF", object="board", role="chair", evidence_date="2018")
>>> leader = Entity(id="leader", label="Post", name="Leader", evidence_date="2018")
>>> chosen = selection_of(Snapshot.of([board, leader, seat], Dataset(id="x", title="X", as_of="2018")).on(None))
>>> sorted(chosen.drawn), chosen.on_reporting
(['board'], False)
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from ecosystem.maps.composing.lines import lines_of, rank
from ecosystem.maps.composing.tables import Table, tables_of
from ecosystem.maps.opening import Line
from ecosystem.model import WITH_SEATS, Entity, Fact
from ecosystem.network import DIRECTION, REPORTING
from ecosystem.snapshot import View

BOXES_MOST = 35
REPORTING_LEAST = 5
"""From that many stated reporting lines on, the picture is who reports to whom."""

_TABLE_WORTH = 2


def degrees(lines: Iterable[Line]) -> Counter[str]:
    """Return how many lines each box has."""
    return Counter(end for line in lines for end in (line.subject, line.object))


@dataclass(frozen=True)
class Selection:
    """What is stated in a view, and what of it is drawn."""

    view: View
    tables: Mapping[str, Table]
    stated: tuple[Line, ...]

    def entity(self, one: str) -> Entity:
        """Return the entity of that id."""
        return self.view.snapshot.entities[one]

    def fact_of(self, line: Line) -> Fact:
        """Return the first of the facts behind a line."""
        return self.view.snapshot.facts[line.facts[0]]

    def rank(self, line: Line) -> int:
        """Return where a line stands among the kinds of lines; see `lines.rank`."""
        return rank(self.fact_of(line).relation)

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The boards, groups and partnerships alive on the day."""
        return tuple(entity.id for entity in self.view.entities if entity.label in WITH_SEATS)

    @cached_property
    def on_reporting(self) -> bool:
        """Whether enough reporting lines are stated for the picture to be about them."""
        return sum(self.rank(line) == rank(REPORTING) for line in self.stated) >= REPORTING_LEAST

    @cached_property
    def drawn(self) -> frozenset[str]:
        """What gets a box."""
        degree = degrees(self.stated)
        wanted = sorted(degree.keys() | self.tables.keys(), key=lambda one: (-self._worth(one, degree), one))
        kept = set(wanted[:BOXES_MOST])
        reached = degrees(line for line in self.stated if {line.subject, line.object} <= kept)
        return frozenset(one for one in kept if one in self.tables or reached[one])

    def _worth(self, one: str, degree: Counter[str]) -> float:
        table = self.tables.get(one)
        return degree[one] + (_TABLE_WORTH + len(table.seated) / 100 if table else 0)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines both of whose ends are drawn."""
        return tuple(line for line in self.stated if {line.subject, line.object} <= self.drawn)

    @cached_property
    def groups(self) -> tuple[frozenset[str], ...]:
        """What is drawn, by connected group: those with most lines first."""
        network: nx.Graph[str] = nx.Graph([(line.subject, line.object) for line in self.lines])
        network.add_nodes_from(self.drawn)
        parts = [frozenset(part) for part in nx.connected_components(network)]
        return tuple(sorted(parts, key=lambda part: (-network.subgraph(part).size(), min(part))))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """What is drawn in the order of weight: by group, tables first, those that give most direction, most seats."""
        degree = degrees(self.lines)
        group = {one: number for number, part in enumerate(self.groups) for one in part if degree[one]}
        return tuple(
            sorted(self.drawn, key=lambda one: (group.get(one, len(self.groups)), *self._lightness(one, degree)))
        )

    def _lightness(self, one: str, degree: Counter[str]) -> tuple[bool, int, int, int, str]:
        seats = len(self.tables[one].seated) if one in self.tables else 0
        return one not in self.tables, -self._directing[one], -seats, -degree[one], one

    @cached_property
    def _directing(self) -> Counter[str]:
        given = (line for line in self.lines if self.rank(line) == rank(DIRECTION))
        return Counter(line.subject for line in given for _ in line.facts)


def selection_of(view: View) -> Selection:
    """Return what the opening picture of a view draws."""
    return Selection(view, tables_of(view), lines_of(view))
