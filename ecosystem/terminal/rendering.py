"""One renderer of results: a table for people, JSON and CSV for programs, Markdown for pages."""

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from itertools import groupby

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from ecosystem.answers.result import Cell, Cells, Result
from ecosystem.terminal.cells import markdown_cell, plain_text, shown, spreadsheet_cell
from ecosystem.terminal.widths import column_widths
from ecosystem.wording import on_day

FORMATS = ("table", "json", "csv", "md")
WIDTH = 120
NARROWEST = 40
GAP = 2
"""Characters between columns: one that the box takes, one of padding."""


def render(
    result: Result, form: str = "table", width: int = WIDTH, *, colour: bool = False, encoding: str = "utf-8"
) -> str:
    """Return a result as text in one of `FORMATS`, ending with a line feed.

    `width` in characters, `colour` and `encoding` (lines are drawn with what it has) count for tables only.

    >>> boards = Result(title="Boards", columns=("name", "seats"), rows=(("PEG", 9),), origin="files")
    >>> print(render(boards, "csv"), end="")
    name,seats
    PEG,9
    """
    match form:
        case "json":
            return _json(result)
        case "csv":
            return _csv(result)
        case "md":
            return "\n".join(_markdown(result)) + "\n"
        case _:
            return _table(result, max(width, NARROWEST), colour=colour, encoding=encoding)


def _json(result: Result) -> str:
    content = {
        "title": result.title,
        "origin": result.origin,
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "bases": result.bases or None,
        "notes": result.notes,
        "columns": result.columns,
        "rows": [{name: _data(value) for name, value in record.items()} for record in result.records()],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _data(value: Cell) -> object:
    if isinstance(value, Mapping):
        return {name: _data(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_data(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, str | int | float) else plain_text(value)


def _csv(result: Result) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(map(spreadsheet_cell, result.columns))
    writer.writerows([spreadsheet_cell(value) for value in row] for row in result.rows)
    return page.getvalue()


def _markdown(result: Result) -> Iterator[str]:
    yield f"## {markdown_cell(result.title)}"
    for heading, columns, rows in _parts(result):
        if heading:
            yield from ("", f"### {markdown_cell(heading)}")
        yield from (
            "",
            f"| {' | '.join(markdown_cell(_heading(name)) for name in columns)} |",
            f"|{'---|' * len(columns)}",
        )
        yield from (f"| {' | '.join(map(markdown_cell, row))} |" for row in rows)
    for line in _footer(result):
        yield from ("", markdown_cell(line))


def _table(result: Result, width: int, *, colour: bool, encoding: str) -> str:
    page = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="")
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False, legacy_windows=False
    )
    console.print(Text(shown(result.title), style="bold"))
    for heading, columns, rows in _parts(result):
        console.print(
            Group(*([Text(f"\n{shown(heading)}", style="bold")] if heading else []), _rich(columns, rows, width))
        )
    console.print()
    for line in _footer(result):
        console.print(Text(shown(line), style="dim"))
    page.flush()
    page.seek(0)
    return "\n".join(line.rstrip() for line in page.read().splitlines()) + "\n"


def _rich(columns: tuple[str, ...], rows: list[Cells], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, GAP - 1, 0, 0))
    texts = [[_heading(name) for name in columns], *([shown(plain_text(value)) for value in row] for row in rows)]
    for place, space in enumerate(column_widths(texts, width - GAP * len(columns))):
        numbers = all(isinstance(row[place], int | float) and not isinstance(row[place], bool) for row in rows)
        table.add_column(Text(texts[0][place]), justify="right" if numbers else "left", overflow="fold", width=space)
    for row in texts[1:]:
        table.add_row(*map(Text, row))
    return table


def _heading(column: str) -> str:
    return shown(column.replace("_", " "))


def _parts(result: Result) -> Iterator[tuple[str, tuple[str, ...], list[Cells]]]:
    if not result.sectioned:
        yield from [("", result.columns, list(result.rows))] if result.rows else []
        return
    for heading, rows in groupby(result.rows, key=lambda row: row[0]):
        yield plain_text(heading), *_without_blank_columns(result.columns[1:], [row[1:] for row in rows])


def _without_blank_columns(columns: tuple[str, ...], rows: list[Cells]) -> tuple[tuple[str, ...], list[Cells]]:
    kept = [place for place in range(len(columns)) if any(plain_text(row[place]) for row in rows)]
    return tuple(columns[place] for place in kept), [tuple(row[place] for place in kept) for row in rows]


def _footer(result: Result) -> Iterator[str]:
    if not result.rows:
        yield result.empty
    yield from result.notes
    bases = f"; only {', '.join(result.bases)}" if result.bases else ""
    if result.origin:
        yield f"From {result.origin}, {on_day(result.as_of)}{bases}."
