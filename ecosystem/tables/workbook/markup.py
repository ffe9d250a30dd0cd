"""Reading the parts of a workbook one element at a time, so that none of them can flood memory or last for ever."""

import re
from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple
from xml.parsers import expat

from ecosystem.problems import quoted

MOST_ELEMENTS = 12_000_000
"""Elements of all parts together; 200 MB of what spreadsheets write hold fewer."""

MOST_TEXT = 400_000_000
"""Characters of all cells together, where many cells may share one text."""

DEEPEST = 100
LONGEST_MARK = 300_000
"""Bytes of one tag or comment: a parser begins a long one again with every piece that it is given."""

LONGEST_TEXT = 32_767
"""Characters that a spreadsheet's cell holds; of a longer text the rest is left out."""

AGAIN = "open it in your spreadsheet program and save it again as .xlsx"
WARY = "do not open it unless you trust who sent it; copy its rows into a new workbook"
_PIECE = 65_536
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SURROGATES = range(0xD800, 0xE000)
_SPACES = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OF_SHEETS = (
    "workbookPr", "sheet", "si", "t", "rPh", "numFmt", "cellStyleXfs", "xf", "cellXfs",
    "row", "c", "f", "v", "mergeCell",
)  # fmt: skip
_KNOWN = {f"{space} {name}": name for space in _SPACES for name in _OF_SHEETS}
_KNOWN[f"{_PACKAGE} Relationship"] = "Relationship"


class UnsoundError(Exception):
    """What is wrong with a workbook as a whole: rule code, message, remedy."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix


class Element(NamedTuple):
    """An element that has ended: its name, its attributes, and its text where it holds no other element."""

    name: str
    attributes: dict[str, str]
    text: str

    def add_text(self, pieces: list[str]) -> None:
        """Add the text of an element to that of others; how it is pronounced is no part of a text."""
        if self.name == "t":
            pieces.append(self.text)
        elif self.name == "rPh":
            pieces.pop()


def text_of(pieces: Iterable[str]) -> str:
    """Return the text that pieces make, as in a cell with words in bold."""
    return decoded("".join(pieces))


def decoded(text: str) -> str:
    """Return a text with the characters that XML cannot hold, which spreadsheets write by their numbers.

    >>> decoded("one_x000D_"), decoded("_x005F_x000D_")
    ('one\\r', '_x000D_')
    """
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16), found[0]), text) if "_x" in text else text


def encoded(text: str) -> str:
    """Return a text of which `decoded` makes what it was.

    >>> encoded("_x000D_")
    '_x005F_x000D_'
    """
    return _LIKE_ESCAPED.sub("_x005F_", text)


def _character(number: int, written: str) -> str:
    return written if number in _SURROGATES else chr(number)


class Allowance:
    """How much of a workbook may still be read."""

    def __init__(self) -> None:
        self._elements = MOST_ELEMENTS
        self._text = MOST_TEXT

    def spend(self, elements: int = 0, text: int = 0) -> None:
        """Take elements and characters off; `UnsoundError` where none are left."""
        self._elements -= elements
        self._text -= text
        if self._elements < 0:
            raise UnsoundError("B79", f"holds more than {MOST_ELEMENTS:,} elements", WARY)
        if self._text < 0:
            raise UnsoundError("B79", f"its cells hold more than {MOST_TEXT:,} characters together", WARY)


def elements(part: str, stream: IO[bytes], allowance: Allowance) -> Iterator[Element]:
    """Yield the elements of a part that workbooks are read by, each when it ends.

    `UnsoundError` where the part declares a document type or goes beyond what spreadsheets write;
    `expat.ExpatError` where it is no XML.
    """
    walk = _Walk(part)
    fed = 0
    while piece := stream.read(_PIECE):
        walk.parser.Parse(piece)
        fed += len(piece)
        walk.check(fed)
        allowance.spend(elements=walk.begun)
        yield from walk.ended
        walk.ended.clear()
        walk.begun = 0
    is_final = True
    walk.parser.Parse(b"", is_final)


class _Walk:
    """A parser with what it found in the last piece."""

    def __init__(self, part: str) -> None:
        self.ended: list[Element] = []
        self.begun = 0
        self._part = part
        self._open: list[dict[str, str]] = []
        self._text: list[str] = []
        self._length = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take

    def check(self, fed: int) -> None:
        """Raise `UnsoundError` where elements lie too deep, or one tag or comment does not end."""
        if len(self._open) > DEEPEST:
            raise UnsoundError("B79", f"{quoted(self._part)} holds elements more than {DEEPEST} deep", AGAIN)
        if fed - self.parser.CurrentByteIndex > LONGEST_MARK:
            raise UnsoundError(
                "B79", f"{quoted(self._part)} holds a tag or comment longer than {LONGEST_MARK:,} bytes", AGAIN
            )

    def _start(self, _tag: str, attributes: dict[str, str]) -> None:
        self.begun += 1
        self._open.append(attributes)
        self._text.clear()
        self._length = 0

    def _take(self, text: str) -> None:
        if self._length <= LONGEST_TEXT:
            self._text.append(text[: LONGEST_TEXT + 1 - self._length])
            self._length += len(text)

    def _end(self, tag: str) -> None:
        attributes = self._open.pop()
        if tag in _KNOWN:
            self.ended.append(Element(_KNOWN[tag], attributes, "".join(self._text)))
        self._text.clear()

    def _refuse(self, *_: object) -> None:
        raise UnsoundError("B80", f"{quoted(self._part)} declares a document type, which is not allowed", AGAIN)
