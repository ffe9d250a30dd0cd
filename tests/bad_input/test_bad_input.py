"""Every class of malformed input: a folder of files laid over `valid`, and the exact report it must produce.

A file named `*.escaped` stands for the bytes its escapes spell, so that no binary is kept. `expected.txt` holds the
report; where the input is accepted it says `equal to valid`, or `accepted` where the content is meant to differ.
"""

import shutil
from pathlib import Path

import pytest

from ecosystem.problems import DataProblems
from ecosystem.rules import RULES
from ecosystem.tables import read_dataset

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "expected.txt").is_file())
ESCAPED = ".escaped"


def laid_out(case: str, folder: Path) -> Path:
    shutil.copytree(HERE / "valid", folder, dirs_exist_ok=True)
    for path in (HERE / case).rglob("*"):
        if path.is_file() and path.name != "expected.txt":
            target = folder / path.relative_to(HERE / case)
            if path.suffix == ESCAPED:
                target.with_suffix("").write_bytes(
                    path.read_text().strip().encode().decode("unicode_escape").encode("latin-1")
                )
            else:
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(path.read_bytes())
    return folder


def reading(folder: Path) -> str:
    try:
        register = read_dataset(folder)
    except DataProblems as problems:
        return str(problems)
    same = register.snapshot.digest == read_dataset(HERE / "valid").snapshot.digest
    said = "\n".join(map(str, register.warnings))
    return said or ("equal to valid" if same else "accepted")


@pytest.mark.parametrize("case", CASES)
def test_malformed_input_is_reported_as_promised(case: str, tmp_path: Path) -> None:
    assert reading(laid_out(case, tmp_path)) == (HERE / case / "expected.txt").read_text().rstrip("\n")


def test_every_class_has_its_folder_or_is_tested_by_name() -> None:
    reports = "\n".join((HERE / case / "expected.txt").read_text() for case in CASES)
    in_folders = {line.partition(" ")[0] for line in reports.splitlines()}
    need_a_file_system = {"B1", "B2", "B3", "B25", "B26", "B27", "B84", "B85", "B89"}  # tests/tables/test_files.py
    of_workbooks = {"B79", "B80", "B81", "B82", "B83"}  # tests/tables/test_workbook_hardening.py
    assert set(RULES) == (in_folders & set(RULES)) | need_a_file_system | of_workbooks
