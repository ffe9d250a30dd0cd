from pathlib import Path

from building import BOOK, with_part


def build(folder: Path) -> None:
    (folder / BOOK).write_bytes(with_part("xl/vbaProject.bin", b"Sub Auto_Open()"))
