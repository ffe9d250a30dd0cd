from datetime import date
from pathlib import Path

import openpyxl
from building import BOOK, book
from workbooks import write


def build(folder: Path) -> None:
    (folder / BOOK).write_bytes(book(spoil))


def spoil(spoilt: openpyxl.Workbook) -> None:
    for row in (2, 3):
        write(spoilt["Seats"], row, id=1.0, role=date(2018, 4, 1))
