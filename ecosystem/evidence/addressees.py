"""Whom to ask: a body itself, else the body most concerned, else the publisher, else the contact of the dataset."""

from collections.abc import Iterator

from ecosystem.evidence.documents import document_cited, documents_of
from ecosystem.model import BODIES, Node, Source
from ecosystem.snapshot import View

_TOWARDS = ("PART_OF", "HOLDS", "MEMBER_OF")
_FROM = ("OWNS", "DELIVERS", "COMMISSIONS", "OVERSEES")


def asked_of(view: View, node: Node) -> str:
    """Return the name of whom a question about a node is put to.

    >>> from ecosystem.model import Dataset, Entity, Fact
    >>> from ecosystem.snapshot import Snapshot
    >>> rows = [
    ...     Entity(id="board", label="Board", name="Health Board", evidence_date="2018"),
    ...     Entity(id="plan", label="Strategy", name="Health Plan", evidence_date="2018"),
    ...     Fact(id="a", subject="board", relation="OWNS", object="plan", evidence_date="2018"),
    ... ]
    >>> snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018", contact="the office"))
    >>> asked_of(snapshot.on(None), snapshot.entities["plan"])
    'Health Board'
    """
    return next(_candidates(view, node), "the keeper of this dataset")


def _candidates(view: View, node: Node) -> Iterator[str]:
    if node.label in BODIES:
        yield node.name
    yield from (view.name_of(body) for body in _bodies_beside(view, node.id))
    yield from _publishers(view, node)
    if view.snapshot.dataset.contact:
        yield view.snapshot.dataset.contact


def _bodies_beside(view: View, node_id: str) -> Iterator[str]:
    """Yield the bodies joined to a node in the whole record: what has ended still tells whom to ask."""
    about = view.snapshot.facts_about(node_id)
    towards = (fact.object for relation in _TOWARDS for fact in about if fact.relation == relation)
    back = (fact.subject for relation in _FROM for fact in about if fact.relation == relation)
    return (end for end in (*towards, *back) if end != node_id and view.label_of(end) in BODIES)


def _publishers(view: View, node: Node) -> Iterator[str]:
    documents = documents_of(view.snapshot)
    cited = [node] if isinstance(node, Source) else [document_cited(documents, one) for one in node.sources]
    return (document.publisher for document in cited if document is not None and document.publisher)
