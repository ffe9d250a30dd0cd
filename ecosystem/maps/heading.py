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

from ecosystem.dates import Status, first_day, last_day, spoken
from ecosystem.model import Source, source_of
from ecosystem.snapshot import View
from ecosystem.wording import ESTIMATED, counted, number_in_words

DOMINANT = 0.5
"""From which share of the facts on one source should be named, so that nobody takes the page for a broad survey."""

SILENCED = "People are left out, so a chair known by name alone reads as not stated."


@dataclass(frozen=True, slots=True)
class Heading:
    """The header's sentences; all but the first four may be empty.

    `thin` is said where a day shows little, `silenced` where people have been left out.
    """

    title: str
    day: str
    caution: str
    newest: str
    thin: str
    dominant: str
    contact: str
    silenced: str = ""


def heading_of(view: View, *, without_people: bool = False) -> Heading:
    """Return the heading of a page about a view, of the whole record it rests on, not of the day alone."""
    documents = documents_of(view)
    return Heading(
        title=_title(view, documents),
        day=_day(view),
        thin=_thin(view),
        caution="Not an official chart and not today’s structure.",
        newest=_newest(documents),
        dominant=_dominant(view, documents),
        contact=view.snapshot.dataset.contact,
        silenced=SILENCED if without_people else "",
    )


def documents_of(view: View) -> tuple[Source, ...]:
    """Return the documents a page rests on, oldest first; parts of a document, which have no code, are not counted."""
    coded = [source for source in view.snapshot.sources.values() if source.code]
    return tuple(sorted(coded or view.snapshot.sources.values(), key=lambda source: (source.date, source.id)))


def _title(view: View, documents: Sequence[Source]) -> str:
    number = len(documents)
    kind = "published document" if _kind(documents) == "document" else "source"
    said = f"{kind} says" if number == 1 else f"{kind}s say"
    count = number_in_words(number, none="no")
    return f"{view.snapshot.dataset.title}: what {count} {said}{_years(documents)}"


def _day(view: View) -> str:
    if view.day is None:
        return "The whole record, what has ended included"
    earlier = sum(view.status(fact) is Status.UNCONFIRMED for fact in view.facts)
    shown = counted(len(view.facts), "fact")
    last = f": {earlier:,} of {shown} last confirmed before then" if earlier else f": {shown}"
    return f"As at {spoken(view.day.isoformat())}{last}"


def _thin(view: View) -> str:
    """Say that a day shows little because few facts can be dated to it: silence is then no finding."""
    unclear = sum(view.status(fact) is Status.POSSIBLE for fact in view.snapshot.facts.values())
    if view.day is None or unclear <= len(view.facts):
        return ""
    dated_to = f"{counted(len(view.facts), 'fact')} can be dated to {spoken(view.day.isoformat())}"
    return (
        f"Only {dated_to}; {unclear:,} more may or may not have held then and are not counted below. "
        "The documents say more than this day shows."
    )


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
    about = "about " if document.date_basis == ESTIMATED else ""
    year = f" of {about}{document.date[:4]}" if document.date else ""
    kind = document.kind if document.kind in {"document", "register"} else "source"
    return f"{share:.0%} of the facts rest on one {kind}{year}."


def _document(documents: Sequence[Source], citation: str) -> Source | None:
    """Return the document cited; a part such as `handbook-glossary` belongs to the document `handbook`."""
    cited = source_of(citation)
    return next((one for one in documents if cited == one.id or cited.startswith(f"{one.id}-")), None)
