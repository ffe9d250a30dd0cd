"""Boxes joined by lines, drawn: columns from left to right, one straight line a track, boxes as high as they must be.

>>> from ecosystem.maps.opening import Kind
>>> board, plan = Box("b", "Health Board", Kind.BODY), Box("p", "Health Plan", Kind.PLAN)
>>> figure = Group((board, plan), (Line("b", "directs", "p", "2023"),)).drawn(400, 80)
>>> [placed.box.name for placed in figure.boxes], figure.lines[0].start[1] == figure.lines[0].end[1]
(['Health Board', 'Health Plan'], True)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

import networkx as nx

from ecosystem.maps.layout.boxes import MOST_TABLE, SMALL, least_width, placed, set_box, wished_width
from ecosystem.maps.layout.figures import QUIET, VERB, Figure, PlacedBox, PlacedLine, Rectangle, text_at
from ecosystem.maps.layout.heights import Heights, heights
from ecosystem.maps.layout.tracks import Tracks, arrangements, columns_of, left_to_right
from ecosystem.maps.opening import Box, Line
from ecosystem.maps.typeset import balanced, lines_height, shortened, width_of

TRACK = 42.0
VERB_MOST, GUTTER_MORE, GUTTER_LEAST = 134.0, 28.0, 70.0
VERB_INDENT = 9.0
STRETCH = 1.2
DEPTH_COST = 8.0
"""Height worth giving up, for each track that a line lies less deep, times its weight."""


@dataclass(frozen=True)
class Group:
    """Boxes connected by lines within one band, or one box alone."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether this is a single box."""
        return len(self.boxes) == 1

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.boxes, self.lines))

    @cached_property
    def ends(self) -> tuple[tuple[str, str], ...]:
        """The left and right box of every line."""
        return left_to_right([(line.subject, line.object) for line in self.lines])

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The column in which each box stands."""
        return {self.boxes[0].id: 0} if self.alone else columns_of(self.ends)

    @cached_property
    def columns(self) -> tuple[tuple[Box, ...], ...]:
        """The boxes of each column."""
        numbers = range(max(self.place.values()) + 1)
        return tuple(tuple(box for box in self.boxes if self.place[box.id] == number) for number in numbers)

    @cached_property
    def gutters(self) -> tuple[float, ...]:
        """The room between columns, as wide as the widest verb."""
        widths = [GUTTER_LEAST] * (len(self.columns) - 1)
        for line in self.lines:
            gutter = min(self.place[line.subject], self.place[line.subject] - self._is_leftwards(line))
            texts = [(text, True) for text in _verb_lines(line)] + [(_year(line), False)]
            needed = max(width_of(text, SMALL, bold=bold) for text, bold in texts) + GUTTER_MORE
            widths[gutter] = max(widths[gutter], needed)
        return tuple(widths)

    def _is_leftwards(self, line: Line) -> bool:
        return self.place[line.object] < self.place[line.subject]

    @cached_property
    def least(self) -> float:
        """The least width at which the group can be drawn."""
        return sum(max(map(least_width, column)) for column in self.columns) + sum(self.gutters)

    def wish(self, labels: float) -> float:
        """Return the width that suits the group."""
        return _wish(self, labels)

    def most(self, labels: float) -> float:
        """Return the width beyond which the group would only look stretched."""
        return self.wish(labels) if self.alone else STRETCH * self.wish(labels)

    def height(self, width: float, labels: float) -> float:
        """Return how high the group is at a width no less than its least."""
        return self.drawn(width, labels).height

    def drawn(self, width: float, labels: float) -> Figure:
        """Return the group drawn at a width no less than its least."""
        return _drawn(self, round(width, 1), labels)


def groups_of(
    boxes: tuple[Box, ...], lines: tuple[Line, ...], width: float
) -> tuple[tuple[Group, ...], tuple[Line, ...]]:
    """Return the connected groups of a band in the order of its boxes, and the lines that cannot be drawn in it."""
    refused: list[Line] = []
    while True:
        kept = tuple(line for line in lines if line not in refused)
        groups = _connected(boxes, kept)
        unfit = [line for group in groups for line in _unfit(group, width)]
        if not unfit:
            return groups, tuple(refused)
        refused += unfit


def _connected(boxes: tuple[Box, ...], lines: tuple[Line, ...]) -> tuple[Group, ...]:
    graph: nx.Graph[str] = nx.Graph([(line.subject, line.object) for line in lines])
    graph.add_nodes_from(box.id for box in boxes)
    place = {box.id: number for number, box in enumerate(boxes)}
    parts = sorted(nx.connected_components(graph), key=lambda part: min(place[box] for box in part))
    return tuple(
        Group(
            tuple(box for box in boxes if box.id in part),
            tuple(line for line in lines if line.subject in part),
        )
        for part in parts
    )


def _unfit(group: Group, width: float) -> list[Line]:
    if group.alone:
        return []
    if group.least > width:
        return [_dispensable(group)]
    return [group.lines[number] for number in arrangements(group.ends, group.place)[0].left_out]


def _dispensable(group: Group) -> Line:
    """Choose the last line without which the group needs fewer columns, else the last of all."""
    before = len(group.columns)
    for line in reversed(group.lines):
        rest = [ends for other, ends in zip(group.lines, group.ends, strict=True) if other is not line]
        if not rest or len(set(columns_of(rest).values())) < before:
            return line
    return group.lines[-1]


@lru_cache(maxsize=4096)
def _wish(group: Group, labels: float) -> float:
    if group.alone:
        return MOST_TABLE if group.boxes[0].rows else wished_width(group.boxes[0], labels)
    return sum(_wished(group, labels)) + sum(group.gutters)


def _wished(group: Group, labels: float) -> list[float]:
    return [max(wished_width(box, labels) for box in column) for column in group.columns]


def _verb_lines(line: Line) -> tuple[str, ...]:
    return balanced(line.verb, VERB_MOST, SMALL, bold=True)


def _year(line: Line) -> str:
    return shortened(line.year, VERB_MOST, SMALL)


def _widths(group: Group, width: float, labels: float) -> list[float]:
    """Share a width among the columns: between least and wish in proportion, beyond the wish more for tables."""
    wished, room = _wished(group, labels), width - sum(group.gutters)
    least = [max(map(least_width, column)) for column in group.columns]
    wished = [max(pair) for pair in zip(wished, least, strict=True)]
    if room < sum(wished):
        share = (room - sum(least)) / max(sum(wished) - sum(least), 1)
        return [low + share * (wish - low) for low, wish in zip(least, wished, strict=True)]
    return [wish + (room - sum(wished)) * wish / sum(wished) for wish in wished]


@lru_cache(maxsize=4096)
def _drawn(group: Group, width: float, labels: float) -> Figure:
    if group.alone:
        height = set_box(group.boxes[0], width, labels).height
        return Figure(width, height, (placed(group.boxes[0], Rectangle(0, 0, width, height), labels),))
    return _Drawing(group, width, labels).best()


class _Drawing:
    """One group at one width: tries the arrangements and keeps the lowest."""

    def __init__(self, group: Group, width: float, labels: float) -> None:
        self.group, self.labels = group, labels
        self.ends, self.column = group.ends, group.place
        self.widths = [round(width, 1) for width in _widths(group, width, labels)]
        steps = zip(self.widths, group.gutters, strict=False)
        self.left = list(accumulate((box + gutter for box, gutter in steps), initial=0.0))
        self.needed = {box.id: set_box(box, self.widths[self.column[box.id]], labels).height for box in group.boxes}
        self.apart = [TRACK + lines_height(len(_verb_lines(line)) - 1, SMALL) for line in group.lines]

    def best(self) -> Figure:
        """Return the lowest drawing, unless a little more height keeps the lines in their order from the top."""
        tried = ((self._levels(one.tracks), one.tracks) for one in arrangements(self.ends, self.column))
        return self._figure(*min(tried, key=lambda one: round(one[0].total) + DEPTH_COST * _depth(one[1])))

    def _levels(self, tracks: Tracks) -> Heights:
        return heights(tracks, self.ends, self.column, self.needed, self.apart)

    def _figure(self, level: Heights, tracks: Tracks) -> Figure:
        boxes = tuple(self._placed(box, *level.boxes[box.id]) for box in self.group.boxes)
        edges = {one.box.id: one.extent for one in boxes}
        lines = tuple(
            _level_line(self.group.lines[number], edges, level.tracks[place])
            for place, track in enumerate(tracks)
            for number in track
        )
        return Figure(self.left[-1] + self.widths[-1], level.total, boxes, lines)

    def _placed(self, box: Box, top: float, bottom: float) -> PlacedBox:
        column = self.column[box.id]
        return placed(box, Rectangle(self.left[column], top, self.widths[column], bottom - top), self.labels)


def _depth(tracks: Tracks) -> int:
    """Return how deep the lines lie, the weightier counting more."""
    number = sum(map(len, tracks))
    return sum(place * (number - line) for place, track in enumerate(tracks) for line in track)


def _level_line(line: Line, edges: Mapping[str, Rectangle], y: float) -> PlacedLine:
    subject, target = edges[line.subject], edges[line.object]
    rightwards = subject.x < target.x
    start, end = (subject.right, target.x) if rightwards else (subject.x, target.right)
    verb = _verb_lines(line)
    texts = [
        text_at(0, y - 3 - lines_height(len(verb) - number, SMALL), text, SMALL, bold=True, tone=VERB)
        for number, text in enumerate(verb)
    ]
    texts += [text_at(0, y + 2, _year(line), SMALL, tone=QUIET)] if line.year else []
    aligned = (text.moved(start + VERB_INDENT if rightwards else start - VERB_INDENT - text.width, 0) for text in texts)
    return PlacedLine(line, (start, y), (end, y), tuple(aligned))
