"""The manual is what the code says."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from ecosystem.cli import COMMANDS
from ecosystem.cli.commands.db import command as database
from ecosystem.cli.manual import pages
from ecosystem.evidence import KINDS
from ecosystem.manual import EXIT_WORDS
from ecosystem.problems import Exit

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_what_the_code_writes_now(name: str) -> None:
    assert (REPOSITORY / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


def test_what_the_page_on_python_shows_is_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    failed, tried = doctest.testfile(str(REPOSITORY / "docs" / "python.md"), module_relative=False)
    assert (failed, tried > 5) == (0, True)


def test_every_command_the_readme_shows_exists() -> None:
    shown = {shlex.split(line)[1] for line in README.splitlines() if line.startswith("ecosystem ")}
    assert shown <= {name for names in COMMANDS.values() for name in names}


def test_every_command_that_a_message_or_page_names_exists() -> None:
    texts = (path.read_text(encoding="utf-8") for path in (REPOSITORY / "ecosystem").rglob("*.py"))
    named = {tuple(words.split()) for text in texts for words in re.findall(r"`ecosystem ([a-z]+(?: [a-z]+)?)", text)}
    assert {first for first, *_ in named} <= {name for names in COMMANDS.values() for name in names}
    assert {second for first, *rest in named if first == "db" for second in rest} <= database.commands.keys()


def test_every_kind_of_gap_is_explained() -> None:
    page = (REPOSITORY / "docs" / "evidence.md").read_text(encoding="utf-8")
    explained = page.partition("| about | what is asked |")[2]
    assert re.findall(r"^\| `([a-z ]+)` \|", explained, re.MULTILINE) == list(KINDS)


def test_every_exit_code_is_explained() -> None:
    assert set(EXIT_WORDS) == set(Exit)


def test_every_page_the_readme_links_to_exists() -> None:
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link}
    assert {link for link in links if not (REPOSITORY / link).exists()} == set()
