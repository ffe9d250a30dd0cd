"""Dates that a query compares: with parameters, which are given as text, and with what no date can be compared with.

The graph has days as native dates, such as `holds_from`, and dates as they were written, such as `start_date`, which
are text. Neo4j answers a comparison of the one with the other with null, so that rows vanish without a word.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecosystem.dates import first_day, is_date, last_day
from ecosystem.model import DERIVED
from ecosystem.queries.header import Parameter
from ecosystem.queries.text import code_of

DAY_OF = {"start_date": "holds_from", "end_date": "holds_until", "evidence_date": "last_seen"}
"""The dates that are text, each with the native one to compare instead."""

_FILLING = "'"
_NAMES = "|".join((*DERIVED, *DAY_OF))
_OPERATOR = r"(?:<>|<=|>=|=|<|>)"
_FIRST = re.compile(
    rf"(?:\b(?P<name>{_NAMES})\s*{_OPERATOR}|[{{,]\s*(?P<key>{_NAMES})\s*:)\s*(?P<other>\$\s*\w+|date\s*\(|{_FILLING})"
)
_LAST = re.compile(
    rf"(?P<other>\$\s*+\w++|\bdate\s*+\([^()]*+\)|(?<!{_FILLING}){_FILLING}++)\s*+{_OPERATOR}\s*\w+\s*\.\s*(?P<name>{_NAMES})\b"
)
_TEXT = ("'", '"')


@dataclass(frozen=True, slots=True)
class Compared:
    """A date of the graph and what it is compared with: the parameter of that name, text, or else a date."""

    name: str
    parameter: str = ""
    is_text: bool = False

    @property
    def is_native(self) -> bool:
        """Whether the date of the graph is a native one."""
        return self.name in DERIVED


def compared(query: str) -> list[Compared]:
    """Return the dates of the graph that a query compares with a parameter, text or a date.

    >>> compared("MATCH (b:Board) WHERE b.holds_from > $d RETURN b")
    [Compared(name='holds_from', parameter='d', is_text=False)]
    """
    code = code_of(query, filling=_FILLING)
    found = [*_FIRST.finditer(code), *_LAST.finditer(code)]
    return list(dict.fromkeys(filter(None, (_compared(query, each) for each in found))))


def _compared(query: str, found: re.Match[str]) -> Compared | None:
    name = found["name"] or found["key"]
    other = found["other"]
    if other.startswith("$"):
        return Compared(name, other[1:].strip())
    if not other.startswith(_FILLING):
        return Compared(name)
    return Compared(name, is_text=True) if query[found.start("other")] in _TEXT else None


def parameters_compared(query: str) -> Mapping[str, Parameter]:
    """Return the parameters that a query compares with dates of the graph: a day for native ones, else text.

    >>> parameters_compared("MATCH (b:Board) WHERE b.holds_from > $d RETURN b")["d"].kind
    'date'
    """
    found = sorted((each for each in compared(query) if each.parameter), key=lambda each: each.is_native)
    return {
        each.parameter: Parameter(
            name=each.parameter, kind="date" if each.is_native else "string", description=f"to compare with {each.name}"
        )
        for each in found
    }


def notes_on_dates(query: str, given: Mapping[str, str]) -> Iterator[str]:
    """Yield what to say of the comparisons of a query: days read from less than a day, and those that never hold."""
    days = {name for name, parameter in parameters_compared(query).items() if parameter.kind == "date"} | {"as_of"}
    for name in sorted(days & given.keys() - {"as_of"}):
        if is_date(written := given[name]) and first_day(written) != last_day(written):
            yield f"${name} is the last day of {written}, {last_day(written)}: write the day if another is meant."
    for each in compared(query):
        if each.is_native and each.is_text:
            yield f"{each.name} is a date, and no text compares with it: write date('2018-04-01')."
        elif not each.is_native and not each.is_text and each.parameter in {*days, ""}:
            yield (
                f"{each.name} is text, as precise as it was written, and no date compares with it: compare"
                f" {DAY_OF[each.name]}, or write '2018-04-01'."
            )
