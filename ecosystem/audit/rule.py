"""A rule of governance: what it finds, how grave that is, why it matters, what to do, and how to see it oneself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ecosystem.evidence import Gap
from ecosystem.model import Dataset
from ecosystem.wording import word_for


class Severity(StrEnum):
    """How grave a finding is, the gravest first; see `MEANING`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


MEANING = {
    Severity.ERROR: "An error: what is recorded cannot all hold. Put it right.",
    Severity.WARNING: "A warning: what is recorded may be meant, or a fault. Have somebody who knows say which.",
    Severity.NOTE: "A note: the record is silent or old, which says nothing of what is so. Ask, and record the answer.",
}
"""What each severity means."""


def always(_: Gap) -> bool:
    """Tell that a rule is meant by every gap of its kind."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named rule. It finds every gap of its `kind` that is `meant`.

    `sentence` says what is found, `{lcp}` standing for the dataset's word for a Local Care Partnership; `why` says why
    that matters, `do` what to do, `query` is a command that shows the same otherwise, `{day}` standing for the day and
    `{years}` for the age of old evidence.
    """

    id: str
    severity: Severity
    kind: str
    sentence: str
    why: str
    do: str
    query: str
    meant: Callable[[Gap], bool] = always

    def said(self, dataset: Dataset | None = None) -> str:
        """Return what the rule finds, in the words of a dataset."""
        return self.sentence.format(lcp=word_for("LocalCarePartnership", dataset))

    def on(self, day: str, years: str) -> str:
        """Return the command that shows the same otherwise, for a day and an age of old evidence."""
        return self.query.replace("{day}", day).replace("{years}", years)

    def finds(self, gap: Gap) -> bool:
        """Tell whether a gap is a finding of this rule."""
        return gap.kind == self.kind and self.meant(gap)
