"""The rows of what is shown of one entity: one shape for everything that is said of it."""

from ecosystem.model import Cited, Fact, basis_of
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import citations, verb_of, when_said

COLUMNS = ("section", "says", "what", "when", "basis", "sources", "note")


def said(section: str, says: str, what: str, note: str = "") -> Cells:
    """Return a row that carries no evidence of its own."""
    return section, says, what, "", "", "", note


def evidenced(view: View, section: str, says: str, what: str, row: Cited) -> Cells:
    """Return a row with the dates, basis, sources and note of what it tells."""
    return section, says, what, when_said(view, row), basis_of(row), citations(view.snapshot, row), row.note


def told(view: View, section: str, fact: Fact, node_id: str) -> Cells:
    """Return a fact as told of one of its ends: "chairs X", or "chairs it" where the node is the object."""
    verb = verb_of(fact, past=view.snapshot.looks_back(fact))
    if fact.subject == node_id:
        return evidenced(view, section, verb, view.name_of(fact.object), fact)
    return evidenced(view, section, f"{verb} it", view.name_of(fact.subject), fact)
