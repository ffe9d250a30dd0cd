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

from collections.abc import Sequence
from dataclasses import dataclass

from ecosystem.dates import Status, spoken
from ecosystem.evidence import Documents, documents_in_words, dominance, newest_document, years_of
from ecosystem.model import Source
from ecosystem.snapshot import View
from ecosystem.wording import counted

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
    found = Documents.of(view.snapshot)
    documents = found.all
    return Heading(
        title=_title(view, documents),
        day=_day(view),
        thin=_thin(view),
        caution="Not an official chart and not today’s structure.",
        newest=newest_document(documents),
        dominant=dominance(found, view.snapshot.facts.values()),
        contact=view.snapshot.dataset.contact,
        silenced=SILENCED if without_people else "",
    )


def _title(view: View, documents: Sequence[Source]) -> str:
    says = "says" if len(documents) == 1 else "say"
    years = f", {spanned}" if (spanned := years_of(documents)) else ""
    return f"{view.snapshot.dataset.title}: what {documents_in_words(documents)} {says}{years}"


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
