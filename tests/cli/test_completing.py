"""The tab key completes what bodies are called, from the files, with words that a shell takes as they are."""

import csv
import shutil
from pathlib import Path

import pytest
from cli.conftest import Ecosystem

EXAMPLETON = Path(__file__).parents[1] / "exampleton"


def offered(ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch, *words: object) -> dict[str, str]:
    """Return the words that a shell is offered for the last word of a line, each with what is said of it."""
    monkeypatch.setenv("_ECOSYSTEM_COMPLETE", "zsh_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["ecosystem", *map(str, words)]))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    lines = ecosystem().out.splitlines()
    return dict(zip(lines[1::3], lines[2::3], strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "show eh",
        "find eh",
        "path eh",
        "path EHFT eh",
        "ask who-sits-on eh",
        "ask who-sits-on --body eh",
        "export --board eh",
    ],
)
def test_a_name_begun_is_completed_wherever_one_is_given(
    line: str, ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECOSYSTEM_DATA", str(EXAMPLETON))
    found = offered(ecosystem, monkeypatch, *line.split())
    assert found.items() >= {
        ("EHB", "Exampleton Health Board"), ("EHFT", "Exampleton Hospitals NHS Foundation Trust"),
    }  # fmt: skip
    assert all(word.casefold().startswith("eh") for word in found)


def test_names_are_those_of_the_data_that_is_named(ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "EHB" in offered(ecosystem, monkeypatch, "show", "--data", EXAMPLETON, "EH")
    assert "EHB" not in offered(ecosystem, monkeypatch, "show", "EH")


@pytest.mark.parametrize("data", ["graph", "nowhere"])
def test_where_the_data_is_no_files_that_can_be_read_nothing_is_offered_or_said(
    data: str, ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECOSYSTEM_DATA", data)
    assert offered(ecosystem, monkeypatch, "show", "EH") == {}


def test_a_question_that_is_about_nobody_is_offered_no_names(
    ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(ecosystem, monkeypatch, "ask", "facts-by-basis", "PE") == {}


def test_a_name_that_a_shell_would_obey_is_not_offered(
    ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    register = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    with (register / "boards.csv").open(encoding="utf-8", newline="") as file:
        first, *others = csv.DictReader(file)
    first["aliases"] = "EHX|EHB$(id)|EHB;id|EH Board"
    with (register / "boards.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, first)
        writer.writeheader()
        writer.writerows([first, *others])
    found = offered(ecosystem, monkeypatch, "show", "--data", register, "EH")
    assert ("EHX" in found, [word for word in found if not word.isalnum()]) == (True, [])
