"""Lists that an update says are complete: whoever sat on a board and is not named by it has left."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ecosystem.dates import is_date, may_have_begun
from ecosystem.model import RELATIONS, SEAT, WITH_SEATS, Fact, Key, Row
from ecosystem.problems import Refused, UsageError, quoted
from ecosystem.snapshot import Snapshot

SEATS = RELATIONS[SEAT].table


def body_listed(full: str, register: Snapshot) -> str:
    """Return the id of the body whose list is complete, written as `memberships:BOARD` with an id or a name.

    `UsageError` for another table or something nobody sits on, `NotFound` for what the register does not know.
    """
    table, _, name = full.partition(":")
    if table != SEATS or not name:
        raise UsageError(f"{quoted(full)} is no list that can be complete", fix=f"write `{SEATS}:BOARD`, with its id")
    body = register.find(name)
    if register.label_of(body) not in WITH_SEATS and not any(_is_seat(fact, body) for fact in register.facts.values()):
        raise UsageError(f"nobody sits on {quoted(body)}", fix="name a board, a partnership or another body with seats")
    return body


def seats_ended(body: str, ended: str, rows: Mapping[Key, Row], named: Collection[Key]) -> Iterator[Fact]:
    """Yield the seats of a body that a complete list does not name, ended; those that have an end are left as it is.

    `named` are the rows the update names. `Refused` where it names no seat of that body, for then all would end.
    """
    seats = {key: row for key, row in rows.items() if isinstance(row, Fact) and _is_seat(row, body)}
    left = [row for key, row in seats.items() if key not in named and _sits(row, ended)]
    if not any(key in named for key in seats):
        message = f"the update names no seat of {quoted(body)}, so that all its {len(left):,} would end"
        raise Refused(message, fix="name everybody who still sits there, or end the body itself")
    yield from (replace(row, end_date=ended) for row in left)


def _is_seat(fact: Fact, body: str) -> bool:
    return fact.relation == SEAT and fact.object == body


def _sits(fact: Fact, day: str) -> bool:
    """Tell whether a seat has no end, and did not begin after that day."""
    begun = not is_date(fact.start_date) or may_have_begun(fact.start_date, day)
    return begun and not fact.end_date
