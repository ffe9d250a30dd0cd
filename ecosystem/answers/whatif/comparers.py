"""What is looked at before and after: whatever tells something of a view compares it with another view here.

To have something else compared, add a comparer to `COMPARERS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ecosystem.answers.analyses import ANALYSES, Effort
from ecosystem.answers.analyses.analysis import ground_in_words
from ecosystem.answers.analyses.comparing import Compared, Sides, compared
from ecosystem.results import Part
from ecosystem.scenario import Scenario
from ecosystem.wording import counted

AS_RECORDED = "as recorded"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared, as one and several are called: parts of those that come out otherwise, names of the rest."""

    noun: tuple[str, str]
    otherwise: tuple[Part, ...]
    same: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many were compared."""
        return len(self.otherwise) + len(self.same)

    @property
    def unaffected(self) -> str:
        """The sentence that counts and names those that come out the same; empty where there are none."""
        if not self.same:
            return ""
        return f"{counted(len(self.same), *self.noun)} would come out the same: {', '.join(self.same)}."


Comparer = Callable[[Scenario, Effort], Comparison]


def _analyses(scenario: Scenario, effort: Effort) -> Comparison:
    sides = Sides(scenario.before, scenario.after, "only as recorded", "only in the scenario")
    found = [compared(each, sides, effort) for each in ANALYSES.values()]
    return Comparison(
        noun=("analysis", "analyses"),
        otherwise=tuple(_part(each) for each in found if not each.is_the_same),
        same=tuple(each.analysis.name for each in found if each.is_the_same),
    )


def _part(found: Compared) -> Part:
    both = f"{found.now.sentence} {AS_RECORDED.capitalize()}: {found.then.sentence}"
    same = f"The same sentence, with other rows: {found.now.sentence}"
    return found.part(same if found.says_the_same else both, _notes(found))


def _notes(found: Compared) -> Iterator[str]:
    for where, told in ((AS_RECORDED, found.then), ("in the scenario", found.now)):
        yield f"{where.capitalize()}: {' '.join(ground_in_words(told.ground))}"
    yield from found.now.cautions


COMPARERS: tuple[Comparer, ...] = (_analyses,)
"""Everything that is compared, in the order it is told in."""
