"""Analyses of seats: who shares tables with whom, who has how many, who stands between those that do not meet."""

from collections.abc import Iterator

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import figure, named, names
from ecosystem.measures.brokers import CONSULTANT, COORDINATOR, LIAISON, REPRESENTATIVE, Broker, Brokers, brokers
from ecosystem.measures.interlocks import Interlock, Interlocks, interlocks
from ecosystem.measures.seat_load import Load, SeatLoad, seat_load
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, listed

BELONGS = "A partner or observer counts as being at a table, though it is not said to sit there."
NOT_NAMED = "Who sits for a constituency, such as elected members, is not known, and counts for no body."
TOGETHER = "Seats may be known from sources of different years, and are counted as held together."
OWN_SECTORS = "Sectors are the dataset’s own classification."
UNCLASSIFIED = "not classified"
ROLES = (LIAISON, REPRESENTATIVE, CONSULTANT, COORDINATOR)
WORTH_LISTING = 2
"""How many tables a pair has to share to be a row of its own; that two meet at one table, its list of members says."""


def _interlocks(view: View) -> Told:
    found = interlocks(view)
    worth = [pair for pair in found.pairs if len(pair.tables) >= WORTH_LISTING]
    return Told(
        sentence=_who_meet_most(view, found),
        columns=("first", "second", "shared", "of_all_at_either", "closeness", "tables"),
        rows=tuple(_pair_row(view, pair) for pair in worth),
        ground=found.ground,
        cautions=tuple(_cautions_on_pairs(view, found, len(found.pairs) - len(worth))),
    )


def _pair_row(view: View, pair: Interlock) -> Cells:
    both = view.name_of(pair.first), view.name_of(pair.second)
    return *both, len(pair.tables), pair.either, figure(pair.closeness), names(view, pair.tables)


def _who_meet_most(view: View, found: Interlocks) -> str:
    if not found.pairs:
        return "No two bodies are known to be at the same table."
    closest, most = found.closest, len(found.pairs[0].tables)
    if len(closest) == 1:
        both = capitalised(named(view, (closest[0].first, closest[0].second)))
        return f"{both} share more tables than any other two bodies: {named(view, closest[0].tables)}."
    if most == 1:
        return f"No two bodies are known to share more than one table; {counted(len(closest), 'pair')} share one."
    among = dict.fromkeys(body for pair in closest for body in (pair.first, pair.second))
    pairs = f"{len(closest):,} pairs of bodies share more tables than any other, {most:,} each"
    return f"{pairs}; they are among {named(view, among)}."


def _cautions_on_pairs(view: View, found: Interlocks, left: int) -> Iterator[str]:
    if found.at_tables:
        yield f"Tables that are at another table count among the bodies there: {named(view, found.at_tables)}."
    yield TOGETHER
    yield BELONGS
    yield NOT_NAMED
    if left:
        pairs = counted(left, "pair of bodies shares", "pairs of bodies share")
        yield f"{pairs} one table only, and {'is' if left == 1 else 'are'} not listed."


def _load(view: View) -> Told:
    found = seat_load(view)
    return Told(
        sentence=_who_has_most(view, found),
        columns=("rank", "body", "sector", "number", "tables", "chairs", "observes"),
        rows=tuple(_load_row(view, load) for load in found.loads),
        ground=found.ground,
        cautions=tuple(_cautions_on_load(view, found)),
    )


def _load_row(view: View, load: Load) -> Cells:
    which = (names(view, each) for each in (load.tables, load.chairs, load.observes))
    return load.rank, view.name_of(load.body), sector_in_words(view, load.sector), len(load.tables), *which


def sector_in_words(view: View, sector: str) -> str:
    """Return the title of a sector, or that there is none."""
    return view.snapshot.title_of("sector", sector) if sector else UNCLASSIFIED


def _who_has_most(view: View, found: SeatLoad) -> str:
    if not found.loads:
        return "No body is known to be at any table."
    most = [load for load in found.loads if load.rank == 1]
    who, number = capitalised(named(view, [load.body for load in most])), len(most[0].tables)
    if number == 1:
        bodies = counted(len(most), "body is", "bodies are")
        tables = counted(found.tables, "table")
        return f"No body is known to be at more than one table; {bodies} at one each, {tables} in all."
    at = f"{number:,} of the {counted(found.tables, 'table')} at which any is known to be"
    more = "at more tables than any other body"
    most_at = f"is {more}, {at}" if len(most) == 1 else f"are {more}, each at {at}"
    places = counted(found.places, "place")
    return f"{who} {most_at}; {counted(found.half, 'body has', 'bodies together have')} half or more of all {places}."


def _cautions_on_load(view: View, found: SeatLoad) -> Iterator[str]:
    if found.loads:
        by_sector = sorted(found.by_sector.items(), key=lambda one: (-one[1], one[0]))
        means = (f"{sector_in_words(view, sector)} {mean:.1f}" for sector, mean in by_sector)
        yield f"Tables for each body that has any, by sector: {listed(means)}."
    if found.without:
        without = counted(len(found.without), "organisation is", "organisations are")
        yield f"{without} not known to be at any table."
    yield "A body counts once at a table, however many are named there for it. Who may vote is not recorded."
    yield TOGETHER
    yield BELONGS
    yield NOT_NAMED


def _brokers(view: View) -> Told:
    found = brokers(view)
    return Told(
        sentence=_who_brokers(view, found),
        columns=("body", "sector", "pairs", "between_sectors", *ROLES, "unclear"),
        rows=tuple(_broker_row(view, found, one) for one in found.brokers),
        ground=found.ground,
        cautions=tuple(_cautions_on_brokers(found)),
    )


def _broker_row(view: View, found: Brokers, one: Broker) -> Cells:
    in_roles = (one.roles.get(role, 0) for role in ROLES)
    sector = sector_in_words(view, found.sectors[one.body])
    return view.name_of(one.body), sector, one.pairs, one.between_sectors, *in_roles, one.unclear


def _who_brokers(view: View, found: Brokers) -> str:
    foremost = found.foremost
    if not foremost:
        return "Nobody is known to stand between bodies of different sectors that share no table."
    number, who = foremost[0].between_sectors, named(view, [one.body for one in foremost])
    pairs = counted(number, "pair of bodies of different sectors shares", "pairs of bodies of different sectors share")
    if len(foremost) == 1:
        return f"{pairs} no table with each other, but both one with {who}; nobody stands between more."
    return f"For each of {who}, {pairs} no table with each other, but both one with it; nobody stands between more."


def _cautions_on_brokers(found: Brokers) -> Iterator[str]:
    if without := sum(not sector for sector in found.sectors.values()):
        yield f"{counted(without, 'body has', 'bodies have')} no sector; pairs with them are counted as unclear."
    yield "That two share no table is only as sure as the lists of members are complete, and says nothing of who talks."
    yield OWN_SECTORS
    yield NOT_NAMED


SEATS = (
    Analysis(
        "sitting-together",
        "Which organisations sit together most?",
        "Measured: tables that two bodies share, of all at which either is; closeness adds 1/(bodies at the table - 1) "
        "for each that they share (Newman).",
        of_sources(_interlocks),
    ),
    Analysis(
        "seat-load",
        "Who is on most bodies, and is the load fair?",
        "Measured: at how many tables a body has a place, itself or through its posts, teams and people.",
        of_sources(_load),
    ),
    Analysis(
        "brokers",
        "Who brokers between sectors?",
        "Measured: pairs of bodies that share no table with each other and each share one with the broker, by the "
        "sectors of the three (Gould and Fernandez); a shared table has no direction, so that gatekeepers and "
        "representatives are one.",
        of_sources(_brokers),
    ),
)
