"""Where the local database keeps everything: one private folder, `ECOSYSTEM_HOME` or the user's data folder."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import platformdirs

from ecosystem.problems import Refused
from ecosystem.whole import write_whole

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
PRIVATE_UMASK = 0o077


@dataclass(frozen=True, slots=True)
class Home:
    """The places inside one state folder; none need exist yet.

    >>> Home(Path("state")).conf.as_posix()
    'state/server/conf'
    """

    folder: Path

    @property
    def jars(self) -> Path:
        """The fetched program files."""
        return self.folder / "jars"

    @property
    def server(self) -> Path:
        """What Neo4j calls its home: settings, data and logs."""
        return self.folder / "server"

    @property
    def conf(self) -> Path:
        """The folder of `neo4j.conf`."""
        return self.server / "conf"

    @property
    def data(self) -> Path:
        """The graph itself, and the logins."""
        return self.server / "data"

    @property
    def logs(self) -> Path:
        """What the server writes about itself."""
        return self.server / "logs"

    @property
    def console(self) -> Path:
        """What the server said at its last start."""
        return self.logs / "console.log"

    @property
    def password(self) -> Path:
        """The file of the random password, readable by its owner alone."""
        return self.folder / "password"

    @property
    def memory(self) -> Path:
        """The file of what is remembered between commands: ports, process, identity."""
        return self.folder / "server.json"

    @property
    def lock(self) -> Path:
        """The file that one process at a time holds while it fetches, starts or stops."""
        return self.folder / "server.lock"


def home() -> Home:
    """Return the state folder's places: below `ECOSYSTEM_HOME` if set, else the user's data folder."""
    named = os.environ.get("ECOSYSTEM_HOME")
    return Home(
        Path(named).expanduser().absolute() if named else platformdirs.user_data_path("ecosystem", appauthor=False)
    )


@contextlib.contextmanager
def writing_below(folder: Path) -> Iterator[None]:
    """Turn a failure to write into a refusal that names the folder and what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        fix = "free some space there, or name another folder in ECOSYSTEM_HOME"
        raise Refused(f"cannot write below {folder}: {reason}", fix=fix) from error


def private_folder(folder: Path) -> Path:
    """Make a folder, with those above it, that its owner alone may enter; return it."""
    with writing_below(folder):
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        folder.chmod(PRIVATE_FOLDER)
    return folder


def open_privately(file: Path, flags: int) -> BinaryIO:
    """Open a file for writing, made so that its owner alone may read it; `flags` are those of `os.open`."""
    with writing_below(file.parent):
        return os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT | flags, PRIVATE_FILE), "r+b")


def write_privately(file: Path, text: str) -> None:
    """Write a file that its owner alone may read, whole or not at all."""
    with writing_below(file.parent):
        write_whole({file: text}, mode=PRIVATE_FILE)
