"""Notebooks as they are committed, without outputs and traces of a computer: `python tests/stripping.py`."""

from pathlib import Path

import nbformat

from ecosystem.whole import write_whole

NOTEBOOKS = sorted(Path(__file__).parents[1].glob("notebooks/*.ipynb"))
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def stripped(text: str) -> str:
    """Return the text of a notebook without outputs, execution counts, and metadata but for a plain kernel's name."""
    notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return f"{nbformat.writes(notebook)}\n"


if __name__ == "__main__":
    write_whole({path: stripped(path.read_text(encoding="utf-8")) for path in NOTEBOOKS})
