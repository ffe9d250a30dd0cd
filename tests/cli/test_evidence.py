"""`ecosystem evidence` at the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


def test_the_evidence_opens_with_what_it_rests_on_and_says_where_it_comes_from(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--data", EXAMPLETON)
    lines = ended.out.splitlines()
    assert (ended.code, lines[0]) == (0, "The evidence: Exampleton health and care")
    assert lines[1].startswith("What is shown on 5 March 2024 rests on two sources of 2023 to March 2024:")
    assert lines[-1] == "From the folder exampleton, on 5 March 2024."


def test_what_counts_as_old_is_asked_for_in_years(ecosystem: Ecosystem) -> None:
    def old(years: str) -> set[str]:
        report = json.loads(ecosystem("evidence", "--older-than", years, "--data", EXAMPLETON, "--format", "json").out)
        return {row["body"] for part in report["parts"] if "last_confirmed" in part["columns"] for row in part["rows"]
                if "body" in row}  # fmt: skip

    assert old("1") == set()
    assert {"Estates Group", "Shire Provider Alliance"} <= old("0")


@pytest.mark.parametrize("years", ["-1", "many", "1.5", "1001"])
def test_an_age_that_is_none_is_wrong_usage(ecosystem: Ecosystem, years: str) -> None:
    ended = ecosystem("evidence", "--older-than", years, "--data", EXAMPLETON)
    assert (ended.code, ended.out, "--older-than" in ended.err) == (2, "", True)


def test_questions_are_rows_for_a_spreadsheet_each_with_whom_to_ask(ecosystem: Ecosystem, tmp_path: Path) -> None:
    file = tmp_path / "questions.csv"
    ended = ecosystem("evidence", "--questions", "--data", EXAMPLETON, "--out", file)
    with file.open(encoding="utf-8", newline="") as text:
        rows = {(row["ask"], row["question"]) for row in csv.DictReader(text)}
    assert ended.code == 0
    assert ended.err.splitlines()[1].startswith("31 questions to ")
    assert ("Estates Group", "Estates Group: who chairs it?") in rows
    assert ("Exampleton Health Board", "Exampleton Health Board: who sits there for the third sector?") in rows


def test_questions_can_be_asked_of_the_whole_record(ecosystem: Ecosystem) -> None:
    ended = ecosystem("evidence", "--questions", "--as-of", "any", "--data", EXAMPLETON, "--format", "csv")
    kinds = {row["about"] for row in csv.DictReader(io.StringIO(ended.out))}
    assert "still so" not in kinds
    assert "successor" not in kinds
    assert "chair" in kinds
