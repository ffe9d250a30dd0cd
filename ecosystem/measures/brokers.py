"""Who stands between bodies that do not meet: brokers, after Gould and Fernandez.

A body brokers a pair where it shares a table with each of them and they share none with each other. By the sectors of
the three, it is a coordinator (all of one sector), a consultant (the two are of one sector, it is of another), a
representative (it is of the sector of one of the two; without a direction, gatekeepers are the same), or a liaison (all
of different sectors).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

from ecosystem.measures.ground import Ground
from ecosystem.measures.interlocks import fellows
from ecosystem.network import owner_of
from ecosystem.snapshot import View, grouped

COORDINATOR, CONSULTANT, REPRESENTATIVE, LIAISON = "coordinator", "consultant", "representative", "liaison"
BETWEEN_SECTORS = (REPRESENTATIVE, LIAISON)
"""The roles in which the two that are brokered are of different sectors."""

BySector = Mapping[str, frozenset[str]]
"""Bodies by their sector, under an empty one those without."""

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Broker:
    """A body and how many pairs it brokers in each role; `unclear` are pairs of which a sector is not known."""

    body: str
    roles: Mapping[str, int]
    unclear: int

    @property
    def pairs(self) -> int:
        """How many pairs it brokers, those included of which a sector is not known."""
        return sum(self.roles.values()) + self.unclear

    @property
    def between_sectors(self) -> int:
        """How many pairs of two different sectors it brokers."""
        return sum(self.roles.get(role, 0) for role in BETWEEN_SECTORS)


@dataclass(frozen=True, slots=True)
class Brokers:
    """The bodies that broker any pair, those between most pairs of sectors first; and the ground this rests on.

    `sectors` has the sector of every body with a seat, empty where it has none.
    """

    brokers: tuple[Broker, ...]
    sectors: Mapping[str, str]
    ground: Ground

    @property
    def foremost(self) -> tuple[Broker, ...]:
        """The bodies that broker as many pairs between sectors as any; none where nobody brokers between sectors."""
        most = self.brokers[0].between_sectors if self.brokers else 0
        return tuple(one for one in self.brokers if most and one.between_sectors == most)


def brokers(view: View) -> Brokers:
    """Return who brokers how many pairs of bodies that share no table, and in which role."""
    graph, ground = fellows(view)
    sectors = {body: sector_of(view, body) for body in graph}
    near = {body: _by_sector(sectors, graph[body]) for body in graph}
    found = (broker for body in graph if (broker := _broker(near, sectors, body)).pairs)
    ordered = sorted(found, key=lambda one: (-one.between_sectors, -one.pairs, one.body))
    return Brokers(tuple(ordered), sectors, ground)


def sector_of(view: View, node_id: str) -> str:
    """Return the sector of a node, else of the body it belongs to; empty where neither is classified."""
    entities = view.snapshot.entities
    return next((entities[one].sector for one in (node_id, owner_of(view, node_id)) if entities[one].sector), "")


def _broker(near: Mapping[str, BySector], sectors: Mapping[str, str], body: str) -> Broker:
    roles: Counter[str] = Counter()
    unclear = 0
    for (first, second), pairs in _apart(near, body).items():
        if first and second and sectors[body]:
            roles[_role(first, sectors[body], second)] += pairs
        else:
            unclear += pairs
    return Broker(body, +roles, unclear)


def _apart(near: Mapping[str, BySector], body: str) -> Counter[tuple[str, str]]:
    """Return how many pairs of those who share a table with a body share none, by their two sectors.

    All pairs are counted, and those that do share one taken off: a body of a thousand would have half a million.
    """
    found: Counter[tuple[str, str]] = Counter()
    for first, second in combinations_with_replacement(near[body], 2):
        some, others = near[body][first], near[body][second]
        pairs = len(some) * len(others) if first != second else len(some) * (len(some) - 1)
        meeting = sum(len(near[one].get(second, _NOBODY) & others) for one in some)
        found[first, second] = (pairs - meeting) // (1 if first != second else 2)
    return found


def _by_sector(sectors: Mapping[str, str], bodies: Iterable[str]) -> BySector:
    return {sector: frozenset(of_it) for sector, of_it in grouped((sectors[body], body) for body in bodies).items()}


def _role(first: str, broker: str, second: str) -> str:
    if first == second:
        return COORDINATOR if first == broker else CONSULTANT
    return REPRESENTATIVE if broker in {first, second} else LIAISON
