"""What every answer is: a table with its origin, its day, and what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | None | Sequence["Cell"] | Mapping[str, "Cell"]
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An answer: a titled table of rows, where it comes from, and what has to be known to read it.

    `origin` is empty where the answer is not about the data, `as_of` None for the whole record, `bases` empty where all
    count. `notes` say what was left out or not stated, `empty` what an answer without rows means. With `sectioned`, the
    first column is the heading that rows stand under.

    >>> Result(title="Boards", columns=("board",), rows=(("PEG",),), origin="files").records()
    [{'board': 'PEG'}]
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    origin: str
    as_of: date | None = None
    bases: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = "nothing is recorded"
    sectioned: bool = False

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows as mappings from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]
