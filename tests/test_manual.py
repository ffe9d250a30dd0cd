"""The manual is what the code says."""

import doctest
import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from ecosystem.audit import KINDS
from ecosystem.cli import COMMANDS
from ecosystem.cli.commands.db import command as database
from ecosystem.cli.manual import pages
from ecosystem.manual import EXIT_WORDS
from ecosystem.model import PROPERTIES, holders
from ecosystem.problems import Exit
from ecosystem.queries.checks import FACT_PROPERTIES, NODE_PROPERTIES
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_what_the_code_writes_now(name: str) -> None:
    assert (REPOSITORY / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


def test_every_property_of_the_graph_is_explained_and_no_other() -> None:
    of_the_dataset = {"licence", "contact", "as_of", "apex", "words", "revision", "digest", "format"}
    assert set(PROPERTIES) == (NODE_PROPERTIES | FACT_PROPERTIES) - of_the_dataset
    assert all(holders(name) for name in PROPERTIES)


def test_the_worked_example_of_the_schema_answers_what_it_says_it_asks(leeds_graph: Store, leeds: Snapshot) -> None:
    shown = (REPOSITORY / "docs" / "schema.md").read_text(encoding="utf-8").split("```cypher\n")[-1].split("```")[0]
    view = leeds.on(date(2018, 12, 31))
    seats = [fact for fact in view.facts_of("MEMBER_OF") if fact.object == leeds.find("PEG")]
    rows = leeds_graph.read(shown, {}).rows
    assert {(member, role or "") for member, role, _ in rows} == {
        (view.name_of(fact.subject), fact.role) for fact in seats
    }


@pytest.mark.parametrize("page", ["python.md", "whatif.md"])
def test_what_a_page_shows_in_python_is_what_happens(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    failed, tried = doctest.testfile(str(REPOSITORY / "docs" / page), module_relative=False, encoding="utf-8")
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
