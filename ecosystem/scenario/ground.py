"""On what a row of a scenario rests: on no document, but on a step of the scenario, and that is always seen.

A row that a step adds has the basis `scenario`, which no dataset may have, so that it can never pass for a record:
`check` refuses it. What it is derived from only by our inference stays `inferred`. Rows added and changed cite the
step as `scenario:item2`.
"""

from dataclasses import replace
from datetime import date

from ecosystem.model import BASES, Cited, Row, Source, source_of
from ecosystem.problems import Problem
from ecosystem.rules import check
from ecosystem.snapshot import Snapshot, View

SCENARIO = "scenario"
"""The basis of what only a scenario says."""

TITLE = "the scenario"


def with_source(snapshot: Snapshot, day: date) -> tuple[Snapshot, str]:
    """Return a snapshot with a source for the steps of a scenario to cite, dated that day, and its id."""
    source = Source(id=free_id(SCENARIO, snapshot), title=TITLE, date=day.isoformat())
    return Snapshot.of([*_without_dataset(snapshot), source], snapshot.dataset), source.id


def without_idle_source(snapshot: Snapshot, source: str) -> Snapshot:
    """Return a snapshot without the source of a scenario where nothing cites it."""
    rows = _without_dataset(snapshot)
    if any(source in map(source_of, row.sources) for row in rows if isinstance(row, Cited)):
        return snapshot
    return Snapshot.of((row for row in rows if row.id != source), snapshot.dataset)


def _without_dataset(snapshot: Snapshot) -> list[Row]:
    return [row for row in snapshot if row is not snapshot.dataset]


def free_id(stem: str, *snapshots: Snapshot) -> str:
    """Return an id that begins so and that no row of any snapshot has."""
    taken = {row_id for snapshot in snapshots for rows in snapshot.rows.values() for row_id in rows}
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    return free


def broken(before: Snapshot, after: Snapshot) -> tuple[Problem, ...]:
    """Return the problems that a record would have, were it as a scenario has it, and did not have before."""
    found = [problem for problem in check(_with_basis(after, BASES[0])) if not problem.warning]
    known = {(problem.code, problem.message) for problem in check(before)} if found else set()
    return tuple(problem for problem in found if (problem.code, problem.message) not in known)


def as_if_asserted(view: View) -> View:
    """Return a scenario as it would be seen if a source asserted it: on the strongest of the bases looked at."""
    asserted = [basis for basis in BASES if basis != "inferred"]
    basis = next((one for one in asserted if one in view.bases), asserted[0])
    return replace(view, snapshot=_with_basis(view.snapshot, basis), bases=view.bases & set(BASES))


def _with_basis(snapshot: Snapshot, basis: str) -> Snapshot:
    """Return a scenario with a basis that a record may have in the place of its own."""
    rows = (
        replace(row, basis=basis) if isinstance(row, Cited) and row.basis == SCENARIO else row
        for row in _without_dataset(snapshot)
    )
    return Snapshot.of(rows, snapshot.dataset)
