"""What ends and begins, what still refers to a body that ended, and the seats that no successor takes."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ecosystem.dates import first_day, may_last_until
from ecosystem.model import BODIES, RELATIONS, SEAT, SUCCESSION, Entity, Fact
from ecosystem.plan.impact.beginnings import beginnings
from ecosystem.plan.impact.naming import agreeing
from ecosystem.plan.impact.seats import together
from ecosystem.plan.impact.shift import Shift, Tie, tie_of
from ecosystem.snapshot import grouped
from ecosystem.wording import listed, rows_of

_LASTING = frozenset({"SHOWN_ON"})


def endings(shift: Shift) -> Iterator[str]:
    """Yield which bodies end, go on, are new, removed or renamed, and what still refers to those that end."""
    bodies = {change.row.id: change for change in shift.changes if _is_body(change.row)}
    gone = {body for body in bodies if shift.before.is_there(body) and not shift.after.is_there(body)}
    come = {body for body in bodies if shift.after.is_there(body) and not shift.before.is_there(body)}
    early = {body for body in come if bodies[body].kind != "added" and "start_date" in bodies[body].columns}
    for found, verbs in (
        ({body for body in gone if bodies[body].kind != "removed"}, ("ends", "end")),
        ({body for body in gone if bodies[body].kind == "removed"}, ("is removed", "are removed")),
        ({body for body in come if bodies[body].kind != "added"} - early, ("goes on", "go on")),
        (early, ("begins", "begin")),
    ):
        if found:
            yield shift.naming.clause(found, *verbs)
    yield from beginnings(shift, {body for body in come if bodies[body].kind == "added"})
    yield from _still_referred_to(shift, gone)
    for body, change in bodies.items():
        if change.kind == "changed" and "name" in change.columns:
            yield f"{shift.naming.name(body)} is now called {shift.after.view.name_of(body)}"


def _is_body(row: object) -> bool:
    return isinstance(row, Entity) and row.label in BODIES


def _still_referred_to(shift: Shift, ended: set[str]) -> Iterator[str]:
    open_rows: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for fact in shift.after.view.snapshot.facts.values() if ended else ():
        for body, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
            if body in ended and _is_open(shift, fact) and (other in ended or shift.after.is_there(other)):
                open_rows[body].append((fact, other))
    groups: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for body, rows in open_rows.items():
        kinds = Counter(RELATIONS[fact.relation].table for fact, _ in rows)
        number = listed(rows_of(table, count) for table, count in sorted(kinds.items()))
        groups[number, frozenset(other for _, other in rows)].add(body)
    for (number, others), bodies in sorted(groups.items(), key=lambda group: shift.naming.names(group[1])):
        names, each = shift.naming.clause(bodies, "still has", "still have"), agreeing(bodies, "", " each")
        yield f"{names} {number}{each} without an end date, with {shift.naming.names(others)}"


def _is_open(shift: Shift, fact: Fact) -> bool:
    """Tell whether a fact is written as if it went on."""
    begun = not fact.start_date or shift.after.view.day is None or first_day(fact.start_date) <= shift.after.view.day
    return not fact.end_date and begun and not RELATIONS[fact.relation].happening and fact.relation not in _LASTING


def successions(shift: Shift) -> Iterator[str]:
    """Yield the seats of bodies that the change merges, renames or splits, where no successor sits."""
    new = {change.row.id for change in shift.changes}
    rows = grouped((fact.subject, fact) for fact in shift.after.written(SUCCESSION))
    leaving = {body: facts for body, facts in rows.items() if any(fact.id in new for fact in facts)}
    heirs = {fact.object for facts in leaving.values() for fact in facts}
    seats = shift.after.written(SEAT) if leaving else ()
    taken = {(seat.subject, seat.object) for seat in seats if seat.subject in heirs and shift.after.holds(seat)}
    empty: dict[frozenset[str], list[Tie]] = defaultdict(list)
    for seat in seats:
        if seat.subject in leaving and shift.after.is_there(seat.object) and _lasted(seat, leaving[seat.subject]):
            followers = frozenset(fact.object for fact in leaving[seat.subject])
            if not any((heir, seat.object) in taken for heir in followers):
                empty[followers].append(tie_of(seat))
    for followers, ties in empty.items():
        for members, tables in together(ties):
            yield _not_taken(shift, tables, followers, members)


def _lasted(seat: Fact, leaving: tuple[Fact, ...]) -> bool:
    """Tell whether a seat was held until its holder was succeeded."""
    return all(may_last_until(seat.end_date, fact.start_date) for fact in leaving if fact.start_date)


def _not_taken(shift: Shift, tables: frozenset[str], heirs: frozenset[str], members: frozenset[str]) -> str:
    naming, seats = shift.naming, range(len(members) * len(tables))
    who = f"{agreeing(seats, 'the seat', 'the seats')} of {naming.names(members)} at {naming.names(tables)}"
    taken = agreeing(seats, "is not taken over", "are not taken over")
    return f"{who} {taken} by {agreeing(heirs, 'the successor', 'any successor')}, {naming.names(heirs)}"
