"""Datasets as files: read with located problems, written canonically, exported for other programs.

The reader is tolerant (byte order marks, any line ends, `;` and tabs); the writer is strict. The folder is the
register: whatever is written is written beside the old files first, then renamed.

>>> from pathlib import Path
>>> read_dataset(Path("tests/exampleton")).snapshot.dataset.title
'Exampleton health and care'
"""

from ecosystem.tables.choice import VARIABLE, Choice, find_dataset, load
from ecosystem.tables.dataset import Register, read_dataset
from ecosystem.tables.interchange import export_csv, exported, read_tables
from ecosystem.tables.settings import Settings
from ecosystem.tables.writing import texts_of, write_dataset, write_files

__all__ = [
    "VARIABLE", "Choice", "Register", "Settings", "export_csv", "exported", "find_dataset", "load", "read_dataset",
    "read_tables", "texts_of", "write_dataset", "write_files",
]  # fmt: skip
