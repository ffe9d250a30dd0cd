from pathlib import Path


def build(folder: Path) -> None:
    (folder / "dataset.toml").unlink()
    (folder / "dataset.toml").mkdir()
