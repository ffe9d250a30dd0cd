"""Who gains and loses a line upward, and who is cut off from the top by it; direction and oversight apart from it.

A top is a body that others report to and that reports to nobody. Where a line is only our inference, the sentence
says so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ecosystem.model import Fact, basis_of
from ecosystem.network import DIRECTION, REPORTING
from ecosystem.plan.impact.naming import OURS, agreeing
from ecosystem.plan.impact.shift import Shift, Tie, is_ours
from ecosystem.wording import kind_of_line


@dataclass(frozen=True)
class Hierarchy:
    """Who reports to whom on one side of a change."""

    facts: tuple[Fact, ...]

    @cached_property
    def above(self) -> Mapping[str, frozenset[str]]:
        """To whom each body reports."""
        return _neighbours((fact.subject, fact.object) for fact in self.facts)

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """Who reports to each body."""
        return _neighbours((fact.object, fact.subject) for fact in self.facts)

    @cached_property
    def stated(self) -> "Hierarchy":
        """The same without the lines that are our inference."""
        return Hierarchy(tuple(fact for fact in self.facts if basis_of(fact) != "inferred"))

    def tops(self, starts: Iterable[str]) -> frozenset[str]:
        """Return the bodies without a line upward that these or what is above them lead to."""
        return frozenset(body for body in reached(starts, self.above) if body not in self.above)

    def all_below(self, top: str) -> frozenset[str]:
        """Return every body with a way up to one."""
        return reached((top,), self.below) - {top}


def _neighbours(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: frozenset(others) for one, others in found.items()}


def reached(starts: Iterable[str], neighbours: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return what can be reached from some starts, the starts included.

    >>> sorted(reached(["a"], {"a": {"b"}, "b": {"a", "c"}}))
    ['a', 'b', 'c']
    """
    seen, waiting = set(starts), list(starts)
    while waiting:
        fresh = set(neighbours.get(waiting.pop(), ())) - seen
        seen |= fresh
        waiting += fresh
    return frozenset(seen)


def lines(shift: Shift) -> Iterator[str]:
    """Yield who gains, loses or changes the body they report to, and who is cut off from a top."""
    lost, gained = list(shift.lost(REPORTING)), list(shift.gained(REPORTING))
    if not lost and not gained:
        return
    before, after = (Hierarchy(tuple(side.facts(REPORTING))) for side in (shift.before, shift.after))
    cut, joined = _moved(shift, before, after, lost), _moved(shift, after, before, gained)
    yield from _to_tops(shift, cut, "loses its only line", "lose their only line")
    yield from _to_tops(shift, joined, "gains a line", "gain a line")
    yield from _direct(shift, lost, gained, cut + joined)


@dataclass(frozen=True, slots=True)
class Reach:
    """Who loses or gains the way to a top: those whose own line it was, those below them, and whether it is stated."""

    top: str
    first: frozenset[str]
    rest: frozenset[str]
    is_stated: bool


def _moved(shift: Shift, one: Hierarchy, other: Hierarchy, ties: list[Tie]) -> list[Reach]:
    """Return who is below a top on one side of the change only, for the tops that the moved lines lead to."""
    movers = {tie.subject for tie in ties}
    found = []
    for top in sorted(one.tops({tie.object for tie in ties})):
        moved = {body for body in one.all_below(top) - other.all_below(top) if shift.stays(body)}
        stated = moved & one.stated.all_below(top)
        for group in (stated, moved - stated):
            if group:
                first = (group & movers) or group
                found.append(Reach(top, frozenset(first), frozenset(group - first), group is stated))
    return found


def _to_tops(shift: Shift, found: list[Reach], singular: str, plural: str) -> Iterator[str]:
    groups: dict[tuple[frozenset[str], frozenset[str], bool], set[str]] = defaultdict(set)
    for reach in found:
        groups[reach.first, reach.rest, reach.is_stated].add(reach.top)
    for (first, rest, is_stated), tops in groups.items():
        ours, below = "" if is_stated else OURS, agreeing(first, "below it", "below them")
        also = f", and so {agreeing(rest, 'does', 'do')} {shift.naming.names_or_kinds(rest, first)} {below}"
        line = f"{shift.naming.clause(first, singular, plural)} to {shift.naming.names(tops)}{ours}"
        yield f"{line}{also if rest else ''}"


def _direct(shift: Shift, lost: list[Tie], gained: list[Tie], said: list[Reach]) -> Iterator[str]:
    """Yield the lines that move, but for those that lead to a top and were said of it."""
    covered = {(body, reach.top) for reach in said for body in reach.first}
    old, new = (_neighbours((tie.subject, tie.object) for tie in ties) for ties in (lost, gained))
    groups: dict[tuple[frozenset[str], frozenset[str], bool], set[str]] = defaultdict(set)
    for body in sorted(old.keys() | new.keys()):
        gone, come = old.get(body, frozenset()), new.get(body, frozenset())
        whole = bool(gone) and bool(come)
        if shift.stays(body) and (whole or any((body, above) not in covered for above in gone | come)):
            groups[gone, come, _is_ours(shift, body, gone, come)].add(body)
    for (gone, come, ours), bodies in groups.items():
        yield f"{_reports(shift, bodies, gone, come)}{OURS if ours else ''}"


def _is_ours(shift: Shift, body: str, gone: frozenset[str], come: frozenset[str]) -> bool:
    ties = shift.ties_after if come else shift.ties_before
    return is_ours(fact for above in come or gone for fact in ties[Tie(body, REPORTING, above)])


def _reports(shift: Shift, bodies: set[str], gone: frozenset[str], come: frozenset[str]) -> str:
    naming = shift.naming
    if not come:
        return f"{naming.clause(bodies, 'no longer reports', 'no longer report')} to {naming.names(gone)}"
    instead = f" instead of {naming.names(gone)}" if gone else ""
    return f"{naming.clause(bodies, 'now reports', 'now report')} to {naming.names(come)}{instead}"


def oversight(shift: Shift) -> Iterator[str]:
    """Yield who gains and loses direction or oversight, and whether anybody else still gives it."""
    for verbs, moved, held, other in (
        (("loses", "lose"), shift.lost(DIRECTION), shift.ties_before, shift.after),
        (("gains", "gain"), shift.gained(DIRECTION), shift.ties_after, shift.before),
    ):
        ties = [tie for tie in moved if shift.stays(tie.object)]
        elsewhere = other.facts_to({tie.object for tie in ties}, DIRECTION)
        groups: dict[tuple[str, str, bool, bool], set[str]] = defaultdict(set)
        for tie in ties:
            ours = is_ours(held[tie])
            for what in sorted({kind_of_line(fact) for fact in held[tie]}):
                groups[tie.subject, what, ours, tie.object not in elsewhere].add(tie.object)
        for (above, what, ours, alone), things in groups.items():
            given = f"{shift.naming.clause(things, *verbs)} the {what} of {shift.naming.name(above)}"
            yield f"{given}{_alone(things, verbs[0]) if alone else ''}{OURS if ours else ''}"


def _alone(things: Collection[str], verb: str) -> str:
    if verb == "loses":
        return f" and {agreeing(things, 'is', 'are')} under nobody else’s"
    return f", the first {agreeing(things, 'it has', 'they have')}"
