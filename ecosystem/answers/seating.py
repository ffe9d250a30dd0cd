"""Who sits round the table of a body, and at which tables it sits through others; what is not stated is said."""

from collections.abc import Iterator

from ecosystem.answers.result import Cells
from ecosystem.answers.rows import evidenced, said
from ecosystem.model import RELATIONS, WITH_SEATS, Fact, Node, basis_of
from ecosystem.network import CHAIR, Chairs, chairs, seats
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

AT_ITS_TABLE = "At its table"
THROUGH_OTHERS = "Sits on, through its posts, teams and people"


def at_its_table(view: View, node: Node) -> Iterator[Cells]:
    """Yield who sits at the table of a body, chairs first, with the people named in posts; and what is not stated."""
    found = sorted(view.facts_to(node.id, "MEMBER_OF"), key=lambda seat: (seat.role != CHAIR, seat.id))
    if node.label in WITH_SEATS and not any(seat.role == CHAIR for seat in found):
        unclear = chairs(view).get(node.id, Chairs()).unclear
        yield from (evidenced(view, AT_ITS_TABLE, CHAIR, view.name_of(seat.subject), seat) for seat in unclear)
        if not unclear:
            yield said(AT_ITS_TABLE, CHAIR, NOT_STATED)
    for seat in found:
        yield evidenced(view, AT_ITS_TABLE, seat.role or "member", view.name_of(seat.subject), seat)
        yield from _named_in_post(view, seat)
    if node.label in WITH_SEATS and not found:
        yield said(AT_ITS_TABLE, "members", NOT_STATED)


def _named_in_post(view: View, seat: Fact) -> Iterator[Cells]:
    holders = [
        fact
        for fact in view.snapshot.facts_about(seat.subject)
        if fact.relation == "HOLDS" and fact.object == seat.subject and basis_of(fact) in view.bases
    ]
    for holder in holders:
        yield evidenced(view, AT_ITS_TABLE, "named in that post", view.name_of(holder.subject), holder)
    if not holders and seat.role == CHAIR and view.label_of(seat.subject) == "Post":
        yield said(AT_ITS_TABLE, "named in that post", NOT_STATED)


def through_others(view: View, node: Node) -> Iterator[Cells]:
    """Yield the seats an organisation has through its posts, teams and people."""
    for seat in seats(view):
        if seat.organisation == node.id and seat.is_indirect:
            verb = RELATIONS["MEMBER_OF"].said(seat.fact.role)
            what = f"{view.name_of(seat.table)}, through {view.name_of(seat.member)}"
            yield evidenced(view, THROUGH_OTHERS, verb, what, seat.fact)
