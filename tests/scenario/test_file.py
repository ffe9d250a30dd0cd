"""Scenarios kept in files: every step in order, and everything wrong at once, with its line."""

import pytest

from ecosystem.problems import DataProblems
from ecosystem.scenario import AddLine, End, Merge, RedirectLine, Remove, RemoveLine, Split, read_scenario

EVERY_STEP = """\
# What the merger of two trusts would mean.
[[step]]
merge = ["North", "South"]
into = "One Trust"

[[step]]
remove = "Old Panel"

[[step]]
end = ["Group"]
on = 2024-03-31

[[step]]
split = "Council"
into = ["City", "County"]
[step.give]
"Health Board" = ["City", "County"]
rest = "County"

[[step]]
add-line = ["Panel", "reports to", "Board"]

[[step]]
remove-line = ["A", "sits on", "Board"]

[[step]]
redirect-line = ["A", "oversees", "B"]
to = "C"
"""


def test_every_kind_of_step_is_read_in_order() -> None:
    assert read_scenario("x.toml", EVERY_STEP.encode()) == (
        Merge(bodies=("North", "South"), into="One Trust"),
        Remove(bodies=("Old Panel",)),
        End(bodies=("Group",), on="2024-03-31"),
        Split(body="Council", into=("City", "County"), give={"Health Board": ("City", "County"), "rest": ("County",)}),
        AddLine(line=("Panel", "reports to", "Board")),
        RemoveLine(line=("A", "sits on", "Board")),
        RedirectLine(line=("A", "oversees", "B"), to="C"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {("B105", 0, "", "there are no steps")}),
        ('title = "x"\n', {("B14", 1, "title", "unknown key `title`"), ("B105", 0, "", "there are no steps")}),
        ("[[step]]\n", {("B105", 1, "", "the step does not say what is done")}),
        ('[[step]]\nmerge = ["A"]\nend = ["B"]\n', {("B105", 2, "merge", "`merge` and `end` are two steps")}),
        (
            '[[step]]\nmerge = []\nonto = "B"\n\n[[step]]\nend = ["A"]\non = "soon"\n[[step]]\nadd-line = ["A", "B"]\n',
            {
                ("B105", 2, "merge", "`merge` names too few"),
                ("B105", 1, "into", "`into` is missing"),
                ("B14", 3, "onto", "`onto` does not belong to `merge`"),
                ("B105", 7, "on", "`on` is `soon`, and that is no date"),
                ("B105", 9, "add-line", "`add-line` is not three: subject, relation and object"),
            },
        ),
        (
            '[[step]]\nsplit = "A"\ninto = ["B", 3]\n',
            {("B105", 3, "into", "`into` must be text in quotes, and is `3`")},
        ),
        (
            '[[step]]\nsplit = "A"\ninto = ["B", "C"]\ngive = "x"\n',
            {("B105", 4, "give", "`give` must say who goes on with what")},
        ),
        ("[[step]]\nmerge = [}\n", {("B105", 2, "10", "not valid TOML: Invalid value")}),
        (
            '[[step]]\nsplit = "A"\ninto = ["B", "C"]\n[step.give]\nBoard = 3\n"Health Panel" = []\n',
            {
                ("B105", 5, "give", "`give` of `Board` must be a list of texts in quotes"),
                ("B105", 6, "give", "`give` of `Health Panel` names too few"),
            },
        ),
        (
            '[[step]]\nsplit = "A"\ninto = ["B", "C"]\ngive = {Board = "B", C = "B"}\n',
            {("B105", 4, "give", "`C` is one of the parts itself")},
        ),
        ('[[step]]\nmerg = ["A", "B"]\n', {("B105", 2, "merg", "the step does not say what is done")}),
        ("step = 3\n", {("B105", 0, "", "there are no steps")}),
        ("step = [3]\n", {("B105", 0, "", "a step is no table")}),
        ("[[step]]\nmerge = [\n", {("B105", 2, "", "not valid TOML: Invalid value (at end of document)")}),
    ],
)  # fmt: skip
def test_everything_wrong_is_told_with_its_line(text: str, found: set[tuple[str, int, str, str]]) -> None:
    with pytest.raises(DataProblems) as raised:
        read_scenario("x.toml", text.encode())
    problems = raised.value.problems
    assert {(one.code, one.row, one.column, one.message) for one in problems} == found
    assert all(one.fix and one.file == "x.toml" for one in problems)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe[\x00", b"\x93step", b"PK\x03\x04", b"step = " + b"[" * 100_000, b"a = " + b"9" * 10_000]
)
def test_what_is_no_text_says_so(data: bytes) -> None:
    with pytest.raises(DataProblems):
        read_scenario("x.toml", data)


@pytest.mark.parametrize(
    ("step", "fix"),
    [
        ("merg = 'A'", "did you mean `merge`?"),
        ("end = 'A'\non = '31/12/2018'", "write 2018-12-31"),
        ("end = 'A'\non = '1066'", "the years from 1900 to 2100 can be asked about"),
    ],
)
def test_the_remedy_names_what_was_meant(step: str, fix: str) -> None:
    with pytest.raises(DataProblems) as raised:
        read_scenario("x.toml", f"[[step]]\n{step}\n".encode())
    assert [one.fix for one in raised.value.problems] == [fix]
