"""Groups and single boxes of one band, put on shelves: in their order, as low as can be, little room left idle.

Groups stand on shelves from the left; single boxes fill what is left beside them, one under the other, and the rest
stand in even columns below. Which box fills which shelf is tried out, all ways where there are few.

>>> from ecosystem.maps.opening import Box, Kind
>>> boxes = tuple(Group((Box(name, name, Kind.BODY),)) for name in ("Finance", "Estates", "Quality"))
>>> figure = shelved(boxes, 600, 80)
>>> len({placed.extent.y for placed in figure.boxes}), len({placed.extent.x for placed in figure.boxes})
(1, 3)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ecosystem.maps.layout_boxes import MOST_TABLE
from ecosystem.maps.layout_figures import Figure, together
from ecosystem.maps.layout_groups import Group

LEAST_TABLE = 230.0
SHELF_GAP, SIDE_GAP, STACK_GAP = 16.0, 16.0, 12.0
WAYS_TRIED, SHELVINGS_TRIED = 400, 30
SQUEEZE = 0.9
"""The share of the width it wishes that a group may be squeezed to for the sake of others on its shelf."""

COLUMNS_MOST = 6

Shelf = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    """What there is to place, and in which width."""

    width: float
    labels: float

    def shelvings(self, groups: Sequence[Group]) -> list[list[Shelf]]:
        """Return the ways to put groups on shelves: each on a shelf that has room, or on one of its own."""
        ways: list[list[Shelf]] = [[]]
        for group in groups:
            ways = [grown for way in ways for grown in self._grown(way, group)][:SHELVINGS_TRIED]
        return ways

    def _grown(self, way: list[Shelf], group: Group) -> Iterator[list[Shelf]]:
        for number, shelf in enumerate(way):
            if SQUEEZE * self._used((*shelf, group)) <= self.width:
                yield [*way[:number], (*shelf, group), *way[number + 1 :]]
        yield [*way, (group,)]

    def _used(self, shelf: Shelf) -> float:
        return sum(group.wish(self.labels) for group in shelf) + SIDE_GAP * (len(shelf) - 1)

    def room_beside(self, shelf: Shelf) -> float:
        """Return the width single boxes may have beside these groups, which shrink a little for them."""
        least = sum(max(group.least(), SQUEEZE * group.wish(self.labels)) for group in shelf) + SIDE_GAP * len(shelf)
        wished = self.width - self._used(shelf) - SIDE_GAP
        return min(max(wished, LEAST_TABLE), MOST_TABLE) if self.width - least >= LEAST_TABLE else 0.0

    def shelf(self, groups: Shelf, fillers: Sequence[Group]) -> Figure:
        """Return one shelf drawn, single boxes stacked at its right."""
        side = self.room_beside(groups) if fillers else 0.0
        room = self.width - (side + SIDE_GAP if fillers else 0.0) - SIDE_GAP * (len(groups) - 1)
        figures, x = [], 0.0
        for group, width in zip(groups, self._shared(groups, room), strict=True):
            figures.append(group.drawn(width, self.labels).moved(x, 0))
            x += width + SIDE_GAP
        return together([*figures, self.stack(fillers, side).moved(x, 0)]) if fillers else together(figures)

    def _shared(self, groups: Shelf, room: float) -> list[float]:
        wishes = [group.wish(self.labels) for group in groups]
        if sum(wishes) > room:
            least = [group.least() for group in groups]
            share = (room - sum(least)) / (sum(wishes) - sum(least))
            return [low + share * (wish - low) for low, wish in zip(least, wishes, strict=True)]
        factor = room / sum(wishes)
        return [min(wish * factor, group.most(self.labels)) for group, wish in zip(groups, wishes, strict=True)]

    def stack(self, boxes: Sequence[Group], width: float) -> Figure:
        """Return single boxes one under the other."""
        return stacked((box.drawn(width, self.labels) for box in boxes), STACK_GAP)

    def in_columns(self, boxes: Sequence[Group]) -> Figure:
        """Return single boxes in even columns, each box in the column that is lowest so far."""
        least = max(box.least() for box in boxes)
        most = max(1, int((self.width + SIDE_GAP) // (least + SIDE_GAP)))
        tried = [self._columns(boxes, number) for number in range(1, min(len(boxes), most, COLUMNS_MOST) + 1)]
        return min(tried, key=lambda figure: (round(figure.height), -figure.width))

    def _columns(self, boxes: Sequence[Group], number: int) -> Figure:
        widest = max(box.most(self.labels) for box in boxes)
        width = min((self.width - SIDE_GAP * (number - 1)) / number, widest)
        columns: list[list[Group]] = [[] for _ in range(number)]
        for box in boxes:
            min(columns, key=lambda column: round(self.stack(column, width).height)).append(box)
        figures = (self.stack(column, width) for column in columns)
        return together(figure.moved(place * (width + SIDE_GAP), 0) for place, figure in enumerate(figures))


def stacked(figures: Iterator[Figure], gap: float) -> Figure:
    """Return figures one under the other."""
    placed: list[Figure] = []
    for figure in figures:
        placed.append(figure.moved(0, placed[-1].height + gap if placed else 0.0))
    return together(placed)


def shelved(groups: Sequence[Group], width: float, labels: float) -> Figure:
    """Return the groups of a band drawn in a width; none may need more than that width."""
    band = _Band(width, labels)
    single = [group for group in groups if group.alone]
    shelvings = band.shelvings([group for group in groups if not group.alone])
    drawn = (_drawn(band, shelves, single, way) for shelves in shelvings for way in _ways(band, shelves, single))
    return min(drawn, key=lambda figure: round(figure.height))


def _ways(band: _Band, shelves: Sequence[Shelf], single: Sequence[Group]) -> Iterator[tuple[int, ...]]:
    """Yield, for every way worth trying, the shelf of each single box; the number of shelves stands for below."""
    below = len(shelves)
    open_shelves = [number for number, shelf in enumerate(shelves) if band.room_beside(shelf)]
    if (len(open_shelves) + 1) ** len(single) <= WAYS_TRIED:
        yield from product([*open_shelves, below], repeat=len(single))
        return
    way: tuple[int, ...] = ()
    for number in range(len(single)):
        ways = [(*way, shelf) for shelf in [*open_shelves, below]]
        way = min(ways, key=lambda one: round(_drawn(band, shelves, single[: number + 1], one).height))
    yield way


def _drawn(band: _Band, shelves: Sequence[Shelf], single: Sequence[Group], way: tuple[int, ...]) -> Figure:
    fillers: list[list[Group]] = [[] for _ in range(len(shelves) + 1)]
    for box, number in zip(single, way, strict=True):
        fillers[number].append(box)
    figures = [band.shelf(shelf, fillers[number]) for number, shelf in enumerate(shelves)]
    figures += [band.in_columns(fillers[-1])] if fillers[-1] else []
    return stacked(iter(figures), SHELF_GAP)
