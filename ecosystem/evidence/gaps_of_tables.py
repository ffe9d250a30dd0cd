"""What nobody has written down of boards and partnerships: chair, members, line upward, who sits for a constituency."""

from collections.abc import Iterator

from ecosystem.evidence.gap import Gap
from ecosystem.evidence.upward import stands_under, without_line_upward
from ecosystem.model import WITH_SEATS, Entity, Fact
from ecosystem.network import CHAIR, Chairs, chairs
from ecosystem.snapshot import View
from ecosystem.wording import when


def chair_unknown(view: View) -> Iterator[Gap]:
    """Yield tables of which no chair is known on the day."""
    known = chairs(view)
    for table in _tables(view):
        found = known.get(table.id, Chairs())
        open_points = view.statements_about(table.id, CHAIR)
        if not found.known:
            known_instead = [when(view, fact) for fact in found.unclear] + [point.note for point in open_points]
            yield Gap("chair", table, "who chairs it?", "; ".join(known_instead), (table, *found.unclear, *open_points))


def members_unknown(view: View) -> Iterator[Gap]:
    """Yield tables without a member beside the chair, and tables whose source leaves their list of members open."""
    for table in _tables(view):
        members = [seat for seat in view.facts_to(table.id, "MEMBER_OF") if seat.role != CHAIR]
        if not members:
            yield Gap("members", table, "who sits on it?", "", (table,))
            continue
        open_lists = [said for said in view.statements_about(table.id, "list_complete") if said.value != "yes"]
        for said in open_lists:
            yield Gap("members", table, "who else sits on it?", said.note, (said,))


def constituency_unnamed(view: View) -> Iterator[Gap]:
    """Yield seats of a constituency, such as the third sector, for which nobody at the table is named."""
    for seat in view.facts_of("MEMBER_OF"):
        if view.label_of(seat.subject) == "Constituency" and not _spoken_for(view, seat):
            table = view.snapshot.entities[seat.object]
            yield Gap("representative", table, f"who sits there for {view.name_of(seat.subject)}?", "", (seat,))


def line_upward_unstated(view: View) -> Iterator[Gap]:
    """Yield tables of which no source states to whom they report."""
    for table in without_line_upward(view):
        ours = stands_under(view, table, inferred=True)
        question = f"do we infer rightly that it {ours}?" if ours else "to whom does it report?"
        yield Gap("line upward", table, question, stands_under(view, table), (table,))


def _tables(view: View) -> Iterator[Entity]:
    return (entity for entity in view.entities if entity.label in WITH_SEATS)


def _spoken_for(view: View, seat: Fact) -> bool:
    speakers = {fact.subject for fact in view.facts_to(seat.subject, "REPRESENTS")}
    return any(other.subject in speakers for other in view.facts_to(seat.object, "MEMBER_OF"))
