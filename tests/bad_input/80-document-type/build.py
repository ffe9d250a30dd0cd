from pathlib import Path

from building import BOOK, book
from workbooks import packed, parts_of

DECLARATION = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]><workbook'


def build(folder: Path) -> None:
    parts = parts_of(book())
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbook", DECLARATION, 1)
    (folder / BOOK).write_bytes(packed(parts))
