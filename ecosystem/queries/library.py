"""The queries that ship with the package, by name; any folder of query files can be read the same way."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ecosystem.model import RELATIONS
from ecosystem.problems import DataProblems, Problem, UsageError, quoted, shortened
from ecosystem.queries.checks import problems_of
from ecosystem.queries.header import DAYS, Header, Parameter, read_header
from ecosystem.queries.nearest import nearest
from ecosystem.queries.text import code_of, outermost
from ecosystem.shipped import shipped

LISTED = "`ecosystem ask` lists the questions by topic, as `questions()` does in Python"

_ORDER = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
_AFTER_ORDER = re.compile(r"\bSKIP\b|\bLIMIT\b|;", re.IGNORECASE)
_OF_ANY_TYPE = re.compile(r"-\[\w+\]-")
_STATEMENT = re.compile(r":Statement(?: \{property: '(\w+)'\})?")
_BY_DAY = re.compile(r"\$as_of IS NULL OR (\w+)\.holds_from <= \$as_of <= \1\.holds_until")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NEEDS_NO_QUOTES = re.compile(r"[\w.:/…-]+")
_OBEYED_IN_QUOTES = re.compile(r'[\\"$`]')


@dataclass(frozen=True, slots=True)
class Query:
    """A named question: topic and name as in `cypher/<topic>/<name>.cypher`, its header, and its text to run."""

    topic: str
    name: str
    header: Header
    text: str

    @property
    def title(self) -> str:
        """The question."""
        return self.header.title

    @property
    def command(self) -> str:
        """The command that asks it, with what must be given left open."""
        return self.command_with({each.name: "…" for each in self.header.parameters if each.default is None})

    def command_with(self, given: Mapping[str, str]) -> str:
        """Return the command that asks it with these values, in quotes where a shell needs them.

        >>> library()["chairs"].command_with({"body": "Hub Steering Group", "bases": "stated implied"})
        'ecosystem ask chairs --body "Hub Steering Group" --basis stated --basis implied'
        """
        options = (
            f"{parameter.option} {_as_typed(value)}"
            for parameter in self.header.parameters
            if parameter.name in given
            for value in parameter.several(given[parameter.name])
        )
        return " ".join(["ecosystem ask", self.name, *options])

    @property
    def order(self) -> tuple[tuple[int, bool], ...]:
        """The columns that the answer is ordered by, as places in the row, each with whether it descends."""
        names = [column.name for column in self.header.returns]
        keys = _AFTER_ORDER.split(_ORDER.split(outermost(code_of(self.text)))[-1])[0].split(",")
        return tuple((names.index(key.split()[0]), key.upper().split()[-1] == "DESC") for key in keys)

    @property
    def relations(self) -> frozenset[str]:
        """The relations whose facts decide the answer: those it names, all for a fact of any type, none for figures."""
        code = code_of(self.text)
        any_type = RELATIONS if _OF_ANY_TYPE.search(code) else ()
        return frozenset(RELATIONS).intersection(re.findall(r"\w+", code)) or frozenset(any_type)

    @property
    def properties(self) -> frozenset[str] | None:
        """The properties whose statements decide the answer: None for all, an empty set where it reads none."""
        found = _STATEMENT.findall(self.text)
        return None if "" in found else frozenset(found)

    @property
    def days(self) -> tuple[Parameter, ...]:
        """The parameters that are days: one to look at, or two to look between, the earlier one first."""
        return tuple(parameter for parameter in self.header.parameters if parameter.kind in DAYS)

    @property
    def numbers(self) -> tuple[Parameter, ...]:
        """The parameters that are numbers: how many there must be at least."""
        return tuple(parameter for parameter in self.header.parameters if parameter.kind == "integer")

    @property
    def is_of_a_day(self) -> bool:
        """Whether it leaves out what does not hold on the day looked at, and does not compare days itself."""
        return _BY_DAY.search(code_of(self.text)) is not None


Typed = Callable[[Query, Mapping[str, str]], str]
"""Words what to type for a question with values."""


def _as_typed(value: str) -> str:
    """Write a value as one word of a command line; double quotes mean the same to every shell."""
    if _NEEDS_NO_QUOTES.fullmatch(value):
        return value
    return f'"{_OBEYED_IN_QUOTES.sub(lambda sign: chr(92) + sign[0], value)}"'


def read_query(topic: str, name: str, text: str) -> tuple[Query | None, list[Problem]]:
    """Return a query from its text, and every problem found; None where there is one."""
    file = f"{topic}/{name}.cypher"
    header, problems = read_header(text, file)
    if header is not None:
        problems = problems_of(text, header, file)
    if not _NAME.fullmatch(name):
        problems.append(Problem("Q9", f"{quoted(name)} is no name for a query", fix="use a-z and hyphens", file=file))
    if header is None or problems:
        return None, problems
    return Query(topic, name, header, text), []


def library_of(folder: Path) -> Mapping[str, Query]:
    """Return the queries of a folder by name, topic by topic; `DataProblems` with everything wrong in any of them."""
    queries: dict[str, Query] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/*.cypher")):
        query, found = read_query(path.parent.name, path.stem, path.read_text(encoding="utf-8"))
        problems += found
        if path.stem in queries:
            place = f"{path.parent.name}/{path.name}"
            problems.append(Problem("Q9", f"there are two queries called `{path.stem}`", fix="rename one", file=place))
        elif query:
            queries[query.name] = query
    if problems:
        raise DataProblems(problems)
    return queries


@cache
def library() -> Mapping[str, Query]:
    """Return the queries that ship with the package, by name, topic by topic."""
    return library_of(shipped("cypher"))


def named(name: str, queries: Mapping[str, Query] | None = None, typed: Typed = Query.command_with) -> Query:
    """Return the query of that name, its topic before it or not; `UsageError` offering the nearest questions.

    `typed` words what to type for one of them with values, by default the command.

    >>> named("membership/chairs").name
    'chairs'
    """
    known = library() if queries is None else queries
    topic, _, last = name.rpartition("/")
    query = known.get(last)
    if query is not None and topic in {"", query.topic}:
        return query
    offers = offered(name, known, typed=typed)
    fix = f"ask one of these:{offers}" if offers else LISTED
    raise UsageError(f"no question is called “{shortened(name)}”", fix=fix)


def offered(
    words: str, queries: Mapping[str, Query], names: Sequence[str] = (), typed: Typed = Query.command_with
) -> str:
    """Return the questions nearest to some words as lines, each what to type and what it asks; see `nearest`."""
    found = nearest(words, queries, names)
    return "".join(f"\n    {typed(query, given)}    {query.title}" for query, given in found)
