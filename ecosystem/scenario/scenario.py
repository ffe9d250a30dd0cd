"""A scenario: steps taken one after another on a view of the record, which stays as it is.

>>> from datetime import date
>>> from ecosystem.model import Dataset, Entity, Fact, Source
>>> from ecosystem.snapshot import Snapshot
>>> from ecosystem.scenario.steps import Merge
>>> page = Source(id="page", title="Page", date="2024")
>>> bodies = [Entity(id=one, label="Organisation", name=one.title(), sources=("page",)) for one in ("north", "south")]
>>> board = Entity(id="board", label="Board", name="Board", sources=("page",))
>>> seats = [Fact(id=body.id, subject=body.id, relation="MEMBER_OF", object="board", sources=("page",))
...          for body in bodies]
>>> recorded = Snapshot.of([page, board, *bodies, *seats], Dataset(id="x", title="X", as_of="2024"))
>>> merger = scenario(recorded.on(date(2025, 1, 1)), [Merge(bodies=("North", "South"), into="One Trust")])
>>> [(fact.subject, fact.basis, fact.sources) for fact in merger.after.facts_of("MEMBER_OF")]
[('one-trust', 'scenario', ('scenario:item1',))]
>>> merger.supposed, merger.before.snapshot == recorded
('North and South merged into One Trust', True)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ecosystem.names import plain
from ecosystem.plan import Change, difference
from ecosystem.problems import EcosystemError, NotFound, UsageError
from ecosystem.scenario import ending, lines, reshaping
from ecosystem.scenario.ground import SCENARIO, broken, with_source, without_idle_source
from ecosystem.scenario.stage import Stage, Taken
from ecosystem.scenario.steps import AddLine, End, Merge, RedirectLine, Remove, RemoveLine, Split, Step
from ecosystem.snapshot import Snapshot, View

MOST_SUPPOSED = 3
"""Steps that are told in one sentence; more are counted."""

_TAKE: dict[type[Step], Callable[[Any, Stage], Taken]] = {
    Merge: reshaping.merged,
    Remove: ending.removed,
    End: ending.ended,
    Split: reshaping.split,
    AddLine: lines.added,
    RemoveLine: lines.removed,
    RedirectLine: lines.redirected,
}


@dataclass(frozen=True)
class Scenario:
    """A view of the record before, and of what it would be after some steps, each with what it does."""

    before: View
    after: View
    taken: tuple[Taken, ...]

    @property
    def supposed(self) -> str:
        """What is supposed, as it follows “if”."""
        if len(self.taken) > MOST_SUPPOSED:
            return f"the {len(self.taken):,} steps of this scenario were taken"
        return ", and if ".join(one.supposed for one in self.taken)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What the scenario changes of the record, row by row."""
        return difference(self.before.snapshot, self.after.snapshot)


def scenario(
    view: View, steps: Iterable[Step], advance: Callable[[int, int], None] = lambda _done, _total: None
) -> Scenario:
    """Return a scenario: steps taken in order on a view; rows of other bases pass on to nobody.

    `advance` is told how many steps are taken, of how many. `UsageError` and `NotFound` say in which step something
    cannot be; nothing is a scenario where no day is looked at, or where what comes out breaks a rule of the record.
    """
    if view.day is None:
        raise UsageError("a scenario begins on a day, and the whole record is none", fix="name a day with --as-of")
    steps = tuple(steps)
    _check_names(view.snapshot, steps)
    begun, source = with_source(view.snapshot, view.day)
    stage, taken = Stage(begun, view.snapshot, view.day, view.bases, source), list[Taken]()
    for step in steps:
        taken.append(_taken(step, stage))
        stage = stage.after(taken[-1].changes)
        advance(len(taken), len(steps))
    if not taken:
        raise UsageError("nothing is supposed", fix="say what to merge, remove, end or split, or which line to change")
    after = without_idle_source(stage.snapshot, source)
    if problems := broken(view.snapshot, after):
        raise UsageError(f"the scenario would break a rule of the record: {problems[0].message}", fix=problems[0].fix)
    return Scenario(view, replace(view, snapshot=after, bases=view.bases | {SCENARIO}), tuple(taken))


def _check_names(snapshot: Snapshot, steps: Iterable[Step]) -> None:
    """Raise with all names at once that nothing has, in the record or by a step before."""
    brought, unknown = set[str](), list[NotFound]()
    for number, step in enumerate(steps, 1):
        for name in step.named:
            if plain(name) not in brought and not snapshot.names.exact(name):
                unknown.append(_not_found(snapshot, name, f"step {number}, {step.verb}: "))
        brought |= set(map(plain, step.brings))
    if unknown:
        *others, last = unknown
        raise NotFound("\n".join([*map(str, others), last.message]), fix=last.fix)


def _not_found(snapshot: Snapshot, name: str, place: str) -> NotFound:
    try:
        snapshot.find(name)
    except NotFound as error:
        return NotFound(f"{place}{error.message}", fix=error.fix)
    raise AssertionError(name)


def _taken(step: Step, stage: Stage) -> Taken:
    try:
        return _TAKE[type(step)](step, stage)
    except EcosystemError as error:
        error.args = (f"step {stage.number}, {step.verb}: {error.message}",)
        error.message = str(error.args[0])
        raise
