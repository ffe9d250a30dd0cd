"""What has ended, and is recorded as joined to others still."""

from collections.abc import Iterator

from ecosystem.dates import spoken
from ecosystem.evidence import Gap, outliving
from ecosystem.model import BODIES, Fact, ends_of
from ecosystem.network import has_ended, rung_of
from ecosystem.snapshot import View
from ecosystem.wording import facts_in_words, newest_evidence

PERSON = "Person"
DUTIES = (
    "MEMBER_OF", "REPORTS_TO", "OVERSEES", "PART_OF", "OWNS", "DELIVERS", "COMMISSIONS", "SUPPORTS", "PARTNERS_WITH",
    "REPRESENTS",
)  # fmt: skip
"""The relations that bind a body while it exists; being part of what is only a class is none of them."""


def ended_and_related(view: View) -> Iterator[Gap]:
    """Yield every relation of an ended body that has no end of its own, people's seats aside: they last a year."""
    for body in view.snapshot.entities.values():
        if body.label in BODIES and has_ended(view, body):
            for fact in outliving(view, body, *DUTIES):
                if _binds(view, fact):
                    was = facts_in_words(view.snapshot, fact, past=True)
                    still = f"no end is recorded of this: {was}, last confirmed {newest_evidence(view.snapshot, fact)}"
                    known = f"ended {spoken(body.end_date)}; {still}"
                    yield Gap("ended", body, f"what became of this: {was}?", known, (fact, body), beside=(fact.id,))


def _binds(view: View, fact: Fact) -> bool:
    is_personal = any(view.label_of(end) == PERSON for end in ends_of(fact))
    return not is_personal and (fact.relation != "PART_OF" or rung_of(view, fact) is not None)
