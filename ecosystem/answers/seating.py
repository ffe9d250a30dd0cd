"""Who sits round the table of a body, and at which tables it sits through others; what is not stated is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.answers.rows import Said
from ecosystem.model import MEMBER, RELATIONS, SEAT, WITH_SEATS, Fact, Node, basis_of
from ecosystem.network import CHAIR, chairs_at, seats_through_others
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED, year_seen

AT_ITS_TABLE = "Its chair and members"
THROUGH_OTHERS = "Member of, through its posts, teams and people"


@dataclass(frozen=True, slots=True)
class Seating:
    """The seats at a table on the day, the chair's first; and those of whom it is unclear whether they still chair it.

    Where neither knows of a chair, none is stated.
    """

    seats: tuple[Fact, ...]
    unclear_chairs: tuple[Fact, ...] = ()

    @property
    def all(self) -> tuple[Fact, ...]:
        """The chair's seats, known or unclear, and then the others."""
        return (*self.unclear_chairs, *self.seats)

    @property
    def has_chair(self) -> bool:
        """Whether somebody is named as chair, be it unclear whether still."""
        return any(seat.role == CHAIR for seat in self.all)


def seating(view: View, node: Node) -> Seating:
    """Return who sits at the table of a body."""
    found = tuple(sorted(view.facts_to(node.id, SEAT), key=lambda seat: (seat.role != CHAIR, seat.id)))
    if any(seat.role == CHAIR for seat in found):
        return Seating(found)
    return Seating(found, chairs_at(view, node.id).unclear)


def seated(view: View, seat: Fact) -> str:
    """Return who has a seat; of a chair of whom it is unclear whether still, that this is not stated comes first."""
    name = view.name_of(seat.subject)
    if view.shows(seat):
        return name
    named = f"last named {year}: " if (year := year_seen(view, seat)) else ""
    return f"{NOT_STATED} ({named}{name})"


def holders(view: View, seat: Fact) -> tuple[Fact, ...]:
    """Return the people named in the post that has a seat, whatever the day."""
    about = view.snapshot.facts_about(seat.subject)
    named = (fact for fact in about if fact.relation == "HOLDS" and fact.object == seat.subject)
    return tuple(fact for fact in named if basis_of(fact) in view.bases)


def at_its_table(view: View, node: Node) -> Iterator[Said]:
    """Yield who sits at the table of a body, chairs first, with the people named in posts; and what is not stated."""
    found = seating(view, node)
    if node.label in WITH_SEATS and not found.has_chair:
        yield Said(AT_ITS_TABLE, CHAIR, NOT_STATED)
    for seat in found.all:
        yield Said(AT_ITS_TABLE, seat.role or MEMBER, seated(view, seat), seat, (seat.subject,))
        yield from _named_in_post(view, seat)
    if node.label in WITH_SEATS and not found.seats:
        yield Said(AT_ITS_TABLE, "members", NOT_STATED)


def _named_in_post(view: View, seat: Fact) -> Iterator[Said]:
    named = holders(view, seat)
    for holder in named:
        yield Said(AT_ITS_TABLE, "named in that post", view.name_of(holder.subject), holder, (holder.subject,))
    if not named and seat.role == CHAIR and view.label_of(seat.subject) == "Post":
        yield Said(AT_ITS_TABLE, "named in that post", NOT_STATED)


def through_others(view: View, node: Node) -> Iterator[Said]:
    """Yield the seats an organisation has through its posts, teams and people."""
    for seat in seats_through_others(view, node.id):
        verb = RELATIONS[SEAT].said(seat.fact.role)
        what = f"{view.name_of(seat.table)}, through {view.name_of(seat.member)}"
        yield Said(THROUGH_OTHERS, verb, what, seat.fact, (seat.table, seat.member))
