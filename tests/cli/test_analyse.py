"""`ecosystem analyse` at the command line: the list, one or all, forms, days, bases, and what cannot be."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli.conftest import Ecosystem
from cli.test_ask import completed

from ecosystem.answers import ANALYSES
from ecosystem.model import BASES

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


def test_without_a_name_the_analyses_are_listed_and_no_data_are_read(ecosystem: Ecosystem) -> None:
    ended = ecosystem("analyse", "--format", "csv")
    commands = {row["command"] for row in csv.DictReader(io.StringIO(ended.out))}
    assert (ended.code, commands) == (0, {f"ecosystem analyse {name}" for name in ANALYSES})
    assert "Data:" not in ended.err


def test_one_analysis_opens_with_its_sentence(ecosystem: Ecosystem) -> None:
    ended = ecosystem("analyse", "only-way-up", "--data", EXAMPLETON)
    assert ended.code == 0
    assert ended.out.splitlines()[2] == "Is any body the only way up?"
    assert ended.out.splitlines()[3].startswith("Of 5 other bodies with a recorded line upward, none has a way up ")
    assert ended.out.splitlines()[-1] == (
        "From Exampleton health and care (the folder exampleton), on 5 March 2024; only stated, implied, shown."
    )


@pytest.mark.parametrize("form", ["json", "md"])
def test_all_analyses_stand_under_their_questions_in_every_form(ecosystem: Ecosystem, form: str) -> None:
    ended = ecosystem("analyse", "all", "--data", EXAMPLETON, "--format", form)
    page = json.loads(ended.out) if form == "json" else {}
    headings = [line[4:] for line in ended.out.splitlines() if line.startswith("### ")]
    assert ended.code == 0
    assert [part["title"] for part in page.get("parts", [])] or headings == [
        each.question for each in ANALYSES.values()
    ]  # fmt: skip


def test_a_csv_goes_to_a_file_and_its_sentence_is_told(ecosystem: Ecosystem) -> None:
    ended = ecosystem("analyse", "layers", "--data", EXAMPLETON, "--out", "layers.csv")
    rows = list(csv.DictReader(io.StringIO(Path("layers.csv").read_text(encoding="utf-8"))))
    assert (ended.code, ended.out, len(rows)) == (0, "", 6)
    assert any("From 2 Local Care Partnerships up to where their lines end" in line for line in ended.err.splitlines())


@pytest.mark.parametrize(("bases", "counted"), [(("stated", "inferred"), ["stated", "inferred"]), (BASES, [])])
def test_what_we_infer_counts_where_it_is_asked_for(
    ecosystem: Ecosystem, bases: tuple[str, ...], counted: list[str]
) -> None:
    asked = (word for basis in bases for word in ("--basis", basis))
    page = json.loads(ecosystem("analyse", "layers", "--data", EXAMPLETON, *asked, "--format", "json").out)
    ours = "With our inference, which no document states: From 3 Local Care Partnerships up to where their lines end "
    assert page["parts"][0]["lead"].startswith(ours)
    assert (page["bases"] or []) == counted
    assert "and what we infer, which no document states" in page["notes"][0]


def test_the_whole_record_is_told_as_all_years_at_once(ecosystem: Ecosystem) -> None:
    ended = ecosystem("analyse", "seat-load", "--data", EXAMPLETON, "--as-of", "any")
    assert ended.out.splitlines()[3].startswith("In the whole record, all years as if at once: Exampleton Council and ")


def test_what_is_otherwise_since_a_day_is_told(ecosystem: Ecosystem) -> None:
    ended = ecosystem("analyse", "layers", "--since", "2022", "--data", EXAMPLETON, "--format", "json")
    page = json.loads(ended.out)
    assert (ended.code, page["title"]) == (0, "Analysis since 31 December 2022: Exampleton health and care")
    assert page["lead"][0] == "Of 1 analysis, one says otherwise on 5 March 2024 than on 31 December 2022."


def test_a_day_before_the_record_is_not_defined_rather_than_wrong(ecosystem: Ecosystem) -> None:
    ended = ecosystem("analyse", "all", "--as-of", "1900", "--data", EXAMPLETON)
    assert (ended.code, "not defined" in ended.out, "nan" in ended.out.lower().split()) == (0, True, False)


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("layrs",), 2, "ecosystem analyse layers"),
        (("layers", "--since", "2030"), 2, "is not before the day looked at"),
        (("layers", "--since", "any"), 2, "the whole record is none"),
        (("layers", "--since", "2016", "--as-of", "any"), 2, "the whole record is none"),
        (("--since", "2016"), 2, "which analysis?"),
        (("--full",), 2, "which analysis?"),
        (("layers", "--since", "soon"), 2, "is no date"),
        (("layers", "loops"), 2, "loops"),
    ],
)
def test_what_cannot_be_done_says_why(ecosystem: Ecosystem, arguments: tuple[str, ...], code: int, named: str) -> None:
    data = () if arguments[0].startswith("--") else ("--data", EXAMPLETON)
    ended = ecosystem("analyse", *arguments, *data)
    assert (ended.code, ended.out, named in ended.err) == (code, "", True)


def test_a_shell_completes_the_names(ecosystem: Ecosystem) -> None:
    assert set(completed("analyse", "")) == {"all", *ANALYSES}
    assert completed("analyse", "lay") == ["layers"]
