from pathlib import Path


def build(folder: Path) -> None:
    (folder / "teams.csv").symlink_to(folder / "gone.csv")
