"""The manual is what the code says."""

import re
import shlex
from pathlib import Path

import pytest

from ecosystem.cli import COMMANDS
from ecosystem.cli.manual import pages

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_what_the_code_writes_now(name: str) -> None:
    assert (REPOSITORY / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


def test_every_command_the_readme_shows_exists() -> None:
    shown = {shlex.split(line)[1] for line in README.splitlines() if line.startswith("ecosystem ")}
    assert shown <= {name for names in COMMANDS.values() for name in names}


def test_every_page_the_readme_links_to_exists() -> None:
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link}
    assert {link for link in links if not (REPOSITORY / link).exists()} == set()
