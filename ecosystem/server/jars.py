"""The program files of the database: which they are, where they lie, how each is known to be whole.

>>> first = locked_jars()[0]
>>> first.file_name.endswith(".jar"), len(first.sha256)
(True, 64)
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCK = Path(__file__).with_name("lock.json")

PROGRAMS = (
    "org.neo4j:neo4j:5.26.20",
    "org.neo4j.app:neo4j-server:5.26.20",
    "org.neo4j.client:neo4j-browser:5.24.0",
)
"""What is asked for by name; everything else in the lock is what these need."""

NEO4J_VERSION = PROGRAMS[0].rpartition(":")[2]
CHUNK = 1 << 18


@dataclass(frozen=True, slots=True, order=True)
class Jar:
    """One file of the lock: its Maven coordinates, sha256 in hexadecimal and size in bytes.

    >>> jar = Jar("org.neo4j", "neo4j", "5.26.20", "", "00", 1)
    >>> jar.path
    'org/neo4j/neo4j/5.26.20/neo4j-5.26.20.jar'
    """

    group: str
    name: str
    version: str
    classifier: str
    sha256: str
    size: int

    @property
    def file_name(self) -> str:
        """The file's name, which no other file of the lock has."""
        return "-".join(part for part in (self.name, self.version, self.classifier) if part) + ".jar"

    @property
    def path(self) -> str:
        """The file's place below a Maven repository, with `/` between the parts."""
        return f"{self.group.replace('.', '/')}/{self.name}/{self.version}/{self.file_name}"

    def is_whole(self, file: Path) -> bool:
        """Say whether `file` is there and has exactly the locked content; reads it to the end."""
        try:
            return file.stat().st_size == self.size and sha256_of(file) == self.sha256
        except OSError:
            return False

    def seems_whole(self, file: Path) -> bool:
        """Say whether `file` is there with the locked size, without reading it."""
        try:
            return file.stat().st_size == self.size
        except OSError:
            return False


def sha256_of(file: Path) -> str:
    """Return the sha256 of a file's content, in hexadecimal."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@cache
def locked_jars() -> tuple[Jar, ...]:
    """Return every file of the committed lock, sorted by coordinates."""
    return tuple(Jar(**row) for row in json.loads(LOCK.read_text(encoding="utf-8"))["jars"])
