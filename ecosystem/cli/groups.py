"""Groups of commands that import a command only when it is run, and list commands under headings."""

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click
from rapidfuzz import process

from ecosystem.problems import quoted

PACKAGE = "ecosystem.cli.commands"
LONGEST_HELP = 150
"""Characters of a command's first sentence that its list shows."""


class GroupOfCommands(click.Group):
    """A group whose commands are modules of `ecosystem.cli.commands`, each with a command called `command`."""

    def __init__(self, *arguments: Any, headings: Mapping[str, tuple[str, ...]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.headings = headings

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names of the commands, in the order of the headings."""
        return [name for names in self.headings.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, importing its module now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"{PACKAGE}.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command meant; an unknown name is answered with the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = process.extractOne(args[0], self.list_commands(ctx), score_cutoff=60)
            hint = f" Did you mean `{ctx.command_path} {near[0]}`?" if near else ""
            raise click.UsageError(f"There is no command {quoted(args[0])}.{hint}", ctx=ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings."""
        for heading, names in self.headings.items():
            with formatter.section(heading):
                commands = ((name, self.get_command(ctx, name)) for name in names)
                formatter.write_dl(
                    [(name, command.get_short_help_str(LONGEST_HELP)) for name, command in commands if command]
                )
