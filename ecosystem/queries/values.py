"""Values of parameters, from what people write to what a query takes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ecosystem.dates import day_asked
from ecosystem.problems import UsageError, quoted
from ecosystem.queries.header import Parameter
from ecosystem.queries.library import Query, named

ANY = "any"
FROM_OPTIONS = frozenset({"as_of", "bases"})
"""Parameters that every command takes as options, so that a bare value never means them."""

OF_THE_DATASET = "dataset"

Value = date | int | str | bool | list[str] | None
_EXPECTED = {"date": "2018, 2018-04, 2018-04-01 or any", "integer": "a whole number", "boolean": "yes or no"}
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def understood(words: Sequence[str], queries: Mapping[str, Query] | None = None) -> tuple[Query, dict[str, str]]:
    """Return the query that words ask, and its parameters as written: `name=value`, or values in the query's order.

    What stands before `=` and is no parameter is part of a value.
    `UsageError` where the words name no query (the nearest are offered), or say more than it takes.

    >>> query, given = understood(["who-sits-on", "PEG", "as_of=2018"])
    >>> query.name, given
    ('who-sits-on', {'as_of': '2018', 'body': 'PEG'})
    """
    try:
        query = named(words[0], queries)
    except UsageError:
        query = named(" ".join(words), queries)
    known = [parameter.name for parameter in query.header.parameters]
    given: dict[str, str] = {}
    values: list[str] = []
    for word in words[1:]:
        name, mark, value = word.partition("=")
        if mark and name in known:
            given[name] = value
        else:
            values.append(word)
    free = [name for name in known if name not in given and name not in FROM_OPTIONS]
    if len(values) > len(free):
        raise UsageError(f"`{query.name}` cannot use {quoted(values[len(free)])}", fix=f"it takes: {', '.join(known)}")
    return query, given | dict(zip(free, values, strict=False))


def converted(
    query: Query, given: Mapping[str, str], default_day: date, id_of: Callable[[str], str]
) -> dict[str, Value]:
    """Return the values of all parameters of a query; `UsageError` for unknown, missing or unreadable ones.

    `any` is None, `dataset` the default day, a partial date its last day; `id_of` turns an entity's name into its id.
    """
    known = [parameter.name for parameter in query.header.parameters]
    for name in given:
        if query.header.parameter(name) is None:
            raise UsageError(f"`{query.name}` has no parameter {quoted(name)}", fix=f"it takes: {', '.join(known)}")
    return {
        parameter.name: _value(query, parameter, given.get(parameter.name, parameter.default), default_day, id_of)
        for parameter in query.header.parameters
    }


def _value(
    query: Query, parameter: Parameter, written: str | None, default_day: date, id_of: Callable[[str], str]
) -> Value:
    if written is None:
        raise UsageError(
            f"`{query.name}` needs {parameter.name}: {parameter.description}", fix=f"ask `{query.command}`"
        )
    if written == ANY:
        return None
    if parameter.kind == "date" and written == OF_THE_DATASET:
        return default_day
    if parameter.kind == "entity":
        return id_of(written)
    return _plain_value(parameter, written)


def _plain_value(parameter: Parameter, written: str) -> Value:
    try:
        match parameter.kind:
            case "date":
                return day_asked(written)
            case "integer":
                return int(written)
            case "boolean":
                return _TRUTH[written.lower()]
            case "list":
                return written.replace(",", " ").split()
            case _:
                return written
    except (ValueError, KeyError):
        message = f"{parameter.name} cannot be {quoted(written)}"
        raise UsageError(message, fix=f"write {_EXPECTED[parameter.kind]}") from None
