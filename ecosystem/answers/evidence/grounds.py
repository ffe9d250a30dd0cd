"""On what the record rests: bases, documents, the dates of the newest evidence, and what is old."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ecosystem.dates import EARLIEST, spoken
from ecosystem.evidence import (
    Documents,
    OldBody,
    bodies_last_confirmed_before,
    confirms,
    day_looked_at,
    last_confirmed_before,
    years_before,
)
from ecosystem.model import BASES, BODIES, Cited, basis_of
from ecosystem.results import Cells, Part
from ecosystem.snapshot import View
from ecosystem.wording import BASIS_WORDS, counted, dated, kind_of, newest_evidence, number_in_words, share_in_words

KINDS = ("entities", "facts", "statements")


def by_basis(view: View) -> Part:
    """Return how many facts and statements rest on which basis."""
    facts, statements = (Counter(map(basis_of, rows)) for rows in (view.facts, view.statements))
    chosen = [basis for basis in BASES if basis in view.bases]
    ours = facts["inferred"]
    judged = f"{number_in_words(ours).capitalize()} {'is' if ours in {0, 1} else 'are'} our own inference."
    shares = {basis: share_in_words(facts[basis], len(view.facts)) for basis in BASES}
    stated = f"{shares['stated'].capitalize()} of the facts are stated outright. "
    rows = ((BASIS_WORDS[one], facts[one], shares[one], statements[one]) for one in chosen)
    return Part(
        title="On what basis",
        lead=(stated if len(chosen) > 1 else "") + judged if view.facts else "No fact is shown.",
        columns=("basis", "facts", "share_of_facts", "statements"),
        rows=tuple(rows),
    )


def by_document(view: View) -> Part:
    """Return how much each document supports, and how many facts no other document supports."""
    documents = Documents.of(view.snapshot)
    citing = {kind: Counter(one for row in rows for one in documents.cited_by(row)) for kind, rows in _shown(view)}
    sole = Counter(one for fact in view.facts if len(cited := documents.cited_by(fact)) == 1 for one in cited)
    return Part(
        title="In which documents",
        lead=_resting(view, sole.total()),
        columns=("document", "date", *KINDS, "facts_on_it_alone"),
        rows=tuple((one.title, dated(one), *(citing[kind][one] for kind in KINDS), sole[one]) for one in documents.all),
    )


def _resting(view: View, alone: int) -> str:
    none = sum(not fact.sources for fact in view.facts)
    on_none = f"; {number_in_words(none)} {'rests' if none == 1 else 'rest'} on none" if none else ""
    return f"{counted(alone, 'fact rests', 'facts rest')} on one document alone{on_none}."


def by_date(view: View) -> Part:
    """Return how much was last confirmed when; our own inference confirms nothing."""
    numbers = {kind: Counter(_last_seen(view, row) for row in rows if confirms(row)) for kind, rows in _shown(view)}
    dates = sorted({seen for counts in numbers.values() for seen in counts})
    known = [words for day, words in dates if day != EARLIEST]
    newest = f"The newest evidence is of {known[-1]}. " if known else ""
    return Part(
        title="When it was last confirmed",
        lead=f"{newest}Everything but our own inference is counted by the newest evidence there is of it.",
        columns=("last_confirmed", *KINDS),
        rows=tuple((seen[1], *(numbers[kind][seen] for kind in KINDS)) for seen in dates),
    )


def _shown(view: View) -> Iterable[tuple[str, tuple[Cited, ...]]]:
    return zip(KINDS, (view.entities, view.facts, view.statements), strict=True)


def _last_seen(view: View, row: Cited) -> tuple[date, str]:
    return view.snapshot.span(row).last_seen, newest_evidence(view.snapshot, row)


def older(view: View, years: int) -> Part:
    """Return the bodies of which everything shown was last confirmed more than so many years before the day."""
    limit = years_before(day_looked_at(view), years)
    old = sorted(bodies_last_confirmed_before(view, limit), key=lambda one: one.body.name)
    facts = len(list(last_confirmed_before(view, view.facts, limit)))
    bodies = sum(entity.label in BODIES for entity in view.entities)
    before = f"before {spoken(limit.isoformat())}"
    lead = (
        f"{facts:,} of {counted(len(view.facts), 'fact')} {'was' if facts == 1 else 'were'} last confirmed {before}, "
        f"and so was all that is shown of {len(old):,} of {counted(bodies, 'body', 'bodies')}: "
        "organisations, boards, partnerships and teams."
    )
    return Part(
        title=f"Last confirmed {before}",
        lead=lead if facts or old else f"Nothing that is shown was last confirmed {before}.",
        columns=("body", "kind", "facts_and_statements", "last_confirmed"),
        rows=tuple(_last_confirmed(view, one) for one in old),
    )


def _last_confirmed(view: View, old: OldBody) -> Cells:
    kind = kind_of(old.body, view.snapshot.dataset)
    return old.body.name, kind, old.number, newest_evidence(view.snapshot, old.newest)
