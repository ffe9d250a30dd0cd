"""On what the record rests: bases, documents, the dates of the newest evidence, and what is old."""

from collections import Counter
from collections.abc import Hashable, Iterable

from ecosystem.answers.result import Cells, Part
from ecosystem.dates import spoken
from ecosystem.evidence import (
    OldBody,
    bodies_last_confirmed_before,
    confirmed_before,
    document_cited,
    documents_of,
    years_before,
)
from ecosystem.model import BASES, BODIES, Cited, Source, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import BASIS_WORDS, NOT_STATED, counted, dated, kind_of, newest_evidence, number_in_words

KINDS = ("entities", "facts", "figures")


def by_basis(view: View) -> Part:
    """Return how many facts and figures rest on which basis."""
    facts, figures = (Counter(map(basis_of, rows)) for rows in (view.facts, view.statements))
    chosen = [basis for basis in BASES if basis in view.bases]
    ours = facts["inferred"]
    judged = f"{number_in_words(ours).capitalize()} {'is' if ours == 1 else 'are'} our own inference"
    return Part(
        title="On what basis",
        lead=f"{_share(facts['stated'], len(view.facts))} of the facts are stated outright. {judged}.",
        columns=("basis", "facts", "share_of_facts", "figures"),
        rows=tuple((BASIS_WORDS[one], facts[one], _share(facts[one], len(view.facts)), figures[one]) for one in chosen),
    )


def _share(number: int, whole: int) -> str:
    return f"{number / whole:.0%}" if whole else NOT_STATED


def by_document(view: View) -> Part:
    """Return how much each document supports, and how many facts no other document supports."""
    documents = documents_of(view.snapshot)
    citing = {
        kind: Counter(one for row in rows for one in _documents_cited(documents, row)) for kind, rows in _shown(view)
    }
    alone = Counter(cited for fact in view.facts if len(cited := _documents_cited(documents, fact)) == 1)
    sole = {one: alone[frozenset({one})] for one in documents}
    return Part(
        title="In which documents",
        lead=_resting(view, sum(sole.values())),
        columns=("document", "date", *KINDS, "facts_on_it_alone"),
        rows=tuple((one.title, dated(one), *(citing[kind][one] for kind in KINDS), sole[one]) for one in documents),
    )


def _documents_cited(documents: tuple[Source, ...], row: Cited) -> frozenset[Source]:
    cited = (document_cited(documents, citation) for citation in row.sources)
    return frozenset(document for document in cited if document is not None)


def _resting(view: View, alone: int) -> str:
    none = sum(not fact.sources for fact in view.facts)
    on_none = f"; {number_in_words(none)} {'rests' if none == 1 else 'rest'} on none" if none else ""
    return f"{counted(alone, 'fact rests', 'facts rest')} on one document alone{on_none}."


def by_date(view: View) -> Part:
    """Return how much was last confirmed when; our own inference confirms nothing."""
    numbers = {
        kind: Counter(_last_seen(view, row) for row in rows if basis_of(row) != "inferred")
        for kind, rows in _shown(view)
    }
    dates = sorted({seen for counts in numbers.values() for seen in counts})
    newest = f"The newest evidence is of {dates[-1][1]}. " if dates else ""
    return Part(
        title="When it was last confirmed",
        lead=f"{newest}Everything but our own inference is counted by the newest evidence there is of it.",
        columns=("last_confirmed", *KINDS),
        rows=tuple((seen[1], *(numbers[kind][seen] for kind in KINDS)) for seen in dates),
    )


def _shown(view: View) -> Iterable[tuple[str, tuple[Cited, ...]]]:
    return zip(KINDS, (view.entities, view.facts, view.statements), strict=True)


def _last_seen(view: View, row: Cited) -> tuple[Hashable, str]:
    return view.snapshot.span(row).last_seen, newest_evidence(view.snapshot, row)


def older(view: View, years: int) -> Part:
    """Return the bodies of which everything shown was last confirmed more than so many years before the day."""
    limit = years_before(view.day or view.snapshot.default_day, years)
    facts = sum(confirmed_before(view, fact, limit) for fact in view.facts)
    bodies = sum(entity.label in BODIES for entity in view.entities)
    old = sorted(bodies_last_confirmed_before(view, limit), key=lambda one: one.body.name)
    return Part(
        title=f"Last confirmed more than {counted(years, 'year')} ago",
        lead=(
            f"{facts:,} of {counted(len(view.facts), 'fact')} and all that is shown of {len(old):,} of "
            f"{counted(bodies, 'body', 'bodies')} were last confirmed before {spoken(limit.isoformat())}."
        ),
        columns=("body", "kind", "facts_and_figures", "last_confirmed"),
        rows=tuple(_last_confirmed(view, one) for one in old),
    )


def _last_confirmed(view: View, old: OldBody) -> Cells:
    kind = kind_of(old.body, view.snapshot.dataset)
    return old.body.name, kind, old.number, newest_evidence(view.snapshot, old.newest)
