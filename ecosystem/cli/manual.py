"""Writes the pages of the manual that derive from the code: `python -m ecosystem.cli.manual docs`."""

import sys
from pathlib import Path

from ecosystem.cli import program
from ecosystem.manual import command_reference, schema_page


def pages() -> dict[str, str]:
    """Return the text of each generated page by its file name.

    >>> sorted(pages())
    ['commands.md', 'schema.md']
    """
    return {"commands.md": command_reference(program), "schema.md": schema_page()}


if __name__ == "__main__":
    for name, text in pages().items():
        Path(sys.argv[1], name).write_text(text, encoding="utf-8", newline="\n")
