"""Which line runs in which track, so that every line of a group can be straight.

Boxes stand in columns, subjects left of objects, and each line gets a track: a row it runs along. A box covers the
tracks of its lines, so an arrangement fits if lines that overlap have different tracks, boxes of a column share none,
and no line runs through a box. Up to seven lines every arrangement is tried; beyond, the best few are carried along.
A line that fits nowhere is left out, and said in words instead.

>>> columns_of([("board", "plan"), ("plan", "strategy"), ("board", "strategy")])
{'board': 0, 'plan': 1, 'strategy': 2}
>>> ends = [("board", "plan"), ("plan", "strategy"), ("board", "strategy")]
>>> arrangements(ends, columns_of(ends))[0]
Arrangement(tracks=((0, 1), (2,)), left_out=())
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx

Ends = tuple[str, str]
Tracks = tuple[tuple[int, ...], ...]

EXHAUSTIVE_LINES = 7
CARRIED = 24
KEPT = 24


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Numbers of lines by track, from the top, and the numbers of those that fit in none."""

    tracks: Tracks
    left_out: tuple[int, ...]


def columns_of(ends: Sequence[Ends]) -> dict[str, int]:
    """Return the column of every box: the longest way to it, sources pulled next to the first box they lead to."""
    graph: nx.DiGraph[str] = nx.DiGraph(left_to_right(ends))
    column: dict[str, int] = {}
    for box in nx.lexicographical_topological_sort(graph):
        column[box] = max((column[before] + 1 for before in graph.predecessors(box)), default=0)
    for box in graph:
        if not graph.in_degree(box):
            column[box] = min(column[after] for after in graph.successors(box)) - 1
    return {box: column[box] for box in sorted(graph, key=lambda box: (column[box], box))}


def left_to_right(ends: Sequence[Ends]) -> tuple[Ends, ...]:
    """Return each line's ends as left and right box: subject left, but for lines that would close a circle."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    turned = []
    for subject, target in ends:
        closes = graph.has_node(target) and graph.has_node(subject) and nx.has_path(graph, target, subject)
        turned.append((target, subject) if closes else (subject, target))
        graph.add_edge(*turned[-1])
    return tuple(turned)


def arrangements(ends: Sequence[Ends], columns: Mapping[str, int]) -> tuple[Arrangement, ...]:
    """Return the best arrangements of lines given by their left and right box, the shortest boxes first."""
    return _arranged(tuple(ends), tuple(sorted(columns.items())))


@lru_cache(maxsize=1024)
def _arranged(ends: tuple[Ends, ...], placed: tuple[tuple[str, int], ...]) -> tuple[Arrangement, ...]:
    columns = dict(placed)
    limit = None if len(ends) <= EXHAUSTIVE_LINES else CARRIED
    states: list[Tracks] = [()]
    left_out: list[int] = []
    for number in _neighbours_first(ends):
        grown = [tracks for state in states for tracks in _inserted(state, number, ends, columns)]
        if grown:
            states = sorted(grown, key=lambda tracks: (_spread(tracks, ends), tracks))[:limit]
        else:
            left_out.append(number)
    return tuple(Arrangement(tracks, tuple(sorted(left_out))) for tracks in states[:KEPT])


def _neighbours_first(ends: Sequence[Ends]) -> Iterator[int]:
    waiting = list(range(len(ends)))
    reached: set[str] = set()
    while waiting:
        number = next((number for number in waiting if reached & set(ends[number])), waiting[0])
        waiting.remove(number)
        reached |= set(ends[number])
        yield number


def _inserted(tracks: Tracks, number: int, ends: Sequence[Ends], columns: Mapping[str, int]) -> Iterator[Tracks]:
    for place in range(len(tracks) + 1):
        if _fits(grown := (*tracks[:place], (number,), *tracks[place:]), ends, columns):
            yield grown
    for place, track in enumerate(tracks):
        if not any(_overlap(ends[number], ends[other], columns) for other in track):
            grown = (*tracks[:place], tuple(sorted((*track, number))), *tracks[place + 1 :])
            if _fits(grown, ends, columns):
                yield grown


def _overlap(one: Ends, other: Ends, columns: Mapping[str, int]) -> bool:
    return columns[one[0]] < columns[other[1]] and columns[other[0]] < columns[one[1]]


def reach(tracks: Tracks, ends: Sequence[Ends]) -> dict[str, tuple[int, int]]:
    """Return the first and last track of every box."""
    found: dict[str, tuple[int, int]] = {}
    for place, track in enumerate(tracks):
        for number in track:
            for box in ends[number]:
                found[box] = (found[box][0] if box in found else place, place)
    return found


def _fits(tracks: Tracks, ends: Sequence[Ends], columns: Mapping[str, int]) -> bool:
    covered: dict[int, int] = defaultdict(int)  # by column, one bit for each track that a box covers
    for box, (first, last) in reach(tracks, ends).items():
        cells = (1 << last + 1) - (1 << first)
        if covered[columns[box]] & cells:
            return False
        covered[columns[box]] |= cells
    return not any(
        covered[column] >> place & 1
        for place, track in enumerate(tracks)
        for number in track
        for column in range(columns[ends[number][0]] + 1, columns[ends[number][1]])
    )


def _spread(tracks: Tracks, ends: Sequence[Ends]) -> int:
    return len(tracks) + sum(last - first for first, last in reach(tracks, ends).values())
