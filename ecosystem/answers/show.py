"""Everything the data says of one entity or source, section by section, each row with its dates, basis and sources."""

from collections.abc import Iterable, Iterator, Sequence

from ecosystem.answers.profile import profile
from ecosystem.answers.rows import COLUMNS, Said, told
from ecosystem.answers.seating import at_its_table, through_others
from ecosystem.answers.upward import line_upward, reporting_to_it
from ecosystem.model import LISTING, Fact, Node, Statement, basis_of, other_end
from ecosystem.network import rungs_above
from ecosystem.results import Result
from ecosystem.snapshot import View
from ecosystem.wording import LEFT_OPEN, NOT_STATED, beyond, counted, listed, on_day

NOT_HOLDING = "Ended, not yet begun or unclear"
STATEMENTS = "Figures, schedules and powers"
ACTIVITY = ("DELIVERS", "COMMISSIONS", "SUPPORTS", "PARTNERS_WITH", "REPRESENTS", "ATTENDED")

_OUTWARD, _INWARD = True, False
_SECTIONS = (
    ("Oversees and directs", _OUTWARD, ("OVERSEES",)),
    ("Strategies and priorities", _OUTWARD, ("OWNS", "ENDORSED", "HAS_PRIORITY", "CONTRIBUTES_TO")),
    ("Owned, endorsed and contributed to by", _INWARD, ("OWNS", "ENDORSED", "HAS_PRIORITY", "CONTRIBUTES_TO")),
    ("Part of, and posts held", _OUTWARD, ("PART_OF", "HOLDS")),
    ("Its parts and holders", _INWARD, ("PART_OF", "HOLDS")),
    ("What it does", _OUTWARD, ACTIVITY),
    ("What others do for it", _INWARD, ACTIVITY),
    ("For whom and where", _OUTWARD, ("SERVES", "COVERS", "LOCATED_IN")),
    ("Served, covered or stood in by", _INWARD, ("SERVES", "COVERS", "LOCATED_IN")),
    ("Predecessors", _INWARD, ("SUCCEEDED_BY",)),
    ("Successors", _OUTWARD, ("SUCCEEDED_BY",)),
)
"""The sections after tables and lines upward: heading, whether told of the subject, and the relations told in it."""


def show(view: View, name: str, origin: str = "files") -> Result:
    """Return what the data says of the entity or source of that name or id; `NotFound` or `UsageError` as for names.

    The first column is the section. What does not hold on the day stands in a section of its own, with the reason.
    """
    node_id = view.snapshot.find(name)
    node = view.snapshot.entities.get(node_id) or view.snapshot.sources[node_id]
    return Result(
        title=node.name,
        columns=COLUMNS,
        rows=tuple(one.cells(view) for one in said_of(view, node)),
        origin=origin,
        as_of=view.day,
        bases=view.bases_chosen,
        notes=tuple(_notes(view, node)),
        sectioned=True,
    )


def said_of(view: View, node: Node) -> Iterator[Said]:
    """Yield everything that is said of a node, section by section; what does not hold on the day comes last."""
    yield from profile(view, node)
    yield from at_its_table(view, node)
    yield from (told(view, "Member of", seat, node.id) for seat in view.facts_from(node.id, "MEMBER_OF"))
    yield from through_others(view, node)
    yield from line_upward(view, node)
    yield from reporting_to_it(view, node)
    above = set(rungs_above(view, node.id))
    for section, outward, relations in _SECTIONS:
        facts = (view.facts_from if outward else view.facts_to)(node.id, *relations)
        told_of = _in_order(view, node, (fact for fact in facts if fact not in above), relations)
        yield from (told(view, section, fact, node.id) for fact in told_of)
    yield from _listings(view, node)
    yield from _statements(view, node)
    yield from _not_holding(view, node)


def _in_order(view: View, node: Node, facts: Iterable[Fact], relations: Sequence[str]) -> list[Fact]:
    """Return facts by what they say, in the order of the relations, and then by the name at their other end."""
    return sorted(
        facts,
        key=lambda fact: (
            relations.index(fact.relation),
            fact.role,
            view.name_of(other_end(fact, node.id)).casefold(),
            fact.id,
        ),
    )


def _listings(view: View, node: Node) -> Iterator[Said]:
    """Yield what lists a node and what it lists, whatever the day: a listing does not end."""
    for fact in view.snapshot.facts_about(node.id):
        if fact.relation == LISTING and basis_of(fact) in view.bases:
            yield told(view, "Listed on" if fact.subject == node.id else "Lists", fact, node.id)


def _statements(view: View, node: Node) -> Iterator[Said]:
    return (_stated(STATEMENTS, statement) for statement in view.statements_about(node.id))


def _stated(section: str, statement: Statement) -> Said:
    value = f"{statement.value} {statement.unit}".strip() or f"{NOT_STATED}: {LEFT_OPEN}"
    return Said(section, statement.property.replace("_", " "), value, statement)


def _not_holding(view: View, node: Node) -> Iterator[Said]:
    for row in _held_back(view, node):
        yield told(view, NOT_HOLDING, row, node.id) if isinstance(row, Fact) else _stated(NOT_HOLDING, row)


def _held_back(view: View, node: Node) -> list[Fact | Statement]:
    """Return what is said of a node on these bases, but not for the day; a listing does not end."""
    told_of = [row for row in _about(view, node) if basis_of(row) in view.bases and not view.shows(row)]
    return [row for row in told_of if not isinstance(row, Fact) or row.relation != LISTING]


def _about(view: View, node: Node) -> list[Fact | Statement]:
    """Return everything that is said of a node, whatever the day and basis."""
    statements = (said for said in view.snapshot.statements.values() if said.subject == node.id)
    return [*view.snapshot.facts_about(node.id), *statements]


def _notes(view: View, node: Node) -> Iterator[str]:
    if others := [row for row in _about(view, node) if basis_of(row) not in view.bases]:
        yield f"Left out: {_counted(others)} on another basis."
    if held_back := _held_back(view, node):
        yield f"{_counted(held_back)} not known to hold {on_day(view.day)}: see “{NOT_HOLDING}”."
    if sentence := beyond(view.day, view.snapshot.default_day):
        yield sentence


def _counted(rows: list[Fact | Statement]) -> str:
    facts = sum(isinstance(row, Fact) for row in rows)
    numbers = ((facts, "fact"), (len(rows) - facts, "statement"))
    return listed(counted(number, kind) for number, kind in numbers if number)
