"""Workbooks for the folders of malformed input: that of `valid`, edited as a person or somebody worse would."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from workbooks import edited, packed, parts_of

from ecosystem.tables import read_dataset
from ecosystem.tables.workbook import write_workbook

VALID = Path(__file__).parent / "bad_input" / "valid"
BOOK = "book.xlsx"


def book(edit: Callable[[openpyxl.Workbook], object] | None = None) -> bytes:
    """Return the workbook of `valid` after an edit."""
    data = write_workbook(read_dataset(VALID).snapshot)
    return edited(data, edit) if edit else data


def with_part(name: str, part: bytes) -> bytes:
    """Return the workbook of `valid` with one part more, or another in its place."""
    return packed(parts_of(book()) | {name: part})
