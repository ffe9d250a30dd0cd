"""What is said of one entity or source: one shape for all of it, from which answers and pages are made."""

from dataclasses import dataclass

from ecosystem.model import Cited, Fact, basis_of
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import citations, verb_of, when_said

COLUMNS = ("section", "says", "what", "when", "basis", "sources", "note")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said under the heading of a section; `row` is its evidence, None where it carries none of its own.

    `named` are the ids of what the words of `what` name.
    """

    section: str
    says: str
    what: str
    row: Cited | None = None
    named: tuple[str, ...] = ()

    def cells(self, view: View) -> Cells:
        """Return it as a row of `COLUMNS`, with the dates, basis, sources and note of its evidence."""
        if self.row is None:
            return self.section, self.says, self.what, "", "", "", ""
        evidence = (when_said(view, self.row), basis_of(self.row), citations(view.snapshot, self.row), self.row.note)
        return self.section, self.says, self.what, *evidence


def told(view: View, section: str, fact: Fact, node_id: str) -> Said:
    """Return a fact as told of one of its ends: "chairs X", or "chairs it" where the node is the object."""
    verb = verb_of(fact, past=view.snapshot.looks_back(fact))
    if fact.subject == node_id:
        return Said(section, verb, view.name_of(fact.object), fact, (fact.object,))
    return Said(section, f"{verb} it", view.name_of(fact.subject), fact, (fact.subject,))
