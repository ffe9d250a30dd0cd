"""What analyses say otherwise on one day than on an earlier one: the sentences, and the rows that differ."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ecosystem.answers.analyses.analysis import Analysis, Effort, Told, ground_in_words
from ecosystem.answers.analyses.registry import ALL, analyses_named
from ecosystem.answers.analyses.report import WHAT_COUNTS
from ecosystem.dates import Status, spoken
from ecosystem.problems import UsageError
from ecosystem.results import Cell, Cells, Part, Report
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, number_in_words, on_day

CATCHING_UP = "A record that catches up is no change: what is first spoken of since may have been so before."
ONLY_NOW, ONLY_THEN, OTHERWISE = "only now", "only then", "otherwise"

Row = Mapping[str, Cell]
"""A row by its columns."""


def analyse_since(
    view: View,
    earlier: date | None,
    name: str = ALL,
    origin: str = "files",
    effort: Effort = Effort(),  # noqa: B008
) -> Report:
    """Return what one analysis of a view, or each, says otherwise than on an earlier day.

    `UsageError` where a day is the whole record, the earlier is not the earlier, or no analysis is called that.
    """
    if view.day is None or earlier is None or earlier >= view.day:
        days = f"{spoken(earlier.isoformat())} is not before the day looked at" if earlier and view.day else _NO_DAY
        raise UsageError(days, fix="name an earlier day with --since, the later one with --as-of")
    before = view.snapshot.on(earlier, view.bases)
    compared = [_compared(each, before, view, effort) for each in analyses_named(name)]
    return Report(
        title=f"Analysis since {spoken(earlier.isoformat())}: {view.snapshot.dataset.title}",
        lead=(_how_many(compared, before, view), CATCHING_UP),
        parts=tuple(_part(each, before, view) for each in compared),
        origin=origin,
        as_of=view.day,
        bases=view.counting.bases_chosen,
        notes=(WHAT_COUNTS,),
    )


_NO_DAY = "a change lies between two days, and the whole record is none"


@dataclass(frozen=True, slots=True)
class _Compared:
    """An analysis, and what it tells of the earlier and of the later day."""

    analysis: Analysis
    then: Told
    now: Told

    @property
    def says_the_same(self) -> bool:
        return self.then.sentence == self.now.sentence


def _compared(analysis: Analysis, before: View, after: View, effort: Effort) -> _Compared:
    return _Compared(analysis, analysis.told(before, effort), analysis.told(after, effort))


def _how_many(compared: list[_Compared], before: View, after: View) -> str:
    number = sum(not each.says_the_same for each in compared)
    says = "says" if number < 2 else "say"
    of_all = counted(len(compared), "analysis", "analyses")
    return f"Of {of_all}, {number_in_words(number)} {says} otherwise {on_day(after.day)} than {on_day(before.day)}."


def _part(compared: _Compared, before: View, after: View) -> Part:
    then, now = compared.then, compared.now
    columns = tuple(dict.fromkeys((*then.columns, *now.columns)))
    earlier = f"{now.sentence} Before, {on_day(before.day)}: {then.sentence}"
    return Part(
        title=compared.analysis.question,
        lead=f"The same as before: {now.sentence}" if compared.says_the_same else earlier,
        columns=("change", *columns),
        rows=tuple((change, *(row.get(name) for name in columns)) for change, row in _differences(then, now)),
        notes=(compared.analysis.definition, *_notes(before, after, then, now)),
    )


def _notes(before: View, after: View, then: Told, now: Told) -> Iterator[str]:
    for view, told in ((before, then), (after, now)):
        yield f"{capitalised(on_day(view.day))}: {' '.join(ground_in_words(told.ground))}"
    relations = {*then.ground.relations, *now.ground.relations}
    yield from _facts_told(before.counting, after.counting, relations)
    yield from now.cautions


def _facts_told(before: View, after: View, relations: set[str]) -> Iterator[str]:
    """Yield of how many facts that count on one day only a written date says that they began or ended."""
    then, now = (view.facts_of(*relations) for view in (before, after))
    begun = [before.status(fact) is Status.OUTSIDE for fact in now if not before.shows(fact)]
    ended = [after.status(fact) is Status.OUTSIDE for fact in then if not after.shows(fact)]
    if begun:
        facts = counted(len(begun), "fact counts", "facts count")
        yield f"{facts} now and not then, {sum(begun):,} of them by a written beginning."
    if ended:
        yield f"{counted(len(ended), 'fact counts', 'facts count')} no more, {sum(ended):,} of them by a written end."


def _differences(then: Told, now: Told) -> Iterator[tuple[str, Row]]:
    """Yield the rows that differ: those of one day only, and those of both with what each cell was and is."""
    before, after = _by_key(then), _by_key(now)
    for key, row in after.items():
        if key not in before:
            yield ONLY_NOW, row
        elif before[key] != row:
            cells = {name: _cell(before[key].get(name), row.get(name)) for name in {**before[key], **row}}
            yield OTHERWISE, cells
    yield from ((ONLY_THEN, row) for key, row in before.items() if key not in after)


def _by_key(told: Told) -> dict[tuple[Cell, ...], Row]:
    """Return rows by what they are about: their texts, and which of several with the same this is."""
    number: Counter[Cells] = Counter()
    rows: dict[tuple[Cell, ...], Row] = {}
    for row in told.rows:
        texts = tuple(cell for cell in row if isinstance(cell, str))
        rows[*texts, number[texts]] = dict(zip(told.columns, row, strict=True))
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
    return "none" if cell is None else str(cell)
