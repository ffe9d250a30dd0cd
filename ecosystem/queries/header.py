"""The comment block at the head of a query file: question, why it matters, how to read an answer, parameters, columns.

>>> header, problems = read_header('''// Which boards are there?
... //
... // A first look.
... //
... // @param as_of:date = dataset    the day to look at
... // @returns board:string          one board
... RETURN 1''', "boards.cypher")
>>> header.parameters[0].default, header.returns[0].name, problems
('dataset', 'board', [])
"""

import re
from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from ecosystem.problems import Problem, quoted

Kind = Literal["date", "day", "integer", "string", "entity", "boolean", "list"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What values may be. A `date` may be `any`, for the whole record; a `day` may not."""

DAYS = frozenset({"date", "day"})
"""The kinds of parameters that are days."""

Flaw = tuple[str, str]
"""What is wrong with a line, and the remedy."""

OPTIONS_OF_ALL = {"as_of": "--as-of", "bases": "--basis"}
"""Parameters that every command takes, as options of these names."""

_MARK = re.compile(r"@(\w+)\s*(.*)")
_DECLARED = re.compile(r"(?P<name>[a-z]\w*):(?P<kind>\w+)(?: = (?P<default>.*))?")
_COLUMNS_APART = re.compile(r"\s{2,}")


class Described(BaseModel):
    """A name with a kind of value and a description."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: Kind
    description: str


class Column(Described):
    """A column of the answer."""


class Parameter(Described):
    """A parameter of a query; without a default it must be given. `any` asks for all, `dataset` for the data's day."""

    default: str | None = None

    @property
    def option(self) -> str:
        """The option of a command that gives its value.

        >>> Parameter(name="min_shared", kind="integer", description="how many").option
        '--min-shared'
        """
        return OPTIONS_OF_ALL.get(self.name, f"--{self.name.replace('_', '-')}")

    @property
    def takes_any(self) -> bool:
        """Whether `any` may be asked for: for all days or bases, or where it is the default.

        >>> Parameter(name="body", kind="entity", description="one body").takes_any
        False
        """
        return self.kind in {"date", "list"} or self.default == "any"

    def several(self, written: str) -> list[str]:
        """Return the values that a written one stands for: those of a list, else itself."""
        return written.replace(",", " ").split() if self.kind == "list" else [written]


class Header(BaseModel):
    """What a query file says of itself: its question, why it matters, and what has to be known to read an answer.

    A query without a third paragraph has no such `caveat`; where there is one, it is said below every answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    why: str
    caveat: str = ""
    parameters: tuple[Parameter, ...] = ()
    returns: tuple[Column, ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of that name, if the query has it."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    @property
    def entities(self) -> tuple[Parameter, ...]:
        """The parameters that are given by the name of somebody or something."""
        return tuple(parameter for parameter in self.parameters if parameter.kind == "entity")


def read_header(text: str, file: str) -> tuple[Header | None, list[Problem]]:
    """Return the header at the head of a query's text, and every problem in it by line; None where it is unusable."""
    lines = list(_comment_lines(text))
    problems: list[Problem] = []
    parameters: list[Parameter] = []
    returns: list[Column] = []
    for row, line in lines:
        if mark := _MARK.fullmatch(line):
            match _declared(mark):
                case Parameter() as parameter:
                    parameters.append(parameter)
                case Column() as column:
                    returns.append(column)
                case message, fix:
                    problems.append(Problem("Q2", message, fix=fix, file=file, row=row))
    title, why, caveat = _prose([line for _, line in lines])
    problems += _missing(title, why, returns, file)
    if problems:
        return None, problems
    return Header(title=title, why=why, caveat=caveat, parameters=tuple(parameters), returns=tuple(returns)), []


def _comment_lines(text: str) -> Iterator[tuple[int, str]]:
    for row, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("//"):
            return
        yield row, line.removeprefix("//").strip()


def _prose(lines: list[str]) -> tuple[str, str, str]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line and not line.startswith("@"):
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    title, why, caveat = (" ".join(paragraph) for paragraph in [*paragraphs, [], []][:3])
    return title, why, caveat


def _declared(mark: re.Match[str]) -> Parameter | Column | Flaw:
    word = mark[1]
    signature, *description = _COLUMNS_APART.split(mark[2], maxsplit=1)
    found = _DECLARED.fullmatch(signature)
    if word not in {"param", "returns"}:
        return f"unknown mark {quoted('@' + word)}", "write `@param` or `@returns`"
    if found is None or (word == "returns" and found["default"] is not None):
        return f"cannot read {quoted(mark[0])}", f"write `@{word} name:kind  description`"
    if found["kind"] not in KINDS:
        return f"unknown kind {quoted(found['kind'])} of `{found['name']}`", f"use one of: {', '.join(KINDS)}"
    if not description:
        return f"`{found['name']}` has no description", "add one after two spaces"
    content = found.groupdict() | {"description": description[0]}
    if word == "param":
        return Parameter.model_validate(content)
    return Column.model_validate({key: value for key, value in content.items() if key != "default"})


def _missing(title: str, why: str, returns: list[Column], file: str) -> Iterator[Problem]:
    if not title.endswith("?"):
        yield Problem("Q1", "the first line asks no question", fix="begin with `// Which …?`", file=file, row=1)
    if not why:
        yield Problem("Q1", "no paragraph says why it matters", fix="add one after a blank `//`", file=file, row=2)
    if not returns:
        yield Problem("Q1", "no `@returns` says what comes back", fix="add one for each column", file=file, row=1)
