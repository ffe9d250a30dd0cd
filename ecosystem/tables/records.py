"""From text to records of cells, with the line and column of whatever is wrong with the quotes.

>>> found = list(records('id,note\\na,"two\\nlines"\\nb,one\\n', ","))
>>> [(record.row, record.cells) for record in found]
[(1, ['id', 'note']), (2, ['a', 'two\\nlines']), (4, ['b', 'one'])]

The standard `csv` module counts lines at a record's end, says nothing of columns, and passes over extra cells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault in the quotes of a record: rule code, message, remedy, line and column from 1."""

    code: str
    message: str
    fix: str
    row: int
    column: int


@dataclass(slots=True)
class Record:
    """The cells of one record, the line it begins on, and the flaw that makes it unreliable."""

    row: int
    cells: list[str] = field(default_factory=list)
    flaw: Flaw | None = None


def records(text: str, delimiter: str) -> Iterator[Record]:
    """Yield the records of a text with `\\n` line ends; blank lines are passed over, their numbers kept."""
    position, row, length = 0, 1, len(text)
    while position < length:
        end = text.find("\n", position)
        end = length if end < 0 else end
        line = text[position:end]
        if '"' not in line:
            record, after = Record(row, line.split(delimiter)), end
        else:
            record, after = _with_quotes(text, position, row, delimiter)
        if record.flaw or any(cell and not cell.isspace() for cell in record.cells):
            yield record
        row += text.count("\n", position, after) + 1
        position = after + 1


def _with_quotes(text: str, start: int, row: int, delimiter: str) -> tuple[Record, int]:
    record, position = Record(row), start
    plain = re.compile(f"[^{re.escape(delimiter)}\n]*")
    while True:
        if text.startswith('"', position):
            quoted = _QUOTED.match(text, position)
            if quoted is None:
                record.flaw = _unclosed(text, start, position, row)
                return record, _line_end(text, position)
            record.cells.append(quoted[1].replace('""', '"'))
            position = quoted.end()
            if position < len(text) and text[position] not in (delimiter, "\n"):
                record.flaw = _after_quote(text, start, position, row)
                return record, _line_end(text, position)
        else:
            cell = plain.match(text, position)
            record.cells.append(cell[0] if cell else "")
            position += len(record.cells[-1])
        if position >= len(text) or text[position] == "\n":
            return record, position
        position += 1


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _place(text: str, start: int, position: int, row: int) -> tuple[int, int]:
    line_start = text.rfind("\n", 0, position) + 1
    return row + text.count("\n", start, position), position - line_start + 1


def _unclosed(text: str, start: int, position: int, row: int) -> Flaw:
    line, column = _place(text, start, position, row)
    fix = 'close the quote, or write "" for a quote inside a cell'
    return Flaw("B21", f"quote opened at {line}:{column} never closed", fix, row, column)


def _after_quote(text: str, start: int, position: int, row: int) -> Flaw:
    line, column = _place(text, start, position, row)
    message = f"unexpected `{text[position]}` after quote at {line}:{column}"
    return Flaw("B22", message, 'double the quote: write "" for a quote inside a cell', row, column)
