"""A full disk, a read-only one, a reader who has had enough: the old file stays whole, and no traceback is shown."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Ended
from faults.keeping import REPOSITORY, assert_told
from faults.tally import Tally

from ecosystem.problems import Exit

EXAMPLETON = REPOSITORY / "tests" / "exampleton"
COMMAND = (sys.executable, "-m", "ecosystem")
SMALL = 300
"""Bytes beyond which no file grows."""

resource = pytest.importorskip("resource", reason="limits and mounts of this kind are a matter of POSIX systems")
pytestmark = pytest.mark.slow


def ended(
    *command: str, before: Callable[[], None] | None = None, stdout: int | None = None, folder: Path = REPOSITORY
) -> Ended:
    """Run a command, perhaps after something has been done in its process, and return how it ended."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    found = subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        preexec_fn=before,
    )
    return Ended(found.returncode, found.stdout or "", found.stderr)


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def allow_small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a folder with an old map, an old export and a register that is not in canonical form."""
    folder = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    for table in folder.glob("*.csv"):
        table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes())
    (folder / "old").mkdir()
    (folder / "old" / "edges.csv").write_text("the old export", encoding="utf-8")
    (folder / "old.html").write_text("the old map", encoding="utf-8")
    return folder


WRITING = (("map", "--out", "old.html"), ("export", "--out", "old"), ("fmt",))
"""Commands that write over a file that is there."""


@pytest.mark.fault(26)
def test_a_disk_that_is_full_where_a_file_is_written_leaves_the_old_file_whole(fault: Tally, register: Path) -> None:
    before = files_of(register)
    for arguments in fault.each(WRITING):
        with fault.recovering():
            found = ended(*COMMAND, *arguments, before=allow_small_files_only, folder=register)
        assert_told(found, "no secret is known here")
        assert (found.code, files_of(register)) == (Exit.REFUSED, before)


@pytest.mark.fault(26)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device on this system")
def test_a_disk_that_is_full_where_the_output_goes_is_an_error_that_is_told(register: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        found = ended(*COMMAND, "evidence", stdout=full.fileno(), folder=register)
    assert_told(found, "no secret is known here")
    assert found.code == Exit.REFUSED


@pytest.mark.fault(27)
def test_a_read_only_file_system_is_refused_and_left_as_it_is(fault: Tally, register: Path) -> None:
    apart = ("unshare", "--map-root-user", "--mount", "sh", "-c")
    mounted = f'mount --bind "{register}" "{register}" && mount -o remount,bind,ro "{register}" && cd "{register}"'
    if ended(*apart, mounted).code:
        pytest.skip("this system lets nobody mount a folder read-only")
    before = files_of(register)
    for arguments in fault.each(WRITING[:2]):
        with fault.recovering():
            found = ended(*apart, f'{mounted} && exec "$@"', "sh", *COMMAND, *arguments)
        assert_told(found, "no secret is known here")
        assert (found.code, files_of(register)) == (Exit.REFUSED, before)


LONG = (
    ("evidence",),
    ("evidence", "--questions"),
    ("ask", "who-sits-on", "--format", "csv"),
    ("show", "PEG"),
    ("find", "e"),
)
"""Commands that print; nobody reads it by then."""


@pytest.mark.fault(34)
def test_a_reader_who_has_had_enough_ends_a_command_quietly(fault: Tally) -> None:
    for arguments in fault.each(LONG):
        with fault.recovering():
            found = ended("sh", "-c", f"{{ {' '.join((*COMMAND, *arguments))}; echo $? >&2; }} | true")
        assert ("Traceback" in found.err, "Broken" in found.err, found.err.splitlines()[-1]) == (False, False, "0")
