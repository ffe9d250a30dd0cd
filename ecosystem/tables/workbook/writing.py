"""Writing a workbook: which rows stand on which sheet, and with which questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ecosystem.model import Entity, Fact, Row, Source
from ecosystem.problems import Refused
from ecosystem.snapshot import Snapshot
from ecosystem.tables.workbook.choosing import rows_about
from ecosystem.tables.workbook.layout import SHEETS, SheetLayout

MOST_ROWS_ON_A_SHEET = 1_000_000
"""A spreadsheet has 1,048,576 lines; some are left for new rows."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with whom to ask and what is known; `row` is what answers it when filled in, None where no row does.

    A row without an id is new; without a subject or object it is passed over until that is filled in.
    """

    text: str
    whom: str = ""
    known: str = ""
    row: Entity | Fact | Source | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet with its rows, each with the questions it answers."""

    layout: SheetLayout
    rows: tuple[tuple[Row, tuple[Question, ...]], ...]


def write_workbook(snapshot: Snapshot, board: str = "") -> bytes:
    """Return the officers' workbook of a dataset, or of one board by id or name; equal content gives equal bytes.

    `NotFound` or `UsageError` where the name is not that of one body, `Refused` where a sheet would be too long.
    """
    rows = rows_about(snapshot, board) if board else tuple(snapshot)
    filled = [Filled(layout, tuple((row, ()) for row in rows if layout.holds(row))) for layout in SHEETS]
    return _drawn(snapshot, filled, about=snapshot.name_of(snapshot.find(board)) if board else "")


def write_questions(snapshot: Snapshot, questions: Iterable[Question]) -> bytes:
    """Return a workbook of questions: rows to fill in and import, and a sheet of those that no row answers."""
    asked = list(questions)
    by_row = _by_row(asked)
    filled = [
        Filled(layout, tuple((row, of_row) for row, of_row in by_row.items() if layout.holds(row))) for layout in SHEETS
    ]
    placed = {row for sheet in filled for row, _ in sheet.rows}
    return _drawn(snapshot, filled, [question for question in asked if question.row not in placed])


def _by_row(questions: Iterable[Question]) -> Mapping[Row, tuple[Question, ...]]:
    """Two questions about one row stand on one line: a row may not stand twice."""
    grouped: dict[Row, list[Question]] = defaultdict(list)
    for question in questions:
        if question.row is not None:
            grouped[question.row].append(question)
    return {row: tuple(found) for row, found in grouped.items()}


def _drawn(snapshot: Snapshot, sheets: Iterable[Filled], unplaced: Iterable[Question] = (), about: str = "") -> bytes:
    from ecosystem.tables.workbook.pages import drawn  # noqa: PLC0415 - openpyxl is slow to import

    filled = tuple(sheets)
    for sheet in filled:
        if len(sheet.rows) > MOST_ROWS_ON_A_SHEET:
            message = f"{sheet.layout.name} has {len(sheet.rows):,} rows, more than a spreadsheet holds"
            raise Refused(message, fix="name one board with --board, or export as CSV")
    return drawn(snapshot, filled, tuple(unplaced), about)
