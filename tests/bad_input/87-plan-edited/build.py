from pathlib import Path

from plans import kept


def build(folder: Path) -> None:
    (folder / "plan.json").write_text(kept().replace("Smallton Health Board", "Greater Smallton Health Board"))
