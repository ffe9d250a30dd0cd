"""What pages are made of, as values: pieces of text that may lead somewhere, lines of tables, sections, questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ecosystem.atlas.addresses import asked_anchor
from ecosystem.audit import Rule
from ecosystem.evidence import Gap

BASIS = {"stated": "stated", "implied": "implied", "shown": "shown", "inferred": "our inference"}
"""What each basis is called where it stands in a table."""

MEANINGS = {
    "stated": "the source says it",
    "implied": "it follows from the words of the source",
    "shown": "it only stands on a chart or list",
    "inferred": "our judgement; no source says it",
}
"""What each basis means."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; `to` is what it leads to, from the root of the atlas, empty where it leads nowhere."""

    text: str
    to: str = ""
    strong: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what is said, when, on which basis and where; all but the first two may be empty."""

    says: str
    what: Pieces
    when: str = ""
    basis: str = ""
    cited: Pieces = ()
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading; `ours` is what holds only if our inference does."""

    title: str
    rows: tuple[Row, ...]
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, whom it is put to, and the rule of governance that makes it a finding, if one does."""

    gap: Gap
    whom: str
    rule: Rule | None

    @property
    def to(self) -> str:
        """Where it stands among all questions, from the root of the atlas."""
        return f"questions.html#{asked_anchor(self.whom)}"


def between(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with what stands between them in a list."""
    for number, piece in enumerate(pieces):
        if number:
            yield Piece("; ")
        yield piece
