"""What an update is made of: the sheets of its files, whether a folder of tables, some CSV files or workbooks."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ecosystem.model import DATASET_FILE, Dataset
from ecosystem.problems import DataProblems, Problem, quoted
from ecosystem.tables.delimited import read_sheet
from ecosystem.tables.files import contents_of, unreadable
from ecosystem.tables.settings import read_settings
from ecosystem.tables.sheet import Sheet
from ecosystem.tables.workbook import sheets_in

TABLE = ".csv"
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""Only the first is read; of the others it is said how to save them."""


@dataclass(slots=True)
class Intake:
    """The sheets of an update, its files' sha256 sums by whole paths, what was not read, and what is wrong with files.

    The problems of a sheet are its own.
    """

    dataset: Dataset
    sheets: list[Sheet] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """Take a folder, a table or a workbook in; its places begin with the path as it was given."""
        name = path.as_posix()
        if _is_folder(path):
            self._take_folder(path, name)
        elif problem := unreadable(path, name, path.parent):
            self.problems.append(problem)
        elif not path.name.lower().endswith((TABLE, *WORKBOOKS)):
            fix = "name a folder of tables, CSV files, or a workbook saved as .xlsx"
            self.problems.append(Problem("B104", "neither a folder, a CSV file nor a workbook", fix, name))
        else:
            self._take_file(name, path.read_bytes())

    def _take_folder(self, folder: Path, name: str) -> None:
        try:
            contents = contents_of(folder)
        except DataProblems as found:
            self.problems += [replace(problem, file=name) for problem in found.problems]
            return
        self.problems += [replace(problem, file=f"{name}/{problem.file}") for problem in contents.problems]
        for file, data in contents.files.items():
            if file == DATASET_FILE:
                self._compare(f"{name}/{file}", data)
            else:
                self._take_file(f"{name}/{file}", data)
        if not contents.problems and not set(contents.files) - {DATASET_FILE}:
            fix = "name a folder of CSV tables, or a workbook saved as .xlsx"
            self.problems.append(Problem("B1", "the folder holds no tables", fix, name))

    def _take_file(self, name: str, data: bytes) -> None:
        self.inputs[Path(name).resolve().as_posix()] = hashlib.sha256(data).hexdigest()
        if name.lower().endswith(TABLE):
            sheet = read_sheet(name, data, is_update=True)
            self.sheets.append(sheet)
            own = ", ".join(f"column {quoted(column)}" for column in sheet.own)
            self.remarks += [f"{name}: not read, because the name begins with `_`: {own}"] if own else []
        else:
            book = sheets_in(data, name)
            self.sheets += book.sheets
            self.remarks += book.remarks
            self.problems += book.problems

    def _compare(self, name: str, data: bytes) -> None:
        """Compare the settings beside tables with those of the register: they say whose tables these are."""
        settings, problems = read_settings(data)
        self.problems += [replace(problem, file=name) for problem in problems]
        if settings is None:
            return
        if settings.id != self.dataset.id:
            message = f"these tables are of {quoted(settings.id)}, the register is {quoted(self.dataset.id)}"
            fix = "name the register they belong to with --data, or leave the settings away"
            self.problems.append(Problem("B105", message, fix, name, 0, "id"))
        elif settings.dataset != self.dataset:
            self.remarks.append(f"{name}: not read, because an update holds rows only; settings are edited in place")


def taken_in(paths: Iterable[Path], dataset: Dataset) -> Intake:
    """Return what the files at these paths hold; whatever is wrong with them is among the problems."""
    intake = Intake(dataset)
    for path in dict.fromkeys(map(Path, paths)):
        intake.take(path)
    return intake


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
