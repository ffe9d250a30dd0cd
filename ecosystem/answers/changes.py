"""What changed between two days, theme by theme, in sentences with their basis and sources."""

from collections.abc import Iterator
from datetime import date

from ecosystem.chronicle import Kind, Theme, Told, chronicle, not_confirmed
from ecosystem.dates import spoken
from ecosystem.model import Cited
from ecosystem.queries import named
from ecosystem.results import Cells, Part, Report
from ecosystem.snapshot import View
from ecosystem.wording import beyond, citations, counted, titles_cited

COLUMNS = ("kind", "says", "basis", "sources", "note")
MOST_CITED = 12
"""Rows of one sentence whose places in the sources are named; of more, only the titles."""

MAY_BE_OLDER = "What is first documented between these days may be older: a source that speaks of it begins nothing."
FIRST_DOCUMENTED = "what-is-first-documented"
"""The question that lists what is only counted here."""
NOT_TOLD = "Not told here: what bodies do, whom and which places they serve, priorities, figures, and what pages list."


def changes(view: View, earlier: date, origin: str = "files") -> Report:
    """Return what changed after an earlier day, up to and including the day of a view, which has one.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> hub = Entity(id="hub", label="Partnership", name="Hub", start_date="2022-07-19", basis="stated")
    >>> view = Snapshot.of([hub], Dataset(id="x", title="X", as_of="2022-07-19")).on(date(2022, 7, 19))
    >>> changes(view, date(2016, 12, 31)).lead
    ('After 31 December 2016, up to and including 19 July 2022, 1 change has a written date.',)
    """
    later = view.day or view.snapshot.default_day
    themes = chronicle(view.snapshot, earlier, later, view.bases)
    return Report(
        title=f"What changed: {view.snapshot.dataset.title}",
        lead=tuple(_opening(themes, earlier, later)),
        parts=tuple(_part(view, theme) for theme in themes),
        origin=origin,
        as_of=view.day,
        bases=view.bases_chosen,
        notes=tuple(_notes(view, themes, later)),
    )


def _opening(themes: tuple[Theme, ...], earlier: date, later: date) -> Iterator[str]:
    told = [one for theme in themes for one in theme.told]
    days = f"fter {_spoken(earlier)}, up to and including {_spoken(later)}"
    dated = sum(one.kind is Kind.DATED for one in told)
    if not told:
        yield f"No change is recorded a{days}."
    elif not dated:
        yield f"A{days}, no change has a written date."
    else:
        yield f"A{days}, {counted(dated, 'change')} {'has' if dated == 1 else 'have'} a written date{_implied(told)}."
    if any(one.kind is Kind.FIRST_DOCUMENTED for one in told):
        asked = {"earlier": earlier.isoformat(), "as_of": later.isoformat()}
        yield f"{MAY_BE_OLDER} `{named(FIRST_DOCUMENTED).command_with(asked)} --format csv` lists it all."


def _implied(told: list[Told]) -> str:
    """Return how many dates no source states in so many words; nothing where all are stated."""
    number = sum(one.kind is Kind.DATED and one.basis != "stated" for one in told)
    return f", of which {number:,} {'is' if number == 1 else 'are'} not stated in so many words" if number else ""


def _spoken(day: date) -> str:
    return spoken(day.isoformat())


def _part(view: View, theme: Theme) -> Part:
    rows = tuple(_row(view, told) for told in theme.told)
    return Part(title=theme.title, lead=not_confirmed(theme), columns=COLUMNS, rows=rows)


def _row(view: View, told: Told) -> Cells:
    return told.kind.value, told.sentence, told.basis, _cited(view, told.rows), _note(told)


def _note(told: Told) -> str:
    """Return what is noted of all rows of a sentence; of our own inferences every reason."""
    notes = dict.fromkeys(row.note for row in told.rows)
    return "; ".join(notes) if told.kind is Kind.INFERRED or len(notes) == 1 else ""


def _cited(view: View, rows: tuple[Cited, ...]) -> str:
    return (citations if len(rows) <= MOST_CITED else titles_cited)(view.snapshot, *rows)


def _notes(view: View, themes: tuple[Theme, ...], later: date) -> Iterator[str]:
    if sentence := beyond(later, view.snapshot.default_day):
        yield sentence
    if any(len(told.rows) > MOST_CITED for theme in themes for told in theme.told):
        yield "A sentence on many things names its sources without lines: `ecosystem show NAME` has them for each."
    yield NOT_TOLD
