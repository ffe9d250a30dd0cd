"""What the rules find: questions that weigh, each under a key that lasts as long as what it is about."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ecosystem.audit.open_points import questions
from ecosystem.audit.rule import Rule
from ecosystem.audit.rules import RULES
from ecosystem.evidence import Gap
from ecosystem.snapshot import View

JOINT = ":"
"""What stands between the parts of a key; no id has it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule finds; `gap` says of what, what is known and where, and what to ask."""

    rule: Rule
    gap: Gap

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what is found: what it is about, and what else makes it this finding and no other."""
        return (self.gap.about.id, *self.gap.beside)

    @property
    def key(self) -> str:
        """The rule and the ids, the same whatever else changes."""
        return JOINT.join((self.rule.id, *self.ids))


def findings(view: View, years: int, rules: Collection[Rule] = ()) -> tuple[Finding, ...]:
    """Return what these rules find in a view, or all rules, the gravest first, by rule and name.

    `years` is from when on evidence counts as old. See `questions` for the day and for what counts.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018", basis="stated")
    >>> found = findings(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None), years=3)
    >>> [each.key for each in found]
    ['no-stated-line-upward:board', 'no-known-chair:board', 'body-without-link:board']
    """
    return tuple(_found(questions(view, years), rules or RULES.values()))


def _found(asked: Collection[Gap], rules: Collection[Rule]) -> Iterator[Finding]:
    for rule in rules:
        found = [Finding(rule, gap) for gap in asked if rule.finds(gap)]
        yield from sorted(found, key=lambda each: (each.gap.about.name.casefold(), each.key))
