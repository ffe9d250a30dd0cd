"""Who chairs each table on the day looked at, and who may or may not.

>>> from datetime import date
>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2016"),
...     Entity(id="a-b", label="Person", name="Avery Bell", evidence_date="2016"),
...     Fact(id="a", subject="a-b", relation="MEMBER_OF", object="board", role="chair", evidence_date="2016"),
... ]
>>> snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2016"))
>>> chairs(snapshot.on(date(2016, 12, 31)))["board"].known[0].subject
'a-b'
>>> later = chairs(snapshot.on(date(2022, 1, 1)))["board"]
>>> later.known, [fact.subject for fact in later.unclear]
((), ['a-b'])
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.dates import Status
from ecosystem.model import Fact, basis_of
from ecosystem.network.seats import CHAIR
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Chairs:
    """The chairs of one table: those known to chair it, and those of whom the day leaves it unclear.

    A person last named years ago is unclear: who holds the chair since is not stated.
    """

    known: tuple[Fact, ...] = ()
    unclear: tuple[Fact, ...] = ()


def chairs(view: View) -> Mapping[str, Chairs]:
    """Return the chairs by the id of their table; a table without any has no entry."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in view.snapshot.facts.values():
        if _is_chair(view, fact):
            found[fact.object].append(fact)
    each = {table: _sorted_out(view, facts) for table, facts in found.items()}
    return {table: one for table, one in each.items() if one.known or one.unclear}


def chairs_at(view: View, table: str) -> Chairs:
    """Return the chairs of one table; none where it has none."""
    about = (fact for fact in view.snapshot.facts_about(table) if fact.object == table)
    return _sorted_out(view, [fact for fact in about if _is_chair(view, fact)])


def _is_chair(view: View, fact: Fact) -> bool:
    return fact.relation == "MEMBER_OF" and fact.role == CHAIR and basis_of(fact) in view.bases


def _sorted_out(view: View, facts: list[Fact]) -> Chairs:
    return Chairs(
        known=tuple(fact for fact in facts if view.shows(fact)),
        unclear=tuple(fact for fact in facts if view.status(fact) is Status.POSSIBLE),
    )
