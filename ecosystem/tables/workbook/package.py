"""The parts of a workbook's archive: which sheets it has, the texts that cells share, and the formats of numbers."""

import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ecosystem.tables.workbook.cells import BUILT_IN, shown_as
from ecosystem.tables.workbook.markup import AGAIN, Allowance, Element, UnsoundError, elements, text_of

MOST_IN_A_PART = 200_000
"""Elements of parts that are kept as a whole, such as formats: far more than a spreadsheet allows."""

_LONGEST_FORMAT = 255


class Page(NamedTuple):
    """A sheet of a workbook: its name, whether it is visible, and the part that holds it."""

    name: str
    is_visible: bool
    part: str


class Related(NamedTuple):
    """A part that another refers to: its kind, such as `worksheet`, and its name, blank where it lies outside."""

    kind: str
    part: str


class Package:
    """An open workbook. `KeyError` where it lacks a part that it names, `ValueError` where a value is none."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.allowance = Allowance()
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        book = _only(self._related("").values(), "officeDocument")
        related = self._related(book)
        self.texts = list(self._texts(_only(related.values(), "sharedStrings")))
        self.shown = self._shown_by_style(_only(related.values(), "styles"))
        self.since_1904 = False
        self.pages = tuple(self._pages(book, related))

    def elements(self, part: str) -> Iterator[Element]:
        """Yield the elements of a part that is named in any case."""
        with self._archive.open(self._names[part.lower()]) as stream:
            yield from elements(part, stream, self.allowance)

    def _few(self, part: str) -> Iterator[Element]:
        for number, element in enumerate(self.elements(part)):
            if number > MOST_IN_A_PART:
                raise UnsoundError("B79", f"`{part}` holds more than {MOST_IN_A_PART:,} elements", AGAIN)
            yield element

    def _related(self, part: str) -> dict[str, Related]:
        """Return what a part refers to, by reference; the blank part is the package."""
        folder, _, name = part.rpartition("/")
        found = {}
        for _, attributes, _ in self._few(posixpath.join(folder, "_rels", f"{name}.rels")):
            is_inside = attributes.get("TargetMode") != "External"
            target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/")
            found[attributes["Id"]] = Related(attributes["Type"].rpartition("/")[2], target if is_inside else "")
        return found

    def _pages(self, book: str, related: dict[str, Related]) -> Iterator[Page]:
        seen = set()
        for element in self._few(book):
            attributes = element.attributes
            if element.name == "workbookPr":
                self.since_1904 = attributes.get("date1904") in {"1", "true"}
            elif element.name == "sheet":
                reference = next(value for name, value in attributes.items() if name.endswith("/relationships id"))
                kind, part = related[reference]
                if kind == "worksheet":
                    if part.lower() not in self._names or part in seen:
                        raise KeyError(part)
                    seen.add(part)
                    yield Page(attributes["name"], attributes.get("state", "visible") == "visible", part)

    def _texts(self, part: str) -> Iterator[str]:
        pieces: list[str] = []
        for element in self.elements(part) if part else ():
            if element.name == "si":
                yield text_of(pieces)
                pieces = []
            else:
                element.add_text(pieces)

    def _shown_by_style(self, part: str) -> list[str]:
        """Return which of day, month and year each style of cells shows."""
        written: dict[str, str] = {}
        numbers: list[str] = []
        for name, attributes, _ in self._few(part) if part else ():
            if name == "numFmt":
                written.setdefault(attributes["numFmtId"], attributes["formatCode"][:_LONGEST_FORMAT])
            elif name == "xf":
                numbers.append(attributes.get("numFmtId", "0"))
            elif name == "cellStyleXfs":
                numbers.clear()
            elif name == "cellXfs":
                break
        return [shown_as(written.get(number) or BUILT_IN.get(number, "")) for number in numbers]


def _only(related: Iterable[Related], kind: str) -> str:
    return next((one.part for one in related if one.kind == kind), "")
