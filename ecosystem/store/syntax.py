"""What Neo4j says of a query that it cannot read, made short: where it stumbled, and the word that was meant.

Where nearly anything might follow, Neo4j lists all of it, up to 35 words.
"""

import re

from rapidfuzz import fuzz, process

LONGEST_LIST = 8
"""Expected words that are still worth reading."""

NEAR_ENOUGH = 60.0
"""The least likeness, of 100, at which a word is offered."""

READING = ("AS", "CALL", "LIMIT", "MATCH", "OPTIONAL", "ORDER BY", "RETURN", "SKIP", "UNION", "UNWIND", "WHERE", "WITH")
"""The words of a query that only reads which may follow where many may."""

_STUMBLED = re.compile(r"Invalid input '(.*?)': expected (.+?) (\(line \d+, column \d+ \(offset: \d+\)\))", re.DOTALL)
_WORD = re.compile(r"'([^']+)'|<EOF>")


def shorter(message: str) -> str:
    """Return the message of a syntax error, without a list of expected words that is too long to help.

    >>> words = "'ALTER', 'CALL', 'CREATE', 'DELETE', 'DENY', 'DROP', 'MATCH', 'MERGE', 'RETURN' or 'SET'"
    >>> shorter(f"Invalid input 'MTACH': expected {words} (line 1, column 1 (offset: 0))")
    'it cannot read `MTACH` (line 1, column 1 (offset: 0)); did you mean MATCH?'
    """
    return _STUMBLED.sub(_told, message, count=1)


def _told(found: re.Match[str]) -> str:
    word, expected, place = found.groups()
    known = [each[1] for each in _WORD.finditer(expected)]
    if len(known) <= LONGEST_LIST:
        return found[0]
    if not word:
        return f"it ends too early {place}"
    offers = [each for each in READING if each in known]
    near = process.extractOne(word.upper(), offers, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return f"it cannot read `{word}` {place}{f'; did you mean {near[0]}?' if near else ''}"
