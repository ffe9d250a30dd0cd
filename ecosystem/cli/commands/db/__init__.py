"""`ecosystem db`: the local Neo4j, and a graph's content kept in a file, brought back, made anew."""

import click

from ecosystem.cli.commands.db import browser, content, local


@click.group("db")
def command() -> None:
    """The local Neo4j: fetch, start, stop, and how it is; a graph backed up, restored, rebuilt."""


_COMMANDS = (
    local.install, local.start, local.stop, local.status, browser.browser, local.doctor,
    content.backup, content.restore, content.rebuild,
)  # fmt: skip

for each in _COMMANDS:
    command.add_command(each)
