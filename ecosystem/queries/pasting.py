"""A query as text to paste into cypher-shell: its values as `:param` lines, then the query.

Neo4j Browser reads them too, but shows no table where several statements run together: there the lines are run first,
then the query by itself.
"""

from collections.abc import Mapping
from datetime import date

from ecosystem.queries.library import Query
from ecosystem.queries.values import Value

_ESCAPED = str.maketrans({"\\": r"\\", "'": r"\'", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def pasted(query: Query, values: Mapping[str, Value]) -> str:
    r"""Return the query's text after one `:param` line for each of its parameters; `values` are those of `converted`.

    >>> from ecosystem.queries import named
    >>> text = pasted(named("shared-boards"), {"as_of": date(2022, 7, 19), "bases": None, "min_shared": 2})
    >>> print(*text.splitlines()[:3], sep="\n")
    :param min_shared => 2;
    :param as_of => date('2022-07-19');
    :param bases => null;
    """
    lines = [f":param {each.name} => {literal(values[each.name])};\n" for each in query.header.parameters]
    return f"{''.join(lines)}{query.text.rstrip().removesuffix(';')};\n"


def literal(value: Value) -> str:
    r"""Return a value as Cypher writes it, on one line.

    >>> print(literal(["it's", "a\nb"]), literal(None), literal(True), literal(date(2018, 4, 1)))
    ['it\'s', 'a\nb'] null true date('2018-04-01')
    """
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case date():
            return f"date('{value.isoformat()}')"
        case str():
            return f"'{value.translate(_ESCAPED)}'"
        case _:
            return f"[{', '.join(map(literal, value))}]"
