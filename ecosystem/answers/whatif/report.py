"""A report of a scenario: what is supposed, what that means, what each step does, and what would be told otherwise.

>>> from datetime import date
>>> from ecosystem.model import Dataset, Entity, Source
>>> from ecosystem.scenario import AddLine
>>> from ecosystem.snapshot import Snapshot
>>> page = Source(id="page", title="Page", date="2024")
>>> boards = [Entity(id=one, label="Board", name=f"{one.title()} Board", sources=("page",)) for one in ("a", "b")]
>>> view = Snapshot.of([page, *boards], Dataset(id="x", title="X", as_of="2024")).on(date(2024, 12, 31))
>>> print(whatif(view, [AddLine(line=("A Board", "reports to", "B Board"))]).lead[0][:42])
If the A Board reported to the B Board, 11
"""

from collections.abc import Iterable, Iterator

from ecosystem.answers.analyses import Effort
from ecosystem.answers.whatif.comparers import COMPARERS, NOT_COMPARED, Comparison
from ecosystem.answers.whatif.effects import steps_part
from ecosystem.plan import impact_on_view
from ecosystem.results import Part, Report
from ecosystem.scenario import Scenario, Step, scenario
from ecosystem.snapshot import View
from ecosystem.wording import beyond, listed, number_in_words, on_day

SUPPOSED = "This is a scenario: no source says it, and it changes no file and no graph."
WHAT_COUNTS = (
    "Counted is what sources say of formal connections, and what the scenario puts in its place; that says nothing of "
    "trust, influence or collaboration. What we infer counts only where it is asked for."
)
MEANING = "What that would mean"
THE_SAME = "What would stay the same"


def whatif(view: View, steps: Iterable[Step], origin: str = "files", effort: Effort = Effort()) -> Report:  # noqa: B008
    """Return what would be otherwise on the day of a view if these steps were taken; errors are those of `scenario`."""
    works = len(COMPARERS) + 1
    found = scenario(view, steps, effort.share(0, works).advance)
    compared = [compare(found, effort.share(place, works)) for place, compare in enumerate(COMPARERS, 1)]
    meaning = impact_on_view(found.before, found.after, found.changes).sentences
    notes = (WHAT_COUNTS, NOT_COMPARED, beyond(view.day, view.snapshot.default_day))
    return Report(
        title=f"What if: {view.snapshot.dataset.title}",
        lead=(_opening(found, compared, meaning), SUPPOSED),
        parts=(*_meaning(meaning), steps_part(found), *_parts(compared)),
        origin=origin,
        as_of=view.day,
        bases=view.counting.bases_chosen,
        notes=tuple(note for note in notes if note),
    )


def _opening(found: Scenario, compared: list[Comparison], meaning: tuple[str, ...]) -> str:
    day = on_day(found.before.day)
    if not meaning and not any(each.otherwise for each in compared):
        return f"If {found.supposed}, nothing would be otherwise {day}."
    numbers = (f"{number_in_words(len(each.otherwise))} of {each.number:,} {each.noun[1]}" for each in compared)
    return f"If {found.supposed}, {listed(numbers)} would come out otherwise {day}."


def _meaning(sentences: tuple[str, ...]) -> Iterator[Part]:
    if sentences:
        yield Part(title=MEANING, lead="", columns=("what_would_be",), rows=tuple((each,) for each in sentences))


def _parts(compared: list[Comparison]) -> Iterator[Part]:
    for each in compared:
        yield from each.otherwise
    if unaffected := " ".join(each.unaffected for each in compared if each.same):
        yield Part(title=THE_SAME, lead=unaffected, columns=("name",), rows=())
