"""Values of parameters, from what people write to what a query takes."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ecosystem.dates import day_asked, how_to_ask, is_date, spoken
from ecosystem.names import Ambiguous
from ecosystem.problems import UsageError, quoted
from ecosystem.queries.header import DAYS, Parameter
from ecosystem.queries.library import Query, Typed, library, named, offered

ANY = "any"
EARLIER, AS_OF = "earlier", "as_of"
"""What a query about a period calls the day before it and the last day in it."""
OF_THE_DATASET = "dataset"

LONGEST_NUMBER = 63
"""Bits of the largest whole number that Neo4j knows."""

Value = date | int | str | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Speech:
    """How errors speak of questions where they are asked: what a parameter is called there, and what to type.

    `typed` takes the query, what is given as written, and the name and value of the parameter; `asked` is what to type
    for a query with values.
    """

    called: Callable[[Parameter], str]
    typed: Callable[[Query, Mapping[str, str], str, str], str]
    asked: Typed = Query.command_with


ON_THE_COMMAND_LINE = Speech(
    called=lambda parameter: parameter.option,
    typed=lambda query, given, name, value: query.command_with({**given, name: value}),
)


def _asked_in_python(query: Query, given: Mapping[str, str]) -> str:
    values = (f", {name}={json.dumps(value, ensure_ascii=False)}" for name, value in given.items())
    return f'ask("{query.name}"{"".join(values)})'


IN_PYTHON = Speech(
    called=lambda parameter: parameter.name,
    typed=lambda query, _, name, value: f'ask("{query.name}", {name}="{value}")',
    asked=_asked_in_python,
)

EXPECTED = {"integer": "a whole number, 0 or more", "boolean": "yes or no"}
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def question_in(words: Sequence[str], queries: Mapping[str, Query] | None = None) -> Query:
    """Return the query that the first word names; `UsageError` offering those nearest to all words where it is none.

    >>> question_in(["who-sits-on", "PEG"]).name
    'who-sits-on'
    """
    try:
        return named(words[0], queries)
    except UsageError:
        return named(" ".join(words), queries)


def with_names(query: Query, given: Mapping[str, str], words: Sequence[str]) -> dict[str, str]:
    """Return what is given, and `words` for what a query still lacks: dates for its days, else names for its entities.

    Both are taken in the query's order. `UsageError` where it asks about fewer, with the questions of its topic that
    ask about so many.

    >>> with_names(named("overlap-of-two-bodies"), {"first": "PEG"}, ["ICE", "2018"])
    {'first': 'PEG', 'second': 'ICE', 'as_of': '2018'}
    >>> with_names(named("what-began-or-ended"), {}, ["2016", "2022"])
    {'earlier': '2016', 'as_of': '2022'}
    """
    days, names = ([word for word in words if is_date(word) is dated] for dated in (True, False))
    free_days = [parameter.name for parameter in query.days if parameter.name not in given]
    free = [parameter.name for parameter in query.header.entities if parameter.name not in given]
    if len(names) > len(free):
        raise _too_many_names(query, names)
    if len(days) > len(free_days):
        options = ", ".join(parameter.option for parameter in query.header.parameters)
        raise UsageError(f"`{query.name}` cannot use {quoted(days[len(free_days)])}", fix=f"its options are {options}")
    return {**given, **dict(zip(free, names, strict=False)), **dict(zip(free_days, days, strict=False))}


def _too_many_names(query: Query, names: Sequence[str]) -> UsageError:
    """Return the error for a question that asks about fewer things than are named."""
    takes = ("no name", "one name", "two names")[len(query.header.entities)]
    options = ", ".join(parameter.option for parameter in query.header.parameters)
    others = {
        name: other
        for name, other in library().items()
        if other.topic == query.topic and len(other.header.entities) == len(names)
    }
    offers = offered(query.title, others, names)
    fix = f"ask one of these:{offers}" if offers else f"its options are {options}"
    return UsageError(f"`{query.name}` takes {takes}, and cannot use {quoted(names[-1])}", fix=fix)


def converted(
    query: Query,
    given: Mapping[str, str],
    default_day: date,
    id_of: Callable[[str], str],
    speech: Speech = ON_THE_COMMAND_LINE,
) -> dict[str, Value]:
    """Return the values of all parameters of a query; `UsageError` for unknown, missing, unreadable or ambiguous ones.

    `any` is None, `dataset` the default day, a partial date its last day; `id_of` turns an entity's name into its id.
    `speech` words the errors, by default for whoever types the command that asks the question.
    """
    for name in given:
        if query.header.parameter(name) is None:
            known = ", ".join(map(speech.called, query.header.parameters))
            raise UsageError(f"`{query.name}` has no parameter {quoted(name)}", fix=f"it takes: {known}")

    def typed(name: str, value: str) -> str:
        return speech.typed(query, given, name, value)

    values = {
        parameter.name: _value(
            parameter, given.get(parameter.name, parameter.default), default_day, id_of, speech.called(parameter), typed
        )
        for parameter in query.header.parameters
    }
    _must_be_in_order(query, values, speech)
    return values


def _must_be_in_order(query: Query, values: Mapping[str, Value], speech: Speech) -> None:
    """Refuse a period that ends before it begins."""
    begins, ends = values.get(EARLIER), values.get(AS_OF)
    if isinstance(begins, date) and isinstance(ends, date) and begins >= ends:
        message = f"{spoken(begins.isoformat())} is not earlier than {spoken(ends.isoformat())}"
        before, after = (
            speech.called(each) for name in (EARLIER, AS_OF) for each in query.header.parameters if each.name == name
        )
        raise UsageError(message, fix=f"give the earlier day as `{before}`, the later one as `{after}`")


def _value(
    parameter: Parameter,
    written: str | None,
    default_day: date,
    id_of: Callable[[str], str],
    called: str,
    typed: Callable[[str, str], str],
) -> Value:
    name = parameter.name
    if written is None:
        message = f"a value for `{called}` is missing: {parameter.description}"
        raise UsageError(message, fix=f"add it: {typed(name, '…')}")
    if written == ANY:
        if not parameter.takes_any:
            raise UsageError(f"`{called}` cannot be {ANY}", fix=f"give it a value: {parameter.description}")
        return None
    if parameter.kind in DAYS and written == OF_THE_DATASET:
        return default_day
    if parameter.kind != "entity":
        return _plain_value(parameter, written, called)
    try:
        return id_of(written)
    except Ambiguous as error:
        meant = "".join(f"\n    {typed(name, candidate)}" for candidate in error.candidates)
        raise UsageError(error.message, fix=f"say which one is meant:{meant}") from None


def fits(number: int) -> bool:
    """Tell whether Neo4j has a form for a whole number.

    >>> fits(-(2**63)), fits(2**63)
    (True, False)
    """
    return (~number if number < 0 else number).bit_length() <= LONGEST_NUMBER


def _whole_number(written: str) -> int:
    number = int(written)
    if number < 0 or not fits(number):
        raise ValueError
    return number


def _plain_value(parameter: Parameter, written: str, called: str) -> Value:
    try:
        match parameter.kind:
            case "date" | "day":
                return day_asked(written)
            case "integer":
                return _whole_number(written)
            case "boolean":
                return _TRUTH[written.lower()]
            case "list":
                return parameter.several(written)
            case _:
                return written
    except (ValueError, KeyError):
        message = f"`{called}` cannot be {quoted(written)}"
        fix = how_to_ask(written) if parameter.kind in DAYS else f"write {EXPECTED[parameter.kind]}"
        raise UsageError(message, fix=fix) from None
