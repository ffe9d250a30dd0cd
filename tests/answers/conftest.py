"""Asking the files of Exampleton, with rows more than it has."""

import pytest
from answers.asking import Answered

from ecosystem.answers import ask, from_files
from ecosystem.model import Row
from ecosystem.results import Cell
from ecosystem.snapshot import Snapshot


@pytest.fixture
def answer(exampleton: Snapshot) -> Answered:
    """Return a function that asks the files, with rows more, and returns the set of rows, the first columns of them."""

    def ask_files(name: str, columns: int, /, *more: Row, **given: str) -> set[tuple[Cell, ...]]:
        rows = (row for row in exampleton if row is not exampleton.dataset)
        snapshot = Snapshot.of([*rows, *more], exampleton.dataset)
        return {row[:columns] for row in ask(name, given, snapshot, from_files(snapshot)).rows}

    return ask_files
