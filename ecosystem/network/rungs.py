"""What is formally above what: the facts that an upward line is made of.

A body reports to another, is overseen, directed or regulated; or a body, post, strategy or programme is part of a
larger one. No rung is being part of what is only a class: a constituency, a priority, a concept, several tables under
one name. Nor is being part of what one directs oneself, as a steering group does; nor a person's affiliation, which
states no authority over them.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="plan", label="Strategy", name="Plan", evidence_date="2018"),
...     Fact(id="a", subject="board", relation="OVERSEES", object="plan", evidence_date="2018"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None)
>>> rung_of(view, view.facts[0])
Rung(lower='plan', upper='board')
"""

from typing import NamedTuple

from ecosystem.model import BODIES, Entity, Fact
from ecosystem.network.lines import DIRECTION, REPORTING
from ecosystem.snapshot import View

BELONGING = "PART_OF"
RUNGS = (REPORTING, DIRECTION, BELONGING)
"""The relations that lead upward, the plainest line first."""

COLLECTION = "collection"
"""The form of several tables under one name, which nobody chairs and which report to nobody as one."""

_PARTS = BODIES | {"Post", "Strategy", "Programme"}


class Rung(NamedTuple):
    """The ends of a fact by which one thing is above another."""

    lower: str
    upper: str


def rung_of(view: View, fact: Fact) -> Rung | None:
    """Return which end of a fact is formally above the other; None where the fact puts neither above."""
    if fact.subject == fact.object:
        return None
    if fact.relation == DIRECTION:
        return Rung(lower=fact.object, upper=fact.subject)
    if fact.relation == REPORTING or (fact.relation == BELONGING and _belongs(view, fact)):
        return Rung(lower=fact.subject, upper=fact.object)
    return None


def rungs_above(view: View, node_id: str) -> tuple[Fact, ...]:
    """Return the shown facts by which something is directly above a node, reporting first."""
    facts = (*view.facts_from(node_id, *RUNGS), *view.facts_to(node_id, *RUNGS))
    found = [fact for fact in facts if (rung := rung_of(view, fact)) and rung.lower == node_id]
    return tuple(sorted(found, key=lambda fact: (RUNGS.index(fact.relation), fact.id)))


def _belongs(view: View, fact: Fact) -> bool:
    part, whole = (view.snapshot.entities.get(end) for end in (fact.subject, fact.object))
    return may_be_above(part) and may_be_above(whole) and not is_collection(whole) and not _governs(view, fact)


def may_be_above(entity: Entity | None) -> bool:
    """Tell whether an entity may be above another: a body, post, strategy or programme."""
    return entity is not None and entity.label in _PARTS


def is_collection(entity: Entity | None) -> bool:
    """Tell whether an entity is only a name for several tables."""
    return entity is not None and entity.form == COLLECTION


def _governs(view: View, fact: Fact) -> bool:
    """Tell whether a part is itself above the whole it is part of."""
    directed = any(other.object == fact.object for other in view.facts_from(fact.subject, DIRECTION))
    return directed or any(other.subject == fact.object for other in view.facts_to(fact.subject, REPORTING))
