"""`ecosystem audit` at the command line: exit codes, forms, baselines that are written, completed and cleaned."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem

from ecosystem.audit import RULES

KNOWN = Path("known.csv")


def completed(ecosystem: Ecosystem, *more: object) -> list[dict[str, str]]:
    """Write a baseline of Exampleton, give every reason, and return its rows."""
    assert ecosystem("audit", "--data", EXAMPLETON, "--write-baseline", KNOWN, *more).code == 0
    rows = list(csv.DictReader(io.StringIO(KNOWN.read_text(encoding="utf-8"))))
    save([row | {"reason": "agreed in May"} for row in rows])
    return rows


def save(rows: list[dict[str, str]]) -> None:
    page = io.StringIO()
    writer = csv.DictWriter(page, ("finding", "reason", "about"))
    writer.writeheader()
    writer.writerows(rows)
    KNOWN.write_text(page.getvalue(), encoding="utf-8", newline="")


def audit(ecosystem: Ecosystem, *arguments: object) -> tuple[int, dict[str, object]]:
    ended = ecosystem("audit", "--data", EXAMPLETON, "--format", "json", *arguments)
    return ended.code, json.loads(ended.out)


def titles(page: dict[str, object]) -> list[str]:
    return [part["title"] for part in page["parts"]]  # type: ignore[attr-defined]


def test_findings_end_with_one_under_a_sentence_to_quote(ecosystem: Ecosystem) -> None:
    code, page = audit(ecosystem)
    assert (code, page["title"]) == (1, "Audit: Exampleton health and care")
    assert page["lead"][0] == (  # type: ignore[index]
        "On 5 March 2024, 19 rules of governance find no error, no warning and 25 notes in the record of "
        "Exampleton health and care."
    )
    assert titles(page)[:2] == ["Note: no-stated-line-upward", "Note: only-inferred-line-upward"]


def test_each_finding_has_names_ids_and_lines_in_documents(ecosystem: Ecosystem) -> None:
    _, page = audit(ecosystem, "--rule", "no-known-chair")
    (part,) = page["parts"]  # type: ignore[misc]
    assert {
        "about": "Estates Group",
        "ids": ["estates-group"],
        "what_is_known": "",
        "said_in": "Constitution of the Exampleton Partnership, section 7",
    } in part["rows"]  # type: ignore[index]
    assert [note.partition(":")[0] for note in part["notes"]] == [  # type: ignore[index]
        "Why it matters", "What to do", "To see it another way",
    ]  # fmt: skip


def test_rules_may_be_chosen_and_those_left_aside_are_told(ecosystem: Ecosystem) -> None:
    code, page = audit(ecosystem, "--rule", "loop", "--rule", "several-chairs")
    assert (code, titles(page)) == (0, [])
    assert {
        "Nothing is found by loop and several-chairs.",
        "Not looked at: 17 other rules; `ecosystem audit --list` names all.",
    } <= set(page["notes"])  # type: ignore[call-overload]


def test_the_rules_are_listed_with_what_they_find(ecosystem: Ecosystem) -> None:
    ended = ecosystem("audit", "--list", "--format", "json")
    assert [row["rule"] for row in json.loads(ended.out)["rows"]] == list(RULES)


def test_a_completed_baseline_accepts_all_and_ends_with_nought(ecosystem: Ecosystem) -> None:
    rows = completed(ecosystem)
    code, page = audit(ecosystem, "--baseline", KNOWN)
    assert (code, titles(page), len(rows)) == (0, ["Accepted"], 25)
    assert page["lead"][1] == "None is new, 25 are accepted with a reason."  # type: ignore[index]
    assert {row["reason"] for row in page["parts"][0]["rows"]} == {"agreed in May"}  # type: ignore[index]


def test_beside_an_empty_baseline_everything_is_new(ecosystem: Ecosystem) -> None:
    KNOWN.write_text("finding,reason,about\n", encoding="utf-8")
    code, page = audit(ecosystem, "--baseline", KNOWN)
    assert code == 1
    assert " are new, none is accepted with a reason." in page["lead"][1]


def test_what_is_new_and_what_is_gone_are_told_and_the_baseline_can_be_cleaned(ecosystem: Ecosystem) -> None:
    rows = [row | {"reason": "agreed"} for row in completed(ecosystem)]
    save([*rows[1:], {"finding": "loop:a:b", "reason": "was meant", "about": "A"}])
    code, page = audit(ecosystem, "--baseline", KNOWN)
    assert page["lead"][1] == (  # type: ignore[index]
        "One is new, 24 are accepted with a reason; one entry of the baseline is found no more."
    )
    assert (code, titles(page)) == (1, ["Note: body-without-link", "Accepted", "Resolved"])
    ended = ecosystem("audit", "--data", EXAMPLETON, "--baseline", KNOWN, "--write-baseline", KNOWN)
    assert (ended.code, ended.err.splitlines()[-1]) == (0, "25 findings, 1 reason to be given. Written: known.csv")
    assert "loop:a:b" not in KNOWN.read_text(encoding="utf-8")


def test_reasons_still_to_be_given_are_told_at_once_and_nothing_is_audited(
    ecosystem: Ecosystem,
) -> None:
    ecosystem("audit", "--data", EXAMPLETON, "--rule", "sector-missing", "--write-baseline", KNOWN)
    ended = ecosystem("audit", "--data", EXAMPLETON, "--baseline", KNOWN)
    assert (ended.code, ended.out) == (1, "")
    assert [line for line in ended.err.splitlines() if line.startswith("B")] == [
        "B101 known.csv:2:reason: `reason` is empty here and in 2 more rows, the last of them line 4"
    ]


def test_reasons_are_never_written_over(ecosystem: Ecosystem) -> None:
    completed(ecosystem)
    before = KNOWN.read_bytes()
    ended = ecosystem("audit", "--data", EXAMPLETON, "--write-baseline", KNOWN)
    assert (ended.code, KNOWN.read_bytes()) == (6, before)
    assert "known.csv has 25 reasons that would be lost" in ended.err
    again = ecosystem("audit", "--data", EXAMPLETON, "--baseline", KNOWN, "--write-baseline", KNOWN)
    assert (again.code, again.err.splitlines()[-1]) == (0, "25 findings, 0 reasons to be given. Written: known.csv")


def test_a_baseline_written_of_one_rule_keeps_the_reasons_of_the_others(ecosystem: Ecosystem) -> None:
    completed(ecosystem)
    options = ("--rule", "no-known-chair", "--baseline", KNOWN, "--write-baseline", KNOWN)
    assert ecosystem("audit", "--data", EXAMPLETON, *options).code == 0
    assert audit(ecosystem, "--baseline", KNOWN)[0] == 0


def test_a_file_that_is_no_baseline_is_not_written_over(ecosystem: Ecosystem) -> None:
    KNOWN.write_text("my own notes\n", encoding="utf-8")
    ended = ecosystem("audit", "--data", EXAMPLETON, "--write-baseline", KNOWN)
    assert (ended.code, KNOWN.read_text(encoding="utf-8")) == (1, "my own notes\n")


def test_a_baseline_is_not_put_among_the_tables_of_a_dataset(ecosystem: Ecosystem) -> None:
    assert ecosystem("init", "place").code == 0
    for name in ("place/known.csv", "place/codes/known.csv"):
        ended = ecosystem("audit", "--data", "place", "--write-baseline", name)
        assert (ended.code, Path(name).exists()) == (6, False)


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("--rule", "lop"), 2, "did you mean `loop`?"),
        (("--baseline", "nowhere.csv"), 1, "file not found"),
        (("--list", "--rule", "loop"), 2, "--list"),
        (("--write-baseline", "known.csv", "--format", "json"), 2, "--write-baseline"),
        (("--older-than", "-1"), 2, "--older-than"),
        (("--as-of", "1899"), 2, "--as-of"),
    ],
)
def test_what_cannot_be_done_says_why_and_writes_nothing(
    ecosystem: Ecosystem, arguments: tuple[str, ...], code: int, named: str
) -> None:
    data = () if "--list" in arguments else ("--data", EXAMPLETON)
    ended = ecosystem("audit", *arguments, *data)
    assert (ended.code, ended.out, named in ended.err) == (code, "", True)
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("form", ["table", "csv", "md"])
def test_every_form_has_the_same_findings(ecosystem: Ecosystem, form: str) -> None:
    ended = ecosystem("audit", "--data", EXAMPLETON, "--rule", "sector-missing", "--format", form)
    assert ended.code == 1
    assert all(name in ended.out for name in ("Exampleton Health Board", "Exampleton Delivery Group"))


def test_another_day_and_the_whole_record_can_be_audited(ecosystem: Ecosystem) -> None:
    _, whole = audit(ecosystem, "--as-of", "any")
    _, default = audit(ecosystem)
    assert whole["parts"] == default["parts"]
    assert "The whole record is audited as of its own day, 5 March 2024." in whole["notes"]  # type: ignore[operator]
    _, before = audit(ecosystem, "--as-of", "1900")
    assert before["as_of"] == "1900-12-31"
