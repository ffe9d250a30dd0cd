"""A dataset as it stood at a git revision, read without touching the files."""

import io
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from ecosystem.model import DATASET_FILE
from ecosystem.problems import EcosystemError, NotFound, UsageError, quoted
from ecosystem.tables.dataset import Register, register_of
from ecosystem.tables.files import LARGEST_FILE, Contents, is_table

_REVISION = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9_@.,/^~{}+-]*")
_SECONDS = 60


def read_revision(folder: Path, revision: str) -> Register:
    """Return the dataset in a folder as it stood at a git revision: a commit, tag, branch, or such as `HEAD~2`.

    `UsageError` for what cannot be a revision, `NotFound` where git knows none of that name.
    """
    if not _REVISION.fullmatch(revision):
        raise UsageError(f"{quoted(revision)} is no git revision", fix="name a commit, a tag or a branch")
    archive = _git(folder, "archive", "--format=tar", revision, "--", ".")
    return register_of(_unpacked(archive), folder, revision)


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise EcosystemError("git is not installed", fix="install git, or read a folder instead")
    try:
        command = [program, "-C", str(folder), *arguments]
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise EcosystemError(f"git did not answer within {_SECONDS} seconds", fix="try again") from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        message = f"git cannot read {quoted(arguments[2])}: {quoted(reason[0], 120) if reason else 'it says nothing'}"
        raise NotFound(message, fix="`git log --oneline` lists the revisions of the dataset's folder")
    return done.stdout


def _unpacked(archive: bytes) -> Contents:
    contents = Contents()
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            name = member.name.removeprefix("./")
            stream = tar.extractfile(member) if member.isfile() and member.size <= LARGEST_FILE else None
            if stream and (name == DATASET_FILE or is_table(name)):
                contents.files[name] = stream.read()
    return contents
