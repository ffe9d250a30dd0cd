from pathlib import Path

import openpyxl
from building import BOOK, book
from workbooks import write


def build(folder: Path) -> None:
    (folder / BOOK).write_bytes(book(spoil))


def spoil(spoilt: openpyxl.Workbook) -> None:
    write(spoilt["Seats"], 2, subject="=A1")
    write(spoilt["Seats"], 3, note="=SUM(A1:A9)")
    spoilt["Bodies"].merge_cells("C2:C3")
    spoilt["Sources"].sheet_state = "hidden"
