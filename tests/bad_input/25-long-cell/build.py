from pathlib import Path


def build(folder: Path) -> None:
    text = (folder / "boards.csv").read_text()
    (folder / "boards.csv").write_text(text.replace("Former Board", "F" * 200_000))
