"""What nobody has written down of bodies of every kind: how they are joined to others, and whether that is still so."""

from collections.abc import Iterator

from ecosystem.evidence.age import bodies_last_confirmed_before, day_looked_at, years_before
from ecosystem.evidence.connection import is_unconnected
from ecosystem.evidence.gap import Gap
from ecosystem.model import BODIES, RELATIONS, WITH_SEATS
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed, newest_evidence


def stands_alone(view: View) -> Iterator[Gap]:
    """Yield bodies that are named or listed, without anything said of how they are joined to others."""
    dataset = view.snapshot.dataset
    whole = view.name_of(dataset.apex) if dataset.apex else dataset.title
    for body in view.entities:
        if body.label in BODIES and is_unconnected(view, body):
            lists = dict.fromkeys(view.name_of(fact.object) for fact in view.snapshot.facts_about(body.id))
            known = f"{RELATIONS['SHOWN_ON'].verb} {listed(lists)}" if lists else ""
            of_table = "does it still exist, what is it for, and what does it belong to?"
            question = of_table if body.label in WITH_SEATS else f"is it joined to {whole}, and how?"
            yield Gap("connection", body, question, known, (body,))


def long_unconfirmed(view: View, years: int) -> Iterator[Gap]:
    """Yield bodies of which everything that is shown was last confirmed more than so many years before the day."""
    for old in bodies_last_confirmed_before(view, years_before(day_looked_at(view), years)):
        if not is_unconnected(view, old.body):
            number = counted(old.number, "fact or statement", "facts and statements")
            known = f"{number}, last confirmed {newest_evidence(view.snapshot, old.newest)}"
            yield Gap("still so", old.body, "is it still as recorded here?", known, (old.newest,))
