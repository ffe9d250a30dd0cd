"""An analysis of two views: whether it says otherwise of one than of the other, and the rows that differ."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ecosystem.answers.analyses.analysis import Analysis, Effort, Told
from ecosystem.results import Cell, Cells, Part
from ecosystem.snapshot import View

OTHERWISE = "otherwise"

Row = Mapping[str, Cell]
"""A row by its columns."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two views that are compared, and what a row is called that only one of them has."""

    then: View
    now: View
    only_then: str
    only_now: str


@dataclass(frozen=True)
class Compared:
    """An analysis, and what it tells of one view and of the other."""

    analysis: Analysis
    sides: Sides
    then: Told
    now: Told

    @property
    def says_the_same(self) -> bool:
        """Whether its sentence is the same."""
        return self.then.sentence == self.now.sentence

    @property
    def is_the_same(self) -> bool:
        """Whether its sentence and all of its rows are the same."""
        return self.says_the_same and not self.differences

    @cached_property
    def differences(self) -> tuple[tuple[str, Row], ...]:
        """The rows that differ, each with how: those of one view only, those of both with what cells were and are."""
        return tuple(_differences(self.then, self.now, self.sides))

    def part(self, lead: str, notes: Iterator[str]) -> Part:
        """Return the section of a report: the sentence that leads it, the rows that differ, definition and notes."""
        columns = tuple(dict.fromkeys((*self.then.columns, *self.now.columns)))
        return Part(
            title=self.analysis.question,
            lead=lead,
            columns=("change", *columns),
            rows=tuple((change, *(row.get(name) for name in columns)) for change, row in self.differences),
            notes=(self.analysis.definition, *notes),
        )


def compared(analyses: Collection[Analysis], sides: Sides, effort: Effort) -> list[Compared]:
    """Return what analyses tell of two views, in their order."""
    shares = [effort.share(place, len(analyses)) for place in range(len(analyses))]
    return [_compared(each, sides, share) for each, share in zip(analyses, shares, strict=True)]


def _compared(analysis: Analysis, sides: Sides, effort: Effort) -> Compared:
    then, now = effort.share(0, 2), effort.share(1, 2)
    return Compared(analysis, sides, analysis.told(sides.then, then), analysis.told(sides.now, now))


def _differences(then: Told, now: Told, sides: Sides) -> Iterator[tuple[str, Row]]:
    before, after = _by_key(then), _by_key(now)
    for key, row in after.items():
        if key not in before:
            yield sides.only_now, row
        elif before[key] != row:
            cells = {name: _cell(before[key].get(name), row.get(name)) for name in {**before[key], **row}}
            yield OTHERWISE, cells
    yield from ((sides.only_then, row) for key, row in before.items() if key not in after)


def _by_key(told: Told) -> dict[tuple[Cell, ...], Row]:
    """Return rows by what they are about, else by their texts, and which of several with the same this is."""
    number: Counter[Cells] = Counter()
    rows: dict[tuple[Cell, ...], Row] = {}
    for row in told.rows:
        named = dict(zip(told.columns, row, strict=True))
        texts = tuple(named[one] for one in told.about) or tuple(cell for cell in row if isinstance(cell, str))
        rows[*texts, number[texts]] = named
        number[texts] += 1
    return rows


def _cell(then: Cell, now: Cell) -> Cell:
    """Return a cell that is the same as it is; of a list what came and what went; else what it was and is."""
    if then == now:
        return now
    if isinstance(then, tuple) and isinstance(now, tuple):
        came = [f"+ {each}" for each in now if each not in then]
        return (*came, *(f"− {each}" for each in then if each not in now))
    return f"{_shown(then)} → {_shown(now)}"


def _shown(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return ", ".join(map(str, cell)) or "none"
    return "none" if cell is None else str(cell)
