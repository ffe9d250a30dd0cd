"""What is looked at before and after: whatever tells something of a view compares it with another view here.

To have something else compared, add a comparer to `COMPARERS`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ecosystem.answers.analyses import ANALYSES, Effort
from ecosystem.answers.analyses.analysis import ground_in_words
from ecosystem.answers.analyses.comparing import OTHERWISE, Compared, Sides, compared
from ecosystem.answers.audit.page import COLUMNS, row_of, title_of
from ecosystem.answers.evidence import OLD_AFTER
from ecosystem.audit import RULES, Finding, Rule, findings
from ecosystem.results import Cells, Part
from ecosystem.scenario import Scenario, as_if_asserted
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed

AS_RECORDED = "as recorded"
AGE = "still so"
"""The kind of question that asks how old evidence is."""

COMPARED = tuple(rule for rule in RULES.values() if rule.kind != AGE)
"""The rules that are compared: not those that ask how old evidence is, for a scenario is evidence of nothing."""

NOT_COMPARED = (
    f"A scenario is evidence of nothing: not compared is "
    f"{listed(rule.id for rule in RULES.values() if rule not in COMPARED)}, which asks how old evidence is."
)
ONLY_THEN, ONLY_NOW = f"only {AS_RECORDED}", "only in the scenario"


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
    sides = Sides(scenario.before, scenario.after, ONLY_THEN, ONLY_NOW)
    found = compared(ANALYSES.values(), sides, effort)
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


def _rules(scenario: Scenario, _: Effort) -> Comparison:
    """Compare what rules of governance find; there the scenario counts as if a source stated it."""
    sides = scenario.before, as_if_asserted(scenario.after)
    before, after = ({one.key: one for one in findings(side, OLD_AFTER, COMPARED)} for side in sides)
    rules = {rule: tuple(_findings(rule, sides, before, after)) for rule in COMPARED}
    return Comparison(
        noun=("rule of governance", "rules of governance"),
        otherwise=tuple(_of_rule(rule, rows, before, after) for rule, rows in rules.items() if rows),
        same=tuple(rule.id for rule, rows in rules.items() if not rows),
    )


_Found = Mapping[str, Finding]


def _findings(rule: Rule, sides: tuple[View, View], before: _Found, after: _Found) -> Iterator[Cells]:
    """Yield the findings of a rule that only one side has, or of which something else is known."""
    for key, finding in {**before, **after}.items():
        if finding.rule is not rule:
            continue
        if key not in before:
            yield ONLY_NOW, *row_of(sides[1], finding)
        elif key not in after:
            yield ONLY_THEN, *row_of(sides[0], finding)
        elif before[key].gap.known != finding.gap.known:
            yield OTHERWISE, *row_of(sides[1], finding)


def _of_rule(rule: Rule, rows: tuple[Cells, ...], before: _Found, after: _Found) -> Part:
    numbers = [sum(one.rule is rule for one in found.values()) for found in (after, before)]
    return Part(
        title=title_of(rule),
        lead=f"{rule.said()} {counted(numbers[0], 'finding')} in the scenario, {numbers[1]:,} {AS_RECORDED}.",
        columns=("change", *COLUMNS),
        rows=rows,
        notes=(f"Why it matters: {rule.why}",),
    )


COMPARERS: tuple[Comparer, ...] = (_analyses, _rules)
"""Everything that is compared, in the order it is told in."""
