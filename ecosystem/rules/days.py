"""Rules of dates: written as people can rely on, in order, and within the life of what they are about."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ecosystem.dates import YEARS, first_day, is_date, last_day
from ecosystem.model import RELATIONS, Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement
from ecosystem.problems import Problem, quoted
from ecosystem.rules.examination import Examination

DATED: dict[type[Row], tuple[str, ...]] = {
    Entity: ("start_date", "end_date", "evidence_date"),
    Fact: ("start_date", "end_date", "evidence_date"),
    Statement: ("start_date", "end_date", "evidence_date"),
    Identifier: ("start_date", "end_date"),
    Source: ("date",),
    Retired: ("on",),
    Dataset: ("as_of",),
}
"""The columns that hold dates."""

_ISO = re.compile(r"([0-9]{4})(?:-[0-9]{2}){0,2}")
_SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_SERIAL = re.compile(r"[1-6][0-9]{4}(?:\.[0-9]+)?")
_MONTH_NAME = re.compile(r"[0-9]{0,2}[- ]?[A-Z][a-z]{2,8}[- ][0-9]{2,4}|[A-Z][a-z]{2,8}[- ][0-9]{1,2}")
_PLAIN_FIX = "write YYYY-MM-DD, YYYY-MM or YYYY"
_SPREADSHEET = (
    (_SLASHED, ("B50", "may be read two ways, or was written by a spreadsheet", _PLAIN_FIX)),
    (_SERIAL, ("B51", "looks like a spreadsheet's date number", "restore the file and edit the workbook")),
    (_MONTH_NAME, ("B50", "looks like a spreadsheet's way of showing a date", _PLAIN_FIX)),
)
_ONCE_PER_COLUMN = frozenset({"B50", "B51"})


def days(examined: Examination) -> Iterator[Problem]:
    """Find dates that do not exist, are ambiguous, out of order, or outside the written life of an end."""
    changed: dict[tuple[str, str, str], list[tuple[Row, Problem]]] = defaultdict(list)
    for row in examined.snapshot:
        for column in DATED.get(type(row), ()):
            text = getattr(row, column)
            if text and not is_date(text):
                problem = _badly_written(examined, row, column, text)
                if problem.code in _ONCE_PER_COLUMN:
                    changed[problem.file, column, problem.code].append((row, problem))
                else:
                    yield problem
    yield from map(examined.once, changed.values())
    yield from _order(examined)


def _badly_written(examined: Examination, row: Row, column: str, text: str) -> Problem:
    code, message, fix = _diagnosis(text)
    shown = examined.shown(row, column, text)
    return examined.problem(row, code, f"{shown} {message}", fix=fix, column=column)


def _diagnosis(text: str) -> tuple[str, str, str]:
    if iso := _ISO.fullmatch(text):
        if int(iso[1]) not in YEARS:
            fix = "write the right year, or leave the cell blank: unknown is blank"
            return "B55", f"lies outside {YEARS[0]} to {YEARS[-1]}", fix
        return "B49", "is no such date", "correct the day or month, or write only what is known"
    if slashed := _SLASHED.fullmatch(text):
        one, other, year = slashed.groups()
        if not (is_date(f"{year}-{other:0>2}-{one:0>2}") or is_date(f"{year}-{one:0>2}-{other:0>2}")):
            return "B49", "is no such date", _PLAIN_FIX
    found = next((diagnosis for pattern, diagnosis in _SPREADSHEET if pattern.fullmatch(text)), None)
    return found or ("B49", "is not a date", _PLAIN_FIX)


def _order(examined: Examination) -> Iterator[Problem]:
    for row in examined.snapshot:
        if not isinstance(row, Entity | Fact | Statement | Identifier):
            continue
        start, end = _valid(row.start_date), _valid(row.end_date)
        if start and end and last_day(end) < first_day(start):
            message = "ends before it starts"
            if not examined.is_personal(row):
                message = f"ends {quoted(end)}, before it starts {quoted(start)}"
            yield examined.problem(row, "B52", message, fix="correct one of the dates", column="end_date")
        elif isinstance(row, Fact):
            yield from _life(examined, row, start, end)


def _valid(text: str) -> str:
    return text if text and is_date(text) else ""


def _life(examined: Examination, fact: Fact, start: str, end: str) -> Iterator[Problem]:
    relation = RELATIONS.get(fact.relation)
    if relation is None or relation.happening or not (start or end):
        return
    ends = [examined.snapshot.entities[one] for one in (fact.subject, fact.object) if one in examined.snapshot.entities]
    for column, verb, written in (("start_date", "begins", start), ("end_date", "ends", end)):
        for entity in ends:
            if clash := _clash(written, _valid(entity.start_date), _valid(entity.end_date)):
                when, happened = clash
                message = f"{verb} {when} {examined.called(entity.id)} {happened} ({examined.pointer(entity)})"
                fix = "correct the date here or there; a date that is not known stays blank"
                yield examined.problem(fact, "B54", message, fix=fix, column=column)
                break


def _clash(written: str, born: str, ended: str) -> tuple[str, str] | None:
    if written and born and last_day(written) < first_day(born):
        return "before", "exists"
    if written and ended and first_day(written) > last_day(ended):
        return "after", "ended"
    return None
