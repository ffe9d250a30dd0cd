"""A scenario kept in a file, to be shared and tried again: TOML, a table `[[step]]` for each step.

>>> read_scenario("one.toml", b'[[step]]\\nmerge = ["North", "South"]\\ninto = "One Trust"\\n')
(Merge(bodies=('North', 'South'), into='One Trust'),)
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from ecosystem.problems import DataProblems, Problem, quoted
from ecosystem.scenario.steps import Fault, Step, faults_of, step_of
from ecosystem.tables.text import text_of

STEP = "step"
_BEGIN = "begin each step with a line `[[step]]`, and write under it what is done"
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*step[ \t]*\]\]", re.MULTILINE)


def read_scenario(name: str, data: bytes) -> tuple[Step, ...]:
    """Return the steps that a file holds, in order; `DataProblems` with everything wrong, by file, line and key."""
    text, problem = text_of(name, data)
    if problem:
        raise DataProblems([problem])
    tables = _tables(name, text)
    places = _Places(name, text)
    problems = [places.problem(number, fault) for number, one in enumerate(tables) for fault in _faults(one)]
    if problems:
        raise DataProblems(problems)
    return tuple(map(step_of, tables))


def _tables(name: str, text: str) -> list[Any]:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataProblems([_not_toml(name, str(error), text)]) from None
    except (ValueError, RecursionError):
        raise DataProblems([_not_toml(name, "a value is too long or too deep", "")]) from None
    unknown = [
        Problem("B14", f"unknown key {quoted(key)}", _BEGIN, name, _line(text, key), key)
        for key in values
        if key != STEP
    ]
    steps = values.get(STEP, [])
    if not isinstance(steps, list) or not steps:
        unknown.append(Problem("B105", "there are no steps", _BEGIN, name))
    if unknown:
        raise DataProblems(unknown)
    return list(steps)


def _not_toml(name: str, reason: str, text: str) -> Problem:
    """Return the problem of a text that is no TOML, at the place that the reason names: the last line for its end."""
    place = re.search(r" \(at line (\d+), column (\d+)\)", reason)
    last = len(text.splitlines())
    row, column = (int(place[1]), place[2]) if place else (last, "")
    message = f"not valid TOML: {reason[: place.start()] if place else reason}"
    fix = 'write `key = "text"` or `key = ["one", "other"]`, one on a line'
    return Problem("B105", message, fix, name, row, column)


def _line(text: str, key: str, start: int = 0, end: int | None = None) -> int:
    """Return the line on which a key is given within a part of a text, 0 where it is not found."""
    pattern = re.compile(rf"^[ \t]*(?:\[+[ \t]*(?:step\.)?)?[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", re.MULTILINE)
    found = pattern.search(text, start, len(text) if end is None else end)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _faults(table: object) -> list[Fault]:
    return faults_of(table) if isinstance(table, Mapping) else [Fault("", "a step is no table", _BEGIN)]


class _Places:
    """Where in a file each step begins and ends."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        self._starts = [found.start() for found in _HEAD.finditer(text)]

    def problem(self, number: int, fault: Fault) -> Problem:
        """Return what is wrong with a step, with the line of its key, else of its head."""
        row = self._row(number, fault.within, fault.key)
        return Problem("B14" if fault.is_unknown else "B105", fault.message, fault.fix, self._name, row, fault.key)

    def _row(self, number: int, *keys: str) -> int:
        """Return the line of the first of some keys that is given, else that of the head of the step."""
        if number >= len(self._starts):
            return 0
        start, end = self._starts[number], [*self._starts, len(self._text)][number + 1]
        given = (_line(self._text, key, start, end) for key in keys if key)
        return next(filter(None, given), self._text.count("\n", 0, start) + 1)
