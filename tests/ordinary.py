"""Reading as somebody who may not read everything, also where the tests run as root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def as_an_ordinary_user(folder: Path) -> Iterator[None]:
    """Run a block as a user who owns a folder and what lies beside it, and nothing else."""
    if os.name != "posix":
        pytest.skip("Windows keeps permissions in another way")
    if os.geteuid() != 0:
        yield
        return
    for path in (folder.parent, folder):
        os.chown(path, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
