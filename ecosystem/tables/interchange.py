"""Interchange: the whole record as a few plain tables for other programs; `read_update` reads them back.

`nodes.csv` (entities, with `label` after `id`), `edges.csv`, `statements.csv` and `sources.csv` are always written;
`identifiers.csv`, `retired.csv` and `codes/*.csv` where there are any. `dataset.toml` is not: a folder of exports is
no dataset, and nobody should read it by accident because they stand in it.
"""

from collections import defaultdict
from pathlib import Path

from ecosystem.model import (
    CODE_FOLDER,
    HEADER_OF,
    Code,
    Entity,
    Fact,
    Identifier,
    Retired,
    Row,
    Source,
    Statement,
)
from ecosystem.snapshot import Snapshot
from ecosystem.tables.writing import header_for, table_text, write_files

EXPORTED: dict[str, type[Row]] = {"nodes": Entity, "edges": Fact, "statements": Statement, "sources": Source}
"""The tables of the interchange format."""

_WHERE_ANY: dict[str, type[Row]] = {"identifiers": Identifier, "retired": Retired}


def exported(snapshot: Snapshot) -> dict[str, str]:
    """Return the whole record as text by file name; equal content gives equal text."""
    tables = EXPORTED | {name: kind for name, kind in _WHERE_ANY.items() if snapshot.of_type(kind)}
    texts = {}
    for name, kind in tables.items():
        file, rows = f"{name}.csv", snapshot.of_type(kind).values()
        texts[file] = table_text(rows, header_for(file, kind, rows))
    lists: dict[str, list[Row]] = defaultdict(list)
    for code in snapshot.of_type(Code).values():
        lists[code.list].append(code)
    return texts | {
        f"{CODE_FOLDER}/{name}.csv": table_text(codes, HEADER_OF[Code]) for name, codes in sorted(lists.items())
    }


def export_csv(snapshot: Snapshot, out: Path) -> tuple[str, ...]:
    """Write the whole record into a folder, made where it is missing, and return the names of its files."""
    texts = exported(snapshot)
    write_files(texts, out)
    return tuple(sorted(texts))
