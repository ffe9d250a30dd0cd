"""To whom a body reports, and where silence is an answer: no document may state a line upward."""

from collections.abc import Iterator

from ecosystem.answers.result import Cells
from ecosystem.answers.rows import said, told
from ecosystem.model import RELATIONS, WITH_SEATS, Node, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

SECTION = "Reporting"
OUR_INFERENCE = "Our inference, not stated by any document"
NO_LINE = f"{NOT_STATED}: no document states a line upward"
NOT_THIS_DAY = f"{NOT_STATED} for this day"


def reporting(view: View, node: Node) -> Iterator[Cells]:
    """Yield the stated lines of a body, or that none is; what we infer stands apart, with its reason as the note."""
    up, down = view.facts_from(node.id, "REPORTS_TO"), view.facts_to(node.id, "REPORTS_TO")
    if node.label in WITH_SEATS and not any(basis_of(line) != "inferred" for line in up):
        yield said(SECTION, RELATIONS["REPORTS_TO"].verb, _silence(view, node))
    for section, inferred in ((SECTION, False), (OUR_INFERENCE, True)):
        lines = (line for line in (*up, *down) if (basis_of(line) == "inferred") is inferred)
        yield from (told(view, section, line, node.id) for line in lines)


def _silence(view: View, node: Node) -> str:
    about = view.snapshot.facts_about(node.id)
    lines = (fact for fact in about if fact.relation == "REPORTS_TO" and fact.subject == node.id)
    return NOT_THIS_DAY if any(basis_of(line) != "inferred" for line in lines) else NO_LINE
