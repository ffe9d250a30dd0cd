"""Seats at tables, and whose they are: posts, teams and people sit for the body they belong to.

>>> from datetime import date
>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="council", label="Organisation", name="Council", evidence_date="2018"),
...     Entity(id="leader", label="Post", name="Leader", evidence_date="2018"),
...     Fact(id="a", subject="leader", relation="PART_OF", object="council", evidence_date="2018"),
...     Fact(id="b", subject="leader", relation="MEMBER_OF", object="board", role="chair", evidence_date="2018"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(date(2018, 12, 31))
>>> [(seat.organisation, seat.member, seat.is_chair) for seat in seats(view)]
[('council', 'leader', True)]
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.model import WITH_SEATS, Entity, Fact
from ecosystem.snapshot import View

CHAIR = "chair"

COUNTING_AS = ("PART_OF", "HOLDS")
"""The relations through which posts, teams and people count as the body they belong to."""

SIT_FOR_OTHERS = frozenset({"Post", "Team", "Person"})
"""Kinds that stand for the body they belong to."""

_OWNERS = SIT_FOR_OTHERS | {"Organisation", "Board", "Partnership"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat at a table: its fact, the table, who is named there, and the organisation it counts for.

    `organisation` is the member itself where it belongs to no other body that is known.
    """

    fact: Fact
    table: str
    member: str
    organisation: str

    @property
    def is_chair(self) -> bool:
        """Whether the seat is the chair's."""
        return self.fact.role == CHAIR

    @property
    def is_indirect(self) -> bool:
        """Whether the organisation sits through one of its posts, teams or people only."""
        return self.organisation != self.member


def tables(view: View) -> Iterator[Entity]:
    """Yield the boards and partnerships alive on the day: the bodies that people sit round."""
    return (entity for entity in view.entities if entity.label in WITH_SEATS)


def seats(view: View) -> tuple[Seat, ...]:
    """Return every seat at every table of a view, ordered by the ids of their facts."""
    return tuple(
        Seat(fact=fact, table=fact.object, member=fact.subject, organisation=owner_of(view, fact.subject))
        for fact in view.facts_of("MEMBER_OF")
    )


def seats_through_others(view: View, organisation: str) -> tuple[Seat, ...]:
    """Return the seats that an organisation has only through its posts, teams and people, as `seats` has them."""
    belonging = {organisation: None}
    ahead = [organisation]
    while ahead:
        found = [fact.subject for fact in view.facts_to(ahead.pop(), *COUNTING_AS) if fact.subject not in belonging]
        belonging |= dict.fromkeys(found)
        ahead += found
    members = (one for one in belonging if one != organisation and owner_of(view, one) == organisation)
    held = (fact for member in members for fact in view.facts_from(member, "MEMBER_OF"))
    return tuple(
        Seat(fact=fact, table=fact.object, member=fact.subject, organisation=organisation)
        for fact in sorted(held, key=lambda fact: fact.id)
    )


def owner_of(view: View, node_id: str) -> str:
    """Return the body a post, team or person belongs to, through `COUNTING_AS`; else the node itself.

    A node that is part of several bodies belongs to none of them alone, and stands for itself.
    """
    seen = {node_id}
    while (above := _only_whole(view, node_id)) is not None and above not in seen:
        seen.add(above)
        node_id = above
    return node_id


def _only_whole(view: View, node_id: str) -> str | None:
    if view.label_of(node_id) not in SIT_FOR_OTHERS:
        return None
    wholes = {fact.object for fact in view.facts_from(node_id, *COUNTING_AS)}
    owners = {whole for whole in wholes if view.label_of(whole) in _OWNERS}
    return owners.pop() if len(owners) == 1 else None


def seats_of_organisations(view: View) -> Iterator[Seat]:
    """Yield the seats that organisations have, themselves or through a post, team or person that is part of them.

    This is what the named queries count: one step of `PART_OF`, and a member that is part of two organisations has a
    seat for each. Pictures give a seat to one owner only; see `owner_of`.
    """
    for fact in view.facts_of("MEMBER_OF"):
        label = view.label_of(fact.subject)
        wholes = [part.object for part in view.facts_from(fact.subject, "PART_OF") if label in SIT_FOR_OTHERS]
        for owner in (fact.subject, *wholes):
            if view.label_of(owner) == "Organisation":
                yield Seat(fact=fact, table=fact.object, member=fact.subject, organisation=owner)
