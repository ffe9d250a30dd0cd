"""Which facts become lines of an opening picture: stated direction, oversight, support and contribution.

Only what a document states, between bodies, plans and programmes. A strategy that has ended stays at the end of its
line, so that a body does not seem to direct nothing; lines of one direction between two ends are one line.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="plan", label="Strategy", name="Plan", evidence_date="2018"),
...     Fact(id="a", subject="board", relation="OVERSEES", object="plan", role="directs", evidence_date="2018",
...          basis="stated"),
... ]
>>> [line.verb for line in lines_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None))]
['gives direction to']
"""

from collections import defaultdict
from collections.abc import Sequence

from ecosystem.dates import Status
from ecosystem.maps.opening import Line
from ecosystem.maps.scene import TABLES, year_seen
from ecosystem.model import BODIES, RELATIONS, Entity, Fact, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import listed

REPORTING, DIRECTION = "REPORTS_TO", "OVERSEES"
HELP = ("SUPPORTS", "CONTRIBUTES_TO")

_GUIDING = frozenset({"strategy", "plan", "framework"})
_SUBJECTS = TABLES | {"Team", "Strategy"}
_OBJECTS = BODIES | {"Strategy", "Programme"}


def lines_of(view: View) -> tuple[Line, ...]:
    """Return the lines: reporting first, then direction and oversight, then support and contribution."""
    found: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for fact in view.snapshot.facts.values():
        if _is_line(view, fact):
            found[fact.subject, fact.object, rank(fact.relation)].append(fact)
    ordered = sorted(found.items(), key=lambda item: (item[0][2], item[0]))
    return tuple(_line(view, facts) for _, facts in ordered)


def rank(relation: str) -> int:
    """Return where a relation stands among the lines: reporting, direction, help; negative for all others."""
    return (
        2 if relation in HELP else (REPORTING, DIRECTION).index(relation) if relation in {REPORTING, DIRECTION} else -1
    )


def _is_line(view: View, fact: Fact) -> bool:
    if rank(fact.relation) < 0 or basis_of(fact) != "stated" or "stated" not in view.bases:
        return False
    if fact.subject == fact.object or not (view.shows(fact) or _only_object_ended(view, fact)):
        return False
    subject, target = view.snapshot.entities[fact.subject], view.snapshot.entities[fact.object]
    return _may_lead(subject, fact.relation) and _may_follow(target, fact.relation)


def _may_lead(subject: Entity, relation: str) -> bool:
    if relation in {REPORTING, DIRECTION}:
        return subject.label in BODIES
    return subject.label in _SUBJECTS and (subject.label != "Strategy" or subject.form in _GUIDING)


def _may_follow(target: Entity, relation: str) -> bool:
    return target.label in _OBJECTS or (relation == DIRECTION and target.label == "Constituency")


def _only_object_ended(view: View, fact: Fact) -> bool:
    subject, target = view.snapshot.entities[fact.subject], view.snapshot.entities[fact.object]
    alive = not fact.end_date and view.status(subject) is not Status.OUTSIDE
    return alive and target.label in {"Strategy", "Programme"} and has_ended(view, target)


def has_ended(view: View, entity: Entity) -> bool:
    """Tell whether an entity's written end lies before the day looked at."""
    return view.day is not None and view.day > view.snapshot.span(entity).may_until


def _line(view: View, facts: Sequence[Fact]) -> Line:
    roles = [*RELATIONS[facts[0].relation].roles, *sorted({fact.role for fact in facts})]
    ordered = sorted(facts, key=lambda fact: (roles.index(fact.role), fact.id))
    verbs = dict.fromkeys(RELATIONS[fact.relation].said(fact.role) for fact in ordered)
    return Line(
        subject=facts[0].subject,
        verb=listed(verbs),
        object=facts[0].object,
        year=max(year_seen(view, fact) for fact in facts),
        ended=any(not view.shows(fact) for fact in facts),
        facts=tuple(fact.id for fact in ordered),
    )
