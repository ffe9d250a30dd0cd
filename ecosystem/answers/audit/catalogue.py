"""The rules of an audit as a list."""

from ecosystem.audit import RULES
from ecosystem.model import Dataset
from ecosystem.results import Result


def audit_rules(dataset: Dataset | None = None) -> Result:
    """Return the rules by severity, each with what it finds, in the words of a dataset, and the command that asks it.

    >>> audit_rules().rows[0][:2]
    ('error', 'loop')
    """
    return Result(
        title="The rules of an audit",
        columns=("severity", "rule", "what_it_finds"),
        rows=tuple((rule.severity.value, rule.id, rule.said(dataset)) for rule in RULES.values()),
        origin="",
        sectioned=True,
    )
