"""Datasets as files: read with located problems, written canonically, exported for other programs.

The reader is tolerant (byte order marks, any line ends, `;` and tabs); the writer is strict. The folder is the
register: whatever is written is written beside the old files first, then renamed.

>>> from pathlib import Path
>>> read_dataset(Path("tests/exampleton")).snapshot.dataset.title
'Exampleton health and care'
"""

from ecosystem.tables.choice import GIT, GRAPH, VARIABLE, Choice, find_dataset, is_graph, load
from ecosystem.tables.dataset import Register, must_be_as_read, read_dataset
from ecosystem.tables.files import bytes_at
from ecosystem.tables.interchange import export_csv, exported
from ecosystem.tables.pending import Pending, drop, held, land, pending, prepare
from ecosystem.tables.settings import Settings
from ecosystem.tables.starting import README, copied, start
from ecosystem.tables.update import Reading, Update, read_update, whole
from ecosystem.tables.writing import changed_texts, must_be_sound, texts_of, write_dataset, write_files

__all__ = [
    "GIT", "GRAPH", "README", "VARIABLE", "Choice", "Pending", "Reading", "Register", "Settings", "Update",
    "bytes_at", "changed_texts", "copied", "drop", "export_csv", "exported", "find_dataset", "held", "is_graph",
    "land", "load", "must_be_as_read", "must_be_sound", "pending", "prepare", "read_dataset", "read_update", "start",
    "texts_of", "whole", "write_dataset", "write_files",
]  # fmt: skip
