"""What is looked at before a workbook is opened: that it is one, whole, and would not flood memory or reach outside."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO
from xml.parsers import expat

from ecosystem.problems import Problem, quoted

MOST_PARTS = 2_000
LARGEST_TOTAL = 200_000_000
"""Bytes of all parts together, unpacked."""

HIGHEST_RATIO = 200
UNSUSPICIOUS = 10_000_000
"""Bytes up to which a ratio does not matter."""

_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_SAVE = "save it as .xlsx without password"
_AGAIN = "open it in your spreadsheet program and save it again as .xlsx"
_MACROS = ("vbaproject.bin", "macrosheets/")

DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, NotImplementedError, RuntimeError,
    SyntaxError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, expat.ExpatError, MemoryError,
)  # fmt: skip
"""What damaged archives and parts make the libraries raise that read them; an XML parser's errors are SyntaxErrors."""


def damaged(name: str) -> Problem:
    """Return the problem of a workbook that cannot be read to its end."""
    return Problem("B81", "the workbook is damaged and cannot be read", _AGAIN, name)


def objection(name: str, data: bytes) -> Problem | None:
    """Return why a workbook must not be opened, None where it may be.

    >>> objection("seats.xlsx", b"id,subject").message
    'not a workbook'
    """
    if data.startswith(_OLD_OR_ENCRYPTED):
        return Problem("B81", "an old Excel workbook, or one with a password", _SAVE, name)
    if not data.startswith(b"PK"):
        return Problem("B81", "not a workbook", _SAVE, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return next(_objections(name, archive), None)
    except DAMAGE:
        return damaged(name)


def _objections(name: str, archive: zipfile.ZipFile) -> Iterator[Problem]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    total, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    ratio = total / max(packed, 1)
    if len(parts) > MOST_PARTS:
        yield Problem("B79", f"holds {len(parts):,} parts, limit {MOST_PARTS:,}", _AGAIN, name)
    if total > LARGEST_TOTAL or (total > UNSUSPICIOUS and ratio > HIGHEST_RATIO):
        fix = "do not open it unless you trust who sent it; copy its rows into a new workbook"
        yield Problem("B79", f"expands to {total / 1e6:,.0f} MB ({ratio:,.0f}×)", fix, name)
    if outside := next(filter(_leads_outside, names), None):
        fix = "do not open it unless you trust who sent it"
        yield Problem("B84", f"holds {quoted(outside)}, which leads outside the workbook", fix, name)
    if any(part.flag_bits & 1 for part in parts):
        yield Problem("B81", "the workbook has a password", _SAVE, name)
    if any(mark in part.lower() for part in names for mark in _MACROS):
        yield Problem("B81", "the workbook holds macros", "save it as .xlsx, which has none", name)
    if "xl/workbook.bin" in names:
        yield Problem("B81", "a binary workbook", _SAVE, name)
    elif not any(part.startswith("xl/workbook") and part.endswith(".xml") for part in names):
        yield Problem("B81", "a zip file, but no Excel workbook", _SAVE, name)
    if len(set(names)) < len(names):
        yield damaged(name)
    yield from _forbidden_markup(name, archive)


def _leads_outside(part: str) -> bool:
    windows = PureWindowsPath(part)
    return ".." in windows.parts or bool(windows.anchor) or PurePosixPath(part).is_absolute()


def _forbidden_markup(name: str, archive: zipfile.ZipFile) -> Iterator[Problem]:
    """Find parts that declare document types, and with them entities; of what spreadsheets write, none does."""
    for part in archive.namelist():
        if part.lower().endswith((".xml", ".rels")):
            parser = expat.ParserCreate()
            parser.StartDoctypeDeclHandler = _refuse
            try:
                with archive.open(part) as stream:
                    parser.ParseFile(stream)
            except DoctypeError:
                yield Problem("B80", f"{quoted(part)} declares a document type, which is not allowed", _AGAIN, name)


class DoctypeError(Exception):
    """A part declares a document type."""


def _refuse(*_: object) -> None:
    raise DoctypeError


def merged_cells(part: IO[bytes]) -> tuple[str, ...]:
    """Return the ranges of cells that are merged in the part of a worksheet, such as `A1:B2`."""
    found: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def note(tag: str, attributes: Mapping[str, str]) -> None:
        if tag.endswith(" mergeCell") and "ref" in attributes:
            found.append(attributes["ref"])

    parser.StartElementHandler = note
    parser.ParseFile(part)
    return tuple(found)
