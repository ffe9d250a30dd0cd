"""An update: a few tables or a workbook, laid over a register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ecosystem.model import Row
from ecosystem.problems import Problem
from ecosystem.rules import Places
from ecosystem.snapshot import Snapshot
from ecosystem.tables.dataset import Register

Key = tuple[type[Row], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """How an update is to be read: what the person importing it says beside the files.

    `source` is the title and date of an own register that blank citations refer to; `full` names lists that are
    complete, as `memberships:BOARD`, whose other rows ended on `ended`; with `day_first`, dates may be 31/12/2024.
    """

    source: str = ""
    full: tuple[str, ...] = ()
    ended: str = ""
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """A register with an update laid over it.

    `snapshot` and `places` are of the whole; `named` are the rows the update names, `removed` those it removes, which
    are in the snapshot no more. `inputs` are the sha256 sums of its files by their paths, `remarks` what a reader of
    the plan should know, such as columns of the user's own that were not read.
    """

    snapshot: Snapshot
    places: Places
    named: frozenset[Key] | None = None
    removed: frozenset[Key] = frozenset()
    inputs: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_update(paths: Sequence[Path], register: Register, reading: Reading = Reading()) -> Update:
    """Return a register with an update laid over it; `DataProblems` carries everything wrong with the update."""
    raise NotImplementedError


def whole(register: Register) -> Update:
    """Return a register as it is, as an update that names no rows."""
    return Update(register.snapshot, register.places)
