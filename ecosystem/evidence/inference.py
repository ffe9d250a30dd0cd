"""What we infer of something ourselves: it answers no question, and is asked instead of it."""

from collections.abc import Sequence

from ecosystem.model import RELATIONS, Entity, Fact, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import listed


def inferred_of(view: View, node: Entity, *relations: str) -> tuple[Fact, ...]:
    """Return the shown facts of these relations whose object is a node and that are our own inference."""
    return tuple(fact for fact in view.facts_to(node.id, *relations) if basis_of(fact) == "inferred")


def do_we_infer_rightly(view: View, facts: Sequence[Fact]) -> str:
    """Return the question whether these facts hold, asked of what is their object; empty where there are none.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> line = Fact(id="a", subject="Council", relation="OWNS", object="plan", basis="inferred")
    >>> do_we_infer_rightly(Snapshot.of([], Dataset(id="x", title="X", as_of="2018")).on(None), [line])
    'do we infer rightly that Council owns it?'
    """
    claims = (f"{view.name_of(fact.subject)} {RELATIONS[fact.relation].said(fact.role)} it" for fact in facts)
    return f"do we infer rightly that {listed(claims)}?" if facts else ""
