"""Who reports to whom: what documents state, direction and help beside it, and apart from all that what we infer.

The lines are those of the opening picture, so that what its sentences count is what stands here.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> reporting_of(Snapshot.of([], Dataset(id="x", title="X", as_of="2019")).on(None)).finding
'No document states that one body reports to another.'
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.maps.composing.lines import lines_of, rank
from ecosystem.maps.opening import Line
from ecosystem.model import RELATIONS, Fact, basis_of
from ecosystem.network import DIRECTION, HELP, REPORTING
from ecosystem.snapshot import View
from ecosystem.wording import BASIS_WORDS, citations, counted, when_said


@dataclass(frozen=True, slots=True)
class Report:
    """One line: who (id and name), the verb, to whom, when, on what ground it is said, and whether it has ended."""

    subject: str
    who: str
    says: str
    object: str
    whom: str
    when: str
    ground: str
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Lines of one sort under a title that counts them."""

    title: str
    lines: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Reporting:
    """The finding in a sentence, the lines documents give, what else they state, and what we infer ourselves."""

    finding: str
    asserted: tuple[Report, ...]
    stated: tuple[Listed, ...]
    inferred: Listed


def reporting_of(view: View) -> Reporting:
    """Return the reporting lines of a view, ordered by whom they lead to, documents and inference apart."""
    found = view.facts_of(REPORTING)
    ours = [fact for fact in found if basis_of(fact) == "inferred"]
    asserted = [fact for fact in found if basis_of(fact) != "inferred"]
    lines = lines_of(view)
    direction = _lines(view, (line for line in lines if _rank(view, line) == rank(DIRECTION)))
    support = _lines(view, (line for line in lines if _rank(view, line) == rank(HELP[0])))
    sorts = (("Direction or oversight", direction), ("Support or contribution", support))
    return Reporting(
        finding=_finding(sum(basis_of(fact) == "stated" for fact in asserted), len(asserted)),
        asserted=_reports(view, asserted),
        stated=tuple(Listed(f"{title}: {counted(len(one), 'case')}", one) for title, one in sorts if one),
        inferred=Listed(_ours(len(ours)), _reports(view, ours)),
    )


def _finding(stated: int, asserted: int) -> str:
    if not asserted:
        return "No document states that one body reports to another."
    follow = asserted - stated
    return " ".join(
        [
            f"The documents state {counted(stated, 'reporting line') if stated else 'no reporting line'}.",
            *([f"{counted(follow, 'more follows', 'more follow')} from their words or charts."] if follow else []),
        ]
    )


def _ours(number: int) -> str:
    verb = "it stands" if number == 1 else "they stand"
    return f"Show the {counted(number, 'line')} we infer ourselves; {verb} in no document"


def _rank(view: View, line: Line) -> int:
    return rank(view.snapshot.facts[line.facts[0]].relation)


def _reports(view: View, facts: Iterable[Fact]) -> tuple[Report, ...]:
    return _ordered(_report(view, fact) for fact in facts)


def _lines(view: View, lines: Iterable[Line]) -> tuple[Report, ...]:
    return _ordered(_drawn(view, line) for line in lines)


def _ordered(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted(reports, key=lambda report: (report.whom.casefold(), report.who.casefold(), report.says)))


def _report(view: View, fact: Fact) -> Report:
    basis = BASIS_WORDS[basis_of(fact)] if basis_of(fact) in {"implied", "shown"} else ""
    ground = citations(view.snapshot, fact) or fact.note
    return Report(
        fact.subject, _name(view, fact.subject), RELATIONS[fact.relation].said(fact.role), fact.object,
        _name(view, fact.object), when_said(view, fact), " · ".join(part for part in (basis, ground) if part),
    )  # fmt: skip


def _drawn(view: View, line: Line) -> Report:
    facts = [view.snapshot.facts[one] for one in line.facts]
    return Report(
        line.subject, _name(view, line.subject), line.verb, line.object, _name(view, line.object),
        "; ".join(dict.fromkeys(when_said(view, fact) for fact in facts)),
        citations(view.snapshot, *facts), line.ended,
    )  # fmt: skip


def _name(view: View, node_id: str) -> str:
    node = view.snapshot.node(node_id)
    return node.name if node else node_id
