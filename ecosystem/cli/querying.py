"""A query as it is handed over: its text from the command line, a file or standard input, and its parameters."""

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import IO

from ecosystem.problems import Refused, UsageError, shortened
from ecosystem.queries import Header, Parameter, Query, Speech, converted, read_header
from ecosystem.queries.comparing import parameters_compared
from ecosystem.queries.values import ANY, OF_THE_DATASET
from ecosystem.store import LONGEST_QUERY

STANDARD_INPUT = "-"
FILE = ".cypher"
_LIKE_A_FILE = re.compile(r"[\w./\\:~-]+\.[A-Za-z]\w*")
LONGEST_DIGITS = 100
"""More than any number that Neo4j has."""

DAY = Parameter(name="as_of", kind="date", description="the day to look at", default=OF_THE_DATASET)
"""The parameter that every query has."""

AS_PARAM = Speech(
    called=lambda parameter: parameter.name,
    typed=lambda _, __, name, value: f"--param {name}={value}",
)

EXAMPLE = 'write one: ecosystem cypher "MATCH (b:Board) RETURN b.name"'


def text_of(query: str | None) -> str:
    """Return the text of a query: itself, that of the file it names, or what comes on standard input.

    `UsageError` where there is no such file, it is not named as one of a query, or there is no query in it.
    """
    if query is None and sys.stdin.isatty():
        raise UsageError("there is no query", fix=EXAMPLE)
    if query in {None, STANDARD_INPUT}:
        text = _read(sys.stdin.buffer)
    elif is_file(str(query)):
        text = _text_in(Path(str(query)))
    elif is_other_file(str(query)):
        fix = f"name it so, or hand it over: ecosystem cypher - < {shortened(str(query))}"
        raise UsageError(f"“{shortened(str(query))}” is no query, and a query's file has a name in {FILE}", fix=fix)
    else:
        text = str(query)
    if not text.strip():
        raise UsageError("there is no query", fix=EXAMPLE)
    return text


def is_file(query: str) -> bool:
    """Tell whether a query is the name of a file: it ends in `.cypher`, and is one word or the name of a file there is.

    >>> is_file("cypher/membership/chairs.cypher"), is_file("MATCH (n) RETURN n.cypher")
    (True, False)
    """
    if not query.endswith(FILE):
        return False
    with suppress(OSError):
        return not re.search(r"\s", query) or Path(query).is_file()
    return False


def is_other_file(query: str) -> bool:
    """Tell whether a query is the name of a file that does not end in `.cypher`: of one there is, or it looks like one.

    >>> is_other_file("/tmp/q.txt"), is_other_file("RETURN(1)"), is_other_file("RETURN 1.5")
    (True, False, False)
    """
    with suppress(OSError):
        return bool(_LIKE_A_FILE.fullmatch(query)) or Path(query).is_file()
    return False


def _text_in(path: Path) -> str:
    if path.is_symlink() and path.resolve().suffix != FILE:  # a message about it would show what no query is
        raise UsageError(f"“{shortened(str(path))}” leads to a file that is no {FILE}", fix="name the file itself")
    try:
        with path.open("rb") as file:
            return _read(file)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such name"
        raise UsageError(f"cannot read “{shortened(str(path))}”: {reason}", fix="name a file that is there") from None


def _read(file: IO[bytes]) -> str:
    longest = 4 * LONGEST_QUERY
    data = file.read(longest + 1)
    if len(data) > longest:
        raise Refused(f"the query has more than {LONGEST_QUERY:,} characters", fix="ask in several shorter queries")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the query is not UTF-8 text", fix="save the file as UTF-8") from None


def pairs(given: Sequence[str]) -> dict[str, str]:
    """Return parameters as they were written, by name; `UsageError` for what is no NAME=VALUE.

    >>> pairs(["id=peg", "least=3"])
    {'id': 'peg', 'least': '3'}
    """
    found = [pair.partition("=") for pair in given]
    for name, mark, _ in found:
        if not mark or not name:
            message = f"“{shortened(name + mark)}” is no NAME=VALUE"
            raise UsageError(message, fix="write --param name=value, in quotes if it has spaces")
    names = [name for name, _, _ in found]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise UsageError(f"“{shortened(twice)}” is given twice", fix="give each parameter one value")
    return {name: value for name, _, value in found}


def parameters_of(text: str, given: Mapping[str, str], day: date, id_of: Callable[[str], str]) -> Mapping[str, object]:
    """Return the parameters of a query as values: those given, and the data's own day as `as_of` unless it is given.

    A value is JSON if it can be read as such, else text; `as_of` is a day, and so is what the query compares with a
    date. Where a query has the head of a named question, what is not given is as it says there, and what is given is
    read as `ecosystem ask` reads it.

    >>> parameters_of("RETURN $n", {"n": "[1, null]", "as_of": "2018"}, date(2022, 7, 19), str.lower)
    {'as_of': datetime.date(2018, 12, 31), 'n': [1, None]}
    """
    header, _ = read_header(text, "")
    dates = (parameter for name, parameter in parameters_compared(text).items() if name in given.keys() - {DAY.name})
    declared = header or Header(title="", why="", parameters=(DAY, *dates))
    query = Query("", "this query", declared, text)
    written = {name: _as_asked(value) for name, value in given.items() if declared.parameter(name)}
    others = {name: _value(value) for name, value in given.items() if name not in written}
    return converted(query, written, day, id_of, AS_PARAM) | others


def _as_asked(written: str) -> str:
    """Return a value as `ecosystem ask` takes it: null asks for all, a list is its words."""
    match _value(written):
        case None:
            return ANY
        case str() as text:
            return text
        case list() as words:
            return " ".join(map(str, words))
        case _:
            return written


def _whole(digits: str) -> int:
    """Python reads no number of thousands of digits, and the text that is left would go to the database as one."""
    if len(digits) > LONGEST_DIGITS:
        raise UsageError(f"“{shortened(digits)}” is a larger number than Neo4j knows", fix="give another value")
    return int(digits)


def _value(written: str) -> object:
    try:
        return json.loads(written, parse_constant=str, parse_int=_whole)
    except RecursionError:
        raise UsageError(f"“{shortened(written)}” is nested too deep", fix="give another value") from None
    except ValueError:
        return written
