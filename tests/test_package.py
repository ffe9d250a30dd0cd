"""What is installed is whole, and what is kept in the repository is clean."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_every_data_file_and_query(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    kept = {*REPOSITORY.glob("seed_data/**/*.*"), *REPOSITORY.glob("cypher/**/*.cypher")}
    kept |= {path for path in REPOSITORY.glob("ecosystem/**/*.*") if path.suffix != ".pyc"}
    expected = {path.relative_to(REPOSITORY).as_posix() for path in kept}
    assert {name for name in expected if {name, f"ecosystem/{name}"}.isdisjoint(held)} == set()


@pytest.mark.slow
def test_the_wheel_works_elsewhere_on_the_shipped_data(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(target)}
    where = "import ecosystem.shipped as s; print(s.shipped('seed_data'))"
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert Path(found.stdout.strip()) == target / "ecosystem" / "seed_data"
    checked = subprocess.run(
        [sys.executable, "-m", "ecosystem", "check"],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (checked.returncode, "Leeds" in checked.stderr) == (0, True)


def test_no_lock_names_an_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "ecosystem/server/lock.json"):
        assert re.findall(r"https?://|--index|--find-links", (REPOSITORY / name).read_text(encoding="utf-8")) == []
