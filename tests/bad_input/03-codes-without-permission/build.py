from pathlib import Path

from ordinary import as_an_ordinary_user

around = as_an_ordinary_user


def build(folder: Path) -> None:
    (folder / "codes").chmod(0)
