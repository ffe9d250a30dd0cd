"""Rules of evidence: every claim cites a source that exists, or says why it is our judgement and of what day."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ecosystem.model import Cited, Identifier, Row, basis_of, locator_of, source_of
from ecosystem.problems import Problem, quoted
from ecosystem.rules.examination import Examination
from ecosystem.rules.suggestion import did_you_mean

_LOCATOR = re.compile(r"p?([0-9]{1,9})(?:-([0-9]{1,9}))?|s[0-9]+(?:\.[0-9]+)*|item[0-9]+")
_CLOCK = re.compile(r"[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?")


def citations(examined: Examination) -> Iterator[Problem]:
    """Find claims without a citation, and citations of unknown sources or in an unknown shape."""
    times: dict[str, list[tuple[Row, Problem]]] = defaultdict(list)
    for row in examined.snapshot:
        if not isinstance(row, Cited | Identifier):
            continue
        if not isinstance(row, Identifier):
            yield from _evidence(examined, row)
        if clock := next(filter(_CLOCK.fullmatch, row.sources), ""):
            problem = _changed_to_time(examined, row, clock)
            times[problem.file].append((row, problem))
        else:
            yield from _cited(examined, row)
    yield from map(examined.once, times.values())


def _evidence(examined: Examination, row: Cited) -> Iterator[Problem]:
    if row.sources:
        if row.basis == "inferred" and not row.note:
            message = "an inferred row says in `note` why it is inferred"
            yield examined.problem(row, "B102", message, fix="write the reason in `note`", column="note")
    elif examined.is_personal(row) and getattr(row, "label", "") == "Person":
        fix = "cite the document that names the person"
        yield examined.problem(row, "B62", "`sources` is required for people", fix=fix, column="sources")
    elif basis_of(row) != "inferred" or not row.note:
        fix = "cite `source:locator`; for a judgement of your own write basis `inferred` and the reason in `note`"
        yield examined.problem(row, "B102", "no citation", fix=fix, column="sources")
    elif not row.evidence_date:
        fix = "write in `evidence_date` of what day the judgement is"
        message = "an inferred row without sources needs an `evidence_date`"
        yield examined.problem(row, "B107", message, fix=fix, column="evidence_date")


def _cited(examined: Examination, row: Cited | Identifier) -> Iterator[Problem]:
    sources = examined.snapshot.sources
    for citation in row.sources:
        source, locator = source_of(citation), locator_of(citation)
        if source not in sources:
            shown = examined.shown(row, "sources", source)
            fix = did_you_mean(source, sources, "add a row for it to the sources")
            yield examined.problem(row, "B41", f"cites unknown source {shown}", fix=fix, column="sources")
        elif citation != source and not _is_locator(locator):
            message = f"{examined.shown(row, 'sources', citation)} names no place in the source"
            fix = "write a line or lines as 12 or 12-14, a page as p12, a section as s4.2, an item as item7"
            fix = "separate citations with blanks" if locator.endswith((",", ";")) else fix
            yield examined.problem(row, "B103", message, fix=fix, column="sources")


def _is_locator(locator: str) -> bool:
    match = _LOCATOR.fullmatch(locator)
    return match is not None and (match[2] is None or int(match[1]) <= int(match[2]))


def _changed_to_time(examined: Examination, row: Cited | Identifier, clock: str) -> Problem:
    message = f"{quoted(clock)} is a time of day: a spreadsheet changed the citations"
    return examined.problem(row, "B103", message, fix="restore the file and edit the workbook", column="sources")
