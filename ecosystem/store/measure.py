"""How long and how deep a query may be: measured on its text, because a database can read text for ever.

Neo4j's limit of time begins after reading: a thousand brackets within brackets, or five hundred `NOT`, keep it busy for
minutes, and whoever asked waits.
"""

import re
from collections.abc import Iterable, Mapping

from ecosystem.problems import Refused, UsageError, quoted
from ecosystem.queries.text import code_of, nesting, unescaped
from ecosystem.queries.values import fits

LONGEST_QUERY = 20_000
"""Characters."""

MOST_SIGNS = 2_000
"""Words, numbers and marks outside strings and comments; the longest named question has 526."""

DEEPEST_NESTING = 20
"""Brackets within brackets, or `NOT` after `NOT`."""

DEEPEST_SUBQUERY = 12
"""Braces within braces: Neo4j takes twice as long for each subquery within a subquery, half a minute for twenty."""

MOST_XOR = 12
"""How often `XOR` may stand: Neo4j takes twice as long for each, a second for sixteen, and does not look at the clock.

Everything else that was tried and grows so (long `OR` of `AND`, patterns, chains of comparisons) it ends in time.
"""

_SIGN = re.compile(r"\w+|[^\w\s]")
_XOR = re.compile(r"\bXOR\b", re.IGNORECASE)
_NO_BRACE = re.compile(r"[^{}]")
_DENIALS = re.compile(rf"\b(?:NOT\s+){{{DEEPEST_NESTING + 1}}}", re.IGNORECASE)


def check_measure(query: str) -> None:
    """Refuse a query that is too long or too deep to be read in a few seconds; `UsageError` for an endless comment.

    >>> check_measure("MATCH (n) RETURN n")
    """
    if len(query) > LONGEST_QUERY:
        raise _refused(f"has {len(query):,} characters, limit {LONGEST_QUERY:,}")
    for text in (query, unescaped(query)):
        code = code_of(text)
        if (signs := len(_SIGN.findall(code))) > MOST_SIGNS:
            raise _refused(f"has {signs:,} words and marks, limit {MOST_SIGNS:,}")
        if nesting(code) > DEEPEST_NESTING or _DENIALS.search(code):
            raise _refused(f"is nested more than {DEEPEST_NESTING} deep")
        if nesting(_NO_BRACE.sub(" ", code)) > DEEPEST_SUBQUERY:
            raise _refused(f"is nested more than {DEEPEST_SUBQUERY} subqueries deep")
        if len(_XOR.findall(code)) > MOST_XOR:
            raise _refused(f"has more than {MOST_XOR} times `XOR`")
        if "/*" in code:
            raise UsageError("a comment of the query is not closed", fix="end it with `*/`")


def check_values(parameters: Mapping[str, object]) -> None:
    """Refuse values of parameters that a database has no form for; `UsageError` names which.

    >>> check_values({"ids": ["a", {"b": 1.5}], "none": None})
    """
    for name, value in parameters.items():
        if reason := _unfit(value):
            raise UsageError(f"the value of {quoted(name)} {reason}", fix="give another value")
        if not name or name.encode(errors="replace").decode() != name:
            raise UsageError(f"{quoted(name)} is no name for a parameter", fix="use letters and digits")


def _unfit(value: object, depth: int = 0) -> str:
    match value:
        case int() if not fits(value):
            return "is a larger number than Neo4j knows"
        case str() if value.encode(errors="replace").decode() != value:
            return "has half a character"
        case dict() | list() if depth == DEEPEST_NESTING:
            return f"is nested more than {DEEPEST_NESTING} deep"
        case dict() | list():
            parts: Iterable[object] = [*value, *value.values()] if isinstance(value, dict) else value
            return next(filter(None, (_unfit(part, depth + 1) for part in parts)), "")
        case _:
            return ""


def _refused(what: str) -> Refused:
    return Refused(f"the query {what}", fix="ask in several shorter queries, or pass long lists as parameters")
