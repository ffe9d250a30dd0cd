"""What the tests of the named questions share: who is who in Exampleton, rows to add to it, and days to ask about."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from random import Random

from ecosystem.answers import Runner, ask
from ecosystem.dates import EARLIEST, LATEST, ONE_DAY
from ecosystem.model import BASES, Fact, Statement
from ecosystem.queries import Query, library, named
from ecosystem.results import Cell
from ecosystem.snapshot import Snapshot

COUNCIL, HOSPITALS, COMMUNITY = (
    "Exampleton Council", "Exampleton Hospitals NHS Foundation Trust", "Exampleton Community NHS Trust",
)  # fmt: skip
BOARD, DELIVERY, FINANCE = "Exampleton Health Board", "Exampleton Delivery Group", "Exampleton Finance Group"
PARTNERSHIP = "Exampleton Health and Care Partnership"
NORTH, SOUTH, HILL = (f"{name} Local Care Partnership" for name in ("North Vale", "South Vale", "Hill & Moor"))
PANEL, DIGITAL = "Scrutiny Panel (Health)", "Digital Panel"
HEALTH, CHIEF = "Director of Public Health", "Chief Executive, Exampleton Hospitals"
STRATEGY, PLAN, ESTATES = "Exampleton Health Strategy 2022-2025", "Digital Plan", "Estates Plan 2015-2019"

Answered = Callable[..., set[tuple[Cell, ...]]]


def fact(subject: str, relation: str, target: str, at: str = "minutes-2024:item2", **more: str) -> Fact:
    """Return a fact, cited where it is told to be."""
    key = "--".join((target, subject, relation, *more.values())).lower().replace("_", "-").replace(" ", "-")
    return Fact(
        **({"id": key, "subject": subject, "relation": relation, "object": target} | more), sources=tuple(at.split())
    )


def complete(table: str, value: str, row_id: str = "z") -> Statement:
    """Return what is said of whether a list of members is complete."""
    return Statement(id=row_id, subject=table, property="list_complete", value=value, sources=("minutes-2024:item2",))


def one_of_each_shape() -> list[str]:
    """Return the names of questions, one for each set of parameters that a question has: name, kind and default."""
    shapes = {
        tuple((each.name, each.kind, each.default) for each in query.header.parameters): query.name
        for query in reversed(library().values())
    }
    return sorted(shapes.values())


def what_must_be_named(query: Query) -> dict[str, str]:
    """Return something of Exampleton for each parameter of a query that has no default."""
    pages = {"first": "constitution-2023", "second": "minutes-2024"} if query.name == "what-two-pages-list" else {}
    known = {
        "first": "EHB", "second": "delivery-group", "earlier": "2023-06", "entity": "EHB", "source": "minutes-2024",
    } | pages  # fmt: skip
    return {each.name: known[each.name] for each in query.header.parameters if each.default is None}


def days_that_matter(snapshot: Snapshot) -> list[date]:
    """Return every day on which anything changes what may be said of it, and the days around it."""
    rows = chain(snapshot.entities.values(), snapshot.facts.values(), snapshot.statements.values())
    spans = (snapshot.span(row) for row in rows)
    days = {day for span in spans for day in (span.may_from, span.holds_from, span.holds_until, span.may_until)}
    return sorted({near for day in days - {EARLIEST, LATEST} for near in (day - ONE_DAY, day, day + ONE_DAY)})


def ways_of_asking(name: str, snapshot: Snapshot, number: int) -> Iterator[dict[str, str]]:
    """Yield days and bases to ask a question for: the whole record, then so many at random, but always the same."""
    chosen = Random(name)
    *before, last = named(name).days
    if last.kind == "date":
        yield from ({"as_of": "any", "bases": bases} for bases in ("any", "stated"))
    days = days_that_matter(snapshot)
    for day in chosen.sample(days[1:], number):
        earlier = {each.name: chosen.choice(days[: days.index(day)]).isoformat() for each in before}
        bases = " ".join(chosen.sample(BASES, chosen.randint(1, len(BASES))))
        yield earlier | {"as_of": day.isoformat(), "bases": bases}


def agree(name: str, given: dict[str, str], snapshot: Snapshot, *runners: Runner) -> bool:
    """Tell whether all answer a question with the same rows, ordered by the same values."""
    query = named(name)
    known = {key: value for key, value in given.items() if query.header.parameter(key)}
    answers = [ask(name, known, snapshot, runner).rows for runner in runners]
    ordered = [[[row[place] for place, _ in query.order] for row in rows] for rows in answers]
    return all(
        len(rows) == len(set(rows)) and set(rows) == set(answers[0]) and keys == ordered[0]
        for rows, keys in zip(answers, ordered, strict=True)
    )
