"""Reports in brief: the sentences alone, for a page or a message."""

import json
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
REPORTS = (["analyse", "all"], ["audit"], ["whatif", "--end", "Community Trust"])


@pytest.mark.parametrize("line", REPORTS, ids=lambda line: line[0])
def test_a_report_in_brief_says_the_same_without_its_tables(ecosystem: Ecosystem, line: list[str]) -> None:
    asked = (*line, "--data", EXAMPLETON, "--format", "json")
    whole, brief = ecosystem(*asked), ecosystem(*asked, "--brief")
    assert brief.code == whole.code
    pages = [json.loads(ended.out) for ended in (whole, brief)]
    first, second = ([(part["title"], part["lead"]) for part in page["parts"]] for page in pages)
    assert (first, pages[0]["lead"], pages[0]["notes"]) == (second, pages[1]["lead"], pages[1]["notes"])
    assert any(part["rows"] for part in pages[0]["parts"] if part["lead"])
    assert not any(part["rows"] or part.get("notes") for part in pages[1]["parts"] if part["lead"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["analyse", "all", "--brief", "--format", "csv"], "--brief leaves out all rows"),
        (["analyse", "--brief"], "which analysis?"),
        (["audit", "--list", "--brief"], "--list lists the rules"),
        (["audit", "--write-baseline", "known.csv", "--brief"], "--write-baseline is a form of its own"),
    ],
    ids=["csv", "no analysis", "list of rules", "baseline"],
)
def test_what_has_no_sentences_is_not_brief(ecosystem: Ecosystem, line: list[str], said: str) -> None:
    data = [] if "--list" in line or line == ["analyse", "--brief"] else ["--data", EXAMPLETON]
    ended = ecosystem(*line, *data)
    assert (ended.code, said in ended.err, ended.out) == (2, True, "")
