"""What the opening picture shows of a view: tables and their seats, stated lines, and trays for all the rest.

Where documents state at least five reporting lines the picture is who reports to whom; else who sits round which table
and who gives direction to what. Every body counted is in one place only, which `Opening.tally` adds up.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
>>> opening = opening_of(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None))
>>> opening.tally.in_trays, [entry.name for tray in opening.trays for entry in tray.entries]
(1, ['Health Board'])
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from ecosystem.dates import spoken
from ecosystem.maps.composing.bands import bands_of, tier_title, tiers_of
from ecosystem.maps.composing.boxes import tray_names
from ecosystem.maps.composing.lines import rank
from ecosystem.maps.composing.selection import Selection, degrees, selection_of
from ecosystem.maps.composing.sentences import bodies_sentence, direction_sentence, shared_sentence
from ecosystem.maps.composing.tables import SHARED_WORDS, at_many_tables, called
from ecosystem.maps.opening import Band, Entry, Line, Opening, Sentence, Tally, Tray
from ecosystem.network import DIRECTION, REPORTING
from ecosystem.snapshot import View
from ecosystem.wording import number_in_words

NAMES_MOST = 150
"""Names shown in one tray; beyond, how many more there are."""

_IN_TRAYS, _NO_ROOM = "in_trays", "no_room"


def opening_of(view: View) -> Opening:
    """Return the opening picture of a view."""
    chosen = selection_of(view)
    collected = _collected(chosen)
    places = _places(chosen, collected)
    silent = [one for one, place in places.items() if place == _IN_TRAYS]
    cut = [one for one, place in places.items() if place == _NO_ROOM]
    bands = bands_of(chosen, collected)
    return Opening(
        title=_title(chosen),
        bands=bands,
        lines=_ordered(chosen, bands),
        trays=(*_trays(chosen, silent), *_trays(chosen, cut, "No room to draw: ")),
        trays_title=_trays_title(len(silent)),
        shared_words=SHARED_WORDS,
        sentences=_sentences(chosen, silent),
        tally=_tally(places.values()),
    )


def _title(chosen: Selection) -> str:
    if chosen.on_reporting:
        return "Who reports to whom, and who sits round which table"
    return "Who sits round which table, and who gives direction to what"


def _ordered(chosen: Selection, bands: Iterable[Band]) -> tuple[Line, ...]:
    place = {box.id: number for number, box in enumerate(box for band in bands for box in band.boxes)}
    return tuple(sorted(chosen.lines, key=lambda line: (place[line.subject], chosen.rank(line), place[line.object])))


def _collected(chosen: Selection) -> dict[str, tuple[str, ...]]:
    """Return, by collection drawn, its parts that have no box of their own."""
    found = {}
    for one in (one for one in chosen.order if chosen.entity(one).form == "collection"):
        parts = {fact.subject for fact in chosen.view.facts_to(one, "PART_OF")} & set(chosen.counted) - chosen.drawn
        found[one] = tuple(sorted(parts, key=lambda part: (called(chosen.entity(part)).casefold(), part)))
    return found


def _places(chosen: Selection, collected: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return where each body counted is to be found; a body that is in several places counts in the last given here."""
    counted = set(chosen.counted)
    stated = chosen.tables.keys() | degrees(chosen.stated).keys()
    seated = {member for one, table in chosen.tables.items() if one in chosen.drawn for member in table.seated}
    found = {one: _NO_ROOM if one in stated else _IN_TRAYS for one in chosen.counted}
    apex = chosen.view.snapshot.dataset.apex
    found |= {apex: "not_drawn"} if found.get(apex) == _IN_TRAYS else {}
    found |= dict.fromkeys(counted & seated, "seated")
    found |= dict.fromkeys((part for parts in collected.values() for part in parts), "collected")
    return found | {one: "tables" if one in chosen.tables else "line_ends" for one in counted & chosen.drawn}


def _tally(places: Iterable[str]) -> Tally:
    number = Counter(_IN_TRAYS if place == _NO_ROOM else place for place in places)
    return Tally(**number)


def _trays_title(silent: int) -> str:
    if not silent:
        return "More is stated than there is room to draw"
    return f"{number_in_words(silent).capitalize()} more: no chair, members or direction stated"


def _trays(chosen: Selection, bodies: Iterable[str], before: str = "") -> tuple[Tray, ...]:
    by_tier: dict[str, list[str]] = {tier: [] for tier in tiers_of(chosen)}
    for one in bodies:
        by_tier[chosen.entity(one).tier].append(one)
    return tuple(
        Tray(f"{before}{tier_title(chosen, tier)}, {len(found)}", _entries(chosen, found))
        for tier, found in by_tier.items()
        if found
    )


def _entries(chosen: Selection, bodies: Iterable[str]) -> tuple[Entry, ...]:
    entries = [Entry(name, one) for one, name in tray_names(chosen.view, bodies).items()]
    entries.sort(key=lambda entry: (entry.name.casefold(), entry.id))
    more = len(entries) - NAMES_MOST
    return (*entries[:NAMES_MOST], *([Entry(f"and {more:,} more")] if more > 0 else []))


def _sentences(chosen: Selection, silent: list[str]) -> tuple[Sentence, ...]:
    tables = chosen.tables.items()
    ranks = Counter(chosen.rank(line) for line in chosen.stated)
    reporting, direction = ranks[rank(REPORTING)], ranks[rank(DIRECTION)]
    shared = [(one, called(chosen.entity(one))) for one in at_many_tables(chosen.view)]
    view = chosen.view
    dated = spoken(view.day.isoformat()) if view.day and view.day != view.snapshot.default_day else ""
    return (
        bodies_sentence(
            chosen.counted,
            [one for one, table in tables if table.has_seats],
            [one for one, table in tables if table.chaired_by_post],
            silent,
            dated,
        ),
        shared_sentence(shared),
        direction_sentence(reporting, direction, sum(ranks.values()) - reporting - direction, len(chosen.lines), dated),
    )
