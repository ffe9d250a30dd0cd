"""Trays of names in columns, alphabetical down, after everything that says more.

>>> from ecosystem.maps.opening import Entry
>>> tray = Tray("Town", tuple(Entry(name) for name in ("Autism Board", "Cancer Group", "Digital Panel")))
>>> [text.text for text in trayed("Named only", (tray,), 1296).texts]
['Named only', 'Town', 'Autism Board', 'Cancer Group', 'Digital Panel']
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecosystem.maps.layout.boxes import NAME, SMALL
from ecosystem.maps.layout.figures import INK, Text, text_at
from ecosystem.maps.opening import Entry, Tray
from ecosystem.maps.typeset import lines_height, shortened, wrapped

COLUMN_LEAST, COLUMN_GAP = 236.0, 16.0
LINES_LEAST = 6
INDENT = 8.0
TITLE_BELOW = 5.0
HEAD_ABOVE = 6.0


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name in a tray: whose it is, and its lines."""

    entry: Entry
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Trays:
    """All trays from (0, 0) on: heading texts, names, height."""

    height: float
    heads: tuple[Text, ...]
    names: tuple[PlacedName, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text, headings first."""
        return (*self.heads, *(text for name in self.names for text in name.texts))

    def moved(self, x: float, y: float) -> "Trays":
        """Return the same trays elsewhere."""
        names = (PlacedName(name.entry, tuple(text.moved(x, y) for text in name.texts)) for name in self.names)
        return Trays(self.height, tuple(text.moved(x, y) for text in self.heads), tuple(names))


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading, or a name, with the lines it takes."""

    lines: tuple[str, ...]
    entry: Entry | None = None

    @property
    def height(self) -> float:
        return lines_height(len(self.lines), SMALL) + (0.0 if self.entry else HEAD_ABOVE)


def trayed(title: str, trays: Sequence[Tray], width: float) -> Trays:
    """Return the trays set in columns under a title, at a width; nothing of no height where there are none."""
    if not trays:
        return Trays(0.0, (), ())
    most = max(1, int((width + COLUMN_GAP) // (COLUMN_LEAST + COLUMN_GAP)))
    column = (width - COLUMN_GAP * (most - 1)) / most
    items = list(_items(trays, column))
    number = min(most, -(-len(items) // LINES_LEAST))
    heads = [text_at(0, 0, shortened(title, width, NAME, bold=True), NAME, bold=True)]
    top = lines_height(1, NAME) + TITLE_BELOW
    names: list[PlacedName] = []
    columns = _columns(items, number)
    for place, items in enumerate(columns):
        _set_column(items, place * (column + COLUMN_GAP), top, heads, names)
    return Trays(top + max(map(_height, columns)), tuple(heads), tuple(names))


def _items(trays: Sequence[Tray], column: float) -> Iterator[_Item]:
    for tray in trays:
        yield _Item(wrapped(tray.title, column, SMALL, bold=True))
        yield from (_Item(wrapped(entry.name, column - INDENT, SMALL), entry) for entry in tray.entries)


def _height(items: Sequence[_Item]) -> float:
    return sum(item.height for item in items) - (HEAD_ABOVE if items and not items[0].entry else 0.0)


def _columns(items: list[_Item], number: int) -> list[list[_Item]]:
    """Break items into columns as even as can be, no heading last in its column."""
    most = _height(items) / number
    while len(columns := _broken(items, most)) > number:
        most += 1
    return columns


def _broken(items: list[_Item], most: float) -> list[list[_Item]]:
    columns: list[list[_Item]] = [[]]
    for item in items:
        if columns[-1] and _height([*columns[-1], item]) > most:
            lonely = [columns[-1].pop()] if columns[-1][-1].entry is None and len(columns[-1]) > 1 else []
            columns.append(lonely)
        columns[-1].append(item)
    return columns


def _set_column(items: Sequence[_Item], x: float, top: float, heads: list[Text], names: list[PlacedName]) -> None:
    for place, item in enumerate(items):
        top += HEAD_ABOVE if place and item.entry is None else 0.0
        texts = tuple(
            text_at(
                x + (INDENT if number and item.entry else 0.0), top + lines_height(number, SMALL), line, SMALL,
                bold=item.entry is None, tone=INK,
            )
            for number, line in enumerate(item.lines)
        )  # fmt: skip
        top += lines_height(len(item.lines), SMALL)
        if item.entry:
            names.append(PlacedName(item.entry, texts))
        else:
            heads.extend(texts)
