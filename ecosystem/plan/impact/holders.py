"""Who chairs a table, owns a strategy or holds a post, and what is left without anybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ecosystem.model import Fact
from ecosystem.network import CHAIR
from ecosystem.plan.impact.naming import MOST_NAMED, OURS, agreeing
from ecosystem.plan.impact.shift import Shift, is_ours


class Move(NamedTuple):
    """Who was and who is in an office, and whether it is our inference that the new ones are."""

    old: frozenset[str]
    new: frozenset[str]
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody may be to something: the relation and role, the noun, and what is said of the thing, or of several.

    `nouns` and `verbs` are for several things where these are not the same as for one.
    """

    relation: str
    noun: str
    verb: str
    role: str = ""
    singular: str = ""
    plural: str = ""
    nouns: str = ""
    verbs: str = ""


OFFICES = (
    Office("MEMBER_OF", "a known chair", "chaired by", CHAIR),
    Office("OWNS", "a known owner", "owned by"),
    Office("HOLDS", "a known holder", "held by", "", "the post of ", "the posts of "),
    Office(
        "HAS_PRIORITY",
        "anybody known to have it as a priority",
        "a priority of",
        nouns="anybody known to have them as priorities",
        verbs="priorities of",
    ),
)


def holders(shift: Shift) -> Iterator[str]:
    """Yield what is left without a chair, owner or holder, gains one, or changes it."""
    for office in OFFICES:
        moves = _moves(shift, office)
        for things, move in _summed_up(moves, 1) + _summed_up(moves, 0):
            yield _said(shift, office, things, move)
        for move, things in sorted(moves.items(), key=lambda one: shift.naming.names(one[1])):
            if move.old and move.new:
                yield _said(shift, office, things, move)


def _summed_up(moves: Mapping[Move, frozenset[str]], empty: int) -> list[tuple[frozenset[str], Move]]:
    """Return what has nobody on one side, with who it was; where that would be a long story, all in one."""
    found = {move: things for move, things in moves.items() if not move[empty]}
    if len(found) <= MOST_NAMED:
        return [(things, move) for move, things in sorted(found.items(), key=lambda one: sorted(one[1]))]
    alike = [[move for move in found if move.is_ours is ours] for ours in (False, True)]
    return [(frozenset().union(*(found[move] for move in same)), _united(same)) for same in alike if same]


def _united(moves: Iterable[Move]) -> Move:
    old, new, ours = zip(*moves, strict=True)
    return Move(frozenset().union(*old), frozenset().union(*new), all(ours))


def _moves(shift: Shift, office: Office) -> Mapping[Move, frozenset[str]]:
    things = [thing for thing in shift.touched_objects(office.relation) if shift.stays(thing)]
    old, new = (_in_office(side.facts_to(things, office.relation), office) for side in (shift.before, shift.after))
    moves: dict[Move, set[str]] = defaultdict(set)
    for thing in things:
        move = _move(old.get(thing, ()), new.get(thing, ()))
        if move.old != move.new:
            moves[move].add(thing)
    return {move: frozenset(found) for move, found in moves.items()}


def _in_office(facts: Mapping[str, Iterable[Fact]], office: Office) -> Mapping[str, Sequence[Fact]]:
    return {
        thing: [fact for fact in found if not office.role or fact.role == office.role] for thing, found in facts.items()
    }


def _move(before: Iterable[Fact], after: Sequence[Fact]) -> Move:
    old, new = (frozenset(fact.subject for fact in facts) for facts in (before, after))
    come = [fact for fact in after if fact.subject not in old]
    return Move(old, new, bool(come) and is_ours(come))


def _said(shift: Shift, office: Office, things: frozenset[str], move: Move) -> str:
    (old, new, is_ours), name = move, shift.naming.names
    ours = OURS if is_ours else ""
    be = agreeing(things, "is", "are")
    noun = agreeing(things, office.noun, office.nouns or office.noun)
    verb = agreeing(things, office.verb, office.verbs or office.verb)
    which = agreeing(things, office.singular, office.plural)
    who = f"{which}{name(things, as_titles=bool(which))} {be}"
    if not new:
        return f"{who} left without {noun}, until then {verb} {name(old)}"
    if not old:
        return f"{who} {verb} {name(new)}{ours}, until then without {noun}"
    if new < old:
        return f"{who} no longer {verb} {name(old - new)}, but still {_by(office)} {name(new)}"
    gone = f"no longer {_by(office)} {name(old - new)}" if old - new else f"as well as {_by(office)} {name(old)}"
    return f"{who} now {verb} {name(new - old)}{ours}, {gone}"


def _by(office: Office) -> str:
    return office.verb.split()[-1]
