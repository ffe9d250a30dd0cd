"""The lines of an opening picture, in words: stated reporting, direction, oversight, support and contribution.

Which facts are lines, `ecosystem.network` says; here those of one rank between two ends become one line.

>>> from ecosystem.model import Dataset, Entity
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

from ecosystem.maps.opening import Line
from ecosystem.model import RELATIONS, Fact
from ecosystem.network import DIRECTION, HELP, REPORTING, stated_lines
from ecosystem.snapshot import View
from ecosystem.wording import listed, year_seen

_RANKS = {REPORTING: 0, DIRECTION: 1, **dict.fromkeys(HELP, 2)}


def lines_of(view: View) -> tuple[Line, ...]:
    """Return the lines: reporting first, then direction and oversight, then support and contribution."""
    found: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for fact in stated_lines(view):
        found[fact.subject, fact.object, rank(fact.relation)].append(fact)
    ordered = sorted(found.items(), key=lambda item: (item[0][2], item[0]))
    return tuple(_line(view, facts) for _, facts in ordered)


def rank(relation: str) -> int:
    """Return where a relation stands among the lines: reporting, direction, help; negative for all others."""
    return _RANKS.get(relation, -1)


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
