"""What nobody has written down of boards and partnerships: chair, members, line upward, who sits for a constituency."""

from collections.abc import Iterator

from ecosystem.evidence.gap import Gap
from ecosystem.evidence.inference import do_we_infer_rightly, inferred_of
from ecosystem.evidence.otherwise import at_other_times, known_instead, not_shown
from ecosystem.evidence.upward import inferred_above, inferred_lines, lines_said, told, without_line_upward
from ecosystem.model import Entity, Fact
from ecosystem.network import CHAIR, COLLECTION, chairs, tables
from ecosystem.snapshot import View


def chair_unknown(view: View) -> Iterator[Gap]:
    """Yield tables of which no chair is known on the day; whom we infer is not known to chair."""
    chaired = {table for table, found in chairs(view.counting).items() if found.known}
    for table in tables(view):
        if table.id not in chaired and table.form != COLLECTION:
            ours = tuple(seat for seat in inferred_of(view, table, "MEMBER_OF") if seat.role == CHAIR)
            before = tuple(seat for seat in not_shown(view, table.id, "MEMBER_OF") if seat.role == CHAIR)
            said = view.statements_about(table.id, CHAIR)
            notes = (*(one.value or one.note for one in said), *(seat.note for seat in ours))
            known = known_instead(at_other_times(view, before), *notes)
            question = do_we_infer_rightly(view, ours) or "who chairs it?"
            yield Gap("chair", table, question, known, (table, *before, *said, *ours), settles=(*said, *ours))


def members_unknown(view: View) -> Iterator[Gap]:
    """Yield tables without a member beside the chair, and tables whose source leaves their list of members open."""
    for table in tables(view):
        lists = tuple(said for said in view.statements_about(table.id, "list_complete") if said.value != "yes")
        notes = [said.note for said in lists]
        if _has_members(view, table):
            if lists:
                question = "which others belong to it?" if table.form == COLLECTION else "who else sits on it?"
                yield Gap("members", table, question, known_instead(*notes), lists, settles=lists)
            continue
        before = tuple(seat for seat in not_shown(view, table.id, "MEMBER_OF") if seat.role != CHAIR)
        question = "which belong to it?" if table.form == COLLECTION else "who sits on it?"
        known = known_instead(at_other_times(view, before), *notes)
        yield Gap("members", table, question, known, (table, *before, *lists), settles=lists)


def constituency_unnamed(view: View) -> Iterator[Gap]:
    """Yield seats of a constituency, such as the third sector, for which nobody at the table is named."""
    for seat in view.facts_of("MEMBER_OF"):
        if view.label_of(seat.subject) == "Constituency" and not _spoken_for(view, seat):
            table = view.snapshot.entities[seat.object]
            question = f"by whom is this represented there: {view.name_of(seat.subject)}?"
            yield Gap("representative", table, question, "", (seat,))


def line_upward_unstated(view: View) -> Iterator[Gap]:
    """Yield tables of which no source states to whom they report."""
    for table in without_line_upward(view):
        if table.form != COLLECTION:
            said, ours = lines_said(view, table), inferred_lines(view, table)
            inferred = f"do we infer rightly that it {inferred_above(view, table)}?"
            question = inferred if ours else "to whom, if to anybody, does it report?"
            known = known_instead(told(view, said, table), *(line.note for line in ours))
            yield Gap("line upward", table, question, known, (table, *said, *ours), settles=ours)


def _has_members(view: View, table: Entity) -> bool:
    if table.form == COLLECTION and view.facts_to(table.id, "PART_OF"):
        return True
    return any(seat.role != CHAIR for seat in view.facts_to(table.id, "MEMBER_OF"))


def _spoken_for(view: View, seat: Fact) -> bool:
    speakers = {fact.subject for fact in view.facts_to(seat.subject, "REPRESENTS")}
    return any(other.subject in speakers for other in view.facts_to(seat.object, "MEMBER_OF"))
