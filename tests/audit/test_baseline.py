"""What is accepted, what is new and what is gone: an algebra of keys; and the baseline as a file."""

import pytest
from audit.made_up import EVERYWHERE
from evidence.made_up import TODAY
from hypothesis import given, strategies

from ecosystem.audit import (
    RULES,
    Accepted,
    Finding,
    baseline_text,
    compared,
    findings,
    read_baseline,
    reasons_in,
    rules_named,
    to_be_completed,
)
from ecosystem.problems import DataProblems, Problem
from ecosystem.rules import unfit

FOUND = findings(EVERYWHERE.on(TODAY), 3)
SOME = strategies.lists(strategies.sampled_from(FOUND), unique_by=lambda one: one.key)
LETTERS = strategies.characters(exclude_categories=("Cs", "Cc"))
REASONS = strategies.text(LETTERS, min_size=1).filter(
    lambda text: bool(text.strip()) and not unfit(text.strip(), prose=True)
)


def accepting(found: list[Finding] | tuple[Finding, ...], reason: str = "it is meant") -> list[Accepted]:
    return [Accepted(finding=finding.key, reason=reason) for finding in found]


def keys(found: tuple[Finding, ...]) -> set[str]:
    return {finding.key for finding in found}


@given(SOME)
def test_where_all_is_accepted_nothing_is_new_and_nothing_gone(found: list[Finding]) -> None:
    standing = compared(found, accepting(found))
    assert (standing.new, standing.resolved, standing.aside) == ((), (), ())
    assert [finding for finding, _ in standing.accepted] == found


@given(SOME, SOME)
def test_every_finding_is_new_or_accepted_and_every_entry_met_or_gone(
    found: list[Finding], before: list[Finding]
) -> None:
    standing = compared(found, accepting(before))
    now, then = keys(tuple(found)), keys(tuple(before))
    assert keys(standing.new) == now - then
    assert {finding.key for finding, _ in standing.accepted} == now & then
    assert {entry.finding for entry in standing.resolved} == then - now


@given(strategies.permutations(FOUND), strategies.integers(0, len(FOUND) - 1))
def test_what_is_taken_out_of_a_baseline_and_nothing_else_is_new_whatever_the_order(
    found: list[Finding], place: int
) -> None:
    standing = compared(FOUND, accepting(found[:place] + found[place + 1 :]))
    assert keys(standing.new) == {found[place].key}


@given(SOME, strategies.sets(strategies.sampled_from(sorted(RULES)), min_size=1))
def test_of_rules_that_were_not_looked_at_nothing_is_known(before: list[Finding], names: set[str]) -> None:
    standing = compared([], accepting(before), rules_named(names))
    assert {entry.rule for entry in standing.resolved} <= names
    assert {entry.rule for entry in standing.aside}.isdisjoint(names)
    assert len(standing.resolved) + len(standing.aside) == len(before)


@given(SOME, REASONS)
def test_a_baseline_that_is_written_and_completed_accepts_what_was_found(found: list[Finding], reason: str) -> None:
    rows = to_be_completed(compared(found, []))
    assert {said for _, said, _ in rows} <= {""}
    text = baseline_text([(key, reason, about) for key, _, about in rows])
    entries = read_baseline("known.csv", text.encode())
    assert compared(found, entries).new == ()
    assert {entry.reason for entry in entries} <= {reason.strip()}
    assert to_be_completed(compared(found, entries)) == sorted((key, reason.strip(), about) for key, _, about in rows)


def test_a_baseline_written_anew_keeps_reasons_and_other_rules_and_drops_what_is_gone() -> None:
    known = [
        Accepted(finding="loop:x", reason="meant", about="X"),
        Accepted(finding="no-known-chair:gone", reason="was so"),
    ]
    standing = compared([], known, rules_named(["no-known-chair"]))
    assert to_be_completed(standing) == [("loop:x", "meant", "X")]


def problems(text: str | bytes) -> set[tuple[str, int, str]]:
    """Return code, line and column of everything wrong with a baseline, each with a remedy."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(DataProblems) as caught:
        read_baseline("known.csv", data)
    found: list[Problem] = list(caught.value.problems)
    assert all(problem.fix and problem.file == "known.csv" for problem in found)
    return {(problem.code, problem.row, problem.column) for problem in found}


HEAD = "finding,reason,about\n"


def test_everything_wrong_with_a_baseline_is_told_at_once() -> None:
    rows = "loop:a,,\nlop:a,because,\nloop,because,\n,because,\nloop:b,one,\nloop:b,two,\nloop:c,x,y,z\nloop:d\n"
    assert problems(HEAD + rows) == {
        ("B101", 2, "reason"),
        ("B105", 3, "finding"),
        ("B105", 4, "finding"),
        ("B101", 5, "finding"),
        ("B34", 7, "finding"),
        ("B19", 8, ""),
        ("B20", 9, ""),
    }


def test_a_cell_that_a_spreadsheet_would_run_or_that_hides_something_is_refused() -> None:
    rows = 'loop:a,=1+1,\nloop:b,an\u202eend,\nloop:c,-,\nloop:d,because,+41\n"loop:e","two\nlines",\n'
    assert problems(HEAD + rows) == {
        ("B60", 2, "reason"),
        ("B12", 3, "reason"),
        ("B59", 4, "reason"),
        ("B60", 5, "about"),
    }


def test_a_misspelt_rule_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(
        DataProblems, match=r"known.csv:2:finding: `lopp:a` is of no rule\n  fix: did you mean `loop`\?"
    ):
        read_baseline("known.csv", (HEAD + "lopp:a,because,\n").encode())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {("B4", 0, "")}),
        ("finding\nloop:a\n", {("B15", 1, "reason")}),
        ("finding,reasn\nloop:a,x\n", {("B14", 1, "2"), ("B15", 1, "reason")}),
        ("finding,reason,reason\n", {("B16", 1, "3")}),
        (HEAD + 'loop:a,"never closed\n', {("B21", 2, "8")}),
        (HEAD + f"loop:a,{'x' * 10_001},\n", {("B25", 2, "reason")}),
        (b"finding,reason\nloop:a,\xeb\n", {("B7", 2, "8")}),
        (b"PK\x03\x04", {("B29", 0, "")}),
        ("<html>", {("B29", 0, "")}),
        (HEAD + "<<<<<<< ours\n", {("B28", 2, "1")}),
    ],
)
def test_a_file_that_is_no_baseline_says_where_and_why(text: str | bytes, found: set[tuple[str, int, str]]) -> None:
    assert problems(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "finding,reason\nloop:a,it is meant\n",
        "finding;reason;about\r\nloop:a;it is meant;A\r\n",
        "\ufefffinding\treason\tabout\nloop:a\t it is meant \t\n",
        'about,reason,finding\n"A, B",it is meant,loop:a\n\n',
    ],
    ids=["without about", "semicolons", "tabs and a mark", "other order"],
)
def test_a_baseline_saved_by_a_spreadsheet_reads_the_same(text: str) -> None:
    (entry,) = read_baseline("known.csv", text.encode())
    assert (entry.finding, entry.reason) == ("loop:a", "it is meant")


def test_a_baseline_without_rows_accepts_nothing() -> None:
    assert read_baseline("known.csv", HEAD.encode()) == ()


def test_reasons_are_read_also_where_others_are_still_to_be_given() -> None:
    text = HEAD + "loop:a,because,\nloop:b,,\nno-such-rule:c,kept,\n"
    assert reasons_in("known.csv", text.encode()) == {"loop:a": "because", "no-such-rule:c": "kept"}
    with pytest.raises(DataProblems):
        reasons_in("known.csv", b"notes\n")
