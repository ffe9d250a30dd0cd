"""`ecosystem whatif` at the command line: steps in order, from options and a file, forms, and what cannot be."""

import json
import os
from pathlib import Path

import pytest
from cli.conftest import Ecosystem
from cli.test_ask import completed

from ecosystem.cli.steps import MODIFIERS, parted, steps_in
from ecosystem.scenario import STEPS
from ecosystem.tables import read_dataset

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
DATA = ("--data", EXAMPLETON)
FILE = """\
[[step]]
merge = ["EHFT", "Community Trust"]
into = "Exampleton NHS Trust"
"""


def test_as_many_names_as_needed_follow_a_step_and_steps_keep_their_order(ecosystem: Ecosystem) -> None:
    ended = ecosystem(
        "whatif", "--merge", "EHFT", "Community Trust", "--into", "Exampleton NHS Trust", *DATA,
        "--add-line", "Exampleton NHS Trust", "sits on", "Estates Group", "--format", "json",
    )  # fmt: skip
    page = json.loads(ended.out)
    assert (ended.code, page["title"]) == (0, "What if: Exampleton health and care")
    assert page["lead"][0].startswith(
        "If Exampleton Hospitals NHS Foundation Trust and Exampleton Community NHS Trust merged into Exampleton NHS "
        "Trust, and if Exampleton NHS Trust sat on the Estates Group, "
    )
    assert page["as_of"] == "2024-03-05"


def test_steps_of_a_file_come_first_and_no_file_and_no_data_are_changed(ecosystem: Ecosystem) -> None:
    digest = read_dataset(EXAMPLETON).snapshot.digest
    Path("one-trust.toml").write_text(FILE, encoding="utf-8")
    ended = ecosystem("whatif", "one-trust.toml", "--end", "Exampleton NHS Trust", *DATA)
    assert (ended.code, ended.out) == (2, "")
    assert "step 2, end: Exampleton NHS Trust is there by a step before only" in ended.err
    ended = ecosystem("whatif", "one-trust.toml", *DATA, "--out", "report.md")
    assert (ended.code, "merged into Exampleton NHS Trust" in Path("report.md").read_text(encoding="utf-8")) == (
        0,
        True,
    )
    assert read_dataset(EXAMPLETON).snapshot.digest == digest
    assert sorted(path.name for path in Path().iterdir()) == ["one-trust.toml", "report.md"]


def test_a_split_says_who_goes_on_with_what(ecosystem: Ecosystem) -> None:
    ended = ecosystem(
        "whatif", "--split", "EC", "--into", "City", "County", "--give", "EHB", "City", "--give", "rest", "County",
        *DATA, "--format", "json",
    )  # fmt: skip
    steps = next(part for part in json.loads(ended.out)["parts"] if part["title"] == "What the steps do")
    taken = {row["in_the_scenario"] for row in steps["rows"]}
    assert {"City sits on the Exampleton Health Board", "County sits on the Exampleton Finance Group"} <= taken


def test_the_day_and_the_bases_count(ecosystem: Ecosystem) -> None:
    ended = ecosystem("whatif", "--end", "EC", "--as-of", "2023-06", "--basis", "stated", *DATA, "--format", "json")
    page = json.loads(ended.out)
    assert (page["as_of"], page["bases"]) == ("2023-06-30", ["stated"])


@pytest.mark.parametrize(
    ("words", "steps", "others"),
    [
        (["--merge=A", "B", "--into=C"], [{"merge": ["A", "B"], "into": "C"}], []),
        (["x.toml", "--end", "A", "--on", "2018"], [{"end": ["A"], "on": "2018"}], ["x.toml"]),
        (["--split", "A", "--into", "B", "--into", "C"], [{"split": "A", "into": ["B", "C"]}], []),
        (["--split", "A", "--into", "B", "C", "--give", "X", "Y", "B", "--give", "X", "C"],
         [{"split": "A", "into": ["B", "C"], "give": {"X": ["B", "C"], "Y": ["B"]}}], []),
        (["--end", "A", "--format", "json", "--end", "B"], [{"end": ["A"]}, {"end": ["B"]}], ["--format", "json"]),
        (["--redirect-line", "A", "r", "B", "--to", "C"], [{"redirect-line": ["A", "r", "B"], "to": "C"}], []),
    ],
)  # fmt: skip
def test_words_are_parted_into_steps_and_others(words: list[str], steps: list[object], others: list[str]) -> None:
    options, left = parted(words)
    assert (steps_in(options), left) == (steps, others)


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        ((), 2, 'no step is given\n  fix: such as: ecosystem whatif --merge LTHT LCH --into "Leeds NHS Trust"'),
        (("--into", "A"), 2, "--into belongs to a step, and none stands before it"),
        (("--split", "EC", "--into", "A", "B", "--give", "EHB"), 2, "--give needs two names or more"),
        (("--merge", "EHFT", "EC"), 2, "step 1: `into` is missing"),
        (("--merge", "EHFT", "EC", "--into", "A", "B"), 2, "step 1: `into` takes one only, and is given `A` and `B`"),
        (("--end", "--remove"), 2, "step 1: `end` names too few\n  fix: give the bodies that end\nstep 2: `remove`"),
        (("--end", "Nobody"), 1, "step 1, end: nothing is called “Nobody”"),
        (("--end", "EC", "--as-of", "any"), 2, "the whole record is none"),
        (("--end", "EC", "--on", "soon"), 2, "is no date"),
        (("--add-line", "EC", "reports to", "digital-plan"), 2, "between these two there may be"),
        (("--end", "EC", "--on"), 2, "step 1: `on` has nothing after it"),
        (("--merg", "EHFT", "EC", "--into", "A"), 2, "No such option '--merg'. Did you mean '--merge'?"),
        (("--end", "EC", "--end", "EC"), 2, "step 2, end: Exampleton Council has ended by a step before"),
        (("--remove", "EC", "--end", "EC"), 2, "step 2, end: Exampleton Council was taken out of the record by a"),
        (("nothing.toml",), 2, "`nothing.toml` is no file"),
        ((".",), 2, "`.` is no file"),
        (("one.toml", "two.toml"), 2, "unexpected extra argument"),
    ],
)  # fmt: skip
def test_what_cannot_be_says_why(ecosystem: Ecosystem, arguments: tuple[str, ...], code: int, named: str) -> None:
    ended = ecosystem("whatif", *arguments, *DATA)
    assert (ended.code, ended.out, named in ended.err) == (code, "", True), ended.err


def test_a_file_that_is_wrong_is_told_with_place_value_and_fix(ecosystem: Ecosystem) -> None:
    Path("wrong.toml").write_text('[[step]]\nmerge = ["A"]\nonto = "B"\n', encoding="utf-8")
    ended = ecosystem("whatif", "wrong.toml", *DATA)
    assert ended.code == 1
    assert "B14 wrong.toml:3:onto: `onto` does not belong to `merge`" in ended.err
    assert "B105 wrong.toml:1:into: `into` is missing" in ended.err


def test_what_is_no_ordinary_file_is_not_waited_for(ecosystem: Ecosystem) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo("pipe.toml")
    ended = ecosystem("whatif", "pipe.toml", *DATA)
    assert (ended.code, "`pipe.toml` is no file" in ended.err) == (2, True)


def test_every_step_and_all_that_belongs_to_one_is_in_the_help(ecosystem: Ecosystem) -> None:
    shown = ecosystem("whatif", "--help").out
    assert all(f"  {option} " in shown for option in (*(f"--{verb}" for verb in STEPS), *MODIFIERS))


def test_a_shell_completes_the_names_after_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_DATA", str(EXAMPLETON))
    assert "EHFT" in completed("whatif", "--merge", "EH")
    assert "EHFT" in completed("whatif", "--merge", "EC", "EH")
