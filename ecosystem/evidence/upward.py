"""Which bodies have no stated line upward, and what is said to stand above them instead.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
...     Entity(id="panel", label="Board", name="Panel", evidence_date="2018"),
...     Fact(id="a", subject="panel", relation="PART_OF", object="board", evidence_date="2018", basis="implied"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None)
>>> [(body.name, said_above(view, body)) for body in without_line_upward(view)]
[('Board', ''), ('Panel', 'is part of Board (implied)')]
"""

from collections.abc import Iterable, Iterator

from ecosystem.evidence.age import confirms
from ecosystem.model import RELATIONS, Entity, Fact, basis_of
from ecosystem.network import DIRECTION, REPORTING, tables
from ecosystem.snapshot import View, grouped
from ecosystem.wording import is_plural, listed, verb_of


def without_line_upward(view: View) -> Iterator[Entity]:
    """Yield the boards and partnerships of which no source states to whom they report."""
    for table in tables(view):
        if not any(basis_of(line) == "stated" for line in view.facts_from(table.id, REPORTING)):
            yield table


def said_above(view: View, body: Entity) -> str:
    """Return what sources say is above a body: who directs it, what it is part of; with the basis where not stated."""
    return told(view, lines_said(view, body), body)


def lines_said(view: View, body: Entity) -> tuple[Fact, ...]:
    """Return the facts in which sources say what is above a body."""
    above = (
        *view.facts_from(body.id, REPORTING),
        *view.facts_to(body.id, DIRECTION),
        *view.facts_from(body.id, "PART_OF"),
    )
    return tuple(filter(confirms, above))


def inferred_lines(view: View, body: Entity) -> tuple[Fact, ...]:
    """Return the lines upward of a body that are our own inference."""
    return tuple(line for line in view.facts_from(body.id, REPORTING) if basis_of(line) == "inferred")


def inferred_above(view: View, body: Entity) -> str:
    """Return in words to whom we infer that a body reports."""
    lines = inferred_lines(view, body)
    return listed(f"{RELATIONS[REPORTING].said(line.role)} {view.name_of(line.object)}" for line in lines)


def told(view: View, facts: Iterable[Fact], node: Entity) -> str:
    """Return facts in words from the side of a node that is an end of each; with the basis where not stated."""
    by_ends = grouped((f"{fact.subject} {fact.object}", fact) for fact in facts)
    return "; ".join(_told_of(view, found, node) for found in by_ends.values())


def bases_but_stated(facts: Iterable[Fact]) -> str:
    """Return in brackets on what facts rest that are not stated; empty where all are.

    >>> bases_but_stated([Fact(id="a", subject="b", relation="OWNS", object="c", basis="implied")])
    ' (implied)'
    """
    weaker = dict.fromkeys(basis_of(fact) for fact in facts if basis_of(fact) != "stated")
    return f" ({listed(weaker)})" if weaker else ""


def _told_of(view: View, facts: tuple[Fact, ...], node: Entity) -> str:
    first, ground = facts[0], bases_but_stated(facts)
    plural = first.subject != node.id and is_plural(view.snapshot.node(first.subject))
    verbs = listed(dict.fromkeys(verb_of(fact, plural=plural) for fact in facts))
    if first.subject == node.id:
        return f"{verbs} {view.name_of(first.object)}{ground}"
    return f"{view.name_of(first.subject)} {verbs} it{ground}"
