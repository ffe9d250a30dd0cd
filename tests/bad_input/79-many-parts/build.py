import zipfile
from pathlib import Path


def build(folder: Path) -> None:
    with zipfile.ZipFile(folder / "book.xlsx", "w") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/workbook{number}.xml", "<a/>")
