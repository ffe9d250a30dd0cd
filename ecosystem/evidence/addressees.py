"""Whom to ask: a body itself, else the body most concerned, else the publisher, else the contact of the dataset.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Health Board", evidence_date="2018"),
...     Entity(id="plan", label="Strategy", name="Health Plan", evidence_date="2018"),
...     Fact(id="a", subject="board", relation="OWNS", object="plan", evidence_date="2018"),
... ]
>>> snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018", contact="the office"))
>>> Addressees(snapshot.on(None)).asked_of(snapshot.entities["plan"])
'Health Board'
"""

from collections.abc import Iterator

from ecosystem.evidence.age import on_day_looked_at
from ecosystem.evidence.documents import Documents
from ecosystem.model import BODIES, Entity, Fact, Node, Source, basis_of
from ecosystem.network import has_ended
from ecosystem.snapshot import View

_TOWARDS = ("PART_OF", "MEMBER_OF", "OWNS", "SUCCEEDED_BY")
_FROM = ("OWNS", "DELIVERS", "COMMISSIONS", "OVERSEES", "SUPPORTS", "SUCCEEDED_BY")
"""Relations that lead from a node, or back from it, to a body that can say something of it, the nearest first."""

NOBODY = "the keeper of this dataset"


class Addressees:
    """Whom questions are put to, in a view; what has ended still tells whom to ask, and who has ended is not asked."""

    def __init__(self, view: View) -> None:
        self._view = on_day_looked_at(view)
        self._documents = Documents.of(view.snapshot)

    def asked_of(self, node: Node) -> str:
        """Return the name of whom a question about a node is put to."""
        return next(self._candidates(node), NOBODY)

    def _candidates(self, node: Node) -> Iterator[str]:
        bodies = (one for one in (node, *self._beside(node.id)) if isinstance(one, Entity))
        yield from (one.name for one in bodies if one.label in BODIES and not has_ended(self._view, one))
        yield from self._publishers(node)
        if contact := self._view.snapshot.dataset.contact:
            yield contact

    def _beside(self, node_id: str) -> Iterator[Entity | None]:
        about = [fact for fact in self._view.snapshot.facts_about(node_id) if basis_of(fact) in self._view.bases]
        towards = (fact.object for fact in _of(about, _TOWARDS) if fact.subject == node_id)
        back = (fact.subject for fact in _of(about, _FROM) if fact.object == node_id)
        return map(self._view.snapshot.entities.get, (*towards, *back))

    def _publishers(self, node: Node) -> Iterator[str]:
        documents = self._documents
        cited = {documents.by_source[node.id]} if isinstance(node, Source) else documents.cited_by(node)
        for publisher in sorted({document.publisher for document in cited} - {""}):
            called = self._view.snapshot.names.exact(publisher)
            known = self._view.snapshot.entities.get(called[0]) if len(called) == 1 else None
            if known is None or not has_ended(self._view, known):
                yield known.name if known else publisher


def _of(facts: list[Fact], relations: tuple[str, ...]) -> Iterator[Fact]:
    return (fact for relation in relations for fact in facts if fact.relation == relation)
