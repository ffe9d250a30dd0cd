"""What every rule works with: the snapshot, where its rows stand, and how to speak of a row without naming a person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ecosystem.model import Entity, Fact, Identifier, Key, Row, Statement, key_of
from ecosystem.problems import Problem, printable, quoted
from ecosystem.snapshot import Snapshot


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a row stands: its file, relative to the dataset, and the line its record begins on."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.row}"


Places = Mapping[Key, Place]
"""Where rows stand, by their type and id."""


@dataclass(frozen=True)
class Examination:
    """A snapshot under examination; `places` is empty where it was not read from files."""

    snapshot: Snapshot
    places: Places

    def place(self, row: Row) -> Place | None:
        """Return where a row stands, if it stands in a file."""
        return self.places.get(key_of(row))

    def is_person(self, node_id: str) -> bool:
        """Tell whether an id is a person's."""
        return self.snapshot.label_of(node_id) == "Person"

    def is_personal(self, row: Row, column: str = "") -> bool:
        """Tell whether a row's values are a person's, and so are never repeated in a message."""
        match row:
            case Entity():
                return row.label == "Person"
            case Fact():
                holder = row.relation == "HOLDS" and column in {"id", "subject"}
                return holder or self.is_person(row.subject)
            case Statement():
                return self.is_person(row.subject)
            case Identifier():
                return self.is_person(row.entity)
            case _:
                return False

    def shown(self, row: Row, column: str, text: str) -> str:
        """Return a value quoted for a message, or words for it where it is a person's."""
        return "the value" if self.is_personal(row, column) else quoted(text)

    def called(self, node_id: str) -> str:
        """Return an id quoted for a message, or words for it where it is a person's."""
        return "the person" if self.is_person(node_id) else quoted(node_id)

    def pointer(self, row: Row) -> str:
        """Return where a row stands, as `structure.csv:9`, or its id where it stands in no file."""
        place = self.place(row)
        if place is not None:
            return str(place)
        return f"a row about {'a person' if self.is_personal(row, 'id') else quoted(row.id)}"

    def problem(
        self, row: Row, code: str, message: str, *, fix: str, column: str = "", warning: bool = False
    ) -> Problem:
        """Return a problem at a row; the message names the row itself where it stands in no file."""
        place = self.place(row)
        if place is None:
            subject = "a person" if self.is_personal(row, "id") else quoted(row.id)
            message = f"{subject}{f' {column}' if column else ''}: {message}"
            return Problem(code, message, fix, warning=warning)
        return Problem(code, message, fix, place.file, place.row, column, warning)

    def once(self, found: Sequence[tuple[Row, Problem]]) -> Problem:
        """Return one problem for many that a spreadsheet made in one column: the first, with how many there are."""
        _, first = min(found, key=lambda pair: self.reading_key(pair[0]))
        if len(found) == 1:
            return first
        return replace(first, message=f"{first.message} ({len(found):,} rows of this column, first here)")

    def reading_key(self, row: Row) -> tuple[str, int, str]:
        """Return a key that sorts rows as a reader meets them."""
        place = self.place(row)
        return (place.file, place.row, row.id) if place else ("", 0, row.id)


Rule = Callable[[Examination], Iterable[Problem]]
