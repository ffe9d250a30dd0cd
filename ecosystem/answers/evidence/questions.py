"""What nobody has written down, as questions, each under the name of whom to ask."""

from collections import Counter

from ecosystem import audit
from ecosystem.answers.evidence.page import OLD_AFTER
from ecosystem.audit import KINDS
from ecosystem.evidence import Addressees, Gap
from ecosystem.results import Cells, Result
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed


def questions(view: View, years: int = OLD_AFTER, origin: str = "files") -> Result:
    """Return every gap as a question with its addressee; `years` is from when on what is recorded should be confirmed.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Migrant Health Board", evidence_date="2018")
    >>> questions(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None)).rows[0][:3]
    ('Migrant Health Board', 'chair', 'Migrant Health Board: who chairs it?')
    """
    found, addressees = audit.questions(view, years), Addressees(view)
    asked = ((addressees.asked_of(gap.about), gap) for gap in found)
    rows = sorted(asked, key=lambda row: (row[0].casefold(), row[0]))
    return Result(
        title=f"Questions to ask: {view.snapshot.dataset.title}",
        lead=_lead(found, len({whom for whom, _ in rows})),
        columns=("ask", "about", "question", "known", "sources"),
        rows=tuple(_row(whom, gap) for whom, gap in rows),
        origin=origin,
        as_of=view.day,
        bases=view.bases_chosen,
        empty="Nothing that could be asked is open.",
        sectioned=True,
    )


def _lead(found: tuple[Gap, ...], addressees: int) -> str:
    if not found:
        return ""
    numbers = Counter(gap.kind for gap in found)
    kinds = listed(f"{what} ({numbers[kind]:,})" for kind, what in KINDS.items() if numbers[kind])
    return f"{counted(len(found), 'question')} to {counted(addressees, 'addressee')}: {kinds}."


def _row(whom: str, gap: Gap) -> Cells:
    sources = tuple(dict.fromkeys(citation for row in gap.spoken_of for citation in row.sources))
    return whom, gap.kind, gap.worded(), gap.known, sources
