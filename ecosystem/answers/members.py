"""The list of who sits at a table, to paste into minutes: one row for each seat, the chair's first."""

from collections import Counter
from collections.abc import Iterator

from ecosystem.answers.seating import Seating, holders, seated, seating
from ecosystem.dates import Status
from ecosystem.model import MEMBER, SEAT, WITH_SEATS, Entity, Fact, Statement, basis_of
from ecosystem.network import CHAIR, owner_of
from ecosystem.results import Cells, Result
from ecosystem.snapshot import LeftOut, View
from ecosystem.wording import (
    LEFT_OPEN,
    NOT_STATED,
    beyond,
    citations,
    joined,
    left_out,
    number_in_words,
    on_day,
    when,
    when_said,
    year_seen,
)

COLUMNS = ("name", "role", "holder", "sits_for", "sector", "when", "basis", "sources", "note")
COMPLETE = {
    "yes": "The list is stated to be complete",
    "no": "The list is not stated to be complete: others may sit there",
    "": f"Whether the list is complete is {LEFT_OPEN}",
}
LIST_COMPLETE = "list_complete"
UNSAID = f"Whether the list is complete is {NOT_STATED}."


def has_seats(view: View, name: str) -> bool:
    """Tell whether what is called that is something people sit round: a table, or a body somebody ever sat on."""
    node_id = view.snapshot.find(name)
    seated = (fact.relation == SEAT and fact.object == node_id for fact in view.snapshot.facts_about(node_id))
    return view.label_of(node_id) in WITH_SEATS or any(seated)


def members(view: View, name: str, origin: str = "files") -> Result:
    """Return the list of members of the body of that name; `NotFound` or `UsageError` as for names.

    `holder` is who is named in the post that sits there, `sits_for` the body that a post, team or person is part of.
    Where no chair is stated, a first row says so, with who was last named. The lead says whether and for which year the
    list is stated to be complete.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> rows = [
    ...     Entity(id="board", label="Board", name="Health Board", evidence_date="2018"),
    ...     Entity(id="trust", label="Organisation", name="Trust", evidence_date="2018"),
    ...     Fact(id="a", subject="trust", relation="MEMBER_OF", object="board", evidence_date="2018", basis="stated"),
    ... ]
    >>> listed = members(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None), "Health Board")
    >>> [row[:2] for row in listed.rows]
    [('not stated', 'chair'), ('Trust', 'member')]
    """
    node_id = view.snapshot.find(name)
    node = view.snapshot.entities[node_id]
    found = seating(view, node)
    return Result(
        title=f"{node.name}: members",
        columns=COLUMNS,
        rows=tuple(_rows(view, found)),
        origin=origin,
        lead=_completeness(view, node),
        as_of=view.day,
        bases=view.bases_chosen,
        notes=tuple(_notes(view, node, found)),
        empty="Who chairs it and who sits there is not stated.",
    )


def _rows(view: View, found: Seating) -> Iterator[Cells]:
    if found.seats and not found.has_chair:
        yield NOT_STATED, CHAIR, *("",) * (len(COLUMNS) - 2)
    yield from (_row(view, seat) for seat in found.all)


def _row(view: View, seat: Fact) -> Cells:
    member = view.snapshot.entities[seat.subject]
    owner = owner_of(view, member.id)
    sits_for = view.name_of(owner) if owner != member.id else ""
    sector = view.snapshot.title_of("sector", member.sector or view.snapshot.entities[owner].sector)
    evidence = (when_said(view, seat), basis_of(seat), citations(view.snapshot, seat), seat.note)
    return seated(view, seat), seat.role or MEMBER, _holder(view, seat), sits_for, sector, *evidence


def _holder(view: View, seat: Fact) -> str:
    if view.label_of(seat.subject) != "Post":
        return ""
    named = (f"{view.name_of(fact.subject)} ({when(view, fact)})" for fact in holders(view, seat))
    return "; ".join(named) or NOT_STATED


def _completeness(view: View, node: Entity) -> str:
    return " ".join(_said_of_list(view, said) for said in view.statements_about(node.id, LIST_COMPLETE)) or UNSAID


def _said_of_list(view: View, said: Statement) -> str:
    ground = joined(said.note, when(view, said), citations(view.snapshot, said))
    if said.value != "yes" or view.status(said) is Status.DOCUMENTED:
        return f"{COMPLETE.get(said.value, COMPLETE[''])} ({ground})."
    year = year_seen(view, said)
    return f"The list was stated to be complete{f' in {year}' if year else ''} ({ground}){_since(view, said)}."


def _since(view: View, said: Statement) -> str:
    """Return what a day later than a list makes of its completeness: seats that ended since, and that it is unknown."""
    if view.day is None:
        return ""
    then = view.snapshot.on(view.snapshot.span(said).last_seen, view.bases)
    seats = then.facts_to(said.subject, SEAT)
    ended = sum(view.status(seat) is Status.OUTSIDE for seat in seats)
    gone = f"; {number_in_words(ended)} of its seats {'has' if ended == 1 else 'have'} ended since" if ended else ""
    return f"{gone}; whether it is complete {on_day(view.day)} is {NOT_STATED}"


def _notes(view: View, node: Entity, found: Seating) -> Iterator[str]:
    told = {seat.id for seat in found.all}
    others = [
        fact
        for fact in view.snapshot.facts_about(node.id)
        if fact.relation == SEAT and fact.object == node.id and fact.id not in told
    ]
    hidden: Counter[Status | None] = Counter(
        view.status(fact) if basis_of(fact) in view.bases else None for fact in others
    )
    said = view.left_out((), (LIST_COMPLETE,), about=(node.id,)).statements
    yield from filter(None, (left_out(LeftOut(hidden, said), view.day), beyond(view.day, view.snapshot.default_day)))
