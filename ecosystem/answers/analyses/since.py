"""What analyses say otherwise on one day than on an earlier one: the sentences, and the rows that differ."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ecosystem.answers.analyses.analysis import Effort, ground_in_words
from ecosystem.answers.analyses.comparing import Compared, Sides, compared
from ecosystem.answers.analyses.registry import ALL, analyses_named
from ecosystem.answers.analyses.report import what_counts
from ecosystem.dates import Status, spoken
from ecosystem.problems import UsageError
from ecosystem.results import Part, Report
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, number_in_words, on_day

CATCHING_UP = "A record that catches up is no change: what is first spoken of since may have been so before."


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
    sides = Sides(replace(view, day=earlier), view, "only then", "only now")
    found = compared(analyses_named(name), sides, effort)
    return Report(
        title=f"Analysis since {spoken(earlier.isoformat())}: {view.snapshot.dataset.title}",
        lead=(_how_many(found, sides), CATCHING_UP),
        parts=tuple(map(_part, found)),
        origin=origin,
        as_of=view.day,
        bases=view.counting.bases_chosen,
        notes=(what_counts(view),),
    )


_NO_DAY = "a change lies between two days, and the whole record is none"


def _how_many(found: list[Compared], sides: Sides) -> str:
    number = sum(not each.says_the_same for each in found)
    says = "says" if number < 2 else "say"
    of_all = counted(len(found), "analysis", "analyses")
    days = f"{on_day(sides.now.day)} than {on_day(sides.then.day)}"
    return f"Of {of_all}, {number_in_words(number)} {says} otherwise {days}."


def _part(found: Compared) -> Part:
    earlier = f"{found.now.sentence} Before, {on_day(found.sides.then.day)}: {found.then.sentence}"
    return found.part(f"The same as before: {found.now.sentence}" if found.says_the_same else earlier, _notes(found))


def _notes(found: Compared) -> Iterator[str]:
    for view, told in ((found.sides.then, found.then), (found.sides.now, found.now)):
        yield f"{capitalised(on_day(view.day))}: {' '.join(ground_in_words(told.ground))}"
    relations = {*found.then.ground.relations, *found.now.ground.relations}
    yield from _facts_told(found.sides.then.counting, found.sides.now.counting, relations)
    yield from found.now.cautions


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
