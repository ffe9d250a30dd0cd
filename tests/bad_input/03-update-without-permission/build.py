from pathlib import Path

from ordinary import as_an_ordinary_user

around = as_an_ordinary_user


def build(folder: Path) -> None:
    (folder / "closed").mkdir()
    (folder / "closed" / "boards.csv").write_text("id,name\n")
    (folder / "boards.csv").write_text("id,name\n")
    for name in ("boards.csv", "closed"):
        (folder / name).chmod(0)
