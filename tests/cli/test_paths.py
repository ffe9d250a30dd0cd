"""`path`, `changes` and the list of members, as a person types them; none needs a database."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem

DATA = ("--data", EXAMPLETON)


def test_a_path_prints_one_sentence_and_then_the_steps(ecosystem: Ecosystem) -> None:
    ended = ecosystem("path", "Digital Panel", "EHB", *DATA)
    title, opening, *_ = ended.out.splitlines()
    assert (ended.code, title) == (0, "Digital Panel – Exampleton Health Board")
    assert opening.startswith("From the Digital Panel a line leads upward to the Exampleton Health Board in two steps")
    assert "From Exampleton health and care (the folder exampleton), on 5 March 2024." in ended.out


def test_what_is_only_printed_cannot_be_opened(ecosystem: Ecosystem) -> None:
    ended = ecosystem("path", "Digital Panel", "EHB", *DATA, "--open")
    assert (ended.code, ended.out, "name one with --out" in ended.err) == (2, "", True)


def test_no_path_ends_with_1_and_is_an_answer_all_the_same(ecosystem: Ecosystem) -> None:
    ended = ecosystem("path", "Estates Group", "EHB", *DATA)
    assert (ended.code, "or how they are connected." in " ".join(ended.out.split())) == (1, True)


def test_a_path_that_only_we_infer_is_found_and_on_stated_bases_it_is_not(ecosystem: Ecosystem) -> None:
    asked = ("path", "hill-lcp", "EHB", *DATA)
    assert ecosystem(*asked).code == 0
    stated = ecosystem(*asked, "--basis", "stated", "--basis", "implied")
    assert (stated.code, "only stated, implied" in stated.out) == (1, True)


def test_a_path_on_another_day_says_where_there_is_one(ecosystem: Ecosystem) -> None:
    ended = ecosystem("path", "Digital Panel", "EHB", "--as-of", "2019", *DATA)
    assert (ended.code, "On the whole record there is a line upward: add --as-of any." in ended.out) == (1, True)
    assert ecosystem("path", "Digital Panel", "EHB", "--as-of", "any", *DATA).code == 0


@pytest.mark.parametrize(
    ("one", "other", "code", "words"),
    [
        ("EHB", "health-board", 2, "both names mean Exampleton Health Board"),
        ("EHB", "constitution-2023", 2, "is a source"),
        ("EHB", "Helth Bord", 1, "did you mean"),
    ],
)
def test_ends_that_cannot_be_joined_are_answered_with_what_to_do(
    ecosystem: Ecosystem, one: str, other: str, code: int, words: str
) -> None:
    ended = ecosystem("path", one, other, *DATA)
    assert (ended.code, ended.out, words in ended.err, "fix: " in ended.err) == (code, "", True, True)


def test_an_ambiguous_end_is_a_question_back(ecosystem: Ecosystem, tmp_path: Path) -> None:
    twins = Path(shutil.copytree(EXAMPLETON, tmp_path / "twins"))
    with (twins / "teams.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{one}-twin,Twin,,,,,,,,2024,inferred,,made up\n" for one in ("first", "second"))
    ended = ecosystem("path", "Twin", "EHB", "--data", twins)
    assert (ended.code, "may be any of 2: first-twin, second-twin" in ended.err) == (2, True)


def test_a_path_as_json_and_csv_has_every_step_with_basis_and_source(ecosystem: Ecosystem) -> None:
    asked = ("path", "Digital Panel", "EHB", *DATA)
    [section] = json.loads(ecosystem(*asked, "--format", "json").out)["parts"]
    rows = list(csv.DictReader(io.StringIO(ecosystem(*asked, "--format", "csv").out)))
    assert [row["step"] for row in section["rows"]] == [1, 2]
    assert [(row["part"], row["says"], row["basis"], row["sources"]) for row in rows] == [
        (section["title"], row["says"], row["basis"], row["sources"]) for row in section["rows"]
    ]


def test_a_board_as_csv_is_its_list_of_members(ecosystem: Ecosystem) -> None:
    ended = ecosystem("show", "EHB", "--format", "csv", *DATA)
    rows = list(csv.DictReader(io.StringIO(ended.out)))
    assert (rows[0]["name"], rows[0]["role"], rows[0]["sits_for"]) == (
        "Director of Public Health", "chair", "Exampleton Council",
    )  # fmt: skip
    assert {row["name"] for row in rows[1:]} == {
        "Exampleton Community NHS Trust", "Exampleton Council", "Exampleton Hospitals NHS Foundation Trust",
        "the third sector",
    }  # fmt: skip
    assert "Whether the list is complete is not stated." in ended.err


def test_a_board_as_markdown_pastes_into_minutes(ecosystem: Ecosystem) -> None:
    lines = ecosystem("show", "North Vale LCP", "--format", "md", *DATA).out.splitlines()
    assert lines[:5] == [
        "## North Vale Local Care Partnership: members",
        "",
        "Whether the list is complete is not stated.",
        "",
        "| name | role | holder | sits for | sector | when | basis | sources | note |",
    ]
    assert lines[6].startswith("| not stated | chair |")
    assert sum(line.startswith("| ") for line in lines) == 5


def test_the_ending_of_a_file_asks_for_the_list_too(ecosystem: Ecosystem) -> None:
    assert ecosystem("show", "EHB", "--out", "members.csv", *DATA).code == 0
    assert Path("members.csv").read_text(encoding="utf-8").startswith("name,role,holder,")


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_board_in_other_forms_keeps_everything(ecosystem: Ecosystem, form: str) -> None:
    out = ecosystem("show", "EHB", "--format", form, *DATA).out
    assert "decision powers" in out
    assert "Line upward" in out


def test_what_nobody_sits_round_is_shown_whole_in_every_form(ecosystem: Ecosystem) -> None:
    out = ecosystem("show", "Exampleton Hospitals", "--format", "csv", *DATA).out
    assert out.startswith("section,says,what,")


def test_changes_are_told_in_sentences_between_two_days(ecosystem: Ecosystem) -> None:
    ended = ecosystem("changes", "2022", "2024-03-05", *DATA)
    opening = " ".join(ended.out.split())
    assert ended.code == 0
    assert "After 31 December 2022, up to and including 5 March 2024, 2 changes have a written date." in opening
    rows = list(csv.DictReader(io.StringIO(ecosystem("changes", "2022", "2024-03-05", "--format", "csv", *DATA).out)))
    assert {row["says"] for row in rows if row["kind"] == "dated"} == {
        "From May 2023 the Director of Public Health chairs the Exampleton Health Board.",
        "Until December 2023 Exampleton Hospitals NHS Foundation Trust sat on the Exampleton Finance Group.",
    }


def test_no_change_is_an_answer(ecosystem: Ecosystem) -> None:
    ended = ecosystem("changes", "1999", "2000", *DATA)
    assert (ended.code, "No change is recorded after 31 December 1999" in ended.out) == (0, True)


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2024", "2022", "turn them round: `ecosystem changes 2022 2024`"),
        ("2024", "2024-12-31", "begin with an earlier one"),
        ("any", "2024", "write a year, month or day"),
        ("2022", "any", "write a year, month or day"),
        ("05/03/2024", "2024", "write 2024-03-05"),
    ],
)
def test_days_that_lie_nothing_between_are_usage_errors(
    ecosystem: Ecosystem, earlier: str, later: str, words: str
) -> None:
    ended = ecosystem("changes", earlier, later, *DATA)
    assert (ended.code, ended.out, words in ended.err) == (2, "", True)


def test_changes_on_chosen_bases_say_so(ecosystem: Ecosystem) -> None:
    ended = ecosystem("changes", "2022", "2024", "--basis", "stated", *DATA)
    assert "; only stated." in ended.out
    assert "Our own inferences" not in ended.out
