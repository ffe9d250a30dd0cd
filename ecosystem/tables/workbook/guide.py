"""What the first sheet of a workbook says: how to use it, in plain words."""

from collections.abc import Iterator, Sequence

from ecosystem.dates import spoken
from ecosystem.snapshot import Snapshot
from ecosystem.tables.workbook.layout import QUESTIONS
from ecosystem.tables.workbook.writing import Filled, Question


def guide(
    snapshot: Snapshot, sheets: Sequence[Filled], unplaced: Sequence[Question], about: str
) -> Iterator[tuple[str, str]]:
    """Yield the lines of the first sheet: a heading or sheet's name, and what is said of it."""
    dataset = snapshot.dataset
    yield dataset.title, f"The record as of {spoken(dataset.as_of)}. Change it here, save it as .xlsx, and import it."
    if about:
        yield "", f"Here is only what concerns {about}. All else stays as it is."
    yield "", ""
    if unplaced or any(questions for sheet in sheets for _, questions in sheet.rows):
        yield from _ASKING
    yield "The sheets", ""
    for layout in (sheet.layout for sheet in sheets):
        yield layout.name, f"{layout.purpose[0].upper()}{layout.purpose[1:]}."
    yield "", ""
    yield from _HOW


_ASKING = (
    ("The questions", "Each line with a question is to be filled in; one left as it is will be passed over."),
    ("", "Where a question has several answers, copy its line for each."),
    ("", "Where we infer rightly, write stated under basis and clear the note; where not, write yes under remove."),
    ("", f"Questions that no line answers stand on {QUESTIONS}, to be asked; nothing is read from there."),
    ("", ""),
)

_HOW = (
    ("How to…", "Point at the head of a column to see what belongs there."),
    ("end something", "Write the last day under end_date. The row stays: it is the history."),
    ("add something", "Write a new row below the last. Leave id blank: it is filled."),
    ("refer to something", "Choose a name from the drop-down. An id or an alias does as well: ignore the warning."),
    ("write dates", "2018, 2018-04 or 2018-04-01: only as much as is known. Blank means not known."),
    ("", "A green corner in the cell of a date is of no concern: dates are kept as text, so that nothing alters them."),
    ("say where it is from", "Under sources: the id of a source, a colon, the place, as in minutes:p12."),
    ("", "Blank sources of new rows can be named once for all when importing: --source “Register, 2 May 2026”."),
    ("remove a row", "Write yes under remove, for rows that were never right. Deleting a line changes nothing."),
    ("clear a cell", "Empty it. The plan counts how many cells are cleared."),
    ("keep notes", "Begin the name of a column or sheet of your own with _ and it will not be read."),
    ("", "The grey columns with names are for reading only."),
    ("sort and filter", "As you like. Rows that a filter hides are read like all others."),
    ("avoid trouble", "No formulas, merged cells or hidden sheets; no password. The first row stays as it is."),
    ("see before it is done", "ecosystem plan FILE.xlsx says what would change and what that means."),
    ("bring it in", "ecosystem import FILE.xlsx says it again, asks, and does it. ecosystem undo takes it back."),
)
