"""Writes the pages of the manual that derive from the code and the data: `python -m ecosystem.cli.manual docs`."""

import sys
from pathlib import Path

from ecosystem.answers import catalogue
from ecosystem.cli import program
from ecosystem.manual import GENERATED, analyses_page, command_reference, rules_page, schema_page
from ecosystem.maps import document, layout, opening
from ecosystem.shipped import shipped
from ecosystem.tables import read_dataset
from ecosystem.terminal import render

QUESTIONS_HEAD = (
    f"# The named questions\n\n{GENERATED}\n\n"
    "`ecosystem ask NAME --help` says what a question is for, which values it takes and what its columns hold. Each\n"
    "stands as Cypher in `cypher/`, to read, copy and change; a file runs as it is, with the same defaults:\n"
    "`ecosystem cypher cypher/membership/chairs.cypher --param body=PEG`.\n\n"
    "`ecosystem ask --show NAME` prints the Cypher after `:param` lines with the values, for cypher-shell and Neo4j\n"
    "Browser. In Browser, run the `:param` lines first and the query after them: of several statements at once, it\n"
    "shows no table.\n"
)


def pages() -> dict[str, str]:
    """Return the text of each generated file of the manual by its name.

    >>> sorted(pages())
    ['analyses.md', 'commands.md', 'opening.svg', 'questions.md', 'rules.md', 'schema.md']
    """
    leeds = read_dataset(shipped("seed_data")).snapshot
    return {
        "analyses.md": analyses_page(leeds.on(leeds.default_day)),
        "commands.md": command_reference(program),
        "questions.md": QUESTIONS_HEAD + render(catalogue(), "md").partition("\n")[2],
        "opening.svg": document(layout(opening(leeds.on(leeds.default_day)))),
        "rules.md": rules_page(),
        "schema.md": schema_page(),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        Path(sys.argv[1], name).write_text(text, encoding="utf-8", newline="\n")
