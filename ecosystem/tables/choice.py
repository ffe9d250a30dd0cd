"""Which dataset is read: the one named, else the one chosen by place, and always why."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ecosystem.model import DATASET_FILE
from ecosystem.shipped import shipped
from ecosystem.tables.dataset import Register, read_dataset
from ecosystem.tables.revision import read_revision

VARIABLE = "ECOSYSTEM_DATA"
"""The environment variable that names a dataset, as `--data` does."""

GRAPH = "graph"
"""What names the graph in the place of a folder."""

GIT = "git:"
"""What the name of a git revision of a dataset begins with."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A dataset's folder and why it was chosen, in words for people."""

    folder: Path
    why: str
    is_shipped: bool = False


def find_dataset(start: Path, environment: Mapping[str, str] = os.environ) -> Choice:
    """Return the dataset to read where none is named: `ECOSYSTEM_DATA`, the nearest at or above `start`, the shipped.

    >>> find_dataset(Path(), {"ECOSYSTEM_DATA": "register"}).why
    'ECOSYSTEM_DATA names it'
    """
    if named := environment.get(VARIABLE):
        return Choice(Path(named), f"{VARIABLE} names it")
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / DATASET_FILE).is_file():
            why = "it is here" if folder == start.resolve() else "it is the nearest above"
            return Choice(folder, why)
    return Choice(shipped("seed_data"), "shipped with ecosystem", is_shipped=True)


def is_graph(data: str) -> bool:
    """Tell whether what is named, or else the environment, is the graph."""
    return (data or os.environ.get(VARIABLE)) == GRAPH


def load(where: str) -> Register:
    """Return the dataset at `DIR`, or at `git:REV`: the dataset found from here, as it stood at that revision."""
    if where.startswith(GIT):
        named = os.environ.get(VARIABLE, "")
        found = find_dataset(Path.cwd()) if not named.startswith(GIT) else find_dataset(Path.cwd(), {})
        return read_revision(found.folder, where.removeprefix(GIT))
    return read_dataset(Path(where))
