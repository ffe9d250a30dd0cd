"""Lines between bodies, plans and programmes: reporting, direction and oversight, support and contribution.

Only what a document states counts. A line to a strategy or programme that has run out stays, ended, so that a body does
not seem to direct nothing.

>>> from datetime import date
>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="plan", label="Strategy", name="Plan", end_date="2019", evidence_date="2018"),
...     Fact(id="a", subject="board", relation="OVERSEES", object="plan", evidence_date="2018", basis="stated"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(date(2020, 1, 1))
>>> [(line.id, view.shows(line)) for line in stated_lines(view)]
[('a', False)]
"""

from ecosystem.dates import Status
from ecosystem.model import BODIES, WITH_SEATS, Entity, Fact, basis_of
from ecosystem.snapshot import View

REPORTING, DIRECTION = "REPORTS_TO", "OVERSEES"
HELP = ("SUPPORTS", "CONTRIBUTES_TO")

_LEADING = frozenset({REPORTING, DIRECTION})
_LINES = _LEADING.union(HELP)
GUIDING = frozenset({"strategy", "plan", "framework"})
_ENDING = frozenset({"Strategy", "Programme"})


def stated_lines(view: View) -> tuple[Fact, ...]:
    """Return the stated lines in the order of their ids: those shown, and those whose object alone has ended."""
    return tuple(
        fact
        for fact in view.snapshot.facts.values()
        if fact.relation in _LINES
        and basis_of(fact) == "stated"
        and "stated" in view.bases
        and _joins(view, fact)
        and (view.shows(fact) or _only_object_ended(view, fact))
    )


def has_ended(view: View, entity: Entity) -> bool:
    """Tell whether an entity's written end lies before the day looked at."""
    return view.day is not None and view.day > view.snapshot.span(entity).may_until


def is_past(view: View, fact: Fact) -> bool:
    """Tell whether a fact is something that sources look back on and that is not documented for the day."""
    return view.snapshot.looks_back(fact) and view.status(fact) is Status.UNCONFIRMED


def _joins(view: View, fact: Fact) -> bool:
    subject, target = view.snapshot.entities[fact.subject], view.snapshot.entities[fact.object]
    followers = BODIES | _ENDING | ({"Constituency"} if fact.relation == DIRECTION else frozenset())
    return subject is not target and target.label in followers and _may_lead(subject, fact.relation)


def _may_lead(subject: Entity, relation: str) -> bool:
    if relation in _LEADING:
        return subject.label in BODIES
    return subject.label in WITH_SEATS | {"Team"} or (subject.label == "Strategy" and subject.form in GUIDING)


def _only_object_ended(view: View, fact: Fact) -> bool:
    subject, target = view.snapshot.entities[fact.subject], view.snapshot.entities[fact.object]
    alive = not fact.end_date and view.status(subject) is not Status.OUTSIDE
    return alive and target.label in _ENDING and has_ended(view, target)
