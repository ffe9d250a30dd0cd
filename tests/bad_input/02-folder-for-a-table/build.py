from pathlib import Path


def build(folder: Path) -> None:
    (folder / "teams.csv").mkdir()
