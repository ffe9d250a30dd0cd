"""From bytes to text: what is not a table of UTF-8 text says so, with the place and what it seems to be."""

import codecs
import re

from ecosystem.problems import Problem

MOST_ROWS = 3_000_000

_SIGNATURES: tuple[tuple[bytes, str, str, str], ...] = (
    (b"PK\x03\x04", "B29", "a zip file or Excel workbook", "save the sheet as “CSV UTF-8”"),
    (b"\xd0\xcf\x11\xe0", "B29", "an old Excel workbook", "save the sheet as “CSV UTF-8”"),
    (b"%PDF", "B29", "a PDF", "export the table itself as CSV"),
    (b"\x1f\x8b", "B30", "a gzip file", "unpack it"),
    (b"version https://git-lfs.github.com/spec/", "B30", "a git-LFS pointer", "run `git lfs pull`"),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:(<!doctype|<html|<\?xml|<svg|<!--)|([{\[]))", re.IGNORECASE)
_MARKER = re.compile(r"^(<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""


def text_of(name: str, data: bytes) -> tuple[str, Problem | None]:
    """Return a file's text with `\\n` line ends and no byte order mark, and the problem that makes it useless."""
    if problem := _other_encoding(name, data):
        return "", problem
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return text, _damaged(name, text)


def other_kind(name: str, data: bytes) -> Problem | None:
    """Return the problem of a file that is no table at all but a workbook, a page, a pointer or the like."""
    for signature, code, kind, fix in _SIGNATURES:
        if data.startswith(signature):
            return Problem(code, f"looks like {kind}, not CSV", fix, name)
    if markup := _MARKUP.match(data):
        kind = "HTML or XML" if markup[1] else "JSON"
        return Problem("B29", f"looks like {kind}, not CSV", "export the table itself as CSV", name)
    return None


def _other_encoding(name: str, data: bytes) -> Problem | None:
    fix = "save the file as “CSV UTF-8”" if name.lower().endswith(".csv") else "save the file as UTF-8"
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return Problem("B6", f"not UTF-8 but {encoding} (byte order mark {mark.hex(' ')})", fix, name)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        row, column = _position(re.sub("\r\n?", "\n", before))
        if error.end == len(data) and error.reason == "unexpected end of data":
            return Problem("B8", "incomplete character at the end", "export the file again", name, row, str(column))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return Problem("B7", message, fix, name, row, str(column))
    return None


def _position(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _damaged(name: str, text: str) -> Problem | None:
    nul = text.find("\0")
    if nul >= 0:
        row, column = _position(text[:nul])
        return Problem("B11", "NUL character", "the file is damaged: export it again", name, row, str(column))
    if marker := _MARKER.search(text):
        row, column = _position(text[: marker.start()])
        message = f"conflict marker `{marker[1]}`"
        return Problem("B28", message, "finish the merge, then try again", name, row, str(column))
    if text.count("\n") > MOST_ROWS:
        return Problem("B26", f"more than {MOST_ROWS:,} rows", "split it into several tables", name)
    return None
