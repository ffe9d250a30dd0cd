import os
from pathlib import Path

import pytest


def build(folder: Path) -> None:
    if os.name != "posix":
        pytest.skip("Windows allows no such names")
    (folder / "a\n\x1b[31mb.csv").write_text("one\n")
    (folder / "again\x1b[2J.csv").write_text("id,label,name,sources\nhealth-board,Board,Again,minutes:1\n")
