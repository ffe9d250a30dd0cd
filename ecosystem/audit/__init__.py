"""The audit: named rules of governance over a sourced, dated graph, what they find, and what has been accepted."""

from ecosystem.audit.baseline import Accepted, Standing, compared, to_be_completed
from ecosystem.audit.baseline_file import Row, baseline_text, read_baseline, reasons_in
from ecosystem.audit.findings import Finding, findings
from ecosystem.audit.open_points import KINDS, questions
from ecosystem.audit.rule import MEANING, Rule, Severity
from ecosystem.audit.rules import RULES, rules_named

__all__ = [
    "KINDS", "MEANING", "RULES", "Accepted", "Finding", "Row", "Rule", "Severity", "Standing", "baseline_text",
    "compared", "findings", "questions", "read_baseline", "reasons_in", "rules_named", "to_be_completed",
]  # fmt: skip
