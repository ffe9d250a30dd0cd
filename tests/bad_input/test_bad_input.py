"""Every class of malformed input: a folder of files laid over `valid`, and the exact report it must produce.

A file named `*.escaped` stands for the bytes its escapes spell, so that no binary is kept; `build.py` makes what git
cannot keep, and may say within which surroundings it is read. With `update.toml`, the files are an update to `valid`,
read as it says; with `plan.json`, a plan that somebody kept. `expected.txt` holds the report; where the input is
accepted it says `equal to valid`, or `accepted` where the content is meant to differ.
"""

import os
import runpy
import shutil
import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from ecosystem.plan import Plan
from ecosystem.problems import EcosystemError, Problem
from ecosystem.rules import RULES
from ecosystem.snapshot import Snapshot
from ecosystem.tables import Reading, read_dataset, read_update

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "expected.txt").is_file())
ESCAPED = ".escaped"
VALID = read_dataset(HERE / "valid").snapshot
BUILD, EXPECTED, UPDATE, PLAN = "build.py", "expected.txt", "update.toml", "plan.json"

CLASSES = {*range(1, 65), *range(79, 91)}
"""The numbers of the kinds of malformed input; the gaps are on purpose."""

ELSEWHERE = {86: "inputs that changed since a plan was made need a kept plan and a graph: tests/cli"}
"""Kinds that are no matter of reading, and where they are tested."""


def laid_out(case: str, folder: Path) -> dict[str, Any]:
    """Lay a case out, and return what its `build.py` defines."""
    is_dataset = not (HERE / case / UPDATE).exists()
    shutil.copytree(HERE / "valid", folder if is_dataset else folder / "valid", dirs_exist_ok=True)
    for path in (HERE / case).rglob("*"):
        if path.is_file() and path.name not in {BUILD, EXPECTED} and "__pycache__" not in path.parts:
            target = folder / path.relative_to(HERE / case)
            target.parent.mkdir(exist_ok=True)
            if path.suffix == ESCAPED:
                target.with_suffix("").write_bytes(
                    path.read_text().strip().encode().decode("unicode_escape").encode("latin-1")
                )
            else:
                target.write_bytes(path.read_bytes())
    recipe = runpy.run_path(str(HERE / case / BUILD)) if (HERE / case / BUILD).exists() else {}
    if "build" in recipe:
        recipe["build"](folder)
    return recipe


def read(folder: Path) -> tuple[Snapshot | None, list[str]]:
    """Read whatever lies in a folder; return its content and what is said of it."""
    if (folder / PLAN).exists():
        Plan.from_json((folder / PLAN).read_text())
        return None, []
    if not (folder / UPDATE).exists():
        register = read_dataset(folder)
        return register.snapshot, said(register.warnings)
    options = tomllib.loads((folder / UPDATE).read_text())
    paths = [Path(path) for path in options.pop("paths")]
    update = read_update(paths, read_dataset(Path("valid")), Reading(**options))
    return update.snapshot, [*update.remarks, *said(update.warnings)]


def said(warnings: tuple[Problem, ...]) -> list[str]:
    return [str(warning) for warning in warnings]


def report(case: str, folder: Path) -> str:
    recipe = laid_out(case, folder)
    around: Callable[[Path], AbstractContextManager[object]] = recipe.get("around", nullcontext)
    with inside(folder), around(folder):
        try:
            content, words = read(folder)
        except EcosystemError as error:
            return str(error)
    same = content is not None and content.digest == VALID.digest
    return "\n".join(words) or ("equal to valid" if same else "accepted")


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.mark.parametrize("case", CASES)
def test_malformed_input_is_reported_as_promised(case: str) -> None:
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "smallton"
        folder.mkdir()
        assert report(case, folder) == (HERE / case / EXPECTED).read_text().rstrip("\n")


def test_every_kind_has_its_folder_and_every_folder_its_kind() -> None:
    numbered = {int(case.partition("-")[0]) for case in CASES if case[0].isdigit()}
    rules = {int(code.removeprefix("B")) for code in RULES}
    assert CLASSES - numbered == set(ELSEWHERE)
    assert numbered <= CLASSES | rules


def test_every_rule_is_told_by_some_folder() -> None:
    reports = "\n".join((HERE / case / EXPECTED).read_text() for case in CASES)
    told = {line.partition(" ")[0] for line in reports.splitlines()}
    assert set(RULES) <= told
    assert {code for code in told if code[:1] == "B" and code[1:].isdigit()} <= {*RULES, "B87"}
