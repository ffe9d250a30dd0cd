"""What a new table begins with: its seats, its chair and its line upward, as far as somebody has said them."""

from collections.abc import Collection, Iterator

from ecosystem.model import SEAT, WITH_SEATS
from ecosystem.network import CHAIR, REPORTING
from ecosystem.plan.impact.naming import MOST_NAMED, OURS
from ecosystem.plan.impact.shift import Shift, is_ours
from ecosystem.wording import counted, joined, listed


def beginnings(shift: Shift, new: Collection[str]) -> Iterator[str]:
    """Yield which bodies are new, and of a few tables what they begin with and what they lack."""
    tables = [body for body in new if shift.after.view.label_of(body) in WITH_SEATS]
    told = tables if len(tables) <= MOST_NAMED else []
    if rest := set(new).difference(told):
        yield shift.naming.clause(rest, "is new", "are new")
    yield from (_told(shift, table) for table in shift.naming.ordered(told))


def _told(shift: Shift, table: str) -> str:
    seats = shift.after.facts_to([table], SEAT).get(table, ())
    chairs = [seat for seat in seats if seat.role == CHAIR]
    lines = [line for line in shift.after.facts(REPORTING) if line.subject == table]
    number = counted(len({seat.subject for seat in seats}), "known seat")
    found = (
        (f"with {number}", "seat", seats),
        (f"chaired by {shift.naming.names({seat.subject for seat in chairs})}", "chair", chairs),
        (f"reporting to {shift.naming.names({line.object for line in lines})}", "line upward", lines),
    )
    known = [f"{words}{OURS if is_ours(facts) else ''}" for words, _, facts in found if facts]
    lacking = listed(noun for _, noun, facts in found if not facts).replace(" and ", " or ")
    return joined(f"{shift.naming.name(table)} is new", *known, f"without a known {lacking}" if lacking else "")
