"""What every answer is: a table, or a page of tables, with its origin, its day, and what was left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import singledispatch
from typing import TYPE_CHECKING

from ecosystem.results.frames import frame

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | date | None | Sequence["Cell"] | Mapping[str, "Cell"]
Cells = tuple[Cell, ...]


@singledispatch
def printed(answer: object) -> str:
    """Return an answer as `print` shows it; what renders answers stands above, and registers itself here."""
    return repr(answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An answer: a titled table of rows, where it comes from, and what has to be known to read it.

    `lead` is the sentence said before the table, where there is one. `origin` is empty where the answer is not about
    the data, `as_of` None for the whole record, `bases` empty where it goes without saying that all count. `notes` say
    what was left out or not stated, `empty` what an answer without rows means. With `sectioned`, rows stand under the
    headings of column one. `kinds` tells of columns what their values are, in
    the words of a query's header, where that is known beforehand.

    Printed, it is its table.

    >>> Result(title="Boards", columns=("board",), rows=(("PEG",),), origin="files").records()
    [{'board': 'PEG'}]
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    origin: str
    lead: str = ""
    as_of: date | None = None
    bases: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = "nothing is recorded"
    sectioned: bool = False
    kinds: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the table, with what has to be known to read it."""
        return printed(self)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an answer without rows means, and the notes."""
        return self.notes if self.rows else (self.empty, *self.notes)

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows as mappings from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows as a DataFrame with typed columns; `EcosystemError` where pandas is not installed.

        Its `attrs` hold what has to be known to read it, as text and lists of text, so that they can be kept in files.
        """
        return frame(self.columns, self.rows, self.kinds, _to_know(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One section of a report: what it finds in a sentence, and the table that shows it; without rows, the sentence.

    `notes` say what has to be known to read it, below the table.
    """

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An answer of several tables, each under a heading and a sentence. `lead` holds the sentences it opens with.

    `origin`, `as_of`, `bases` and `notes` are as for `Result`.

    >>> part = Part(title="Boards", lead="One board is named.", columns=("board",), rows=(("PEG",),))
    >>> report = Report(title="Evidence", lead=("What is known.",), parts=(part,), origin="files")
    >>> list(report.records())
    [{'part': 'Boards', 'board': 'PEG'}]
    """

    title: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    origin: str
    as_of: date | None = None
    bases: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the page, with what has to be known to read it."""
        return printed(self)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes."""
        return self.notes

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of all parts, in the order they first come in, after the title of the part."""
        return tuple(dict.fromkeys(("part", *(column for part in self.parts for column in part.columns))))

    def in_brief(self) -> "Report":
        """Return the sentences alone: without the rows and notes of the parts that a sentence opens.

        >>> part = Part(title="Boards", lead="One board is named.", columns=("board",), rows=(("PEG",),))
        >>> Report(title="Evidence", lead=(), parts=(part,), origin="files").in_brief().parts[0].rows
        ()
        """
        return replace(
            self, parts=tuple(replace(part, rows=(), notes=()) if part.lead else part for part in self.parts)
        )

    def records(self) -> Iterator[dict[str, Cell]]:
        """Yield the rows of all parts as mappings from column to value, the part's title first."""
        for part in self.parts:
            yield from ({"part": part.title} | dict(zip(part.columns, row, strict=True)) for row in part.rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows of all parts as one DataFrame with typed columns; a part has no value where it has no column.

        `attrs` are as for `Result`. `EcosystemError` where pandas is not installed.
        """
        rows = ([record.get(name) for name in self.columns] for record in self.records())
        return frame(self.columns, rows, to_know=_to_know(self))


Answer = Result | Report


def _to_know(answer: Answer) -> dict[str, object]:
    """Return what has to be known to read an answer's rows, where only they are handed on."""
    return {
        "title": answer.title,
        "origin": answer.origin,
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "bases": list(answer.bases),
        "notes": list(answer.remarks),
    }
