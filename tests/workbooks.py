"""Editing workbooks in tests, as a person with a spreadsheet program would, and as somebody with worse in mind."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ecosystem.model import Row
from ecosystem.snapshot import Snapshot
from ecosystem.tables.assembly import Assembly
from ecosystem.tables.workbook import Workbook, sheets_in

Edit = Callable[[openpyxl.Workbook], object]


def edited(data: bytes, edit: Edit) -> bytes:
    """Return a workbook after an edit, as saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(sheet: Worksheet, name: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == name)


def write(sheet: Worksheet, row: int, **values: object) -> None:
    for name, value in values.items():
        sheet.cell(row, column(sheet, name)).value = value


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def sheets_of(path: Path, name: str = "") -> Workbook:
    return sheets_in(path.read_bytes(), name or path.name)


def cells_of(book: Workbook, sheet: str) -> list[dict[str, str]]:
    """Return the rows read from a sheet, each by its columns, blank cells left out."""
    found = next(one for one in book.sheets if one.file.endswith(f"!{sheet}"))
    return [
        {name: text for name, text in zip(found.header, record.cells, strict=True) if name and text}
        for record in found.records
    ]


def laid_over(snapshot: Snapshot, book: Workbook) -> Snapshot:
    """Return a snapshot with a workbook's rows laid over it."""
    rows: Mapping[tuple[type[Row], str], Row] = Assembly(book.sheets, snapshot).rows
    return Snapshot.of(rows.values(), snapshot.dataset)


def kept(data: bytes, folder: Path) -> Path:
    path = folder / "book.xlsx"
    path.write_bytes(data)
    return path
