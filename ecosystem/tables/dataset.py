"""Reading a dataset: a folder, or the same folder at a git revision, with every problem in one report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecosystem.model import DATASET_FILE, TABLES, Dataset, Entity, Row, Source
from ecosystem.problems import Conflict, DataProblems, Problem, quoted
from ecosystem.rules import Place, Places, check, did_you_mean
from ecosystem.snapshot import Snapshot
from ecosystem.tables.assembly import Assembly
from ecosystem.tables.delimited import read_sheet
from ecosystem.tables.files import Contents, contents_of
from ecosystem.tables.pending import pending
from ecosystem.tables.settings import UNKNOWN, Settings, read_settings
from ecosystem.tables.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Register:
    """A dataset as its files hold it: the snapshot, the folder, where each row stands, the settings, what to look at.

    `revision` is the git revision it was read at, empty where it was read from the files themselves; `sums` are the
    sha256 sums of these by their names.
    """

    snapshot: Snapshot
    folder: Path
    places: Places
    settings: Settings
    warnings: tuple[Problem, ...] = ()
    revision: str = ""
    sums: Mapping[str, str] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """What an answer calls it: "Leeds (the folder leeds)"."""
        return f"{self.snapshot.dataset.title} ({self.origin})"

    @property
    def origin(self) -> str:
        """What it was read from, in words."""
        folder = f"the folder {self.folder.resolve().name}"
        return f"git revision {self.revision} of {folder}" if self.revision else folder


def read_dataset(folder: Path) -> Register:
    """Return the dataset in a folder; `DataProblems` carries everything that is wrong with it, all at once."""
    return register_of(contents_of(Path(folder)), Path(folder))


def must_be_as_read(register: Register) -> None:
    """Raise a `Conflict` where the files of a register are no longer as they were when it was read."""
    if not register.revision and (pending(register.folder) or contents_of(register.folder).sums != register.sums):
        raise Conflict(
            "the files were changed since they were read; nothing was written",
            fix="try again: what they say now counts",
        )


def register_of(contents: Contents, folder: Path, revision: str = "") -> Register:
    """Return the register that these files are; `DataProblems` where anything in them is wrong."""
    settings, problems = read_settings(contents.files.get(DATASET_FILE), contents.problems)
    tables = assembled(contents)
    snapshot = Snapshot.of(tables.rows, settings.dataset if settings else UNKNOWN)
    places = {**tables.places, (Dataset, snapshot.dataset.id): Place(DATASET_FILE, 0)}
    counted = Counter(place.file for place in tables.places.values())
    missing = shortfalls(settings, counted) if settings else ()
    problems += tables.judged((*check(snapshot, places), *missing), whole_settings=settings is not None)
    if settings is None or any(not problem.warning for problem in problems):
        raise DataProblems(problems)
    return Register(snapshot, folder, places, settings, tuple(problems), revision, contents.sums)


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of some tables with their places, the tables themselves, and what was wrong in reading them."""

    rows: tuple[Row, ...]
    places: Places
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]

    def judged(self, found: Iterable[Problem], *, whole_settings: bool = True) -> list[Problem]:
        """Return the problems of reading with those the rules found, without such as only follow from the former."""
        unread = {(problem.file, problem.row) for problem in self.problems if problem.row}
        unread |= set() if whole_settings else {(DATASET_FILE, 0)}
        untrusted = _untrusted(self.sheets)
        return [
            *self.problems,
            *(problem for problem in found
              if (problem.file, problem.row) not in unread and problem.code not in untrusted),
        ]  # fmt: skip


def assembled(contents: Contents) -> Tables:
    """Return the rows of these files."""
    files = ((name, data) for name, data in contents.files.items() if name != DATASET_FILE)
    sheets = [read_sheet(name, data) for name, data in files]
    return tables_of(sheets, contents.problems, Assembly(sheets))


def tables_of(sheets: Iterable[Sheet], problems: Iterable[Problem], assembly: Assembly) -> Tables:
    """Return the rows assembled from sheets; `problems` are of files that are none."""
    unread = [Sheet(problem.file, is_whole=False) for problem in problems]
    found = (*problems, *(problem for sheet in sheets for problem in sheet.problems), *assembly.problems)
    return Tables(tuple(assembly.rows.values()), assembly.places, (*sheets, *unread), found)


def _untrusted(sheets: Iterable[Sheet]) -> frozenset[str]:
    """Return the rules that cannot be trusted: of other rows, where a table was not read to its end."""
    broken = [sheet for sheet in sheets if not sheet.is_whole]
    named = [sheet for sheet in broken if sheet.table is None or sheet.table.row_type in {Entity, Source}]
    return frozenset({"B106"} if broken else ()) | frozenset({"B41", "B43"} if named else ())


def shortfalls(settings: Settings, rows: Mapping[str, int]) -> Iterator[Problem]:
    """Find tables with fewer rows than `[expect]` says, as when a file was cut short; `rows` counts them by file."""
    counted = Counter({file.removesuffix(".csv"): number for file, number in rows.items()})
    for name, expected in settings.expect.items():
        column = f"expect.{name}"
        if name not in counted and name not in TABLES:
            fix = did_you_mean(name, [*counted, *TABLES], "name a table")
            yield Problem("B14", f"no table is called {quoted(name)}", fix, DATASET_FILE, 0, column)
        elif counted[name] < expected:
            message = f"{name}.csv has {counted[name]:,} rows, {expected:,} are expected"
            fix = f"restore the rows, or correct `{name}` under [expect]"
            yield Problem("B106", message, fix, DATASET_FILE, 0, column)
