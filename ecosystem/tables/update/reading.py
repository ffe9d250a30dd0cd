"""Reading an update: its files taken in, its rows laid over a register, and all that is wrong told at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ecosystem.dates import is_date
from ecosystem.model import Key
from ecosystem.problems import DataProblems, Problem, UsageError, quoted
from ecosystem.rules import Places
from ecosystem.snapshot import Snapshot
from ecosystem.tables.assembly import Assembly
from ecosystem.tables.dataset import Register, tables_of
from ecosystem.tables.update.citing import source_named
from ecosystem.tables.update.complete_lists import body_listed, seats_ended
from ecosystem.tables.update.intake import taken_in
from ecosystem.tables.update.laid import Laid

DAY_FIRST = "write YYYY-MM-DD, YYYY-MM or YYYY; or run again with `--dates day-month-year`"
WORKBOOK = "; or use the workbook"
_UNCITED = frozenset({"B62", "B102"})
OWN_REGISTER = "; or name your own register for all such rows: --source “TITLE, DATE”"


@dataclass(frozen=True, slots=True)
class Reading:
    """How an update is to be read: what the person importing it says beside the files.

    `source` is the title and date of an own register that blank citations refer to; `full` names lists that are
    complete, as `memberships:BOARD`, whose other rows ended on `ended`; with `day_first`, dates may be 31/12/2024.
    `UsageError` where these do not go together.

    >>> Reading(source="Office register, May 2026").source
    'Office register, May 2026'
    """

    source: str = ""
    full: tuple[str, ...] = ()
    ended: str = ""
    day_first: bool = False

    def __post_init__(self) -> None:
        if self.full and not self.ended:
            raise UsageError(
                "--full says who still sits there, not since when the others do not", fix="add --ended DATE"
            )
        if self.full and not self.source:
            fix = "add --source “Partnership office register, 2 May 2026”"
            raise UsageError("--full ends seats, and nothing says where that is known from", fix=fix)
        if self.ended and not self.full:
            raise UsageError("--ended is the day on which the seats ended that --full leaves out", fix="add --full")
        if self.ended and not is_date(self.ended):
            raise UsageError(f"{quoted(self.ended)} is no date", fix="write --ended as YYYY-MM-DD, YYYY-MM or YYYY")


@dataclass(frozen=True, slots=True)
class Update:
    """A register with an update laid over it.

    `snapshot` is the whole; `places` are where rows stand in the register's own files, new rows nowhere. `named` are
    the rows the update names or changes, None where it is a whole register; `removed` are those it takes out, which
    are in the snapshot no more; `register` is what it was laid over. `inputs` are the sha256 sums of its files by their
    whole paths, `remarks` what a reader of the plan should know, such as columns of the user's own that were not read.
    """

    snapshot: Snapshot
    places: Places
    named: frozenset[Key] | None = None
    removed: frozenset[Key] = frozenset()
    register: Snapshot | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_update(paths: Sequence[Path], register: Register, reading: Reading = Reading()) -> Update:
    """Return a register with an update laid over it.

    `paths` are a folder of tables, CSV files or workbooks. Rows and columns they do not have change nothing, a blank
    cell clears the value, `yes` under `remove` takes a row out. `DataProblems` carries everything wrong with the
    update; `UsageError`, `NotFound` and `Refused` are of what `reading` says.

    >>> from ecosystem.tables import read_dataset
    >>> folder = Path("tests/exampleton")
    >>> register = read_dataset(folder)
    >>> read_update([folder / "boards.csv"], register).snapshot == register.snapshot
    True
    """
    source = source_named(reading.source) if reading.source else None
    listed = [body_listed(full, register.snapshot) for full in reading.full]
    intake = taken_in(paths, register.snapshot.dataset)
    assembly = Assembly(intake.sheets, register.snapshot, day_first=reading.day_first)
    tables = tables_of(intake.sheets, intake.problems, assembly)
    laid = Laid(register, assembly, source)
    for body in listed if not tables.problems else ():
        laid.lay(seats_ended(body, reading.ended, laid.rows, assembly.places))
    laid.cite()
    laid.remove()
    found = tables.judged(_told(laid.problems(), reading))
    if any(not problem.warning for problem in found):
        raise DataProblems(found)
    return Update(
        laid.snapshot, register.places, laid.named, frozenset(assembly.removed), register.snapshot,
        intake.inputs, tuple(intake.remarks), tuple(found),
    )  # fmt: skip


def _told(problems: Iterable[Problem], reading: Reading) -> Iterator[Problem]:
    for problem in problems:
        if problem.code == "B50" and not reading.day_first:
            is_csv = problem.file.lower().endswith(".csv")
            yield replace(problem, fix=DAY_FIRST + WORKBOOK if is_csv else DAY_FIRST)
        elif problem.code in _UNCITED and problem.column == "sources" and not reading.source:
            yield replace(problem, fix=problem.fix + OWN_REGISTER)
        else:
            yield problem


def whole(register: Register) -> Update:
    """Return a register as it is, as an update that names no rows."""
    return Update(register.snapshot, register.places, register=register.snapshot)
