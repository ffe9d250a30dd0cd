"""Reading Cypher text without a database: what is code, and what lies at which depth.

>>> code_of("RETURN 'SET' // MERGE")
'RETURN               '
"""

import re
from collections.abc import Iterator

_NOT_CODE = re.compile(
    r"'(?:[^'\\]|\\.?)*+(?:'|(\Z))|\"(?:[^\"\\]|\\.?)*+(?:\"|(\Z))|`(?:[^`]|``)*+(?:`|(\Z))"
    r"|//[^\r\n]*+|/\*.*?(?:\*/|(\Z))",
    re.DOTALL,
)
"""The first quote or comment mark decides what the rest of the passage is; one without an end stays code.

It matches up to the end then, so that no text is looked at twice.
"""

_ESCAPED = re.compile(r"\\\\|\\u+([0-9a-fA-F]{4})")
_OPEN, _CLOSE = "([{", ")]}"


def code_of(text: str, filling: str = " ") -> str:
    """Return the text with strings, quoted names and comments blanked, every other character where it was.

    With a `filling`, strings and quoted names are made of that character instead, so that something stands there.

    >>> code_of("RETURN 'SET' AS a // b", filling="x")
    'RETURN xxxxx AS a     '
    """

    def blanked(passage: re.Match[str]) -> str:
        if passage.lastindex:
            return passage[0]
        return re.sub(r"[^\r\n]", " " if passage[0].startswith("/") else filling, passage[0])

    return _NOT_CODE.sub(blanked, text)


def unescaped(text: str) -> str:
    r"""Return the text as Neo4j reads it: `\u0028` is a bracket to it, wherever it stands, and `\\u0028` is none.

    >>> unescaped(r"f\u0028 '\\u0028'")
    "f( '\\\\u0028'"
    """
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)) if escape[1] else escape[0], text)


def line_of(text: str, position: int) -> int:
    """Return the line a position lies on, from 1."""
    return text.count("\n", 0, position) + 1


def outermost(code: str) -> str:
    """Return the code with everything inside brackets blanked, every other character where it was.

    >>> outermost("COLLECT { RETURN 1 } AS x")
    'COLLECT {          } AS x'
    """
    return "".join(
        character if depth <= 0 or character == "\n" else " "
        for character, depth in zip(code, _depths(code), strict=True)
    )


def nesting(code: str) -> int:
    """Return how many brackets within brackets there are at the deepest place.

    >>> nesting("f(g(x), [1])")
    2
    """
    return max(_depths(code + " "))


def _depths(code: str) -> Iterator[int]:
    """Yield for each character in how many brackets it lies; a bracket itself lies outside."""
    depth = 0
    for character in code:
        depth -= character in _CLOSE
        yield depth
        depth += character in _OPEN


def split_outermost(code: str, mark: str) -> list[str]:
    """Return the parts of a piece of code between marks that no bracket holds.

    >>> split_outermost("a, f(b, c)", ",")
    ['a', ' f(b, c)']
    """
    parts, start = [], 0
    for position, character in enumerate(outermost(code)):
        if character == mark:
            parts.append(code[start:position])
            start = position + 1
    return [*parts, code[start:]]
