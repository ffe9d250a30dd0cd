"""Who chairs a table, owns a strategy or holds a post, and what is left without anybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ecosystem.model import Fact
from ecosystem.network import CHAIR
from ecosystem.plan.impact.naming import MOST_NAMED, agreeing
from ecosystem.plan.impact.shift import Shift

_Move = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody may be to something: the relation and role, the noun, and what is said of the thing."""

    relation: str
    noun: str
    verb: str
    role: str = ""
    singular: str = ""
    plural: str = ""


OFFICES = (
    Office("MEMBER_OF", "a known chair", "chaired by", CHAIR),
    Office("OWNS", "a known owner", "owned by"),
    Office("HOLDS", "a known holder", "held by", "", "the post of ", "the posts of "),
    Office("HAS_PRIORITY", "anybody known to have it as a priority", "a priority of"),
)


def holders(shift: Shift) -> Iterator[str]:
    """Yield what is left without a chair, owner or holder, gains one, or changes it."""
    for office in OFFICES:
        moves = _moves(shift, office)
        for things, move in _summed_up(moves, 1) + _summed_up(moves, 0):
            yield _said(shift, office, things, move)
        for (old, new), things in sorted(moves.items(), key=lambda one: shift.naming.names(one[1])):
            if old and new:
                yield _said(shift, office, things, (old, new))


def _summed_up(moves: Mapping[_Move, frozenset[str]], empty: int) -> list[tuple[frozenset[str], _Move]]:
    """Return what has nobody on one side, with who it was; where that would be a long story, all in one."""
    found = {move: things for move, things in moves.items() if not move[empty]}
    if len(found) <= MOST_NAMED:
        return [(things, move) for move, things in sorted(found.items(), key=lambda one: sorted(one[1]))]
    sides = [frozenset().union(*(move[side] for move in found)) for side in (0, 1)]
    return [(frozenset().union(*found.values()), (sides[0], sides[1]))]


def _moves(shift: Shift, office: Office) -> Mapping[_Move, frozenset[str]]:
    things = [thing for thing in shift.touched_objects(office.relation) if shift.stays(thing)]
    old, new = (_in_office(side.facts_to(things, office.relation), office) for side in (shift.before, shift.after))
    moves: dict[_Move, set[str]] = defaultdict(set)
    for thing in things:
        move = old.get(thing, frozenset()), new.get(thing, frozenset())
        if move[0] != move[1]:
            moves[move].add(thing)
    return {move: frozenset(found) for move, found in moves.items()}


def _in_office(facts: Mapping[str, Iterable[Fact]], office: Office) -> Mapping[str, frozenset[str]]:
    return {
        thing: frozenset(fact.subject for fact in found if not office.role or fact.role == office.role)
        for thing, found in facts.items()
    }


def _said(shift: Shift, office: Office, things: frozenset[str], move: _Move) -> str:
    (old, new), name = move, shift.naming.names
    be = agreeing(things, "is", "are")
    who = f"{agreeing(things, office.singular, office.plural)}{name(things)} {be}"
    if not new:
        return f"{who} left without {office.noun}, until then {office.verb} {name(old)}"
    if not old:
        return f"{who} {office.verb} {name(new)}, until then without {office.noun}"
    if new < old:
        return f"{who} no longer {office.verb} {name(old - new)}, but still {_by(office)} {name(new)}"
    gone = f"no longer {_by(office)} {name(old - new)}" if old - new else f"as well as {_by(office)} {name(old)}"
    return f"{who} now {office.verb} {name(new - old)}, {gone}"


def _by(office: Office) -> str:
    return office.verb.split()[-1]
