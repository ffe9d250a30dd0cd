"""The page of changes: what came, ended and passed on between the years for which there is evidence.

>>> from ecosystem.model import Dataset, Entity, Source
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="club", label="Partnership", name="Club", evidence_date="2016", basis="stated"),
...     Entity(id="hub", label="Partnership", name="Hub", start_date="2022-07-19", sources=("news:1",)),
...     Source(id="news", title="News", date="2022-07-19"),
... ]
>>> view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2022-07-19")).on(None)
>>> stops(view)
(datetime.date(2016, 12, 31), datetime.date(2022, 7, 19))
>>> [(period.title, [theme.title for theme in period.themes]) for period in changes_of(Site.of(view))]
[('From the end of 2016 to 19 July 2022', ['Bodies'])]
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ecosystem.atlas.site import Site
from ecosystem.atlas.telling import Sentence, told_in
from ecosystem.chronicle import Theme, chronicle, not_confirmed
from ecosystem.dates import spoken
from ecosystem.evidence import day_looked_at
from ecosystem.model import Cited
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class ThemeTold:
    """A theme of a period: what of it is not confirmed since, which may be empty, and what is told."""

    title: str
    unconfirmed: str
    told: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class PeriodTold:
    """What is told of the days between two stops; `anchor` is its own on the page."""

    title: str
    anchor: str
    themes: tuple[ThemeTold, ...]


def stops(view: View) -> tuple[date, ...]:
    """Return the last day of each year for which there is evidence, none after the day looked at."""
    snapshot, day = view.snapshot, day_looked_at(view)
    rows: tuple[Cited, ...] = (
        *snapshot.entities.values(), *snapshot.facts.values(), *snapshot.statements.values()
    )  # fmt: skip
    years = {int(written[:4]) for row in rows for written in snapshot.evidence(row)}
    return tuple(sorted({min(date(year, 12, 31), day) for year in years if year <= day.year}))


def changes_of(site: Site) -> tuple[PeriodTold, ...]:
    """Return what changed between the stops, the newest period first."""
    return tuple(_period(site, *days) for days in reversed(tuple(pairwise(stops(site.view)))))


def _period(site: Site, earlier: date, later: date) -> PeriodTold:
    themes = chronicle(site.view.snapshot, earlier, later, site.view.bases)
    told = tuple(_theme(site, theme) for theme in themes if theme.told)
    return PeriodTold(f"From {_named(earlier)} to {_named(later)}", f"to-{later.isoformat()}", told)


def _theme(site: Site, theme: Theme) -> ThemeTold:
    return ThemeTold(theme.title, not_confirmed(theme), told_in(site, theme.told))


def _named(day: date) -> str:
    return f"the end of {day.year}" if (day.month, day.day) == (12, 31) else spoken(day.isoformat())
