"""Asking a named question, of the graph in Cypher or of the files through a query's twin."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from ecosystem.answers.ground import Ground, Sight
from ecosystem.answers.twins import TWINS
from ecosystem.dates import spoken
from ecosystem.model import BASES
from ecosystem.problems import UsageError
from ecosystem.queries import ON_THE_COMMAND_LINE, Query, Speech, converted, library, named
from ecosystem.queries.values import Value
from ecosystem.results import Cell, Cells, Result
from ecosystem.snapshot import LeftOut, Snapshot
from ecosystem.wording import NOT_STATED, beyond, left_out, listed, number_in_words

SOURCE = "source"
"""What a question calls the source whose sayings it asks for: others are about the entity that is named."""

GAPS = "gaps"
"""The topic of questions after what is missing: nothing found is no silence of the sources."""


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
    unseen = _left_out(query, sight, values)
    answer = runner(query, values)
    return Result(
        title=titled(query, values),
        columns=tuple(column.name for column in query.header.returns),
        kinds={column.name: column.kind for column in query.header.returns},
        rows=tuple(tuple(_cell(value) for value in row) for row in answer.rows),
        origin=origin,
        as_of=sight.day,
        bases=tuple(basis for basis in BASES if basis in sight.bases),
        notes=tuple(
            _notes(
                answer,
                query.header.caveat,
                left_out(unseen, sight.day),
                *_about_the_day(query, sight.day, ground.default_day),
            )
        ),
        empty=_empty(query, values, " for that day" if sight.day else "", speech),
    )


def titled(query: Query, values: Mapping[str, Value]) -> str:
    """Return a question as it is asked: a number in it, such as how many in common, is the one asked for.

    >>> titled(named("organisations-at-several-tables"), {"min_tables": 5})
    'Which organisations are named at five or more tables?'
    """
    title = query.title
    for number in query.numbers:
        asked = cast("int", values[number.name])
        title = title.replace(f" {number_in_words(int(number.default or 0))} ", f" {number_in_words(asked)} ", 1)
    return title


def _empty(query: Query, values: Mapping[str, Value], then: str, speech: Speech) -> str:
    """Return what an answer without rows means."""
    if query.numbers:
        asked = listed(f"`{speech.called(number)}` {values[number.name]}" for number in query.numbers)
        return f"None: nothing known{then} reaches {asked}."
    if query.topic == GAPS:
        return f"None is known{then}."
    return f"{NOT_STATED.capitalize()}: nothing in the sources answers this{then}."


def values_of(
    query: Query, given: Mapping[str, str], ground: Ground, speech: Speech = ON_THE_COMMAND_LINE
) -> dict[str, Value]:
    """Return the values a question is asked with, from its parameters as written.

    `UsageError` as `ask` raises it, with what to type instead.
    """
    return converted(query, given, ground.default_day, ground.find, speech)


def _named_in(query: Query, values: Mapping[str, Value], *, sources: bool) -> tuple[str, ...]:
    """Return the ids of the entities that a question is about, or of the sources whose sayings it asks for."""
    named_there = (entity for entity in query.header.entities if (entity.name == SOURCE) is sources)
    return tuple(str(values[entity.name]) for entity in named_there if values[entity.name] is not None)


def _cell(value: object) -> Cell:
    return tuple(map(_cell, value)) if isinstance(value, list | tuple) else cast("Cell", value)


def _notes(answer: Rows, *said: str) -> Iterator[str]:
    if answer.limit:
        given = f"Only the first {len(answer.rows):,} rows are given"
        yield f"{given}, the limit is {answer.limit}: ask a narrower question."
    yield from filter(None, said)


def _about_the_day(query: Query, day: date | None, last: date) -> Iterator[str]:
    """Yield what has to be known of the day: what comes after it, where that is left out and not counted."""
    if len(query.days) == 1 and not query.is_of_a_day and day is not None and day < last:
        yield f"Left out: what is only dated after {spoken(day.isoformat())}."
    yield beyond(day, last)


def _left_out(query: Query, sight: Sight, values: Mapping[str, Value]) -> LeftOut:
    """Return how much an answer leaves out: of facts none for the day where the query compares days itself."""
    about, citing = (_named_in(query, values, sources=sources) for sources in (False, True))
    found = sight.left_out(query.relations, query.properties, about=about, citing=citing)
    facts = {status: number for status, number in found.facts.items() if status is None or query.is_of_a_day}
    return LeftOut(facts, found.statements)


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
