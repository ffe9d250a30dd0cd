"""One renderer of results and reports: a table for people, JSON and CSV for programs, Markdown for pages."""

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from ecosystem.model import BASES
from ecosystem.results import Answer, Cell, Cells, Part, Report, Result, printed
from ecosystem.terminal.cells import markdown_cell, plain_text, shown, spreadsheet_cell
from ecosystem.terminal.widths import column_widths, folded, words_fit
from ecosystem.wording import on_day

FORMATS = ("table", "json", "csv", "md")
WIDTH = 120
NARROWEST = 40
NARROW = 80
"""Characters of a page up to which no word of a table is broken: its rows become paragraphs instead."""

GAP = 2
"""Characters between columns: one that the box takes, one of padding."""


Shown = tuple[str, str, tuple[str, ...], list[Cells], tuple[str, ...]]
"""A table as it is shown: heading and sentence above it, both perhaps empty, its columns and rows, notes below it."""


def render(
    answer: Answer, form: str = "table", width: int = WIDTH, *, colour: bool = False, encoding: str = "utf-8"
) -> str:
    """Return a result or report as text in one of `FORMATS`, ending with a line feed.

    `width` in characters, `colour` and `encoding` (lines are drawn with what it has) count for tables only.

    >>> boards = Result(title="Boards", columns=("name", "seats"), rows=(("PEG", 9),), origin="files")
    >>> print(render(boards, "csv"), end="")
    name,seats
    PEG,9
    """
    match form:
        case "json":
            return json.dumps(_content(answer), ensure_ascii=False, indent=2) + "\n"
        case "csv":
            return _csv(answer)
        case "md":
            return "\n".join(_markdown(answer)) + "\n"
        case _:
            return _table(answer, max(width, NARROWEST), colour=colour, encoding=encoding)


def _content(answer: Answer) -> dict[str, object]:
    return {
        "title": answer.title,
        "origin": answer.origin,
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "bases": answer.bases or None,
        "lead": list(opening(answer)),
        "notes": list(answer.remarks),
        **({"parts": [_part(part) for part in answer.parts]} if isinstance(answer, Report) else _rows(answer)),
    }


def _part(part: Part) -> dict[str, object]:
    notes = {"notes": part.notes} if part.notes else {}
    return {"title": part.title, "lead": part.lead, **notes, **_rows(part)}


def _rows(table: Result | Part) -> dict[str, object]:
    rows = [dict(zip(table.columns, map(_data, row), strict=True)) for row in table.rows]
    return {"columns": table.columns, "rows": rows}


def _data(value: Cell) -> object:
    if isinstance(value, Mapping):
        return {name: _data(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_data(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, str | int | float) else plain_text(value)


def _csv(answer: Answer) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(map(spreadsheet_cell, answer.columns))
    records = answer.records()
    writer.writerows([spreadsheet_cell(record.get(name)) for name in answer.columns] for record in records)
    return page.getvalue()


def _markdown(answer: Answer) -> Iterator[str]:
    yield f"## {markdown_cell(answer.title)}"
    for sentence in opening(answer):
        yield from ("", markdown_cell(sentence))
    for heading, lead, columns, rows, notes in _tables(answer):
        if heading:
            yield from ("", f"### {markdown_cell(heading)}")
        if lead:
            yield from ("", markdown_cell(lead))
        if rows:
            yield from _markdown_table(columns, rows)
        if notes:
            yield from ("", *(f"- {markdown_cell(note)}" for note in notes))
    for line in footer(answer):
        yield from ("", markdown_cell(line))


def _markdown_table(columns: tuple[str, ...], rows: list[Cells]) -> Iterator[str]:
    yield from ("", f"| {' | '.join(markdown_cell(_heading(name)) for name in columns)} |", f"|{'---|' * len(columns)}")
    yield from (f"| {' | '.join(map(markdown_cell, row))} |" for row in rows)


def _table(answer: Answer, width: int, *, colour: bool, encoding: str) -> str:
    page = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="")
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False, legacy_windows=False
    )
    console.print(Text(shown(answer.title), style="bold"))
    for sentence in opening(answer):
        console.print(Text(shown(sentence)))
    for heading, lead, columns, rows, notes in _tables(answer):
        titled = [Text(f"\n{shown(heading)}", style="bold")] if heading else []
        said = [Text(shown(lead))] if lead else []
        below = [Text(shown(note), style="dim") for note in notes]
        console.print(Group(*titled, *said, *([_rich(columns, rows, width)] if rows else []), *below))
    console.print()
    for line in footer(answer):
        console.print(Text(shown(line), style="dim"))
    page.flush()
    page.seek(0)
    return "\n".join(line.rstrip() for line in page.read().splitlines()) + "\n"


def _rich(columns: tuple[str, ...], rows: list[Cells], width: int) -> Table | Group:
    """Return rows as a table; as paragraphs where its words would break on a narrow page."""
    texts = [[_heading(name) for name in columns], *([shown(plain_text(value)) for value in row] for row in rows)]
    if width <= NARROW and not words_fit(texts, width - GAP * len(columns)):
        return _paragraphs(texts, width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, GAP - 1, 0, 0))
    widths = column_widths(texts, width - GAP * len(columns))
    for place, space in enumerate(widths):
        numbers = all(isinstance(row[place], int | float) and not isinstance(row[place], bool) for row in rows)
        table.add_column(Text(texts[0][place]), justify="right" if numbers else "left", overflow="fold", width=space)
    for row in texts[1:]:
        table.add_row(*(Text(folded(text, space)) for text, space in zip(row, widths, strict=True)))
    return table


def _paragraphs(texts: list[list[str]], width: int) -> Group:
    """Return rows as paragraphs: a line for each value there is, after the name of its column."""
    headings, *rows = texts
    longest = min(max(map(cell_len, headings)), width // 3)
    paragraphs: list[RenderableType] = []
    for row in rows:
        lines = Table.grid(padding=(0, GAP, 0, 0))
        lines.add_column(style="bold", width=longest, overflow="fold")
        lines.add_column(overflow="fold")
        for heading, text in zip(headings, row, strict=True):
            if text:
                lines.add_row(Text(heading), Text(text))
        paragraphs += [Text(), lines]
    return Group(*paragraphs)


def _heading(column: str) -> str:
    """Return a column's name in words; an expression of a query stays as it was typed."""
    return shown(column.replace("_", " ") if column.isidentifier() else column)


def opening(answer: Answer) -> tuple[str, ...]:
    """Return the sentences said before the first table."""
    if isinstance(answer, Report):
        return answer.lead
    return (answer.lead,) if answer.lead else ()


def _tables(answer: Answer) -> Iterator[Shown]:
    if isinstance(answer, Report):
        yield from ((part.title, part.lead, part.columns, list(part.rows), part.notes) for part in answer.parts)
    elif not answer.sectioned:
        yield from [("", "", answer.columns, list(answer.rows), ())] if answer.rows else []
    else:
        for heading, rows in groupby(answer.rows, key=lambda row: row[0]):
            kept = _without_blank_columns(answer.columns[1:], [row[1:] for row in rows])
            yield plain_text(heading), "", *kept, ()


def _without_blank_columns(columns: tuple[str, ...], rows: list[Cells]) -> tuple[tuple[str, ...], list[Cells]]:
    kept = [place for place in range(len(columns)) if any(plain_text(row[place]) for row in rows)]
    return tuple(columns[place] for place in kept), [tuple(row[place] for place in kept) for row in rows]


def asides(answer: Answer) -> Iterator[str]:
    """Yield what the parts of a report say beside their tables."""
    if isinstance(answer, Report):
        for part in answer.parts:
            yield from (f"{part.title} {part.lead}", *part.notes) if part.notes else ()


def footer(answer: Answer) -> Iterator[str]:
    """Yield what stands below an answer: the remarks, then where it comes from, its day and its bases."""
    yield from answer.remarks
    bases = f"; {'only ' if set(answer.bases) < set(BASES) else ''}{', '.join(answer.bases)}" if answer.bases else ""
    if answer.origin:
        yield f"From {answer.origin}, {on_day(answer.as_of)}{bases}."


@printed.register
def _as_printed(answer: Result | Report) -> str:
    return render(answer).removesuffix("\n")
