"""The documents a record rests on; a page or glossary that is listed as a source of its own is a part of one.

>>> rows = [
...     Source(id="handbook", code="1", title="Handbook", date="2018"),
...     Source(id="handbook-glossary", title="Glossary", date="2018"),
... ]
>>> from ecosystem.model import Dataset
>>> documents = documents_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")))
>>> [document.title for document in documents], document_cited(documents, "handbook-glossary:7").title
(['Handbook'], 'Handbook')
"""

from collections import Counter
from collections.abc import Sequence

from ecosystem.dates import first_day, last_day, spoken
from ecosystem.model import Source, source_of
from ecosystem.snapshot import Snapshot
from ecosystem.wording import ESTIMATED, number_in_words

DOMINANT = 0.5
"""From which share of the facts on one source should be named, so that nobody takes the record for a broad survey."""


def documents_of(snapshot: Snapshot) -> tuple[Source, ...]:
    """Return the documents a record rests on, oldest first; parts of one, which have no code, are not counted."""
    coded = [source for source in snapshot.sources.values() if source.code]
    return tuple(sorted(coded or snapshot.sources.values(), key=lambda source: (source.date, source.id)))


def document_cited(documents: Sequence[Source], citation: str) -> Source | None:
    """Return the document cited, also where a part of it is; None where it is none of these."""
    cited = source_of(citation)
    return next((one for one in documents if cited == one.id or cited.startswith(f"{one.id}-")), None)


def in_words(documents: Sequence[Source]) -> str:
    """Return how many documents these are, "five published documents"; sources, where one is of another kind."""
    kind = "published document" if _kind(documents) == "document" else "source"
    return f"{number_in_words(len(documents), none='no')} {kind}{'' if len(documents) == 1 else 's'}"


def years_of(documents: Sequence[Source]) -> str:
    """Return from when to when documents are, "2016 to July 2022"; empty where none is dated."""
    dates = [source.date for source in documents if source.date]
    if not dates:
        return ""
    oldest, newest = min(dates, key=first_day)[:4], max(dates, key=last_day)[:7]
    return oldest if newest == oldest else f"{oldest} to {spoken(newest)}"


def newest_document(documents: Sequence[Source]) -> str:
    """Return the sentence that dates the newest document; empty where none is dated."""
    dates = [source.date for source in documents if source.date]
    return f"Newest {_kind(documents)}: {spoken(max(dates, key=last_day))}." if dates else ""


def dominance(snapshot: Snapshot) -> str:
    """Return the sentence that warns of one document on which most facts rest; empty where there is no such one."""
    documents, facts = documents_of(snapshot), snapshot.facts.values()
    cited = Counter(one for fact in facts for one in {document_cited(documents, each) for each in fact.sources})
    shares = [(number / len(facts), document) for document, number in cited.items() if document]
    share, document = max(shares, key=lambda one: one[0], default=(0.0, None))
    if document is None or len(documents) < 2 or share <= DOMINANT:
        return ""
    about = "about " if document.date_basis == ESTIMATED else ""
    year = f" of {about}{document.date[:4]}" if document.date else ""
    kind = document.kind if document.kind in {"document", "register"} else "source"
    return f"{share:.0%} of the facts rest on one {kind}{year}."


def _kind(documents: Sequence[Source]) -> str:
    return "document" if documents and all(source.kind == "document" for source in documents) else "source"
