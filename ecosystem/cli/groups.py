"""Groups of commands that import a command only when it is run, and list commands under headings."""

import ast
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

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
        command: click.Command = import_module(_module(cmd_name)).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command meant; an unknown name is answered with the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from rapidfuzz import process  # noqa: PLC0415 - it is needed for typing errors only

            near = process.extractOne(args[0], self.list_commands(ctx), score_cutoff=60)
            hint = f" Did you mean `{ctx.command_path} {near[0]}`?" if near else ""
            raise click.UsageError(f"There is no command {quoted(args[0])}.{hint}", ctx=ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the commands under their headings."""
        for heading, names in self.headings.items():
            with formatter.section(heading):
                formatter.write_dl([(name, summary(name)) for name in names])


def _module(name: str) -> str:
    return f"{PACKAGE}.{name}_" if iskeyword(name) else f"{PACKAGE}.{name}"


def summary(name: str) -> str:
    """Return the first sentence that a command says of itself, read from its text: importing it takes far longer."""
    spec = find_spec(_module(name))
    assert spec is not None and spec.origin is not None  # noqa: S101, PT018 - every command is a module of ours
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    found = next(each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "command")
    return click.Command(name, help=ast.get_docstring(found)).get_short_help_str(LONGEST_HELP)
