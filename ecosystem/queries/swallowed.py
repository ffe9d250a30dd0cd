"""What a shell may have taken out of a query on its way: `$name` between double quotes is a variable of the shell.

PowerShell and the shells of Unix put in its place what their own variable holds, most often nothing.
"""

import re
from collections.abc import Collection

from ecosystem.problems import quoted
from ecosystem.queries.text import code_of

REMEDY = "put the query between single quotes, or in a file: ecosystem cypher question.cypher"

_OPERATOR = r"(?:[=<>]|(?<![\w.])(?:IN|CONTAINS|STARTS\s+WITH|ENDS\s+WITH|LIMIT|SKIP)\b)"
_CLAUSE = r"(?:RETURN|WHERE|AND|OR|XOR|WITH|MATCH|OPTIONAL|ORDER|LIMIT|SKIP|UNION|CALL|UNWIND)\b"
_NEXT = rf"(?:\s+(?:[=<>]|{_CLAUSE})|\s*(?:[)\]}},;]|\Z))"
_GAP = re.compile(
    rf"{_OPERATOR}{_NEXT}|[{{,]\s*\w+\s*:\s*[,}}]|(?:\b(?:WHERE|AND|OR|NOT)|\()\s+IS\b"
    r"|[(\[]\s*,|,\s*[)\]]|\b(?:RETURN|UNWIND|WITH)\s+(?:AS\b|\Z)",
    re.IGNORECASE,
)
"""An empty place where a value must stand."""


def unused(query: str, given: Collection[str]) -> list[str]:
    """Return the parameters given that a query does not use.

    >>> unused("MATCH (n) WHERE n.id =  RETURN n", ["id"]), unused("RETURN $id, $`x y`", ["id", "x y"])
    (['id'], [])
    """
    code = code_of(query)
    in_quotes = {name.replace("``", "`") for name in re.findall(r"\$\s*`((?:[^`]|``)+)`", query)}
    used = set(re.findall(r"\$\s*(\w+)", code)) | in_quotes
    return [name for name in given if name not in used]


def explained(query: str, given: Collection[str]) -> str:
    """Return how a query that cannot be read came to be so, if a shell took its parameters out of it; else nothing.

    It did where no parameter is left and a place is empty in which a value must stand; all else is a typing mistake.

    >>> print(explained("MATCH (n) WHERE n.id =  RETURN n", ["id"]))
    the query arrived without `$id`: between double quotes, a shell puts its own variable in its place
    """
    code = code_of(query, filling="x")
    if "$" in code or not _GAP.search(code):
        return ""
    missing = ", ".join(quoted(f"${name}") for name in given) or "a value, perhaps a `$parameter`"
    return f"the query arrived without {missing}: between double quotes, a shell puts its own variable in its place"
