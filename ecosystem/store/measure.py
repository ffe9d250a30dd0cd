"""How long and how deep a query may be: measured on its text, because a database can read text for ever.

Neo4j's limit of time begins after reading: a thousand brackets within brackets, or five hundred `NOT`, keep it busy for
minutes, and whoever asked waits.
"""

import re

from ecosystem.problems import Refused, UsageError
from ecosystem.queries.text import code_of, nesting

LONGEST_QUERY = 20_000
"""Characters."""

MOST_SIGNS = 2_000
"""Words, numbers and marks outside strings and comments; the longest named question has 526."""

DEEPEST_NESTING = 20
"""Brackets within brackets, or `NOT` after `NOT`: Neo4j takes twice as long for each subquery within a subquery."""

_SIGN = re.compile(r"\w+|[^\w\s]")
_DENIALS = re.compile(rf"\b(?:NOT\s+){{{DEEPEST_NESTING + 1}}}", re.IGNORECASE)
_ESCAPED = re.compile(r"\\u+([0-9a-fA-F]{4})")


def check_measure(query: str) -> None:
    """Refuse a query that is too long or too deep to be read in a few seconds; `UsageError` for an endless comment.

    >>> check_measure("MATCH (n) RETURN n")
    """
    if len(query) > LONGEST_QUERY:
        raise _refused(f"has {len(query):,} characters, limit {LONGEST_QUERY:,}")
    for text in (query, _unescaped(query)):
        code = code_of(text)
        if (signs := len(_SIGN.findall(code))) > MOST_SIGNS:
            raise _refused(f"has {signs:,} words and marks, limit {MOST_SIGNS:,}")
        if nesting(code) > DEEPEST_NESTING or _DENIALS.search(code):
            raise _refused(f"is nested more than {DEEPEST_NESTING} deep")
        if "/*" in code:
            raise UsageError("a comment of the query is not closed", fix="end it with `*/`")


def _unescaped(query: str) -> str:
    """Neo4j takes `\\u0028` for a bracket, wherever it stands."""
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), query)


def _refused(what: str) -> Refused:
    return Refused(f"the query {what}", fix="ask in several shorter queries, or pass long lists as parameters")
