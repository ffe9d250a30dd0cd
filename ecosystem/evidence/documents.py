"""The documents a record rests on; a page or glossary that is listed as a source of its own is a part of one.

>>> from ecosystem.model import Dataset
>>> rows = [
...     Source(id="handbook", code="1", title="Handbook", date="2018"),
...     Source(id="handbook-glossary", title="Glossary", date="2018"),
... ]
>>> documents = Documents.of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")))
>>> [document.title for document in documents.all]
['Handbook']
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ecosystem.dates import last_day, spoken
from ecosystem.model import Cited, Fact, Source, source_of
from ecosystem.snapshot import Snapshot
from ecosystem.wording import ESTIMATED, counted, listed, number_in_words, share_in_words

DOMINANT = 0.5
"""Above which share of the facts on one source should be named, so that nobody takes the record for a broad survey."""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a record, oldest first, and which of them every source is or is a part of, by its id."""

    all: tuple[Source, ...]
    by_source: Mapping[str, Source]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Documents":
        """Return the documents of a snapshot: a source without a code is a part of the coded one its id begins with."""
        coded = [source for source in snapshot.sources.values() if source.code]
        by_source = {source.id: _whole(source, coded) for source in snapshot.sources.values()}
        return cls(tuple(sorted(set(by_source.values()), key=lambda source: (source.date, source.id))), by_source)

    def cited_by(self, row: Cited) -> frozenset[Source]:
        """Return the documents that a row cites, itself or a part of them."""
        cited = (self.by_source.get(source_of(citation)) for citation in row.sources)
        return frozenset(document for document in cited if document is not None)


def _whole(source: Source, coded: Sequence[Source]) -> Source:
    wholes = [one for one in coded if source.id.startswith(f"{one.id}-")]
    return source if source.code or not wholes else max(wholes, key=lambda one: len(one.id))


def documents_in_words(documents: Sequence[Source]) -> str:
    """Return how many documents these are, "five published documents"; sources, where one is of another kind."""
    kind = "published document" if _kind(documents) == "document" else "source"
    return f"{number_in_words(len(documents), none='no')} {kind}{'' if len(documents) == 1 else 's'}"


def size_of(snapshot: Snapshot) -> str:
    """Return how much a dataset holds, in one line; and how many sources are parts of others, if any are."""
    documents = Documents.of(snapshot).all
    rows = listed(
        (
            counted(len(snapshot.entities), "entity", "entities"),
            counted(len(snapshot.facts), "fact"),
            counted(len(snapshot.statements), "statement"),
            counted(len(snapshot.sources), "source"),
        )
    )
    number = len(snapshot.sources) - len(documents)
    parts = f"{number_in_words(number)} part{'' if number == 1 else 's'} of {'it' if len(documents) == 1 else 'them'}"
    return f"{rows} ({documents_in_words(documents)} and {parts})" if number else rows


def years_of(documents: Sequence[Source]) -> str:
    """Return from when to when documents are, "2016 to July 2022", or of which one year; empty where none is dated."""
    dates = [source.date for source in documents if source.date]
    if not dates:
        return ""
    oldest, newest = min(dates)[:4], max(dates, key=last_day)[:7]
    return oldest if newest[:4] == oldest else f"{oldest} to {spoken(newest)}"


def newest_document(documents: Sequence[Source]) -> str:
    """Return the sentence that dates the newest document; empty where none is dated."""
    dates = [source.date for source in documents if source.date]
    return f"Newest {_kind(documents)}: {spoken(max(dates, key=last_day))}." if dates else ""


def dominance(documents: Documents, facts: Collection[Fact]) -> str:
    """Return the warning, "66% of the facts rest on one document of 2018"; empty where none of several dominates."""
    cited = Counter(document for fact in facts for document in documents.cited_by(fact))
    if not cited or len(documents.all) < 2:
        return ""
    [(document, number)] = cited.most_common(1)
    if number / len(facts) <= DOMINANT:
        return ""
    share = share_in_words(number, len(facts)).capitalize()
    about = "about " if document.date_basis == ESTIMATED else ""
    year = f" of {about}{document.date[:4]}" if document.date else ""
    kind = document.kind if document.kind in {"document", "register"} else "source"
    return f"{share} of the facts rest on one {kind}{year}."


def _kind(documents: Sequence[Source]) -> str:
    return "document" if documents and all(source.kind == "document" for source in documents) else "source"
