"""A baseline: findings that are known and accepted, each with a reason, and what has become of them since.

>>> entry = Accepted(finding="no-known-chair:board", reason="the chair is being chosen")
>>> standing = compared([], [entry])
>>> standing.new, [one.finding for one in standing.resolved]
((), ['no-known-chair:board'])
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ecosystem.audit.findings import JOINT, Finding
from ecosystem.audit.rule import Rule
from ecosystem.audit.rules import RULES
from ecosystem.rules import did_you_mean

KEY = rf"^[a-z0-9-]+{JOINT}\S.*$"
"""How the key of a finding is written."""


def _of_a_rule(key: str) -> str:
    rule = key.partition(JOINT)[0]
    if rule not in RULES:
        raise ValueError(f"is of no rule: {did_you_mean(rule, RULES, '`ecosystem audit --list` names them')}")
    return key


class Accepted(BaseModel):
    """A finding that is accepted, by its key, with the reason; `about` is for people and not read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    finding: Annotated[str, Field(pattern=KEY, max_length=2_000), AfterValidator(_of_a_rule)]
    reason: Annotated[str, Field(min_length=1, max_length=10_000)]
    about: str = ""

    @property
    def rule(self) -> str:
        """The id of the rule that finds it."""
        return self.finding.partition(JOINT)[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """How findings stand to a baseline: those new, those accepted with the reason, and entries found no more.

    `aside` are entries of rules that were not looked at: nothing is known of them.
    """

    new: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Accepted], ...] = ()
    resolved: tuple[Accepted, ...] = ()
    aside: tuple[Accepted, ...] = ()


def compared(found: Iterable[Finding], baseline: Iterable[Accepted], rules: Collection[Rule] = ()) -> Standing:
    """Return how findings stand to a baseline, where these rules were looked at, or all."""
    looked_at = {rule.id for rule in rules or RULES.values()}
    entries = {entry.finding: entry for entry in baseline}
    each = tuple(found)
    keys = {finding.key for finding in each}
    gone = tuple(entry for key, entry in sorted(entries.items()) if key not in keys)
    return Standing(
        new=tuple(finding for finding in each if finding.key not in entries),
        accepted=tuple((finding, entries[finding.key]) for finding in each if finding.key in entries),
        resolved=tuple(entry for entry in gone if entry.rule in looked_at),
        aside=tuple(entry for entry in gone if entry.rule not in looked_at),
    )


def to_be_completed(standing: Standing) -> list[tuple[str, str, str]]:
    """Return the rows of a baseline that accepts all that was found: the key, the reason given so far, and in words.

    What is found no more is left out; entries of rules that were not looked at are kept.
    """
    new = ((finding.key, "", finding.gap.worded()) for finding in standing.new)
    known = ((finding.key, entry.reason, finding.gap.worded()) for finding, entry in standing.accepted)
    kept = ((entry.finding, entry.reason, entry.about) for entry in standing.aside)
    return sorted((*new, *known, *kept))
