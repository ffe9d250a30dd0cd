"""The officers' workbook: a dataset as an Excel file that is edited, and read back as an update.

What the sheets and columns are stands in `layout`. openpyxl is imported only when a workbook is written or read, so
that other commands start quickly.
"""

from ecosystem.tables.workbook.layout import SHEETS, SheetLayout
from ecosystem.tables.workbook.reading import ENDING, Workbook, sheets_in
from ecosystem.tables.workbook.writing import Question, write_questions, write_workbook

__all__ = [
    "ENDING", "SHEETS", "Question", "SheetLayout", "Workbook", "sheets_in", "write_questions", "write_workbook",
]  # fmt: skip
