"""`ecosystem evidence` at the command line: forms, exit codes, files, and answers with nothing in them."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
SIZE = "It names 33 entities, with 41 facts and 3 statements."


@pytest.fixture
def nothing(tmp_path: Path) -> Path:
    """Return a dataset without a row."""
    folder = tmp_path / "nothing"
    folder.mkdir()
    settings = 'format = 1\nid = "nothing"\ntitle = "Nothing yet"\nas_of = "2024-03-05"\nlicence = "CC0-1.0"\n'
    (folder / "dataset.toml").write_text(settings, encoding="utf-8")
    return folder


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_page_opens_with_what_it_rests_on_and_ends_with_where_it_comes_from(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--data", EXAMPLETON)
    lines = ended.out.splitlines()
    assert (ended.code, lines[0]) == (0, "The evidence: Exampleton health and care")
    assert lines[1:5] == [
        f"The record rests on two sources of 2023 to March 2024. {SIZE}",
        "Newest source: 5 March 2024.",
        "Shown on 5 March 2024: 40 facts.",
        "55% of the facts rest on one source of 2024.",
    ]
    assert lines[-3:] == [
        "Left out on 5 March 2024: 1 fact ended or not yet begun.",
        "What is not stated makes 34 questions to ask: add --questions to see them.",
        "From Exampleton health and care (the folder exampleton), on 5 March 2024.",
    ]


def test_the_page_has_the_same_parts_in_every_form(ecosystem: Ecosystem) -> None:
    forms = {form: ecosystem("evidence", "--data", EXAMPLETON, "--format", form) for form in ("csv", "json", "md")}
    page = json.loads(forms["json"].out)
    titles = [part["title"] for part in page["parts"]]
    assert {ended.code for ended in forms.values()} == {0}
    assert [line[4:] for line in forms["md"].out.splitlines() if line.startswith("### ")] == titles
    assert list(dict.fromkeys(row["part"] for row in rows(forms["csv"].out))) == [
        part["title"] for part in page["parts"] if part["rows"]
    ]
    assert set(page["lead"]) <= set(forms["md"].out.splitlines()) & set(forms["csv"].err.splitlines())


def test_the_day_and_the_bases_are_those_asked_for(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--data", EXAMPLETON, "--as-of", "any", "--basis", "stated", "--format", "json")
    page = json.loads(ended.out)
    assert (page["as_of"], page["bases"]) == (None, ["stated"])
    assert page["lead"][2] == "Shown in the whole record, stated only: 39 facts."
    assert [row["basis"] for row in page["parts"][0]["rows"]] == ["stated"]


def test_what_counts_as_old_is_asked_for_in_years(ecosystem: Ecosystem) -> None:
    def old(*age: str) -> tuple[str, set[str]]:
        last = json.loads(ecosystem("evidence", *age, "--data", EXAMPLETON, "--format", "json").out)["parts"][-1]
        return last["title"], {row["body"] for row in last["rows"]}

    assert old() == old("--older-than", "3") == ("Last confirmed before 5 March 2021", set())
    assert old("--older-than", "1000") == ("Last confirmed before 5 March 1900", set())
    title, bodies = old("--older-than", "0")
    assert title == "Last confirmed before 5 March 2024"
    assert {"Estates Group", "Shire Provider Alliance"} <= bodies
    assert "Exampleton Health Board" not in bodies


def test_a_day_long_before_the_record_has_a_page_that_shows_no_fact(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--data", EXAMPLETON, "--as-of", "1900", "--older-than", "1000")
    assert ended.code == 0
    assert {"Shown on 31 December 1900: 0 facts.", "No fact is shown."} <= set(ended.out.splitlines())


@pytest.mark.parametrize("years", ["-1", "many", "1.5", "1001"])
def test_an_age_that_is_none_is_wrong_usage(ecosystem: Ecosystem, years: str) -> None:
    ended = ecosystem("evidence", "--older-than", years, "--data", EXAMPLETON)
    assert (ended.code, ended.out, "--older-than" in ended.err) == (2, "", True)
    assert "is not in the range" in ended.err or "is not a valid whole number" in ended.err


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("--as-of", "1899"), 2, "--as-of"),
        (("--basis", "guessed"), 2, "--basis"),
        (("--format", "pdf"), 2, "--format"),
        (("--out", "page.pdf"), 2, ".pdf"),
        (("--data", "nowhere"), 1, "folder not found"),
    ],
)
def test_what_cannot_be_done_says_why_and_writes_nothing(
    ecosystem: Ecosystem, arguments: tuple[str, ...], code: int, named: str
) -> None:
    ended = ecosystem("evidence", "--data", EXAMPLETON, *arguments)
    assert (ended.code, ended.out, named in ended.err) == (code, "", True)
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("ending", ["csv", "json", "md", "txt"])
def test_the_page_is_written_in_the_form_of_the_files_ending(ecosystem: Ecosystem, ending: str) -> None:
    printed = ecosystem("evidence", "--data", EXAMPLETON, "--format", ending.replace("txt", "table"))
    ended = ecosystem("evidence", "--data", EXAMPLETON, "--out", f"page.{ending}")
    assert (ended.code, ended.out, ended.err.splitlines()[-1]) == (0, "", f"Written: page.{ending}")
    assert Path(f"page.{ending}").read_text(encoding="utf-8").split() == printed.out.split()


def test_questions_are_rows_for_a_spreadsheet_each_with_whom_to_ask(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--questions", "--data", EXAMPLETON, "--out", "questions.csv")
    found = rows(Path("questions.csv").read_text(encoding="utf-8"))
    assert (ended.code, len(found)) == (0, 34)
    assert ended.err.splitlines()[1].startswith(
        "34 questions to 15 addressees: whether a usual sector is meant to have no seat (3), who chairs it (11), "
    )
    assert {tuple(row.values()) for row in found} >= {
        ("Estates Group", "chair", "Estates Group: who chairs it?", "", "constitution-2023:s7"),
        (
            "Exampleton Health Board", "representative",
            "Exampleton Health Board: by whom is this represented there: the third sector?", "", "minutes-2024:item2",
        ),
        ("Digital Panel", "left open",
         "Digital Panel: what can you say of its meeting schedule, which the source leaves open?",
         "left to the panel", "constitution-2023:s6"),
        ("Exampleton Partnership", "successor", "Estates Plan 2015-2019: what has followed it?",
         "ended 31 December 2019", "constitution-2023:s7"),
    }  # fmt: skip


def test_questions_stand_under_headings_of_whom_to_ask(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--questions", "--data", EXAMPLETON, "--format", "md")
    headings = [line[4:] for line in ended.out.splitlines() if line.startswith("### ")]
    assert (len(headings), headings[:3]) == (15, ["Carers’ Forum", "Digital Panel", "Estates Group"])


def test_the_age_asked_for_holds_for_questions_too(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--questions", "--older-than", "0", "--data", EXAMPLETON, "--format", "csv")
    old = {row["ask"] for row in rows(ended.out) if row["about"] == "still so"}
    assert "Shire Provider Alliance" in old
    assert "Estates Group" not in old, "that it is joined to nothing is asked instead"


def test_the_whole_record_is_asked_what_its_day_is_asked(ecosystem: Ecosystem) -> None:
    whole, day = (ecosystem("evidence", "--questions", *asked, "--data", EXAMPLETON, "--format", "csv").out
                  for asked in (("--as-of", "any"), ()))  # fmt: skip
    assert rows(whole) == rows(day)


def test_a_dataset_without_a_row_has_a_page_and_nothing_to_ask(ecosystem: Ecosystem, nothing: Path) -> None:
    page = ecosystem("evidence", "--data", nothing)
    assert (page.code, page.out.splitlines()[1]) == (
        0,
        "The record rests on no sources. It names 0 entities, with 0 facts and 0 statements.",
    )
    assert not any("questions" in line for line in page.out.splitlines())
    asked = {form: ecosystem("evidence", "--questions", "--data", nothing, "--format", form) for form in ("md", "csv")}
    assert [ended.code for ended in asked.values()] == [0, 0]
    assert "Nothing that could be asked is open." in asked["md"].out
    assert (rows(asked["csv"].out), "Nothing that could be asked is open." in asked["csv"].err) == ([], True)
