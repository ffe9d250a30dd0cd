"""What is looked at before a workbook is opened: that it is one, whole, and would not flood memory or reach outside."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from xml.parsers import expat

from ecosystem import archives
from ecosystem.problems import Problem, quoted
from ecosystem.tables.workbook.markup import AGAIN, WARY

MOST_PARTS = 2_000
LARGEST_TOTAL = 200_000_000
"""Bytes of all parts together, unpacked."""

_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_PART = b"PK\x01\x02"
_SAVE = "save it as .xlsx without password"
_MACROS = ("vbaproject.bin", "macrosheets/")

DAMAGE = (*archives.DAMAGE, expat.ExpatError)
"""What damaged workbooks raise when they are read."""


def damaged(name: str) -> Problem:
    """Return the problem of a workbook that cannot be read to its end."""
    return Problem("B81", "the workbook is damaged and cannot be read", AGAIN, name)


def objection(name: str, data: bytes) -> Problem | None:
    """Return why a workbook must not be opened, None where it may be.

    >>> objection("seats.xlsx", b"id,subject").message
    'not a workbook'
    """
    if data.startswith(_OLD_OR_ENCRYPTED):
        return Problem("B81", "an old Excel workbook, or one with a password", _SAVE, name)
    if not data.startswith(b"PK"):
        return Problem("B81", "not a workbook", _SAVE, name)
    if (parts := data.count(_PART)) > MOST_PARTS:
        return Problem("B79", f"holds {parts:,} parts, limit {MOST_PARTS:,}", AGAIN, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return next(_objections(name, archive), None)
    except DAMAGE:
        return damaged(name)


def _objections(name: str, archive: zipfile.ZipFile) -> Iterator[Problem]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if how := archives.floods(archive, LARGEST_TOTAL):
        yield Problem("B79", how, WARY, name)
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


def _leads_outside(part: str) -> bool:
    windows = PureWindowsPath(part)
    return ".." in windows.parts or bool(windows.anchor) or PurePosixPath(part).is_absolute()
