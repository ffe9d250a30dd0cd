"""A sheet line by line: the rows of its part, each with those of its cells in which something is written."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ecosystem.tables.workbook.cells import Cell, numbered
from ecosystem.tables.workbook.markup import AGAIN, Element, UnsoundError, decoded, text_of
from ecosystem.tables.workbook.package import Package, Page

COLUMNS = 16_384
"""Columns that a spreadsheet has."""

_PLACE = re.compile(r"([A-Z]{1,3})[0-9]+")


class Line(NamedTuple):
    """A row of a sheet by its number, with its cells that are not blank."""

    number: int
    cells: list[Cell]


class Lines:
    """The lines of a sheet in their order; when all were gone through, how many ranges are merged, and the first."""

    def __init__(self, package: Package, page: Page) -> None:
        self._package = package
        self._part = page.part
        self.merges = 0
        self.first_merged = ""

    def __iter__(self) -> Iterator[Line]:
        row = column = 0
        cells: list[Cell] = []
        inside: list[Element] = []
        for element in self._package.elements(self._part):
            if element.name == "c":
                column = _column(element.attributes, column)
                if inside and (cell := self._cell(column, element.attributes, inside)):
                    cells.append(cell)
                inside = []
            elif element.name == "row":
                row = _position(element.attributes.get("r", row + 1), first=1)
                yield Line(row, cells)
                column, cells = 0, []
            elif element.name == "mergeCell":
                self.first_merged = self.first_merged or element.attributes["ref"]
                self.merges += 1
            else:
                inside.append(element)
            if len(cells) > COLUMNS or column > COLUMNS:
                raise UnsoundError("B79", f"`{self._part}` holds a row of more than {COLUMNS:,} cells", AGAIN)

    def _cell(self, column: int, attributes: dict[str, str], inside: list[Element]) -> Cell | None:
        """Return a cell from the elements in it, None where it is blank."""
        pieces: list[str] = []
        value = ""
        for element in inside:
            if element.name == "f":
                return Cell(column, None, "f")
            if element.name == "v":
                value = element.text
            element.add_text(pieces)
        kind = attributes.get("t", "n")
        if kind == "inlineStr":
            return Cell(column, text_of(pieces), "s")
        return self._valued(column, kind, value, attributes.get("s", "0")) if value else None

    def _valued(self, column: int, kind: str, value: str, style: str) -> Cell:
        package = self._package
        if kind == "s":
            text = package.texts[_position(value)]
            package.allowance.spend(text=len(text))
            return Cell(column, text, "s")
        match kind:
            case "str":
                return Cell(column, decoded(value), "s")
            case "b":
                return Cell(column, value in {"1", "true"}, "n")
            case "e":
                return Cell(column, None, "e")
        shown = package.shown[_position(style)] if package.shown else ""
        return numbered(column, value, shown, is_iso=kind == "d", since_1904=package.since_1904)


def _column(attributes: dict[str, str], before: int) -> int:
    if "r" not in attributes:
        return before + 1
    place = _PLACE.fullmatch(attributes["r"])
    if place is None:
        raise ValueError(attributes["r"])
    number = 0
    for letter in place[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """Return the letters by which a spreadsheet names a column.

    >>> letters(1), letters(28), letters(16_384)
    ('A', 'AB', 'XFD')
    """
    text = ""
    while column:
        column, letter = divmod(column - 1, 26)
        text = chr(ord("A") + letter) + text
    return text


def _position(text: str | int, first: int = 0) -> int:
    number = int(text)
    if number < first:
        raise ValueError(text)
    return number
