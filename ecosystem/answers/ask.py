"""Asking a named question, of the graph in Cypher or of the files through a query's twin."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from ecosystem.answers.ground import Ground, Sight
from ecosystem.answers.twins import TWINS
from ecosystem.dates import Status
from ecosystem.model import BASES
from ecosystem.problems import UsageError
from ecosystem.queries import ON_THE_COMMAND_LINE, Query, Speech, converted, library, named
from ecosystem.queries.values import Value
from ecosystem.results import Cell, Cells, Result
from ecosystem.snapshot import Snapshot
from ecosystem.wording import NOT_STATED, left_out


class Rows(Protocol):
    """The rows of an answer in the query's order, and the limit that cut them short, if one did."""

    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """The rows."""

    @property
    def limit(self) -> str:
        """The limit in words; blank where these are all."""


@dataclass(frozen=True, slots=True)
class AllRows:
    """All rows of an answer."""

    rows: Sequence[Cells]
    limit: str = ""


Runner = Callable[[Query, Mapping[str, Value]], Rows]
"""Answers a query with converted values."""


def from_graph(read: Callable[[str, Mapping[str, Value]], Rows]) -> Runner:
    """Return a runner that asks the graph through a store's `read`."""
    return lambda query, values: read(query.text, values)


def from_files(snapshot: Snapshot) -> Runner:
    """Return a runner that asks the files; `UsageError` for a query without a twin."""

    def run(query: Query, values: Mapping[str, Value]) -> AllRows:
        if query.name not in TWINS:
            raise UsageError(f"`{query.name}` can only be asked of the graph", fix="start it with `ecosystem db start`")
        rows = list(dict.fromkeys(TWINS[query.name](snapshot.on(*_looked_at(values)), values)))
        for place, descending in reversed(query.order):
            rows.sort(key=lambda row: _rank(row[place]), reverse=descending)
        return AllRows(rows)

    return run


def _rank(cell: Cell) -> tuple[bool, str]:
    """Cypher puts what is null after all else."""
    return cell is None, cast("str", cell)


def _looked_at(values: Mapping[str, Value]) -> tuple[date | None, Sequence[str]]:
    """Return the day and the bases that values ask for."""
    bases = cast("list[str] | None", values.get("bases"))
    return cast("date | None", values.get("as_of")), BASES if bases is None else bases


def ask(
    name: str,
    given: Mapping[str, str],
    ground: Ground,
    runner: Runner,
    *,
    origin: str = "files",
    queries: Mapping[str, Query] | None = None,
    speech: Speech = ON_THE_COMMAND_LINE,
) -> Result:
    """Return the answer to a named question; `given` holds its parameters as written, `as_of` and `bases` among them.

    `ground` gives the names, the default day and the count of what is left out. `UsageError` for an unknown question
    (the nearest are offered), an unknown, missing or unreadable parameter, or an ambiguous name; `speech` words it.
    """
    query = named(name, queries, speech.asked)
    values = values_of(query, given, ground, speech)
    sight = ground.on(*_looked_at(values))
    unseen = _left_out(query, sight, _named_in(query, values))
    answer = runner(query, values)
    return Result(
        title=query.title,
        columns=tuple(column.name for column in query.header.returns),
        kinds={column.name: column.kind for column in query.header.returns},
        rows=tuple(tuple(_cell(value) for value in row) for row in answer.rows),
        origin=origin,
        as_of=sight.day,
        bases=tuple(basis for basis in BASES if basis in sight.bases),
        notes=tuple(_notes(answer, query.header.caveat, left_out(unseen, sight.day))),
        empty=f"{NOT_STATED.capitalize()}: nothing in the sources answers this{' for that day' if sight.day else ''}.",
    )


def values_of(
    query: Query, given: Mapping[str, str], ground: Ground, speech: Speech = ON_THE_COMMAND_LINE
) -> dict[str, Value]:
    """Return the values a question is asked with, from its parameters as written.

    `UsageError` as `ask` raises it, with what to type instead.
    """
    return converted(query, given, ground.default_day, ground.find, speech)


def _named_in(query: Query, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the ids of the entities that a question is about."""
    asked = (values[parameter.name] for parameter in query.header.parameters if parameter.kind == "entity")
    return tuple(str(value) for value in asked if value is not None)


def _cell(value: object) -> Cell:
    return tuple(map(_cell, value)) if isinstance(value, list | tuple) else cast("Cell", value)


def _notes(answer: Rows, caveat: str, unseen: str) -> Iterator[str]:
    if answer.limit:
        given = f"Only the first {len(answer.rows):,} rows are given"
        yield f"{given}, the limit is {answer.limit}: ask a narrower question."
    yield from filter(None, (caveat, unseen))


def _left_out(query: Query, sight: Sight, about: tuple[str, ...]) -> dict[Status | None, int]:
    """Return how many facts an answer leaves out, by status: none for the day where the query compares days itself."""
    counts = sight.left_out(*query.relations, about=about) if query.relations else {}
    return {status: number for status, number in counts.items() if status is None or query.is_of_a_day}


def catalogue(queries: Mapping[str, Query] | None = None) -> Result:
    """Return the named questions by topic, each with the command that asks it.

    >>> "ecosystem ask chairs" in [row[2] for row in catalogue().rows]
    True
    """
    known = library() if queries is None else queries
    return Result(
        title="The named questions",
        columns=("topic", "question", "command"),
        rows=tuple((query.topic, query.title, query.command) for query in known.values()),
        origin="",
        sectioned=True,
    )
