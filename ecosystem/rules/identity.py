"""Rules of ids: how they are written, that they are unique across tables, and never used again."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from ecosystem.model import LABELS, Code, Dataset, Entity, Fact, Retired, Row, Source, Statement
from ecosystem.problems import Problem, quoted
from ecosystem.rules.characters import CONTROL, INVISIBLE, id_mixes_alphabets
from ecosystem.rules.examination import Examination
from ecosystem.rules.suggestion import slug

LONGEST_ID = 100
LONGEST_FACT_ID = 250
"""The ids of facts and statements are made of several."""

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?(?:E\+?[0-9]+)?")
_SIMPLE = re.compile(r"(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*")
_MADE = re.compile(r"[a-z0-9]+(?:--?[a-z0-9]+)*")


def identity(examined: Examination) -> Iterator[Problem]:
    """Find ids that are empty, badly written, used by two rows, or retired."""
    seen: dict[str, Row] = {}
    alike: dict[str, set[str]] = defaultdict(set)
    rows = [row for row in examined.snapshot if not isinstance(row, Code | Dataset | Retired)]
    for row in rows:
        alike[_folded(row.id)].add(row.id)
    numbers: dict[str, list[tuple[Row, Problem]]] = defaultdict(list)
    for row in rows:
        for problem in _written(examined, row, alike[_folded(row.id)]):
            if _NUMBER.fullmatch(row.id):
                numbers[problem.file].append((row, problem))
            else:
                yield problem
        yield from _unique(examined, row, seen)
    yield from map(examined.once, numbers.values())
    for code in examined.snapshot.of_type(Code).values():
        if not code.code:
            yield examined.problem(code, "B101", "`code` is empty", fix="write a code", column="code")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _written(examined: Examination, row: Row, alike: set[str]) -> Iterator[Problem]:
    simple = isinstance(row, Entity | Source)
    limit = LONGEST_ID if simple else LONGEST_FACT_ID
    well_formed = (_SIMPLE if simple else _MADE).fullmatch(row.id) and len(row.id) <= limit and len(alike) == 1
    if not row.id:
        yield examined.problem(row, "B31", "id is empty", fix="write an id", column="id")
    elif not well_formed and not (CONTROL.search(row.id) or INVISIBLE.search(row.id) or id_mixes_alphabets(row.id)):
        code, message, fix = _flaw(examined, row, limit, alike)
        yield examined.problem(row, code, f"id {examined.shown(row, 'id', row.id)} {message}", fix=fix, column="id")


def _flaw(examined: Examination, row: Row, limit: int, alike: set[str]) -> tuple[str, str, str]:
    if len(row.id) > limit:
        return "B33", f"has {len(row.id)} characters, limit {limit}", "shorten it"
    if len(alike) > 1:
        message = "and another are the same once capitals and accents are set aside"
        return "B37", message, "use one id for both, or two that differ"
    proposed = "" if examined.is_personal(row, "id") else slug(row.id)
    fix = f"use {quoted(proposed)}" if proposed else "use lower-case words joined by hyphens"
    if _NUMBER.fullmatch(row.id):
        fix = "use a word: numbers for ids are often a spreadsheet's doing"
    return "B32", "must be words of a-z and 0-9 joined by hyphens", fix


def _unique(examined: Examination, row: Row, seen: dict[str, Row]) -> Iterator[Problem]:
    other = seen.setdefault(row.id, row)
    if other is not row and row.id:
        shown = examined.shown(row, "id", row.id)
        message = f"{shown} is {kind(other)} at {examined.pointer(other)}, here {kind(row)}"
        yield examined.problem(row, "B36", message, fix="give one of them another id", column="id")
    if row.id in examined.snapshot.retired:
        retired = examined.snapshot.retired[row.id]
        shown = examined.shown(row, "id", row.id)
        message = f"id {shown} was retired on {quoted(retired.on)} ({examined.pointer(retired)})"
        yield examined.problem(row, "B44", message, fix="choose a new id: ids are never reused", column="id")


def kind(row: Row) -> str:
    """Return what a row is, with its article, for people.

    >>> kind(Entity(id="x", label="Organisation", name="X"))
    'an organisation'
    """
    match row:
        case Entity():
            words = row.form or (LABELS[row.label].singular if row.label in LABELS else row.label)
        case Fact():
            words = "relationship"
        case Statement():
            words = "statement"
        case _:
            words = row.record
    return f"an {words}" if words[:1].casefold() in "aeiou" else f"a {words}"
