"""On what the record rests, how old that is, and what it does not say: one page, most telling numbers first."""

from collections.abc import Iterator

from ecosystem.answers.evidence.grounds import by_basis, by_date, by_document, older
from ecosystem.answers.evidence.silences import left_open, no_line_upward, unconnected
from ecosystem.audit import questions
from ecosystem.evidence import Documents, documents_in_words, dominance, newest_document, years_of
from ecosystem.results import Report
from ecosystem.snapshot import View
from ecosystem.wording import counted, left_out, listed, on_day

OLD_AFTER = 3
"""Years after which evidence counts as old where nobody says otherwise."""


def evidence(view: View, years: int = OLD_AFTER, origin: str = "files") -> Report:
    """Return the evidence of a view as a report; `years` is the age from which on evidence is listed as old.

    Entities, facts and statements are counted as they are shown on the day and bases of the view.

    >>> from ecosystem.model import Dataset, Entity, Source
    >>> from ecosystem.snapshot import Snapshot
    >>> minutes = Source(id="minutes", code="M", title="Minutes", kind="minutes", date="2018")
    >>> board = Entity(id="board", label="Board", name="Health Board", sources=("minutes:1",))
    >>> report = evidence(Snapshot.of([minutes, board], Dataset(id="x", title="X", as_of="2018")).on(None))
    >>> report.lead[0]
    'The record rests on one source of 2018. It names 1 entity, with 0 facts and 0 statements.'
    >>> [part.lead for part in report.parts if part.title == "No stated line upward"]
    ['Of 1 board or partnership, sources do not state of one to whom it reports.']
    """
    return Report(
        title=f"The evidence: {view.snapshot.dataset.title}",
        lead=tuple(sentence for sentence in _opening(view) if sentence),
        parts=(
            *(by_basis(view), by_document(view), by_date(view)),
            *(no_line_upward(view), left_open(view), unconnected(view), older(view, years)),
        ),
        origin=origin,
        as_of=view.day,
        bases=view.bases_chosen,
        notes=tuple(_notes(view, years)),
    )


def _opening(view: View) -> Iterator[str]:
    documents, snapshot = Documents.of(view.snapshot), view.snapshot
    years = f" of {spanned}" if (spanned := years_of(documents.all)) else ""
    size = listed((counted(len(snapshot.facts), "fact"), counted(len(snapshot.statements), "statement")))
    names = counted(len(snapshot.entities), "entity", "entities")
    yield f"The record rests on {documents_in_words(documents.all)}{years}. It names {names}, with {size}."
    yield newest_document(documents.all)
    if view.day or view.bases_chosen:
        bases = f", {listed(view.bases_chosen)} only" if view.bases_chosen else ""
        yield f"Shown {on_day(view.day)}{bases}: {counted(len(view.facts), 'fact')}."
    yield dominance(documents, view.facts)


def _notes(view: View, years: int) -> Iterator[str]:
    if sentence := left_out(view.left_out(), view.day):
        yield sentence
    if number := len(questions(view, years)):
        yield f"What is not stated makes {counted(number, 'question')} to ask: add --questions to see them."
