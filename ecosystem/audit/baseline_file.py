"""A baseline as a file: a table of three columns that Excel opens, one finding a row, in the order of the keys.

>>> text = baseline_text([("no-known-chair:board", "the chair is being chosen", "Health Board")])
>>> text
'finding,reason,about\\nno-known-chair:board,the chair is being chosen,Health Board\\n'
>>> [entry.reason for entry in read_baseline("known.csv", text.encode())]
['the chair is being chosen']
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pydantic import ValidationError

from ecosystem.audit.baseline import Accepted
from ecosystem.problems import DataProblems, Problem, quoted
from ecosystem.rules import did_you_mean, unfit
from ecosystem.tables.delimited import DELIMITERS
from ecosystem.tables.records import Record, records
from ecosystem.tables.text import other_kind, text_of
from ecosystem.wording import counted

COLUMNS = tuple(Accepted.model_fields)
REQUIRED = tuple(name for name, column in Accepted.model_fields.items() if column.is_required())
BLANK = "reason"
"""The column that a person fills in."""

Row = tuple[str, str, str]
"""A row of the file: the key of a finding, the reason, and what it is in words."""

_FIXES = {
    "finding": "write the rule and the ids that `ecosystem audit` gives, joined by colons",
    "reason": "say why it is accepted, so that whoever comes after can judge",
}


def baseline_text(rows: Iterable[Row]) -> str:
    """Return rows as a baseline file, in the order of their keys."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    return page.getvalue()


def read_baseline(file: str, data: bytes) -> tuple[Accepted, ...]:
    """Return what a baseline accepts; `DataProblems` with everything wrong with it, reasons not given included."""
    found, problems = _read(file, data)
    entries: list[Accepted] = []
    lines: dict[str, int] = {}
    for line, cells in found:
        try:
            entry = Accepted.model_validate(cells)
        except ValidationError as error:
            problems += _invalid(file, line, cells, error)
            continue
        if entry.finding in lines:
            message = f"{quoted(entry.finding)} is already at line {lines[entry.finding]:,}"
            problems.append(Problem("B34", message, "remove one of the two", file, line, "finding"))
        lines.setdefault(entry.finding, line)
        entries.append(entry)
    if problems:
        raise DataProblems(_blanks_as_one(problems))
    return tuple(entries)


def _blanks_as_one(problems: list[Problem]) -> list[Problem]:
    """Return problems with the reasons that are still to be given as one: a new baseline has none in any row."""
    blank = [one for one in problems if (one.code, one.column) == ("B101", BLANK)]
    if len(blank) < 2:
        return problems
    first, *others = blank
    rows = counted(len(others), "more row", "more rows")
    told = replace(first, message=f"{first.message} here and in {rows}, the last of them line {others[-1].row:,}")
    return [told if one is first else one for one in problems if one not in others]


def reasons_in(file: str, data: bytes) -> Mapping[str, str]:
    """Return the reasons that a file has by the key of their finding, whatever else is wrong with it.

    `DataProblems` where it cannot be read as a baseline at all.
    """
    found, problems = _read(file, data)
    if problems:
        raise DataProblems(problems)
    return {cells["finding"]: reason for _, cells in found if (reason := cells.get(BLANK, "").strip())}


def _read(file: str, data: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Return the cells of each row by column, with its line, and what is wrong with the file or its rows as such."""
    text, problem = text_of(file, data)
    if problem := other_kind(file, data) or problem:
        return [], [problem]
    first, *others = _split(text) or [Record(1)]
    if problems := list(_faults_of_header(file, first)):
        return [], problems
    faults = {record.row: list(_faults(file, record, first.cells)) for record in others}
    sound = (record for record in others if not faults[record.row])
    rows = [(record.row, dict(zip(first.cells, record.cells, strict=True))) for record in sound]
    return rows, [fault for found in faults.values() for fault in found]


def _split(text: str) -> list[Record]:
    def known(delimiter: str) -> int:
        first = next(records(text, delimiter), Record(1))
        return len(set(COLUMNS).intersection(first.cells))

    return list(records(text, max(DELIMITERS, key=known)))


def _faults_of_header(file: str, first: Record) -> Iterator[Problem]:
    yield from _flaws(file, first)
    if not first.cells:
        yield Problem("B4", "no header row", f"begin with the line `{','.join(COLUMNS)}`", file)
        return
    for number, name in enumerate(first.cells, 1):
        if name not in COLUMNS:
            fix = did_you_mean(name, COLUMNS, f"remove it; the columns are {', '.join(COLUMNS)}")
            yield Problem("B14", f"unknown column {quoted(name)}", fix, file, first.row, str(number))
        elif name in first.cells[: number - 1]:
            yield Problem("B16", f"column {quoted(name)} twice", "remove one", file, first.row, str(number))
    for name in REQUIRED:
        if name not in first.cells:
            yield Problem("B15", f"column {quoted(name)} missing", "add it", file, first.row, name)


def _faults(file: str, record: Record, columns: Sequence[str]) -> Iterator[Problem]:
    width = len(columns)
    yield from _flaws(file, record)
    if not record.flaw and len(record.cells) != width:
        code = "B19" if len(record.cells) > width else "B20"
        fix = "put quotes round a cell that holds a comma" if code == "B19" else "add the missing commas"
        yield Problem(code, f"{counted(len(record.cells), 'cell')}, header has {width}", fix, file, record.row)
    for column, text in zip(columns, record.cells, strict=False):
        if found := unfit(text.strip(), prose=True):
            yield Problem(found[0], found[1], found[2], file, record.row, column)


def _flaws(file: str, record: Record) -> Iterator[Problem]:
    if flaw := record.flaw:
        yield Problem(flaw.code, flaw.message, flaw.fix, file, flaw.row, str(flaw.column))


def _invalid(file: str, line: int, cells: Mapping[str, str], error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors(include_input=False, include_context=False, include_url=False):
        column = str(fault["loc"][0])
        value, reason = cells[column], fault["msg"].removeprefix("Value error, ")
        if not value.strip():
            yield Problem("B101", f"{quoted(column)} is empty", _FIXES[column], file, line, column)
        elif fault["type"] == "value_error":
            what, _, fix = reason.partition(": ")
            yield Problem("B105", f"{quoted(value)} {what}", fix, file, line, column)
        elif fault["type"] == "string_too_long":
            yield Problem("B25", f"cell has {len(value):,} characters", "shorten it", file, line, column)
        else:
            yield Problem("B105", f"{quoted(value)} is not the key of a finding", _FIXES[column], file, line, column)
