"""What the first sheet of a workbook says: how to use it, in plain words."""

from collections.abc import Iterable, Iterator

from ecosystem.dates import spoken
from ecosystem.model import Dataset
from ecosystem.tables.workbook.layout import LISTS, QUESTIONS, SheetLayout


def guide(dataset: Dataset, layouts: Iterable[SheetLayout], *, asking: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the lines of the first sheet: a heading or sheet's name, and what is said of it."""
    yield dataset.title, f"The record as of {spoken(dataset.as_of)}. Change it here, save it as .xlsx, and import it."
    yield "", ""
    if asking:
        yield "The questions", "Each line with a question is to be filled in; one left as it is will be passed over."
        yield "", f"Questions that no line answers stand on {QUESTIONS}, to be asked; nothing is read from there."
        yield "", ""
    yield "The sheets", ""
    yield from ((layout.name, f"{layout.purpose[0].upper()}{layout.purpose[1:]}.") for layout in layouts)
    yield LISTS, "What the drop-downs offer. Nothing is read from there."
    yield "", ""
    yield from _HOW


_HOW = (
    ("How to…", "Point at the head of a column to see what belongs there."),
    ("end something", "Write the last day under end_date. The row stays: it is the history."),
    ("add something", "Write a new row below the last. Leave id blank: it is filled."),
    ("refer to something", "Choose an id from the drop-down, or write the full name or an alias; ignore the warning."),
    ("write dates", "2018, 2018-04 or 2018-04-01: only as much as is known. Blank means not known."),
    ("say where it is from", "Under sources: the id of a source, a colon, the place, as in minutes:p12."),
    ("", "Blank sources of new rows can be named once for all when importing: --source “Register, 2 May 2026”."),
    ("remove a row", "Write yes under remove, for rows that were never right. Deleting a line changes nothing."),
    ("clear a cell", "Empty it. The plan counts how many cells are cleared."),
    ("keep notes", "Begin the name of a column or sheet of your own with _ and it will not be read."),
    ("", "The grey columns with names are for reading only."),
    ("avoid trouble", "No formulas, merged cells or hidden sheets; no password."),
    ("see before it is done", "ecosystem plan FILE.xlsx says what would change and what that means."),
)
