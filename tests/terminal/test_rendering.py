"""Results as tables, JSON, CSV and Markdown."""

import csv
import io
import json
from datetime import date

import pytest

from ecosystem.results import Part, Report, Result
from ecosystem.terminal import FORMATS, render

SEATS = Result(
    title="Who sits where",
    columns=("table", "seats", "sources"),
    rows=(("Health Board", 9, ("a:1", "b:2")), ("[bold]Panel[/]", None, ())),
    origin="the folder seed_data",
    as_of=date(2022, 7, 19),
    bases=("stated",),
    notes=("Left out: 1 fact.",),
)
PAGE = Result(
    title="Health Board",
    columns=("section", "says", "what", "note"),
    rows=(("What it is", "kind", "board", ""), ("Reporting", "reports to", "not stated", "x")),
    origin="files",
    sectioned=True,
)
NOTHING = Result(title="Who?", columns=("table",), rows=(), origin="files", empty="The sources say nothing.")


def test_a_table_shows_title_rows_notes_origin_day_and_bases() -> None:
    text = render(SEATS)
    for words in ("Who sits where", "Health Board", "a:1, b:2", "Left out: 1 fact."):
        assert words in text
    assert text.endswith("From the folder seed_data, on 19 July 2022; only stated.\n")


def test_markup_in_a_name_is_shown_as_text() -> None:
    assert "[bold]Panel[/]" in render(SEATS)


def test_sections_have_headings_and_no_blank_columns() -> None:
    parts = render(PAGE).split("\n\n")
    assert parts[1].startswith("What it is\n")
    assert "note" not in parts[1]
    assert "note" in parts[2]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_long_cells_wrap_within_the_width_and_lose_nothing(width: int) -> None:
    words = [f"word{number}" for number in range(60)]
    result = Result(title="x", columns=("a", "b"), rows=((" ".join(words), "y" * 100),), origin="files")
    text = render(result, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert [word for word in text.split() if word.startswith("word")] == words
    assert text.count("y") == 100


def test_a_long_identifier_crushes_no_column_beside_it_and_goes_on_after_a_hyphen() -> None:
    identifier = "-".join(["neighbourhood"] * 5)
    note = " ".join(["a note of words"] * 8)
    text = render(Result(title="x", columns=("id", "note"), rows=((identifier, note),), origin="files"), width=70)
    first = next(line for line in text.splitlines() if line.startswith("neighbourhood"))
    assert first.split("  ", 1)[0] == "neighbourhood-neighbourhood-neighbourhood-"
    assert len(first.split("  ", 1)[1].strip()) > 15


def test_an_identifier_stays_whole_where_the_others_can_give_way() -> None:
    identifier = "-".join(["body"] * 8)
    note = " ".join(["a note of words"] * 8)
    assert identifier in render(
        Result(title="x", columns=("id", "note"), rows=((identifier, note),), origin="f"), width=80
    )


def test_on_a_narrow_page_a_table_whose_words_would_break_has_one_paragraph_for_each_row() -> None:
    columns = ("body", "says", "list", "seats", "role")
    rows = (("neighbourhoods", "commissioning", "", 3, "representative"), ("board", "", "incomplete", 0, "chair"))
    result = Result(title="x", columns=columns, rows=rows, origin="files")
    assert render(result, width=60).split("\n\n")[1:-1] == [
        "body   neighbourhoods\nsays   commissioning\nseats  3\nrole   representative",
        "body   board\nlist   incomplete\nseats  0\nrole   chair",
    ]
    assert "─" in render(result, width=80)
    assert "─" in render(SEATS, width=60)
    seven = Result(title="x", columns=tuple("abcdefg"), rows=(("representative",) * 7,), origin="files")
    assert ["─" in render(seven, width=width) for width in (80, 81)] == [False, True]


def test_in_a_paragraph_headings_and_values_wrap_within_the_page_and_lose_nothing() -> None:
    columns = tuple(f"a rather long heading {number}" for number in range(5))
    cells = tuple(" ".join(f"word{number}{place}" for place in range(30)) for number in range(5))
    text = render(Result(title="x", columns=columns, rows=(cells,), origin="files"), width=40)
    assert max(map(len, text.splitlines())) <= 40
    assert [word for word in text.split() if word.startswith("word")] == " ".join(cells).split()


def test_no_colour_unless_asked() -> None:
    assert "\x1b" not in render(SEATS)
    assert "\x1b[1m" in render(SEATS, colour=True)


def test_a_console_of_an_old_code_page_gets_only_what_it_can_show() -> None:
    text = render(PAGE, encoding="cp1252")
    assert text.encode("cp1252")
    assert "─" not in text
    assert "What it is" in text


def test_an_escape_in_a_name_is_written_out() -> None:
    result = Result(title="\x1b[2J", columns=("a",), rows=(("\x1b]0;x\x07",),), origin="files")
    for form in ("table", "csv", "md"):
        assert "\x1b" not in render(result, form)


def test_an_answer_without_rows_says_so_in_tables_and_pages() -> None:
    for form in ("table", "md"):
        assert "The sources say nothing." in render(NOTHING, form)
    assert render(NOTHING, "csv") == "table\n"
    content = json.loads(render(NOTHING, "json"))
    assert (content["rows"], content["notes"]) == ([], ["The sources say nothing."])


def test_json_keeps_every_value_and_says_what_it_is() -> None:
    content = json.loads(render(SEATS, "json"))
    assert content["rows"][0] == {"table": "Health Board", "seats": 9, "sources": ["a:1", "b:2"]}
    assert content["rows"][1]["seats"] is None
    assert (content["as_of"], content["bases"], content["notes"]) == ("2022-07-19", ["stated"], ["Left out: 1 fact."])


def test_csv_is_one_row_for_each_row_with_sections_as_a_column() -> None:
    rows = list(csv.DictReader(io.StringIO(render(PAGE, "csv"))))
    assert [row["section"] for row in rows] == ["What it is", "Reporting"]


def test_markdown_has_one_table_for_each_section() -> None:
    text = render(PAGE, "md")
    assert text.count("\n|---|") == 2
    assert "### Reporting" in text


def test_every_format_ends_with_a_line_feed() -> None:
    for form in FORMATS:
        for result in (SEATS, PAGE, NOTHING):
            assert render(result, form).endswith("\n")
            assert "\r" not in render(result, form)


def test_a_node_keeps_the_names_and_the_values_of_its_properties() -> None:
    node = {"id": "peg", "labels": ["Board"], "seats": 9}
    result = Result(title="Cypher", columns=("n",), rows=((node,),), origin="")
    assert json.loads(render(result, "json"))["rows"] == [{"n": node}]
    for form in ("table", "csv", "md"):
        assert "id: peg" in render(result, form), form


def test_a_number_that_json_does_not_know_is_written_as_text() -> None:
    result = Result(title="Cypher", columns=("n",), rows=((float("nan"),), (float("-inf"),)), origin="")
    text = render(result, "json")
    assert [row["n"] for row in json.loads(text)["rows"]] == ["nan", "-inf"]


@pytest.mark.parametrize("heading", ["\x1b[31mred", "=1+1", "@SUM(A1)", "a|b"])
def test_a_heading_is_as_harmless_as_a_cell(heading: str) -> None:
    result = Result(title="Cypher", columns=(heading,), rows=((1,),), origin="")
    texts = {form: render(result, form) for form in ("table", "csv", "md")}
    assert not any("\x1b" in text for text in texts.values())
    assert not texts["csv"].startswith(("=", "@"))
    assert texts["md"].count("|") - texts["md"].count("\\|") == 2 * 3


def test_a_column_is_headed_in_words_and_an_expression_as_it_was_typed() -> None:
    result = Result(title="Cypher", columns=("last_seen", "r.last_seen"), rows=((2018, 2018),), origin="")
    assert "| last seen | r.last_seen |" in render(result, "md").replace("\\", "")


REPORT = Report(
    title="The evidence",
    lead=("Two boards are named.",),
    parts=(
        Part(title="Chairs", lead="One is known.", columns=("board", "chair"), rows=(("Panel", "=1+1"),)),
        Part(title="Members", lead="None is known.", columns=("board", "members"), rows=()),
        Part(title="Old", lead="One is old.", columns=("board", "seen"), rows=(("Forum", 2016),)),
    ),
    origin="files",
    as_of=date(2022, 7, 19),
    notes=("Left out: 1 fact.",),
)


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_report_reads_as_a_page_each_part_under_its_heading_and_sentence(form: str) -> None:
    lines = [line for line in render(REPORT, form).splitlines() if line]
    told = ["Two boards are named.", "One is known.", "None is known.", "One is old.", "Left out: 1 fact."]
    assert [line for line in lines if line in told] == told
    assert [line.strip("# ") for line in lines if line.strip("# ") in {"Chairs", "Members", "Old"}] == [
        "Chairs", "Members", "Old",
    ]  # fmt: skip


def test_a_report_as_csv_has_one_row_for_each_row_under_all_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(render(REPORT, "csv"))))
    assert [tuple(row.values()) for row in rows] == [
        ("Chairs", "Panel", "'=1+1", "", ""),
        ("Old", "Forum", "", "", "2016"),
    ]
    assert list(rows[0]) == ["part", "board", "chair", "members", "seen"]


def test_a_report_as_json_keeps_its_parts_and_sentences() -> None:
    content = json.loads(render(REPORT, "json"))
    assert content["lead"] == ["Two boards are named."]
    assert [(part["title"], part["lead"], part["rows"]) for part in content["parts"]] == [
        ("Chairs", "One is known.", [{"board": "Panel", "chair": "=1+1"}]),
        ("Members", "None is known.", []),
        ("Old", "One is old.", [{"board": "Forum", "seen": 2016}]),
    ]


def test_a_result_may_open_with_a_sentence() -> None:
    led = Result(title="Boards", lead="One is known.", columns=("name",), rows=(("PEG",),), origin="files")
    assert [render(led, form).count("One is known.") for form in FORMATS] == [1, 1, 0, 1]


NOTED = Report(
    title="Analysis",
    lead=(),
    parts=(
        Part(
            title="Who?", lead="Nobody.", columns=("who",), rows=(("Panel",),), notes=("Counted: 1 tie.", "A *note*.")
        ),
        Part(title="How?", lead="Somehow.", columns=("how",), rows=()),
    ),
    origin="files",
)


@pytest.mark.parametrize("form", ["table", "md"])
def test_notes_of_a_part_stand_below_its_table_and_above_the_next_part(form: str) -> None:
    text = render(NOTED, form)
    places = [text.index(words) for words in ("Who?", "Nobody.", "Panel", "Counted: 1 tie.", "note", "How?")]
    assert places == sorted(places)


def test_notes_of_a_part_are_a_list_in_markdown_in_which_nothing_is_markup() -> None:
    assert "\n\n- Counted: 1 tie.\n- A \\*note\\*.\n" in render(NOTED, "md")


def test_json_has_the_notes_of_a_part_where_there_are_any() -> None:
    parts = json.loads(render(NOTED, "json"))["parts"]
    assert [part.get("notes") for part in parts] == [["Counted: 1 tie.", "A *note*."], None]
