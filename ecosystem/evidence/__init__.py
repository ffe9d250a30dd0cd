"""What the record rests on, how old that is, and what nobody has written down: values for answers and maps."""

from ecosystem.evidence.addressees import asked_of
from ecosystem.evidence.age import OldBody, bodies_last_confirmed_before, confirmed_before, years_before
from ecosystem.evidence.documents import (
    document_cited,
    documents_of,
    dominance,
    in_words,
    newest_document,
    years_of,
)
from ecosystem.evidence.gap import Gap
from ecosystem.evidence.gaps import KINDS, gaps
from ecosystem.evidence.gaps_of_the_record import is_unconnected
from ecosystem.evidence.upward import stands_under, without_line_upward

__all__ = [
    "KINDS", "Gap", "OldBody", "asked_of", "bodies_last_confirmed_before", "confirmed_before", "document_cited",
    "documents_of", "dominance", "gaps", "in_words", "is_unconnected", "newest_document", "stands_under",
    "without_line_upward", "years_before", "years_of",
]  # fmt: skip
