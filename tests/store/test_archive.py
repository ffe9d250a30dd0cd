"""A backup file is whole or refused, whatever happened to its bytes; no database is needed to tell."""

import dataclasses
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store.bringing import EVERYTHING, with_retired

from ecosystem.plan import GraphState, difference, plan
from ecosystem.problems import DataProblems
from ecosystem.store import Backup, Entry, read_backup
from ecosystem.store.journal import made
from ecosystem.store.revisions.archive import CHANGES, IMPORTS, MANIFEST, packed

FIRST = plan(None, EVERYTHING)
AFTER = with_retired(EVERYTHING, "gone")
SECOND = plan(EVERYTHING, AFTER, GraphState("x", 1, EVERYTHING.digest))
OFFICER = Entry("Zoë", datetime(2024, 3, 6, tzinfo=UTC), ("members “new”.csv",))
IMPORTS_MADE = (made(FIRST, OFFICER), made(SECOND, dataclasses.replace(OFFICER, kind="undo")))
PARTS = ((1, 1, FIRST.changes[:5]), (1, 3, FIRST.changes[5:]), (2, 1, SECOND.changes))
WHOLE = packed(AFTER, IMPORTS_MADE, PARTS)


def problem_of(data: bytes) -> str:
    with pytest.raises(DataProblems) as raised:
        read_backup(data, "leeds.zip")
    (problem,) = raised.value.problems
    assert (problem.file, bool(problem.fix), raised.value.exit_code) == ("leeds.zip", True, 1)
    return str(problem)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(parts: dict[str, bytes], **manifest: object) -> bytes:
    """Return a backup of other parts, whose manifest has their sums and what else is given."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items() if name != MANIFEST}
    said = json.loads(parts[MANIFEST]) | {"files": sums} | manifest
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | {MANIFEST: json.dumps(said).encode()}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def without_bytes(backup: Backup) -> tuple[object, ...]:
    return backup.manifest, backup.imports, backup.snapshot, tuple(backup.parts())


def test_a_backup_reads_back_as_it_was_written() -> None:
    backup = read_backup(WHOLE, "leeds.zip")
    assert (backup.data, backup.imports, backup.snapshot) == (WHOLE, IMPORTS_MADE, AFTER)
    assert tuple(backup.parts()) == PARTS
    manifest = backup.manifest
    assert (manifest.dataset, manifest.revision, manifest.digest, manifest.rows) == (
        "x",
        2,
        AFTER.digest,
        len(list(AFTER)),
    )


def test_the_same_content_gives_the_same_bytes() -> None:
    assert packed(AFTER, IMPORTS_MADE, PARTS) == WHOLE


def test_a_backup_holds_tables_for_other_programs_and_the_journal_as_lines() -> None:
    files = unpacked(WHOLE)
    assert {"tables/nodes.csv", "tables/edges.csv", "tables/codes/tier.csv", MANIFEST, IMPORTS, CHANGES} <= files.keys()
    assert [json.loads(line)["kind"] for line in files[IMPORTS].splitlines()] == ["import", "undo"]


def test_a_backup_cut_off_anywhere_is_refused() -> None:
    said = {problem_of(WHOLE[:length]) for length in range(len(WHOLE))}
    assert {text.partition(": ")[2].partition("\n")[0] for text in said} == {"not a backup", "the backup is damaged"}


@given(place=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255))
@settings(deadline=None, max_examples=300)
def test_a_backup_with_another_byte_is_refused_or_the_same_content(place: int, byte: int) -> None:
    try:
        found = read_backup(WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :], "leeds.zip")
    except DataProblems:
        return
    assert without_bytes(found) == without_bytes(read_backup(WHOLE, "leeds.zip"))


@pytest.mark.parametrize("data", [b"", b"id,subject\n", b"\x1f\x8b", b"{}"])
def test_another_file_is_no_backup(data: bytes) -> None:
    assert "B87 leeds.zip:0:0: not a backup" in problem_of(data)


def test_another_zip_is_no_backup() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert "a zip file, but no backup" in problem_of(buffer.getvalue())


def test_a_backup_of_a_later_format_says_so() -> None:
    assert "the backup has format 2; this program reads format 1" in problem_of(repacked(unpacked(WHOLE), format=2))


def test_a_backup_that_would_flood_memory_is_refused_unread() -> None:
    files = unpacked(WHOLE) | {"tables/nodes.csv": bytes(30_000_000)}
    assert problem_of(repacked(files)).startswith("B79 leeds.zip:0:0: expands to 30 MB")


def changed_line(name: str, **values: object) -> Callable[[dict[str, bytes]], bytes]:
    """Return a way to damage a backup whose sums are right all the same."""

    def damage(files: dict[str, bytes]) -> bytes:
        lines = files[name].splitlines()
        lines[-1] = json.dumps(json.loads(lines[-1]) | values).encode()
        return repacked(files | {name: b"\n".join(lines)})

    return damage


CLASH = [{"change": "removed", "record": "retired", "before": {"id": "gone", "on": "2020"}}]
ADDED = [
    {"change": "added", "record": "entity", "after": {"id": "e", "label": "Board", "name": "E", "start_date": "x"}}
]

DAMAGES: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "a part missing": lambda files: repacked({name: files[name] for name in files if name != CHANGES}),
    "a part not listed": lambda files: repacked(files, files={}),
    "another sum": lambda files: repacked(files, files={name: "0" * 64 for name in files if name != MANIFEST}),
    "a path outside": lambda files: repacked(files | {"../../x": b""}, files={}),
    "another dataset": lambda files: repacked(files, dataset="y"),
    "another digest": lambda files: repacked(files, digest="0" * 64),
    "no revision": lambda files: repacked(files, revision=0),
    "no imports": lambda files: repacked(files | {IMPORTS: b""}),
    "no changes": lambda files: repacked(files | {CHANGES: b""}),
    "nothing": lambda files: repacked(files | {CHANGES: b"", IMPORTS: b""}),
    "an import twice": changed_line(IMPORTS, revision=1),
    "an import of another digest": changed_line(IMPORTS, digest="0" * 64),
    "an import of no kind": changed_line(IMPORTS, kind="other"),
    "a change of another revision": changed_line(CHANGES, revision=9),
    "changes that clash": changed_line(CHANGES, changes=CLASH),
    "a row with no date": changed_line(CHANGES, changes=ADDED),
    "no changes in a part": changed_line(CHANGES, changes=7),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_backup_whose_parts_do_not_fit_is_refused(damage: Callable[[dict[str, bytes]], bytes]) -> None:
    assert "the backup is damaged" in problem_of(damage(unpacked(WHOLE)))


def test_a_date_that_is_none_is_damage_even_where_all_digests_fit() -> None:
    spoilt = dataclasses.replace(EVERYTHING.entities["board"], start_date="x")
    rows = [row for row in AFTER if row is not AFTER.dataset and row.id != "board"]
    content = type(AFTER).of([*rows, spoilt], AFTER.dataset)
    only = plan(None, content)
    assert "damaged" in problem_of(packed(content, [made(only, OFFICER)], [(1, 1, difference(None, content))]))
