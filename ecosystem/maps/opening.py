"""What the opening picture holds, without geometry: bands of boxes, lines between them, trays of names, sentences.

A box with rows is a table: it says who sits there. Lines read as sentences, subject first. Whoever draws the picture
needs nothing but this value, and whoever fills it needs to know nothing about drawing.

>>> board = Box("board", "Health Board", Kind.TABLE, rows=(Row("Chair", (Entry("Leader"),)),))
>>> plan = Box("plan", "Health Plan", Kind.PLAN, words="plan")
>>> picture = Opening("Exampleton", (Band("city", "Town", (board, plan)),), (Line("board", "directs", "plan", "2023"),))
>>> [box.name for box in picture.boxes]
['Health Board', 'Health Plan']
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a box stands for; its frame and ground show it without colour."""

    TABLE = "table"
    BODY = "body"
    MANY = "many"
    PLAN = "plan"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a row or a tray; `shared` if it stands at enough tables to be shown in bold."""

    name: str
    id: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a label such as a sector, and who sits there; `quiet` where a source says nothing."""

    label: str
    entries: tuple[Entry, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in the picture.

    `year` is the newest evidence of its rows, `words` say what it is, `notes` are its lines that could not be drawn.
    """

    id: str
    name: str
    kind: Kind
    year: str = ""
    words: str = ""
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    ended: bool = False
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A stated relation between two boxes: subject, verb, object, the year of its evidence, and the facts behind it."""

    subject: str
    verb: str
    object: str
    year: str = ""
    ended: bool = False
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """The boxes of one tier, the most telling first; one that stands `apart` has no other beside it."""

    code: str
    title: str
    boxes: tuple[Box, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Tray:
    """Names under a title: bodies of which nothing more is said in the picture."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; `ids` are the things it counts or names."""

    text: str
    strong: bool = False
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence above the picture, in parts, some of them strong."""

    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Tally:
    """Where every body counted in the first sentence is to be found; each in one place only, so that it adds up."""

    tables: int = 0
    line_ends: int = 0
    seated: int = 0
    collected: int = 0
    in_trays: int = 0
    not_drawn: int = 0

    @property
    def total(self) -> int:
        """All bodies counted.

        >>> Tally(tables=9, line_ends=4, seated=6, collected=7, in_trays=53, not_drawn=1).total
        80
        """
        return self.tables + self.line_ends + self.seated + self.collected + self.in_trays + self.not_drawn


@dataclass(frozen=True, slots=True)
class Opening:
    """The whole picture: a title, bands, lines in the order of their weight, trays, sentences, and the tally.

    `shared_words` say in the legend what a bold name in a row means; without `kinds_explained` it is silent on frames.
    """

    title: str
    bands: tuple[Band, ...]
    lines: tuple[Line, ...] = ()
    trays: tuple[Tray, ...] = ()
    trays_title: str = ""
    shared_words: str = ""
    sentences: tuple[Sentence, ...] = ()
    tally: Tally = Tally()
    kinds_explained: bool = True

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every box, band by band."""
        return tuple(box for band in self.bands for box in band.boxes)
