"""Groups and single boxes of one band, put on shelves: in their order, as low as can be, little room left idle.

Groups stand on shelves from the left; single boxes fill what is left beside them, one under the other, and the rest
stand in even columns below. Which box fills which shelf is tried out, all ways where there are few. Where that makes
the band lower, single boxes and small groups stand in one column at the right of all shelves instead.

>>> from ecosystem.maps.opening import Box, Kind
>>> boxes = tuple(Group((Box(name, name, Kind.BODY),)) for name in ("Finance", "Estates", "Quality"))
>>> figure = shelved(boxes, 600, 80)
>>> len({placed.extent.y for placed in figure.boxes}), len({placed.extent.x for placed in figure.boxes})
(1, 3)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from ecosystem.maps.layout.blocks import Block, one_block, side_by_side, stacked
from ecosystem.maps.layout.boxes import MOST_TABLE
from ecosystem.maps.layout.figures import Figure
from ecosystem.maps.layout.groups import Group

LEAST_TABLE = 230.0
SHELF_GAP, SIDE_GAP, STACK_GAP = 16.0, 16.0, 12.0
WAYS_TRIED, SHELVINGS_TRIED = 400, 30
SQUEEZE = 0.9
"""The share of the width it wishes that a group may be squeezed to for the sake of others on its shelf."""

COLUMNS_MOST = 6
SIDE_WIDTHS = (300.0, 340.0, 380.0, MOST_TABLE)
SIDE_BOXES, SIDE_GROUPS = 6, 2
"""How many single boxes and groups, at most, stand in the column at the right of all shelves."""

SIDE_SAVES = 24.0
"""How much lower a band must get by a column at its right."""

QUICKLY = (40, 4)
"""Ways and shelvings tried of what stands beside such a column."""

Shelf = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    """In which width to place, and how much to try."""

    width: float
    labels: float
    ways: int = WAYS_TRIED
    shelvings: int = SHELVINGS_TRIED

    def on_shelves(self, groups: Sequence[Group]) -> Block:
        """Return the lowest of the ways to put these groups on shelves."""
        single = tuple(group for group in groups if group.alone)
        linked = [group for group in groups if not group.alone]
        tried = (
            (self._height(shelves, fillers), shelves, fillers)
            for shelves in self._shelvings(linked)
            for fillers in self._filled(shelves, single)
        )
        _, shelves, fillers = min(tried, key=lambda one: round(one[0]))
        return stacked(self._blocks(shelves, fillers), SHELF_GAP)

    def _blocks(self, shelves: Sequence[Shelf], fillers: Sequence[Shelf]) -> list[Block]:
        blocks = [_shelf(self.width, self.labels, *pair) for pair in zip(shelves, fillers, strict=False)]
        return [*blocks, _in_columns(self.width, self.labels, fillers[-1])] if fillers[-1] else blocks

    def _height(self, shelves: Sequence[Shelf], fillers: Sequence[Shelf]) -> float:
        blocks = self._blocks(shelves, fillers)
        return sum(block.height for block in blocks) + SHELF_GAP * (len(blocks) - 1)

    def _shelvings(self, groups: Sequence[Group]) -> list[list[Shelf]]:
        """Return the ways to put groups on shelves: each on a shelf that has room, or on one of its own."""
        ways: list[list[Shelf]] = [[]]
        for group in groups:
            ways = [grown for way in ways for grown in self._grown(way, group)][: self.shelvings]
        return ways

    def _grown(self, way: list[Shelf], group: Group) -> Iterator[list[Shelf]]:
        for number, shelf in enumerate(way):
            if _least_used((*shelf, group), self.labels) <= self.width:
                yield [*way[:number], (*shelf, group), *way[number + 1 :]]
        yield [*way, (group,)]

    def _filled(self, shelves: Sequence[Shelf], single: Shelf) -> Iterator[tuple[Shelf, ...]]:
        """Yield ways to put single boxes beside shelves or, last, below: all where they are few, else a good one."""
        places = [number for number, shelf in enumerate(shelves) if _room_beside(self.width, self.labels, shelf)]
        places.append(len(shelves))
        if len(places) ** len(single) <= self.ways:
            for way in product(places, repeat=len(single)):
                yield _sorted_in(single, way, len(shelves) + 1)
        else:
            yield self._one_by_one(shelves, single, places)

    def _one_by_one(self, shelves: Sequence[Shelf], single: Shelf, places: Sequence[int]) -> tuple[Shelf, ...]:
        way: tuple[int, ...] = ()
        for _ in single:
            ways = [(*way, place) for place in places]
            way = min(ways, key=lambda one: round(self._height(shelves, _sorted_in(single, one, len(shelves) + 1))))
        return _sorted_in(single, way, len(shelves) + 1)


def _sorted_in(single: Shelf, way: Sequence[int], number: int) -> tuple[Shelf, ...]:
    """Return, for that many places, the first boxes as a way puts them there."""
    found: list[list[Group]] = [[] for _ in range(number)]
    for box, place in zip(single, way, strict=False):
        found[place].append(box)
    return tuple(map(tuple, found))


def _used(shelf: Shelf, labels: float) -> float:
    return sum(group.wish(labels) for group in shelf) + SIDE_GAP * (len(shelf) - 1)


def _least_used(shelf: Shelf, labels: float) -> float:
    least = sum(max(group.least, SQUEEZE * group.wish(labels)) for group in shelf)
    return least + SIDE_GAP * (len(shelf) - 1)


@lru_cache(maxsize=4096)
def _room_beside(width: float, labels: float, shelf: Shelf) -> float:
    """Return the width single boxes may have beside these groups, which shrink a little for them."""
    least = _least_used(shelf, labels) + SIDE_GAP
    wished = width - _used(shelf, labels) - SIDE_GAP
    return min(max(wished, LEAST_TABLE), MOST_TABLE) if width - least >= LEAST_TABLE else 0.0


@lru_cache(maxsize=8192)
def _shelf(width: float, labels: float, groups: Shelf, fillers: Shelf) -> Block:
    """Return one shelf, single boxes stacked at its right."""
    side = _room_beside(width, labels, groups) if fillers else 0.0
    room = width - (side + SIDE_GAP if fillers else 0.0) - SIDE_GAP * (len(groups) - 1)
    blocks = [one_block(*pair, labels) for pair in zip(groups, _shared(groups, room, labels), strict=True)]
    return side_by_side([*blocks, _stack(fillers, side, labels)] if fillers else blocks, SIDE_GAP)


def _shared(groups: Shelf, room: float, labels: float) -> list[float]:
    wishes = [group.wish(labels) for group in groups]
    if sum(wishes) > room:
        least = [group.least for group in groups]
        share = (room - sum(least)) / max(sum(wishes) - sum(least), 1.0)
        return [low + share * (wish - low) for low, wish in zip(least, wishes, strict=True)]
    factor = room / sum(wishes)
    return [min(wish * factor, group.most(labels)) for group, wish in zip(groups, wishes, strict=True)]


def _stack(groups: Sequence[Group], width: float, labels: float) -> Block:
    return stacked([one_block(group, width, labels) for group in groups], STACK_GAP)


@lru_cache(maxsize=4096)
def _in_columns(width: float, labels: float, boxes: Shelf) -> Block:
    """Return single boxes in even columns, each box in the column that is lowest so far."""
    least = max(box.least for box in boxes)
    most = max(1, int((width + SIDE_GAP) // (least + SIDE_GAP)))
    numbers = range(1, min(len(boxes), most, COLUMNS_MOST) + 1)
    tried = [_columns(width, labels, boxes, number) for number in numbers]
    return min(tried, key=lambda block: (round(block.height), -block.width))


def _columns(width: float, labels: float, boxes: Shelf, number: int) -> Block:
    widest = max(box.most(labels) for box in boxes)
    column = min((width - SIDE_GAP * (number - 1)) / number, widest)
    columns: list[list[Group]] = [[] for _ in range(number)]
    heights = [0.0] * number
    for box in boxes:
        place = min(range(number), key=lambda one: round(heights[one]))
        columns[place].append(box)
        heights[place] += box.height(column, labels) + STACK_GAP
    return side_by_side([_stack(found, column, labels) for found in columns], SIDE_GAP)


def shelved(groups: Sequence[Group], width: float, labels: float) -> Figure:
    """Return the groups of a band drawn in a width; none may need more than that width."""
    best = _Band(width, labels).on_shelves(groups)
    allowed = best.height - SIDE_SAVES
    for side, rest in _sides(groups):
        for wide in SIDE_WIDTHS:
            tried = _with_side(side, rest, wide, _Band(width, labels, *QUICKLY), allowed)
            best = tried if tried and tried.height < min(allowed, best.height) else best
    return best.drawn(labels)


def _sides(groups: Sequence[Group]) -> Iterator[tuple[Shelf, Shelf]]:
    """Yield what may stand in a column at the right, the first single boxes and the last groups, and what is left."""
    single = [group for group in groups if group.alone]
    linked = [group for group in groups if not group.alone]
    for below in range(min(len(linked) - 1, SIDE_GROUPS) + 1):
        for above in range(1, min(len(single), SIDE_BOXES) + 1) if linked else ():
            side = (*single[:above], *linked[len(linked) - below :])
            yield side, tuple(group for group in groups if group not in side)


def _with_side(side: Shelf, rest: Shelf, wide: float, band: _Band, allowed: float) -> Block | None:
    """Return what is left on shelves and, at its right, a column; None where it is too wide or too high."""
    room = band.width - wide - SIDE_GAP
    if max(group.least for group in side) > wide or max(group.least for group in rest) > room:
        return None
    column = _stack(side, wide, band.labels)
    if column.height > allowed:
        return None
    shelves = replace(band, width=room).on_shelves(rest)
    return side_by_side([replace(shelves, width=room), column], SIDE_GAP)
