"""Who takes and leaves a seat, in which role, and which sectors are left without any."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ecosystem.model import MEMBER, SEAT, Fact
from ecosystem.network import CHAIR
from ecosystem.plan.impact.naming import OURS, agreeing
from ecosystem.plan.impact.shift import Shift, Tie, is_ours
from ecosystem.wording import listed

_STRUCK = "no longer recorded at"

_Groups = Mapping[frozenset[str], frozenset[str]]


def seats(shift: Shift) -> Iterator[str]:
    """Yield who leaves and joins tables that stay, and who sits there in another role; who chairs is said apart."""
    removed = {change.row.id for change in shift.changes if change.kind == "removed"}
    lost = _seated(shift, shift.lost(SEAT), shift.ties_before)
    for was_removed, verbs in ((False, ("leaves", "leave")), (True, (f"is {_STRUCK}", f"are {_STRUCK}"))):
        ties = [tie for tie, facts in lost.items() if removed.issuperset(fact.id for fact in facts) is was_removed]
        for members, tables in together(ties):
            yield f"{shift.naming.clause(members, *verbs)} {shift.naming.names(tables)}"
    yield from _joining(shift)
    yield from _roles(shift)


def _seated(shift: Shift, ties: Iterable[Tie], facts: Mapping[Tie, tuple[Fact, ...]]) -> Mapping[Tie, tuple[Fact, ...]]:
    """Return the facts of the ties to tables that stay, but for those in the chair."""
    there = (tie for tie in ties if shift.stays(tie.object))
    return {tie: facts[tie] for tie in there if any(fact.role != CHAIR for fact in facts[tie])}


def together(ties: Iterable[Tie]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield members and tables, each seat once, in as few groups as one way of grouping gives."""
    seats = list(ties)
    by_member = _alike((tie.subject, tie.object) for tie in seats)
    by_table = _alike((tie.object, tie.subject) for tie in seats)
    if len(by_member) <= len(by_table):
        yield from ((members, tables) for tables, members in by_member.items())
    else:
        yield from by_table.items()


def _alike(pairs: Iterable[tuple[str, str]]) -> _Groups:
    """Return which first ends have the same other ends, by these."""
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        others[one].add(other)
    groups: dict[frozenset[str], set[str]] = defaultdict(set)
    for one, found in others.items():
        groups[frozenset(found)].add(one)
    return {key: frozenset(ones) for key, ones in groups.items()}


def _joining(shift: Shift) -> Iterator[str]:
    by_role: dict[tuple[str, bool], list[Tie]] = defaultdict(list)
    for tie, facts in _seated(shift, shift.gained(SEAT), shift.ties_after).items():
        role = roles_in_words(fact for fact in facts if fact.role != MEMBER)
        by_role[role, is_ours(facts)].append(tie)
    for (role, ours), ties in sorted(by_role.items()):
        for members, tables in together(ties):
            place = f"{shift.naming.names(tables)}{f' as {role}' if role else ''}{OURS if ours else ''}"
            yield f"{shift.naming.clause(members, 'joins', 'join')} {place}"


def roles_in_words(facts: Iterable[Fact]) -> str:
    """Return the roles that facts give; empty where they give none."""
    return listed(sorted({fact.role for fact in facts if fact.role}))


def _roles(shift: Shift) -> Iterator[str]:
    moved: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for tie in shift.ties_before.keys() & shift.ties_after.keys():
        old, new = (roles_in_words(ties[tie]) for ties in (shift.ties_before, shift.ties_after))
        if tie.relation == SEAT and old != new:
            moved[tie.object, new, old].add(tie.subject)
    for (table, new, old), members in sorted(moved.items()):
        words = f"{shift.naming.clause(members, 'sits', 'sit')} on {shift.naming.name(table)}"
        words += f" as {new}" if new else ""
        yield f"{words}, no longer as {old}" if old else f"{words} now"


def sectors(shift: Shift) -> Iterator[str]:
    """Yield which tables lose or gain all their known seats, or all of one sector."""
    tables = [table for table in shift.touched_objects(SEAT) if shift.stays(table)]
    before, after = (_sectors(side.facts_to(tables, SEAT), shift) for side in (shift.before, shift.after))
    emptied = {table for table in tables if before.get(table) and not after.get(table)}
    filled = {table for table in tables if after.get(table) and not before.get(table)}
    if emptied:
        yield f"{shift.naming.clause(emptied, 'loses all its known seats', 'lose all their known seats')}"
    if filled:
        yield f"{shift.naming.clause(filled, 'gains its first known seats', 'gain their first known seats')}"
    kept = [table for table in tables if before.get(table) and after.get(table)]
    yield from _sectors_moved(shift, "loses", "last", [(table, before[table] - after[table]) for table in kept])
    yield from _sectors_moved(shift, "gains", "first", [(table, after[table] - before[table]) for table in kept])


def _sectors(facts: Mapping[str, tuple[Fact, ...]], shift: Shift) -> Mapping[str, set[str]]:
    """Return the sectors seated at each table; a member of no sector counts under none."""
    return {table: {_sector(shift, fact.subject) for fact in found} for table, found in facts.items()}


def _sector(shift: Shift, member: str) -> str:
    entity = shift.naming.entity(member)
    return entity.sector if entity else ""


def _sectors_moved(shift: Shift, verb: str, place: str, moved: list[tuple[str, set[str]]]) -> Iterator[str]:
    groups = _alike((sector, table) for table, found in moved for sector in found if sector)
    for tables, found in sorted(groups.items(), key=lambda group: shift.naming.ordered(group[0])):
        titles = listed(f"“{title}”" for title in sorted(shift.naming.after.title_of("sector", each) for each in found))
        where = shift.naming.names(tables)
        who = f"{agreeing(found, 'the sector', 'the sectors')} {titles}"
        plain = verb if len(found) == 1 else verb.removesuffix("s")
        yield f"{who} {plain} {agreeing(found, 'its', 'their')} {place} known seat at {where}"
