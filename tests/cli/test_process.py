"""The command as a process: interrupted, with nowhere to talk, completed by a shell."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import cast

import click
import pytest
from cli.conftest import Ecosystem

from ecosystem.cli import program
from ecosystem.cli.groups import LONGEST_HELP, GroupOfCommands, summary

INTERRUPTED_IMPORT = """
import runpy, sys
class Interrupt:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
runpy.run_module("ecosystem", run_name="__main__")
"""


def ended(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python and return how it ended."""
    surroundings = os.environ | environment
    return subprocess.run(
        [sys.executable, *command], env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


def test_an_interruption_while_the_program_is_imported_is_quiet() -> None:
    found = ended("-c", INTERRUPTED_IMPORT)
    assert (found.returncode, found.stdout, found.stderr) == (130, "", "")


def test_the_list_of_commands_waits_for_no_library() -> None:
    asked = "import sys; from ecosystem.cli import run; run(['--help']); "
    heavy = "{'neo4j', 'openpyxl', 'pydantic', 'networkx', 'rich', 'pyvis', 'requests'}"
    found = ended("-c", f"{asked}print({heavy} & {{*sys.modules}})")
    assert found.stdout.splitlines()[-1] == "set()"


def test_the_list_of_commands_tells_of_each_what_it_tells_of_itself() -> None:
    group, context = cast("GroupOfCommands", program), click.Context(program)
    own = {name: group.get_command(context, name) for name in group.list_commands(context)}
    assert {name: summary(name) for name in own} == {
        name: command.get_short_help_str(LONGEST_HELP) for name, command in own.items() if command
    }


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_is_given_the_script_that_completes(shell: str) -> None:
    found = ended("-m", "ecosystem", _ECOSYSTEM_COMPLETE=f"{shell}_source")
    assert (found.returncode, "_ECOSYSTEM_COMPLETE" in found.stdout) == (0, True)


def test_a_shell_is_told_the_commands_that_begin_so() -> None:
    found = ended("-m", "ecosystem", _ECOSYSTEM_COMPLETE="zsh_complete", COMP_WORDS="ecosystem ma", COMP_CWORD="1")
    assert (found.returncode, found.stdout.splitlines()[:2]) == (0, ["plain", "map"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device on this system")
@pytest.mark.parametrize(("arguments", "code"), [(("find", "PEG"), 0), (("show", "no such body"), 1), (("nosuch",), 2)])
def test_a_command_does_its_work_where_nobody_can_be_told(arguments: tuple[str, ...], code: int) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        found = subprocess.run(
            [sys.executable, "-m", "ecosystem", *arguments],
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        )
    assert (found.returncode, bool(found.stdout)) == (code, code == 0)


def test_a_giant_name_is_not_repeated_whole(ecosystem: Ecosystem) -> None:
    for arguments in (("show", "x" * 100_000), ("ask", "x" * 100_000), ("ask", "chairs", "x" * 100_000)):
        found = ecosystem(*arguments, "--data", Path(__file__).parents[1] / "exampleton")
        assert (found.code in {1, 2}, len(found.err) < 2_000) == (True, True), arguments[0]


def test_a_hostile_value_with_an_equals_sign_is_looked_up_like_any_other(ecosystem: Ecosystem) -> None:
    found = ecosystem("ask", "who-sits-on", "' OR 1=1 //", "--data", Path(__file__).parents[1] / "exampleton")
    assert (found.code, "nothing is called “' OR 1=1 //”" in found.err) == (1, True)


STUCK = """
import signal, sys, threading, types
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs the tests may ignore it, as in the background
stuck = types.ModuleType("ecosystem.cli")

def main():
    try:
        print("begun", flush=True)
        threading.Event().wait(60)
    finally:
        threading.Event().wait(60)

stuck.main = main
sys.modules["ecosystem.cli"] = stuck
from ecosystem.__main__ import main as program
program()
"""


@pytest.mark.slow
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_what_does_not_end_when_it_is_interrupted_is_ended_all_the_same(told: signal.Signals) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", STUCK]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stdout.readline() == b"begun\n"
        program.send_signal(told)
        _, said = program.communicate(timeout=30)
    assert (program.returncode, said) == (130, b"Interrupted.\n")
