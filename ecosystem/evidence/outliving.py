"""What is not recorded to have ended with what it is about.

An ended body, strategy or programme clips every relation it has: none is shown after its end. Where no end is written
of the relation itself, nobody has recorded what became of it.

>>> from datetime import date
>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="plan", label="Strategy", name="Plan", end_date="2019", evidence_date="2018"),
...     Fact(id="a", subject="board", relation="OWNS", object="plan", evidence_date="2018", basis="stated"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2022")).on(date(2022, 1, 1))
>>> [fact.id for fact in outliving(view, view.snapshot.entities["plan"], *USING)]
['a']
"""

from ecosystem.dates import Status, first_day
from ecosystem.model import Entity, Fact, basis_of, other_end
from ecosystem.snapshot import View

USING = ("OWNS", "OVERSEES", "DELIVERS", "COMMISSIONS", "SUPPORTS", "CONTRIBUTES_TO")
"""The relations by which somebody has to do with a strategy: that it has an aim or covers a place is none."""


def outliving(view: View, ended: Entity, *relations: str) -> tuple[Fact, ...]:
    """Return the facts of these relations about what has ended that have no end themselves, and whose other end lives.

    What sources look back on is not meant, nor what begins after the day; our own inference only where it counts.
    """
    about = (fact for fact in view.snapshot.facts_about(ended.id) if fact.relation in relations)
    return tuple(fact for fact in about if _lasts(view, fact) and _lives(view, other_end(fact, ended.id)))


def _lasts(view: View, fact: Fact) -> bool:
    begun = view.day is None or not fact.start_date or first_day(fact.start_date) <= view.day
    counts = basis_of(fact) in view.counting.bases
    return begun and counts and not fact.end_date and not view.snapshot.looks_back(fact)


def _lives(view: View, node_id: str) -> bool:
    entity = view.snapshot.entities.get(node_id)
    return entity is not None and view.status(entity) is not Status.OUTSIDE
