"""What the page says of itself, computed from the data: from how many documents, of which years, how far to trust it.

>>> from ecosystem.model import Dataset, Entity, Source
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Source(id="a", code="1", title="A", kind="document", publisher="Us", date="2016"),
...     Source(id="b", code="2", title="B", kind="document", publisher="Us", date="2022-07-19"),
...     Entity(id="board", label="Board", name="Board", sources=("a:1",)),
... ]
>>> heading = heading_of(Snapshot.of(rows, Dataset(id="x", title="Exampleton", as_of="2022")).on(None))
>>> heading.title
'Exampleton: what two published documents say, 2016 to July 2022'
>>> heading.newest
'Newest document: 19 July 2022.'
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ecosystem.dates import first_day, last_day, spoken
from ecosystem.model import Source, source_of
from ecosystem.snapshot import View

DOMINANT = 0.5
"""From which share of the facts on one source should be named, so that nobody takes the page for a broad survey."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Heading:
    """The header's sentences; `dominant` and `contact` may be empty."""

    title: str
    caution: str
    newest: str
    dominant: str
    contact: str


def heading_of(view: View) -> Heading:
    """Return the heading of a page about a view, of the whole record it rests on, not of the day alone."""
    documents = documents_of(view)
    return Heading(
        title=_title(view, documents),
        caution="Not an official chart and not today’s structure.",
        newest=_newest(documents),
        dominant=_dominant(view, documents),
        contact=view.snapshot.dataset.contact,
    )


def documents_of(view: View) -> tuple[Source, ...]:
    """Return the documents a page rests on, oldest first; parts of a document, which have no code, are not counted."""
    coded = [source for source in view.snapshot.sources.values() if source.code]
    return tuple(sorted(coded or view.snapshot.sources.values(), key=lambda source: (source.date, source.id)))


def _title(view: View, documents: Sequence[Source]) -> str:
    number = len(documents)
    kind = "published document" if _kind(documents) == "document" else "source"
    count = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    verb = "says" if number == 1 else "say"
    years = _years(documents)
    return f"{view.snapshot.dataset.title}: what {count} {kind}{'' if number == 1 else 's'} {verb}{years}"


def _kind(documents: Sequence[Source]) -> str:
    return "document" if documents and all(source.kind == "document" for source in documents) else "source"


def _years(documents: Sequence[Source]) -> str:
    dates = [source.date for source in documents if source.date]
    if not dates:
        return ""
    oldest, newest = min(dates, key=first_day)[:4], max(dates, key=last_day)[:7]
    return f", {oldest}" if newest == oldest else f", {oldest} to {spoken(newest)}"


def _newest(documents: Sequence[Source]) -> str:
    dates = [source.date for source in documents if source.date]
    return f"Newest {_kind(documents)}: {spoken(max(dates, key=last_day))}." if dates else ""


def _dominant(view: View, documents: Sequence[Source]) -> str:
    facts = view.snapshot.facts.values()
    cited = Counter(document for fact in facts for document in {_document(documents, one) for one in fact.sources})
    shares = [(number / len(facts), document) for document, number in cited.items() if document]
    share, document = max(shares, key=lambda one: one[0], default=(0.0, None))
    if document is None or len(documents) < 2 or share <= DOMINANT:
        return ""
    year = f" of {document.date[:4]}" if document.date else ""
    kind = document.kind if document.kind in {"document", "register"} else "source"
    return f"{share:.0%} of the facts rest on one {kind}{year}."


def _document(documents: Sequence[Source], citation: str) -> Source | None:
    """Return the document cited; a part such as `handbook-glossary` belongs to the document `handbook`."""
    cited = source_of(citation)
    return next((one for one in documents if cited == one.id or cited.startswith(f"{one.id}-")), None)
