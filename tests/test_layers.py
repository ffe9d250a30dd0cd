"""The import contract covers everything there is: a new room cannot slip past it."""

import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
ENTRANCES = {"ecosystem.__init__", "ecosystem.__main__"}


def rooms(folder: Path) -> set[str]:
    """Return the modules and packages in a folder, by their full names."""
    found = [path for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    return {".".join(path.relative_to(REPOSITORY).with_suffix("").parts) for path in found} - ENTRANCES


def test_every_room_stands_in_a_layer() -> None:
    layers, *_ = CONTRACTS
    named = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    assert named == rooms(REPOSITORY / "ecosystem")


def test_only_the_store_may_import_the_driver() -> None:
    _, driver, _ = CONTRACTS
    assert set(driver["source_modules"]) == rooms(REPOSITORY / "ecosystem") - {"ecosystem.store"}


def test_only_the_page_may_import_pyvis() -> None:
    _, _, drawing = CONTRACTS
    maps = rooms(REPOSITORY / "ecosystem" / "maps") - {"ecosystem.maps.__init__", "ecosystem.maps.page"}
    assert set(drawing["source_modules"]) == maps | rooms(REPOSITORY / "ecosystem") - {"ecosystem.maps"}
