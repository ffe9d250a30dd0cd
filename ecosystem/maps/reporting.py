"""Who reports to whom: what documents state, and apart from it what we infer, with the reason.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> reporting_of(Snapshot.of([], Dataset(id="x", title="X", as_of="2019")).on(None)).finding
'No document states that one body reports to another.'
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.maps.scene import when_said
from ecosystem.model import RELATIONS, Fact, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import citations, counted


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting line: who (id and name), the verb, to whom, when, and on what ground it is said."""

    subject: str
    who: str
    says: str
    object: str
    whom: str
    when: str
    ground: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """The finding in a sentence, the lines documents give, what they say of direction, and what we infer ourselves."""

    finding: str
    asserted: tuple[Report, ...]
    directing: tuple[Report, ...]
    inferred: tuple[Report, ...]


def reporting_of(view: View) -> Reporting:
    """Return the reporting lines of a view, ordered by whom they lead to, documents and inference apart."""
    found = view.facts_of("REPORTS_TO")
    ours = [fact for fact in found if basis_of(fact) == "inferred"]
    asserted = [fact for fact in found if basis_of(fact) != "inferred"]
    directing = [fact for fact in view.facts_of("OVERSEES") if basis_of(fact) != "inferred"]
    stated = sum(basis_of(fact) == "stated" for fact in found)
    return Reporting(_finding(stated), *(_reports(view, facts) for facts in (asserted, directing, ours)))


def _finding(stated: int) -> str:
    if not stated:
        return "No document states that one body reports to another."
    return f"The documents state {counted(stated, 'reporting line')}."


def _reports(view: View, facts: Iterable[Fact]) -> tuple[Report, ...]:
    return tuple(sorted((_report(view, fact) for fact in facts), key=_order))


def _order(report: Report) -> tuple[str, str]:
    return report.whom.casefold(), report.who.casefold()


def _report(view: View, fact: Fact) -> Report:
    return Report(
        fact.subject, _name(view, fact.subject), RELATIONS[fact.relation].said(fact.role), fact.object,
        _name(view, fact.object), when_said(view, fact), citations(view.snapshot, fact) or fact.note,
    )  # fmt: skip


def _name(view: View, node_id: str) -> str:
    node = view.snapshot.node(node_id)
    return node.name if node else node_id
