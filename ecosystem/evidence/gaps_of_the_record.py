"""What nobody has written down of the record itself: points left open, days, documents, what is old or stands alone."""

from collections.abc import Iterator

from ecosystem.evidence.age import bodies_last_confirmed_before, years_before
from ecosystem.evidence.documents import documents_of
from ecosystem.evidence.gap import Gap
from ecosystem.model import BODIES, RELATIONS, WITH_SEATS, Entity, basis_of
from ecosystem.network import CHAIR, REPORTING
from ecosystem.snapshot import View
from ecosystem.wording import counted, dated, newest_evidence

PRINTED = "printed"
"""How the date of a document is known that prints it."""

_ASKED_OF_DOCUMENTS = {
    (True, True): "who published it, and when?",
    (True, False): "who published it?",
    (False, True): "when was it published?",
}

ASKED_ELSEWHERE = frozenset({CHAIR, "list_complete"})
"""Open points that are asked with the table they are about."""


def left_open(view: View) -> Iterator[Gap]:
    """Yield what a source speaks of and leaves open."""
    for said in view.statements:
        about = view.snapshot.node(said.subject)
        if not said.value and about is not None and said.property not in ASKED_ELSEWHERE:
            what = view.snapshot.title_of("property", said.property).replace("_", " ")
            yield Gap("left open", about, f"what is its {what[:1].lower()}{what[1:]}?", said.note, (said,))


def inference_unconfirmed(view: View) -> Iterator[Gap]:
    """Yield what is our own judgement; that a table reports to somebody is asked with the table."""
    for fact in view.facts:
        subject = view.snapshot.entities[fact.subject]
        asked_elsewhere = fact.relation == REPORTING and subject.label in WITH_SEATS
        if basis_of(fact) == "inferred" and not asked_elsewhere:
            claim = f"{RELATIONS[fact.relation].said(fact.role)} {view.name_of(fact.object)}"
            yield Gap("our inference", subject, f"do we infer rightly that it {claim}?", fact.note, (fact,))


def day_unknown(view: View) -> Iterator[Gap]:
    """Yield happenings of which no day is written."""
    for fact in view.snapshot.facts.values():
        relation = RELATIONS[fact.relation]
        if relation.happening and not fact.start_date and basis_of(fact) in view.bases:
            subject = view.snapshot.entities[fact.subject]
            question = f"on which day was this: {relation.said(fact.role)} {view.name_of(fact.object)}?"
            yield Gap("day", subject, question, f"by {newest_evidence(view.snapshot, fact)}", (fact,))


def publication_unknown(view: View) -> Iterator[Gap]:
    """Yield documents whose publisher is not named, or whose date is not printed on them."""
    for document in documents_of(view.snapshot):
        unknown = (not document.publisher, document.date_basis != PRINTED)
        if question := _ASKED_OF_DOCUMENTS.get(unknown):
            known = f"taken to be of {dated(document)}" + (f": {document.note}" if document.note else "")
            yield Gap("document", document, question, known)


def stands_alone(view: View) -> Iterator[Gap]:
    """Yield bodies that are named or listed, without anything said of how they are joined to others."""
    for body in view.entities:
        if body.label in BODIES and is_unconnected(view, body):
            facts = view.snapshot.facts_about(body.id)
            known = "; ".join(f"{RELATIONS['SHOWN_ON'].verb} {view.name_of(fact.object)}" for fact in facts)
            question = "does it still exist, what is it for, and what does it belong to?"
            yield Gap("connection", body, question, known, (body,))


def long_unconfirmed(view: View, years: int) -> Iterator[Gap]:
    """Yield bodies of which everything that is shown was last confirmed more than so many years before the day."""
    if view.day is None:
        return
    for old in bodies_last_confirmed_before(view, years_before(view.day, years)):
        if not is_unconnected(view, old.body):
            number = counted(old.number, "fact or figure", "facts and figures")
            known = f"{number}, last confirmed {newest_evidence(view.snapshot, old.newest)}"
            yield Gap("still so", old.body, "is it still as recorded here?", known, (old.newest,))


def is_unconnected(view: View, entity: Entity) -> bool:
    """Tell whether nothing joins an entity to another, on any day; that a source lists it joins it to none."""
    return all(fact.relation == "SHOWN_ON" for fact in view.snapshot.facts_about(entity.id))
