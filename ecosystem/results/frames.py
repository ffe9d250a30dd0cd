"""Answers as pandas tables whose columns have types.

pandas is needed for nothing else: it is imported only here, and only when a table is asked for.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ecosystem.problems import EcosystemError

if TYPE_CHECKING:
    import pandas

ANYTHING = "object"
_TYPES = {str: "string", bool: "boolean", int: "Int64", float: "Float64", date: "datetime64[s]"}
"""The type of a column by that of its values; each of them can hold that a value is missing."""

_TYPES_OF_KINDS: Mapping[str, str] = {
    "string": _TYPES[str],
    "entity": _TYPES[str],
    "integer": _TYPES[int],
    "boolean": _TYPES[bool],
    "date": _TYPES[date],
    "day": _TYPES[date],
    "list": ANYTHING,
}


def frame(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    kinds: Mapping[str, str] | None = None,
    to_know: Mapping[str, object] | None = None,
) -> "pandas.DataFrame":
    """Return rows as a DataFrame: a column is of its kind, as in a query's header, or else of what its values are.

    Lists stay lists; `to_know` becomes the table's `attrs`. `EcosystemError` where pandas is not installed.

    >>> frame(("board", "seats"), [("PEG", 9), ("ICE", None)]).dtypes.astype(str).to_dict()
    {'board': 'string', 'seats': 'Int64'}
    """
    try:
        import pandas  # noqa: PLC0415 - it is optional, and slow to import
    except ImportError:
        fix = f"install it beside ecosystem: `{sys.executable} -m pip install pandas`"
        raise EcosystemError("an answer as a table of pandas needs pandas", fix=fix) from None
    kept, known = list(rows), kinds or {}
    series = {}
    for place, name in enumerate(columns):
        values = [row[place] for row in kept]
        dtype = _TYPES_OF_KINDS.get(known.get(name, "")) or _type_of(values)
        series[name] = pandas.Series(values, dtype=dtype)
    table = pandas.DataFrame(series, columns=list(columns))
    table.attrs.update(to_know or {})
    return table


def _type_of(values: Iterable[object]) -> str:
    """Return the type that all values have; where there are none, text; where they differ, none."""
    types = {_TYPES.get(type(value), ANYTHING) for value in values if value is not None} or {_TYPES[str]}
    return types.pop() if len(types) == 1 else ANYTHING
