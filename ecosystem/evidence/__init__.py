"""What the record rests on, how old that is, and what nobody has written down: values for answers and maps."""

from ecosystem.evidence.addressees import Addressees
from ecosystem.evidence.age import (
    OldBody,
    bodies_last_confirmed_before,
    confirms,
    day_looked_at,
    last_confirmed_before,
    years_before,
)
from ecosystem.evidence.connection import is_unconnected
from ecosystem.evidence.documents import Documents, documents_in_words, dominance, newest_document, size_of, years_of
from ecosystem.evidence.gap import Gap
from ecosystem.evidence.gaps import KINDS, Looker, gaps
from ecosystem.evidence.outliving import outliving
from ecosystem.evidence.upward import bases_but_stated, inferred_above, said_above, told, without_line_upward

__all__ = [
    "KINDS", "Addressees", "Documents", "Gap", "Looker", "OldBody", "bases_but_stated",
    "bodies_last_confirmed_before", "confirms", "day_looked_at",
    "documents_in_words", "dominance", "gaps", "inferred_above", "is_unconnected", "last_confirmed_before",
    "newest_document", "outliving", "said_above", "size_of", "told", "without_line_upward", "years_before", "years_of",
]  # fmt: skip
