from pathlib import Path

from building import BOOK, book


def build(folder: Path) -> None:
    (folder / BOOK).write_bytes(book()[:4_000])
