"""What is remembered of the server between commands: its ports, its process, and which graph it holds."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from ecosystem.server.home import Home, home, private_folder, write_privately
from ecosystem.server.ports import NOWHERE, Ports
from ecosystem.server.turns import turn


@dataclass(frozen=True, slots=True)
class Program:
    """The server's process as it was when it started.

    Its number, which other programs may get later, its start in seconds since 1970, its heap in bytes, and whether it
    takes no writes: one that ends unasked is started again as it was.
    """

    pid: int
    created: float
    heap: int
    read_only: bool = False


NO_PROGRAM = Program(0, 0.0, 0)
"""The process while none was started, or after it was ended."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is remembered; empty where nothing was, or where the file cannot be understood."""

    ports: Ports = NOWHERE
    program: Program = NO_PROGRAM
    identity: str = ""


def remembered(place: Home) -> Memory:
    """Return what is remembered in this home."""
    try:
        kept: dict[str, Any] = json.loads(place.memory.read_text(encoding="utf-8"))
        return Memory(Ports(**kept["ports"]), Program(**kept["program"]), str(kept["identity"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Memory()


def remember(place: Home, memory: Memory) -> None:
    """Write down what is to be remembered in this home, in place of what was."""
    private_folder(place.folder)
    write_privately(place.memory, json.dumps(asdict(memory), indent=2) + "\n")


def remember_identity(identity: str) -> None:
    """Write down a text by which the store will know the server's graph again.

    A server that answers on our port with another identity is not ours: the store refuses it.
    """
    place = home()
    with turn(place.lock):
        remember(place, replace(remembered(place), identity=identity))
