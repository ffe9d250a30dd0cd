"""Values that a terminal, a spreadsheet or a page can be trusted with."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.results import Cell, Result
from ecosystem.terminal import render
from ecosystem.terminal.cells import markdown_cell, shown, spreadsheet_cell

TRIGGERS = tuple("=+-@＝＋－＠\t\r\0")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1+1", "-1-1", "@SUM", "\t=1", "\r=1", "\0=1", "＝1", "=cmd|' /C calc'!A0", '=HYPERLINK("x")', "'=1",
        " =1", "\n=1", "''=1",
    ],
)  # fmt: skip
def test_text_that_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    cell = str(spreadsheet_cell(text))
    assert not cell.lstrip().startswith(TRIGGERS)
    assert cell.lstrip("'") != cell or "\\x00" in cell


@pytest.mark.parametrize("value", [-5, 1.5, 0, "-5", "+44", "1,642", "plain", "1;-5", "a; b=c", "a=b", "’tis", "1 – 2"])
def test_numbers_and_plain_text_stay(value: str | float) -> None:
    assert spreadsheet_cell(value) == value


@pytest.mark.parametrize(
    ("value", "cell"),
    [(";=1", ";'=1"), ("1;=1", "1;'=1"), (("a", "=1"), "a;' =1"), ('";=1', "\";'=1"), ("1; -2;@x", "1; -2;'@x")],
)
def test_text_that_would_run_where_a_semicolon_begins_a_cell_is_quoted(value: Cell, cell: str) -> None:
    assert spreadsheet_cell(value) == cell


@given(st.text())
def test_no_cell_of_a_csv_begins_with_a_trigger(text: str) -> None:
    result = Result(title="x", columns=("a",), rows=((text,),), origin="files")
    rows = list(csv.reader(io.StringIO(render(result, "csv"), newline="")))
    cell = rows[1][0] if len(rows) > 1 and rows[1] else ""
    assert not cell.startswith(TRIGGERS) or cell.lstrip("+-").replace(",", "").replace(".", "").isdigit()


@given(st.text())
def test_nothing_shown_moves_a_cursor_or_turns_the_text_around(text: str) -> None:
    assert not {"\x1b", "\x07", "\r", "\0", "\x9b", "\u202e", "\u2028"} & set(shown(text))


def test_names_in_other_scripts_and_spaces_are_shown_as_they_are() -> None:
    assert shown("Zoë Ω 東京\u00a0x") == "Zoë Ω 東京\u00a0x"


def test_markup_in_a_name_is_text_on_a_page() -> None:
    assert markdown_cell("a|b\n[x](javascript:y) <script>") == "a\\|b \\[x\\](javascript:y) \\<script\\>"
    assert markdown_cell("&lt;script&gt; R&D") == "\\&lt;script\\&gt; R\\&D"
