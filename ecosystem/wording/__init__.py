"""What rows mean, in words for people: worded once, for answers, maps and plans."""

from ecosystem.wording.facts import (
    as_role,
    clause,
    facts_in_words,
    in_the_past,
    kind_of_line,
    name_in_sentence,
    verb_of,
)
from ecosystem.wording.kinds import definite, is_plural, kind_of, property_in_words, word_for, words_for
from ecosystem.wording.numbers import (
    capitalised,
    counted,
    joined,
    listed,
    number_in_words,
    rows_changed,
    share_in_words,
)
from ecosystem.wording.sources import citations, cited, place_in_words, places_in_words, titles_cited
from ecosystem.wording.tables import row_word, rows_of
from ecosystem.wording.terms import BASIS_WORDS, ESTIMATED, LEFT_OPEN, NOT_STATED, NOT_STATED_THEN, WITH_OUR_INFERENCE
from ecosystem.wording.times import (
    beyond,
    dated,
    left_out,
    lifetime,
    newest_evidence,
    on_date,
    on_day,
    when,
    when_said,
    year_seen,
)
from ecosystem.wording.titles import is_in_title

__all__ = [
    "BASIS_WORDS",
    "ESTIMATED",
    "LEFT_OPEN",
    "NOT_STATED",
    "NOT_STATED_THEN",
    "WITH_OUR_INFERENCE",
    "as_role",
    "beyond",
    "capitalised",
    "citations",
    "cited",
    "clause",
    "counted",
    "dated",
    "definite",
    "facts_in_words",
    "in_the_past",
    "is_in_title",
    "is_plural",
    "joined",
    "kind_of",
    "kind_of_line",
    "left_out",
    "lifetime",
    "listed",
    "name_in_sentence",
    "newest_evidence",
    "number_in_words",
    "on_date",
    "on_day",
    "place_in_words",
    "places_in_words",
    "property_in_words",
    "row_word",
    "rows_changed",
    "rows_of",
    "share_in_words",
    "titles_cited",
    "verb_of",
    "when",
    "when_said",
    "word_for",
    "words_for",
    "year_seen",
]  # fmt: skip
