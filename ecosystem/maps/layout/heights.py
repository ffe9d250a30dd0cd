"""How high the tracks and boxes of a group lie: every line level, every box as high as its text and its lines need.

>>> tracks, ends = ((0,), (1,)), (("board", "plan"), ("board", "goal"))
>>> found = heights(tracks, ends, {"board": 0, "plan": 1, "goal": 1}, {"board": 50, "plan": 30, "goal": 30}, (36, 36))
>>> found.tracks, found.boxes["plan"], found.boxes["goal"]
((24.0, 66.0), (9.0, 39.0), (51.0, 81.0))
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ecosystem.maps.layout.tracks import Ends, Tracks, reach

GAP, CLEAR = 12.0, 12.0
"""Room between boxes of a column, and between a box and a line that passes it."""

LEAD = 24.0
"""How far below the top of a box its first line lies, and above its bottom the last, where it is high enough."""

SNAP = 18.0
"""A high box that would stand less than that below its neighbour or the top of its group stands close to it."""

BELOW = 18.0
"""Room under a line for its year."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Heights:
    """The y of every track, top and bottom of every box, and the height of all with the years under the lines."""

    tracks: tuple[float, ...]
    boxes: Mapping[str, Interval]
    total: float


def heights(
    tracks: Tracks,
    ends: Sequence[Ends],
    columns: Mapping[str, int],
    needed: Mapping[str, float],
    apart: Sequence[float],
) -> Heights:
    """Return the least heights; `needed` by box, and by line how far `apart` from the track above it must run."""
    return _Sweep(tracks, ends, columns, needed, apart).found()


class _Sweep:
    """From the top down as high as can be, then every box back towards its lines."""

    def __init__(
        self,
        tracks: Tracks,
        ends: Sequence[Ends],
        columns: Mapping[str, int],
        needed: Mapping[str, float],
        apart: Sequence[float],
    ) -> None:
        self.tracks, self.ends, self.columns, self.needed, self.apart = tracks, ends, columns, needed, apart
        self.reach = reach(tracks, ends)
        self.level: list[float] = []

    def found(self) -> Heights:
        total = self._downwards()
        boxes: dict[str, Interval] = {}
        for column in sorted(set(self.columns.values())):
            boxes.update(self._settled(self._items(column), total))
        return Heights(tuple(self.level), boxes, total)

    def _lead(self, box: str) -> float:
        first, last = self.reach[box]
        return min(self.needed[box] / 2, LEAD) if first != last or self.needed[box] > 3 * LEAD else self.needed[box] / 2

    def _passed(self, place: int) -> Iterator[int]:
        for number in self.tracks[place]:
            left, right = self.ends[number]
            yield from range(self.columns[left] + 1, self.columns[right])

    def _downwards(self) -> float:
        floor = dict.fromkeys(self.columns.values(), -GAP)
        tops: dict[str, float] = {}
        for place, track in enumerate(self.tracks):
            starting = [box for box, (first, _) in self.reach.items() if first == place]
            tops |= {box: floor[self.columns[box]] + GAP for box in starting}
            above = max(self.apart[number] for number in track)
            least = [self.level[-1] + above if place else above - BELOW]
            least += [tops[box] + self._lead(box) for box in starting]
            least += [floor[column] + CLEAR for column in self._passed(place)]
            self.level.append(float(max(least)))
            floor |= dict.fromkeys(self._passed(place), self.level[place])
            for box in (box for box, (_, last) in self.reach.items() if last == place):
                bottom = max(tops[box] + self.needed[box], self.level[place] + self._lead(box))
                floor[self.columns[box]] = bottom
        return max(*floor.values(), self.level[-1] + BELOW)

    def _items(self, column: int) -> list[tuple[int, str]]:
        """Return what stands in a column from the top: the track it begins at, and the box, empty for a line."""
        boxes = [(first, box) for box, (first, _) in self.reach.items() if self.columns[box] == column]
        lines = [(place, "") for place in range(len(self.tracks)) if column in self._passed(place)]
        return sorted(boxes + lines)

    def _settled(self, items: list[tuple[int, str]], total: float) -> Iterator[tuple[str, Interval]]:
        latest = self._latest(items, total)
        low = 0.0
        for place, box in items:
            if not box:
                low = self.level[place] + CLEAR
                continue
            first, last = (self.level[end] for end in self.reach[box])
            lead = self._lead(box)
            height = max(self.needed[box], last - first + 2 * lead)
            top = max(low, min((first + last - height) / 2, latest[box]))
            top = low if top - low < SNAP and height > 2 * LEAD else top
            bottom = max(top + self.needed[box], last + lead)
            yield box, (top, bottom)
            low = bottom + GAP

    def _latest(self, items: list[tuple[int, str]], total: float) -> dict[str, float]:
        latest: dict[str, float] = {}
        limit = total
        for place, box in reversed(items):
            if not box:
                limit = self.level[place] - CLEAR
                continue
            latest[box] = min(self.level[place] - self._lead(box), limit - self.needed[box])
            limit = latest[box] - GAP
        return latest
