"""The evidence as a page of a report, and what it does not say as questions."""

from ecosystem.answers.evidence.filling_in import questions_to_fill_in
from ecosystem.answers.evidence.page import OLD_AFTER, evidence
from ecosystem.answers.evidence.questions import questions

__all__ = ["OLD_AFTER", "evidence", "questions", "questions_to_fill_in"]
