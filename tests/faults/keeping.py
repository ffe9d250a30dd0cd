"""A register and the graph it is kept in, brought from one content to the next while faults happen."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from cli.conftest import Ended
from store.bringing import assert_whole, bring, noted

from ecosystem.cli import changing, run
from ecosystem.importing import Steps, carried_out
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store
from ecosystem.tables import read_dataset, texts_of

REPOSITORY = Path(__file__).parents[2]

Way = Literal["apply", "import", "undo"]
WAYS: tuple[Way, ...] = ("apply", "import", "undo")
"""How register and graph come from one content to the next: what is edited first differs."""

DONE = "The graph is at revision"
"""What a command says when all is done; in the moments after that, a signal ends Python as it ends any program."""

BOUNDARY = """
import os, signal, sys
from functools import partial
from ecosystem.cli import changing, run
from ecosystem.importing import Steps, carried_out

passed = []

def pass_by(step):
    passed.append(step)
    if len(passed) == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)

changing.carried_out = partial(carried_out, steps=Steps(pass_by, pass_by))
sys.exit(run(sys.argv[2:]))
"""
"""A program that runs a command and kills itself at one boundary of its import, the first being 1."""


def heed_interruptions() -> None:
    """Take SIGINT as programs do that a shell did not start in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass
class Keeping:
    """A register in a folder, its graph, the content both had `before` and the one they are to have `after`."""

    folder: Path
    store: Store
    entry: Entry
    before: Snapshot | None
    after: Snapshot
    edits: int = 0
    way: Way = "apply"

    @property
    def update(self) -> Path:
        """The folder of an update beside the register."""
        return self.folder.with_name("update")

    @property
    def command(self) -> Sequence[str]:
        """The command line that brings register and graph to the content after."""
        return {
            "apply": ("apply", "--yes"),
            "import": ("import", str(self.update), "--yes"),
            "undo": ("undo", "--yes", "--allow-clear", "1000"),
        }[self.way]

    def edit(self, way: Way = "apply") -> None:
        """Edit what a command is then to bring into register and graph; both hold one content, or the graph nothing."""
        self.way, self.before, self.edits = way, self.store.snapshot(), self.edits + 1
        edited = noted(self.after, self.edits)
        self._write(edited, self.update if way == "import" else self.folder)
        if way == "undo":
            bring(self.store, edited, self.entry)
            self.before, self.after = edited, self.before or edited
        else:
            self.after = edited

    def _write(self, content: Snapshot, folder: Path) -> None:
        for name, text in texts_of(content).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    def look(self) -> tuple[Snapshot | None, Snapshot]:
        """Return what graph and register hold, asserted to be each as before or as after."""
        graph, register = assert_whole(self.store, self.before, self.after), read_dataset(self.folder).snapshot
        assert register in (self.before, self.after)
        return graph, register

    def settle(self) -> None:
        """Assert that all is as before or after, that the next apply finds it in step, and the next command ends it."""
        self.look()
        assert run(["apply", "--yes"]) == 0
        if self.in_step() != self.after:
            assert run([*self.command]) == 0
        assert self.in_step() == self.after
        assert [path.name for path in self.folder.iterdir() if path.name.startswith(".")] == []

    def in_step(self) -> Snapshot:
        """Return what register and graph both hold."""
        graph, register = self.look()
        assert register == graph
        return register

    def boundaries(self) -> int:
        """Do what the command says, and return how many boundaries that passed."""
        passed: list[object] = []
        steps = Steps(passed.append, passed.append)
        with patch.object(changing, "carried_out", partial(carried_out, steps=steps)):
            assert run([*self.command]) == 0
        return len(passed)

    def start(
        self, *arguments: str, program: Sequence[str] = ("-m", "ecosystem"), folder: Path | None = None
    ) -> "Running":
        """Start a command as a process of its own, in the register's folder or another."""
        return Running(
            subprocess.Popen(
                [sys.executable, *program, *arguments],
                cwd=folder or self.folder,
                env=os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                preexec_fn=heed_interruptions,  # noqa: PLW1509 - it takes no lock
            )
        )


@dataclass
class Running:
    """A command that runs."""

    process: "subprocess.Popen[str]"
    said: str = ""

    def speaks(self) -> float:
        """Wait until the command has begun to work, which it tells by naming its data; return the moment."""
        if self.process.stderr is not None:
            self.said += self.process.stderr.readline()
        return time.monotonic()

    def ended(self) -> Ended:
        """Wait for the end."""
        out, err = self.process.communicate(timeout=300)
        return Ended(self.process.returncode, out, self.said + err)


@dataclass
class Striker:
    """Who sends signals to commands at random moments of their work; `longest` is how long that takes at most."""

    keeping: Keeping
    chance: random.Random
    longest: dict[Way, float] = field(default_factory=dict)

    def strike(self, way: Way, sent: signal.Signals) -> tuple[Ended, float]:
        """Strike one command that does something; return how it ended and the seconds from the signal to its end."""
        while True:
            self.keeping.edit(way)
            running = self.keeping.start(*self.keeping.command)
            begun = running.speaks()
            if way in self.longest:
                time.sleep(self.chance.uniform(0, self.longest[way]))
                begun = time.monotonic()
                running.process.send_signal(sent)
            ended = running.ended()
            if ended.code != 0 and (sent is signal.SIGKILL or DONE not in ended.err):
                return ended, time.monotonic() - begun
            self.longest[way] = self.longest[way] * 0.9 if way in self.longest else time.monotonic() - begun


def once(at: int, do: Callable[[], object]) -> Callable[[int], None]:
    """Return what does something at one batch."""

    def after_batch(number: int) -> None:
        if number == at:
            do()

    return after_batch


def assert_told(ended: Ended, secret: str) -> None:
    """Assert that whoever ran a command in vain was told the cause and the next step, and no secret."""
    assert "fix:" in ended.err
    assert "Traceback" not in ended.err
    assert secret not in ended.out + ended.err
