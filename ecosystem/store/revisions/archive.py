"""A backup as one file: a zip of what is recorded, as tables for any program, and of the journal, as lines of JSON.

The journal alone leads to the content; the tables are there for those who have no Neo4j. `manifest.json` holds the
sha256 of every part, and the same graph gives the same file. What a hand changed in the graph is not in it.
"""

import hashlib
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import IO, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from ecosystem.archives import DAMAGE, floods
from ecosystem.model import Cited
from ecosystem.plan import EMPTY_DIGEST, Change, ChangeRecord, applied, change_of, plain_change
from ecosystem.problems import Conflict, DataProblems, Problem
from ecosystem.snapshot import Snapshot, digest_text
from ecosystem.store.journal import Import, weight
from ecosystem.tables import exported

BACKUP_FORMAT = 1
"""The version of the backup's format."""

LARGEST_TOTAL = 4_000_000_000
"""Bytes of all parts together, unpacked."""

MANIFEST, IMPORTS, CHANGES = "manifest.json", "journal/imports.jsonl", "journal/changes.jsonl"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ANOTHER = "take another copy of it, or an earlier backup"

Part = tuple[int, int, tuple[Change, ...]]
"""A revision, the position of a part of its plan, and the changes in it."""


class Manifest(BaseModel):
    """What a backup says of itself: whose content at which revision, how many rows, the sha256 of each part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: Literal["ecosystem backup"] = "ecosystem backup"
    format: int = Field(default=BACKUP_FORMAT, ge=1)
    dataset: str
    revision: int = Field(ge=1)
    digest: str = Field(pattern="^[0-9a-f]{64}$")
    rows: int
    files: dict[str, str]


class _Line(BaseModel):
    """A part of a plan as a line keeps it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    revision: int
    position: int
    changes: tuple[ChangeRecord, ...]


@dataclass(frozen=True)
class Backup:
    """A whole backup: its bytes, what it says of itself, the imports, and the content that they lead to."""

    data: bytes = field(repr=False)
    manifest: Manifest
    imports: tuple[Import, ...] = field(repr=False)
    snapshot: Snapshot = field(repr=False)

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the plans that the imports keep, the first one first."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            yield from _parts(archive)


def packed(snapshot: Snapshot, imports: Iterable[Import], parts: Iterable[Part]) -> bytes:
    """Return the bytes of a backup of this content, to which these imports lead."""
    imports = tuple(imports)
    files = {f"tables/{name}": [text] for name, text in sorted(exported(snapshot).items())}
    lines = {IMPORTS: map(_import_line, imports), CHANGES: map(_part_line, parts)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        sums = {name: _put(archive, name, texts) for name, texts in {**files, **lines}.items()}
        last = imports[-1]
        manifest = Manifest(
            dataset=snapshot.dataset.id,
            revision=last.revision,
            digest=last.digest,
            rows=len(tuple(snapshot)),
            files=sums,
        )
        _put(archive, MANIFEST, [manifest.model_dump_json(indent=1) + "\n"])
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, texts: Iterable[str]) -> str:
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    summed = hashlib.sha256()
    with archive.open(info, "w", force_zip64=True) as stream:
        for text in texts:
            stream.write(text.encode())
            summed.update(text.encode())
    return summed.hexdigest()


def _import_line(one: Import) -> str:
    return json.dumps(asdict(one), ensure_ascii=False) + "\n"


def _part_line(part: Part) -> str:
    revision, position, changes = part
    line = {"revision": revision, "position": position, "changes": [plain_change(change) for change in changes]}
    return json.dumps(line, ensure_ascii=False) + "\n"


def read_backup(data: bytes, file: str) -> Backup:
    """Return the backup in the bytes of a file; `DataProblems` where it is none, damaged, or would flood memory."""
    if not data.startswith(b"PK"):
        fix = "name a file that `ecosystem db backup` wrote"
        raise DataProblems([Problem("B87", "not a backup", fix, file)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, data, file)
    except (*DAMAGE, Conflict):
        raise _not_whole(file) from None


def _not_whole(file: str, part: str = "") -> DataProblems:
    return DataProblems([Problem("B87", "the backup is damaged", _ANOTHER, file, column=part)])


def _read(archive: zipfile.ZipFile, data: bytes, file: str) -> Backup:
    if how := floods(archive, LARGEST_TOTAL):
        fix = "do not use it unless you trust who sent it; take an earlier backup"
        raise DataProblems([Problem("B79", how, fix, file)])
    manifest = _manifest(archive, file)
    if sorted(archive.namelist()) != sorted([*manifest.files, MANIFEST]):
        raise _not_whole(file)
    for name, sha256 in manifest.files.items():
        with archive.open(name) as stream:
            if _summed(stream) != sha256:
                raise _not_whole(file, name)
    with archive.open(IMPORTS) as stream:
        imports = tuple(map(TypeAdapter(Import).validate_json, stream))
    snapshot = _replayed(archive, imports)
    if (snapshot.digest, snapshot.dataset.id) != (manifest.digest, manifest.dataset):
        raise _not_whole(file)
    return Backup(data, manifest, imports, snapshot)


def _summed(stream: IO[bytes]) -> str:
    summed = hashlib.sha256()
    for block in iter(lambda: stream.read(2**20), b""):
        summed.update(block)
    return summed.hexdigest()


def _manifest(archive: zipfile.ZipFile, file: str) -> Manifest:
    if MANIFEST not in archive.namelist():
        fix = "name a file that `ecosystem db backup` wrote"
        raise DataProblems([Problem("B87", "a zip file, but no backup", fix, file)])
    manifest = Manifest.model_validate_json(archive.read(MANIFEST))
    if manifest.format != BACKUP_FORMAT:
        message = f"the backup has format {manifest.format}; this program reads format {BACKUP_FORMAT}"
        raise DataProblems([Problem("B87", message, "use the version of the program that wrote it", file)])
    return manifest


def _parts(archive: zipfile.ZipFile) -> Iterator[Part]:
    with archive.open(CHANGES) as stream:
        for line in stream:
            kept = _Line.model_validate_json(line)
            yield kept.revision, kept.position, tuple(map(change_of, kept.changes))


def _replayed(archive: zipfile.ZipFile, imports: tuple[Import, ...]) -> Snapshot:
    """Return the content that the imports lead to; `ValueError` where one has another digest, or a date is none."""
    weights: Counter[int] = Counter()

    def changes() -> Iterator[Change]:
        for revision, _, part in _parts(archive):
            weights[revision] += weight(part)
            yield from part

    snapshot, total = applied(None, changes()), int(EMPTY_DIGEST, 16)
    for revision, one in enumerate(imports, start=1):
        total += weights.pop(revision, 0)
        if (one.revision, one.digest) != (revision, digest_text(total)):
            raise ValueError(one.revision)
    if snapshot is None or weights:
        raise ValueError(len(imports))
    for row in snapshot:
        if isinstance(row, Cited):
            snapshot.span(row)
    return snapshot
