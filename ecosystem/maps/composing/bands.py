"""In which band of an opening picture each box stands: the tier with most tables first, as that says most.

A body or plan that is no table stands beside what it is joined to, and says its own tier there.

>>> from ecosystem.maps.composing.selection import selection_of
>>> from ecosystem.model import Dataset, Entity, Fact
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Board", tier="city"),
...     Entity(id="nhs", label="Organisation", name="NHS Body", tier="national"),
...     Fact(id="a", subject="nhs", relation="OVERSEES", object="board", basis="stated"),
... ]
>>> chosen = selection_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None))
>>> [(band.code, [(box.name, box.words) for box in band.boxes]) for band in bands_of(chosen, {})]
[('city', [('NHS Body', 'national body'), ('Board', '')])]
"""

from collections import Counter
from collections.abc import Mapping

from ecosystem.maps.composing.boxes import Surroundings, box_of
from ecosystem.maps.composing.lines import rank
from ecosystem.maps.composing.selection import Selection, degrees
from ecosystem.maps.opening import Band, Box
from ecosystem.network import REPORTING

TIER_UNKNOWN = "Tier not stated"


def tiers_of(chosen: Selection) -> tuple[str, ...]:
    """Return every tier in the order of the bands: the one with most tables, then as the code list has them."""
    used = sorted({chosen.entity(one).tier for one in (*chosen.counted, *chosen.drawn)} - {""})
    order = list(dict.fromkeys([*chosen.view.snapshot.code_lists.get("tier", {}), *used, ""]))
    tables = Counter(chosen.entity(one).tier for one in chosen.drawn if one in chosen.tables)
    bodies = Counter(chosen.entity(one).tier for one in chosen.counted)
    first = max(order, key=lambda tier: (tables[tier], bodies[tier], -order.index(tier)))
    return (first, *(tier for tier in order if tier != first))


def tier_title(chosen: Selection, tier: str) -> str:
    """Return what people call a tier."""
    return chosen.view.snapshot.title_of("tier", tier) if tier else TIER_UNKNOWN


def bands_of(chosen: Selection, collected: Mapping[str, tuple[str, ...]]) -> tuple[Band, ...]:
    """Return the bands with their boxes; `collected` by box, what it collects that has no box of its own."""
    standing = _standing(chosen)
    titles = {REPORTING: "Who reports to whom"} if chosen.on_reporting else {}
    titles |= {tier: tier_title(chosen, tier) for tier in tiers_of(chosen)}
    names = tuple(chosen.entity(one).name for one in chosen.order)

    def box(one: str) -> Box:
        tier = chosen.entity(one).tier
        abroad = tier and tier != (tiers_of(chosen)[0] if standing[one] == REPORTING else standing[one])
        around = Surroundings(tier_title(chosen, tier).lower() if abroad else "", names, collected.get(one, ()))
        return box_of(chosen.view, chosen.entity(one), chosen.tables.get(one), around)

    bands = (
        Band(code, title, tuple(box(one) for one in chosen.order if standing[one] == code))
        for code, title in titles.items()
    )
    return tuple(band for band in bands if band.boxes)


def _standing(chosen: Selection) -> dict[str, str]:
    found = {one: chosen.entity(one).tier for one in chosen.order}
    degree = degrees(chosen.lines)
    movable = (one for one in chosen.order if one not in chosen.tables)
    for one in sorted(movable, key=lambda one: (one in chosen.counted, degree[one], one)):
        neighbours = {found[other] for line in chosen.lines for other in _other_end(line.subject, line.object, one)}
        found[one] = neighbours.pop() if len(neighbours) == 1 else found[one]
    return found | dict.fromkeys(_reporting(chosen) if chosen.on_reporting else (), REPORTING)


def _other_end(subject: str, target: str, one: str) -> tuple[str, ...]:
    return tuple(other for end, other in ((subject, target), (target, subject)) if end == one)


def _reporting(chosen: Selection) -> set[str]:
    """Return everything joined, however far, to a reporting line."""
    ends = {line.subject for line in chosen.lines if chosen.rank(line) == rank(REPORTING)}
    return {one for part in chosen.groups if part & ends for one in part}
