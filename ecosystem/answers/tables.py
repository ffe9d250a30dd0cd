"""Who sits round a table, and to whom it reports: what people ask of a body first, and where silence is an answer."""

from collections.abc import Iterator

from ecosystem.answers.result import Cells
from ecosystem.answers.rows import evidenced, name_of, said, told
from ecosystem.dates import Status
from ecosystem.model import BODIES, RELATIONS, Fact, Node, basis_of
from ecosystem.network import CHAIR, seats
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

AT_ITS_TABLE = "At its table"
THROUGH_OTHERS = "Sits on, through its posts, teams and people"
REPORTING = "Reporting"
OUR_INFERENCE = "Our inference, not stated by any document"
NO_LINE = "no document states a line upward"
NOT_THIS_DAY = "no line upward is stated for this day"

TABLES = BODIES - {"Organisation", "Team"}
"""Bodies that people sit round and that may be expected to report to another."""


def at_its_table(view: View, node: Node) -> Iterator[Cells]:
    """Yield who sits at the table of a body, chairs first, with the people named in posts; and what is not stated."""
    found = sorted(view.facts_to(node.id, "MEMBER_OF"), key=lambda seat: (seat.role != CHAIR, seat.id))
    if node.label in TABLES and not any(seat.role == CHAIR for seat in found):
        unclear = chairs_unclear(view, node)
        yield from (evidenced(view, AT_ITS_TABLE, CHAIR, name_of(view, seat.subject), seat) for seat in unclear)
        if not unclear:
            yield said(AT_ITS_TABLE, CHAIR, NOT_STATED)
    for seat in found:
        yield evidenced(view, AT_ITS_TABLE, seat.role or "member", name_of(view, seat.subject), seat)
        yield from _named_in_post(view, seat)
    if node.label in TABLES and not found:
        yield said(AT_ITS_TABLE, "members", NOT_STATED)


def chairs_unclear(view: View, node: Node) -> tuple[Fact, ...]:
    """Return the chairs that may or may not chair on the day, such as a person last named years ago."""
    chairs = (fact for fact in view.snapshot.facts.values() if fact.object == node.id and fact.role == CHAIR)
    return tuple(fact for fact in chairs if basis_of(fact) in view.bases and view.status(fact) is Status.POSSIBLE)


def _named_in_post(view: View, seat: Fact) -> Iterator[Cells]:
    holders = [
        fact
        for fact in view.snapshot.facts.values()
        if fact.relation == "HOLDS" and fact.object == seat.subject and basis_of(fact) in view.bases
    ]
    for holder in holders:
        yield evidenced(view, AT_ITS_TABLE, "named in that post", name_of(view, holder.subject), holder)
    entity = view.snapshot.entities.get(seat.subject)
    if not holders and seat.role == CHAIR and entity is not None and entity.label == "Post":
        yield said(AT_ITS_TABLE, "named in that post", NOT_STATED)


def through_others(view: View, node: Node) -> Iterator[Cells]:
    """Yield the seats an organisation has through its posts, teams and people."""
    for seat in seats(view):
        if seat.organisation == node.id and seat.is_indirect:
            verb = RELATIONS["MEMBER_OF"].said(seat.fact.role)
            what = f"{name_of(view, seat.table)}, through {name_of(view, seat.member)}"
            yield evidenced(view, THROUGH_OTHERS, verb, what, seat.fact)


def reporting(view: View, node: Node) -> Iterator[Cells]:
    """Yield the stated lines of a body, or that none is; what we infer stands apart, with its reason as the note."""
    up, down = view.facts_from(node.id, "REPORTS_TO"), view.facts_to(node.id, "REPORTS_TO")
    if node.label in TABLES and not any(basis_of(line) != "inferred" for line in up):
        yield said(REPORTING, RELATIONS["REPORTS_TO"].verb, _silence(view, node))
    for section, inferred in ((REPORTING, False), (OUR_INFERENCE, True)):
        lines = (line for line in (*up, *down) if (basis_of(line) == "inferred") is inferred)
        yield from (told(view, section, line, node.id) for line in lines)


def _silence(view: View, node: Node) -> str:
    lines = (fact for fact in view.snapshot.facts.values() if fact.relation == "REPORTS_TO" and fact.subject == node.id)
    return NOT_THIS_DAY if any(basis_of(line) != "inferred" for line in lines) else NO_LINE
