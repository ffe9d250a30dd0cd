"""Writing a dataset: canonical tables, sorted by id, each row in the file it stood in, new files beside the old."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from ecosystem.model import (
    DATASET_FILE,
    HEADER_OF,
    Dataset,
    Entity,
    Row,
    cell,
    key_of,
    label_of_table,
    table_of,
)
from ecosystem.problems import DataProblems
from ecosystem.rules import Places, check
from ecosystem.snapshot import Snapshot
from ecosystem.tables.dataset import Register, shortfalls
from ecosystem.tables.settings import Settings
from ecosystem.whole import write_whole, writing_in


def write_dataset(content: Register | Snapshot, folder: Path) -> tuple[str, ...]:
    """Write a dataset and return the names of the files that changed.

    A register's rows go to the files they stood in, new rows to the table of their kind. An existing `dataset.toml`
    and files that are no tables of the dataset stay as they are. `Refused` where the folder cannot be written.
    """
    texts = dict(texts_of(content))
    if not (folder / DATASET_FILE).exists():
        texts[DATASET_FILE] = (content.settings if isinstance(content, Register) else Settings.of(content.dataset)).text
    return write_files(texts, folder)


def texts_of(content: Register | Snapshot) -> Mapping[str, str]:
    """Return the canonical text of every table by file name, also of tables that have lost their last row."""
    snapshot, places = (content.snapshot, content.places) if isinstance(content, Register) else (content, {})
    return _texts(rows_by_file(snapshot, places), places)


def changed_texts(register: Register, after: Snapshot) -> Mapping[str, str]:
    """Return the canonical text of the tables that hold other rows in `after` than in the register, by file name."""
    old, new = (rows_by_file(snapshot, register.places) for snapshot in (register.snapshot, after))
    changed = {file for file in old.keys() | new.keys() if old.get(file, []) != new.get(file, [])}
    return _texts({file: new.get(file, []) for file in changed}, register.places)


def must_be_sound(register: Register, after: Snapshot) -> None:
    """Raise `DataProblems` where a register with these rows would not pass its own rules."""
    rows = {file: len(rows) for file, rows in rows_by_file(after, register.places).items()}
    found = (*check(after, register.places), *shortfalls(register.settings, rows))
    if any(not problem.warning for problem in found):
        raise DataProblems(found)


def rows_by_file(snapshot: Snapshot, places: Places) -> dict[str, list[Row]]:
    """Return rows by the file they stand in: those with a place there, the others in the table of their kind."""
    grouped: dict[str, list[Row]] = {place.file: [] for (kind, _), place in places.items() if kind is not Dataset}
    for row in snapshot:
        if not isinstance(row, Dataset):
            place = places.get(key_of(row))
            grouped.setdefault(place.file if place else f"{table_of(row)}.csv", []).append(row)
    return grouped


def _texts(grouped: Mapping[str, list[Row]], places: Places) -> dict[str, str]:
    kinds: dict[str, type[Row]] = {place.file: kind for (kind, _), place in places.items()}
    texts = {}
    for file, rows in sorted(grouped.items()):
        kind = kinds.get(file) or type(rows[0])
        texts[file] = table_text(rows, header_for(file, kind, rows))
    return texts


def header_for(file: str, kind: type[Row], rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the header of a table: the usual one, with `label` after `id` where the file's name does not tell it."""
    header = HEADER_OF[kind]
    label = label_of_table(file.removesuffix(".csv"))
    told = label is not None and all(isinstance(row, Entity) and row.label == label for row in rows)
    return header if told or kind is not Entity else ("id", "label", *header[1:])


def table_text(rows: Iterable[Row], header: tuple[str, ...]) -> str:
    """Return rows as CSV in their order: LF, quotes only where needed.

    >>> table_text([Entity(id="a", label="Board", name="A, B")], ("id", "name"))
    'id,name\\na,"A, B"\\n'
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(row, column) for column in header] for row in rows)
    return buffer.getvalue()


def write_files(texts: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """Write text files whole or not at all, following links, and return the names of those that changed.

    The others are not touched. `Refused` where the folder cannot be written.
    """
    changed = {name: text for name, text in texts.items() if _bytes(folder / name) != text.encode()}
    with writing_in(folder):
        write_whole({(folder / name).resolve(): text for name, text in changed.items()})
    return tuple(sorted(changed))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
