"""Governance analyses: each a question of a leader, measured and told in words that can be checked."""

from ecosystem.answers.analyses.analysis import Analysis, Effort, Told
from ecosystem.answers.analyses.registry import ALL, ANALYSES, TOPICS, analyses, analyses_named
from ecosystem.answers.analyses.report import analyse
from ecosystem.answers.analyses.since import analyse_since

__all__ = [
    "ALL", "ANALYSES", "TOPICS", "Analysis", "Effort", "Told", "analyse", "analyse_since", "analyses",
    "analyses_named",
]  # fmt: skip
