"""What nobody has written down of the record itself: days, documents, points left open, and what we infer ourselves."""

from collections.abc import Collection, Iterator

from ecosystem.evidence.documents import Documents
from ecosystem.evidence.gap import Gap
from ecosystem.model import RELATIONS, Cited, Entity, Fact, Node, Source, Statement, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import dated, newest_evidence, property_in_words

PRINTED = "printed"
"""How the date of a document is known that prints it."""

OWN = "register"
"""The kind of source that nobody publishes: an office keeps it."""

_CHANGES = ("ENDORSED", "SUCCEEDED_BY")
"""Happenings that change who decides or what holds; that somebody was at a meeting does not."""

_ASKED_OF_DOCUMENTS = {
    (True, True): "who published it, and when?",
    (True, False): "who published it?",
    (False, True): "when was it published?",
}


def day_unknown(view: View) -> Iterator[Gap]:
    """Yield changes of which no day is written."""
    for fact in view.facts_of(*_CHANGES):
        if not fact.start_date:
            subject = view.snapshot.entities[fact.subject]
            verb = RELATIONS[fact.relation].said(fact.role)
            question = f"on which day was this: {verb} {view.name_of(fact.object)}?"
            yield Gap("day", subject, question, f"by {newest_evidence(view.snapshot, fact)}", (fact,))


def publication_unknown(view: View) -> Iterator[Gap]:
    """Yield documents whose publisher is not named, or whose date is not printed on them."""
    for document in Documents.of(view.snapshot).all:
        unknown = (not document.publisher and document.kind != OWN, document.date_basis != PRINTED)
        if question := _ASKED_OF_DOCUMENTS.get(unknown):
            yield Gap("document", document, question, _taken_to_be(document))


def _taken_to_be(document: Source) -> str:
    date = f"taken to be of {dated(document)}" if document.date else dated(document)
    return f"{date}: {document.note}" if document.note else date


def left_open(view: View, asked: Collection[Cited]) -> Iterator[Gap]:
    """Yield what a source speaks of and leaves open, but for what has been asked already."""
    for said in view.statements:
        if not said.value and said not in asked:
            what = property_in_words(view.snapshot, said)
            question = f"what can you say of its {what}, which the source leaves open?"
            yield Gap("left open", _about(view, said), question, said.note, (said,))


def inference_unconfirmed(view: View, asked: Collection[Cited]) -> Iterator[Gap]:
    """Yield what is our own judgement, but for what has been asked already."""
    rows: tuple[Cited, ...] = (*view.entities, *view.facts, *(said for said in view.statements if said.value))
    for row in rows:
        if basis_of(row) == "inferred" and row not in asked:
            question = f"do we infer rightly that it {_claim(view, row)}?"
            yield Gap("our inference", _about(view, row), question, row.note, (row,))


def _about(view: View, row: Cited) -> Node:
    if isinstance(row, Entity):
        return row
    return view.snapshot.entities.get(row.subject) or view.snapshot.sources[row.subject]


def _claim(view: View, row: Cited) -> str:
    match row:
        case Entity():
            return "exists"
        case Fact():
            return f"{RELATIONS[row.relation].said(row.role)} {view.name_of(row.object)}"
        case Statement():
            value = f"{row.value} {row.unit}".strip()
            return f"has {value} as its {property_in_words(view.snapshot, row)}"
