"""Where the data and the queries that ship with the package lie, installed or in a source tree."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """Return the folder `seed_data` or `cypher`: inside an installed package, beside it in a source tree.

    >>> shipped("seed_data").name
    'seed_data'
    """
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder
