"""Writes the pages of the manual that derive from the code and the data: `python -m ecosystem.cli.manual docs`."""

import sys
from pathlib import Path

from ecosystem.cli import program
from ecosystem.cli.asking import DEFAULTS, words_of
from ecosystem.manual import GENERATED, analyses_page, audit_page, command_reference, rules_page, schema_page
from ecosystem.maps import sheet
from ecosystem.queries import Query, library
from ecosystem.results import Result
from ecosystem.shipped import shipped
from ecosystem.tables import read_dataset
from ecosystem.terminal import render

QUESTIONS_HEAD = (
    f"# The named questions\n\n{GENERATED}\n\n"
    "`ecosystem ask NAME --help` says what a question is for, which values it takes and what its columns hold.\n\n"
    "What stands under *names and days* may follow the question in that order, names first, without an option, and be\n"
    "left out unless its option is required: `ecosystem ask who-sits-on PEG 2018`, `ecosystem ask what-began-or-ended\n"
    "2016 2022`. Each option stands with its default; `--basis` may be given again, and `--later` is another name of\n"
    "`--as-of` where a question takes two days.\n\n"
    "Each stands as Cypher in `cypher/`, to read, copy and change; a file runs as it is, with the same defaults:\n"
    "`ecosystem cypher cypher/membership/chairs.cypher --param body=PEG`.\n\n"
    "`ecosystem ask --show NAME` prints the Cypher after `:param` lines with the values, for cypher-shell and Neo4j\n"
    "Browser. In Browser, run the `:param` lines first and the query after them: of several statements at once, it\n"
    "shows no table.\n"
)


def pages() -> dict[str, str]:
    """Return the text of each generated file of the manual by its name.

    >>> sorted(pages())
    ['analyses.md', 'audit.md', 'commands.md', 'opening.svg', 'questions.md', 'rules.md', 'schema.md']
    """
    leeds = read_dataset(shipped("seed_data")).snapshot
    return {
        "analyses.md": analyses_page(leeds.on(leeds.default_day)),
        "audit.md": audit_page(),
        "commands.md": command_reference(program),
        "questions.md": QUESTIONS_HEAD + render(_questions(), "md").partition("\n")[2],
        "opening.svg": sheet(leeds.on(leeds.default_day)),
        "rules.md": rules_page(),
        "schema.md": schema_page(),
    }


def _questions() -> Result:
    """Return the named questions by topic, each with what it takes without an option, and with one."""
    return Result(
        title="The named questions",
        columns=("topic", "question", "command", "names_and_days", "options"),
        rows=tuple(
            (query.topic, query.title, query.command, words_of(query), _options(query)) for query in library().values()
        ),
        origin="",
        sectioned=True,
    )


def _options(query: Query) -> list[str]:
    """Return the options of a question, each with its default."""
    defaults = ((parameter.option, parameter.default) for parameter in query.header.parameters)
    return [f"{option} ({DEFAULTS.get(default, default) if default else 'required'})" for option, default in defaults]


if __name__ == "__main__":
    for name, text in pages().items():
        Path(sys.argv[1], name).write_text(text, encoding="utf-8", newline="\n")
