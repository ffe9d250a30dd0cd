"""Which bodies have no stated line upward, and what is said to stand above them instead."""

from collections.abc import Iterator

from ecosystem.model import RELATIONS, WITH_SEATS, Entity, Fact, basis_of
from ecosystem.network import DIRECTION, REPORTING
from ecosystem.snapshot import View


def without_line_upward(view: View) -> Iterator[Entity]:
    """Yield the boards and partnerships of which no source says to whom they report; our own inference says nothing.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Board", evidence_date="2018")
    >>> view = Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None)
    >>> [body.id for body in without_line_upward(view)]
    ['board']
    """
    for body in view.entities:
        lines = view.facts_from(body.id, REPORTING)
        if body.label in WITH_SEATS and all(basis_of(line) == "inferred" for line in lines):
            yield body


def stands_under(view: View, body: Entity, *, inferred: bool = False) -> str:
    """Return what is recorded above a body in words: who directs it, what it is part of; or what we infer."""
    above = (
        *view.facts_from(body.id, REPORTING),
        *view.facts_to(body.id, DIRECTION),
        *view.facts_from(body.id, "PART_OF"),
    )
    return "; ".join(_told_of(view, fact, body) for fact in above if (basis_of(fact) == "inferred") is inferred)


def _told_of(view: View, fact: Fact, body: Entity) -> str:
    verb = RELATIONS[fact.relation].said(fact.role)
    if fact.subject == body.id:
        return f"{verb} {view.name_of(fact.object)}"
    return f"{view.name_of(fact.subject)} {verb} it"
