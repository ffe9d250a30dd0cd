"""Every notebook is kept clean and runs from top to bottom: in silence, offline, and leaving the home folder alone."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from stripping import METADATA, NOTEBOOKS, stripped

REPOSITORY = Path(__file__).parents[1]
PATIENCE = 60
"""Seconds a notebook may take."""

RUN = """
import sys
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
client = NotebookClient(notebook, kernel_name="python3", allow_errors=True)
client.execute(transport_encryption="auto")  # without it the kernel warns that it talks in plain text
nbformat.write(notebook, sys.argv[1])
"""

OFFLINE = """
import sys
def stop(event, arguments):
    if event in {"socket.connect", "socket.sendto"} and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if host not in {"127.0.0.1", "::1", "localhost", None}:
        raise PermissionError(f"notebooks stay offline, and this one asks for {host}")
sys.addaudithook(stop)
"""
"""What the interpreters of a run load first, so that they reach nothing but this computer."""

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def executed(text: str, folder: Path) -> nbformat.NotebookNode:
    """Return a notebook as it stands after its cells were run in a fresh kernel of this interpreter."""
    places = {name: folder / name for name in ("somebody", "work", "jupyter", "first")}
    for place in places.values():
        place.mkdir()
    (places["first"] / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    notebook = places["work"] / "notebook.ipynb"
    notebook.write_text(text, encoding="utf-8")
    jupyter = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))},
        **{name: str(places["jupyter"] / name) for name in jupyter},
        **dict.fromkeys(("HOME", "USERPROFILE"), str(places["somebody"])),
        "PYTHONPATH": str(places["first"]),
    }
    line = [sys.executable, "-c", RUN, str(notebook)]
    ended = subprocess.run(line, cwd=places["work"], env=environment, timeout=PATIENCE, stderr=subprocess.PIPE,
                           text=True, check=False)  # fmt: skip
    # what cells write is in the notebook; a kernel may also complain of its sockets while it is being shut down
    assert (ended.returncode, list(places["somebody"].iterdir())) == (0, []), ended.stderr
    return nbformat.read(notebook, as_version=4)


def complaints(notebook: nbformat.NotebookNode) -> set[tuple[str, str]]:
    """Return the cells that failed or wrote to standard error, each with the last line of what it said."""
    outputs = [(cell.id, output) for cell in notebook.cells for output in cell.get("outputs", ())]
    said = [(cell, f"{output.ename}: {output.evalue}") for cell, output in outputs if output.output_type == "error"]
    said += [(cell, output.text) for cell, output in outputs if output.get("name") == "stderr"]
    return {(cell, text.splitlines()[-1].strip()) for cell, text in said}


def notebook_of(**cells: str) -> str:
    """Return the text of a notebook with code cells of these ids."""
    return nbformat.writes(new_notebook(cells=[new_code_cell(code, id=name) for name, code in cells.items()]))


@each
def test_a_notebook_is_valid_and_committed_without_outputs_or_traces_of_a_computer(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    nbformat.validate(json.loads(text))
    assert text == stripped(text)


@each
@pytest.mark.slow
def test_a_notebook_runs_from_top_to_bottom_in_silence(path: Path, tmp_path: Path) -> None:
    assert complaints(executed(path.read_text(encoding="utf-8"), tmp_path)) == set()


@pytest.mark.slow
def test_a_notebook_that_fails_warns_or_goes_online_is_found_out(tmp_path: Path) -> None:
    text = notebook_of(
        which="import sys; print(sys.executable)",
        fails="1 / 0",
        warns="import warnings; warnings.warn('old')",
        looks_up="import socket; socket.create_connection(('example.org', 80))",
        connects="socket.socket().connect(('192.0.2.1', 80))",
    )
    notebook = executed(text, tmp_path)
    assert complaints(notebook) == {
        ("fails", "ZeroDivisionError: division by zero"),
        ("warns", "import warnings; warnings.warn('old')"),
        ("looks_up", "PermissionError: notebooks stay offline, and this one asks for example.org"),
        ("connects", "PermissionError: notebooks stay offline, and this one asks for 192.0.2.1"),
    }
    assert notebook.cells[0].outputs[0].text.strip() == sys.executable
    assert stripped(nbformat.writes(notebook)) == stripped(text)


def test_stripping_leaves_the_code_and_nothing_of_the_run() -> None:
    notebook = nbformat.reads(notebook_of(sum="1 + 1"), as_version=4)
    notebook.metadata = nbformat.from_dict({"kernelspec": {"name": "conda-env", "display_name": "mine"}})
    cell = notebook.cells[0]
    cell.metadata, cell.execution_count = nbformat.from_dict({"collapsed": True}), 3
    cell.outputs = [nbformat.from_dict({"output_type": "stream", "name": "stdout", "text": "2"})]
    kept = json.loads(stripped(nbformat.writes(notebook)))
    assert kept["metadata"] == METADATA
    assert kept["cells"] == [
        {"id": "sum", "cell_type": "code", "source": ["1 + 1"], "metadata": {}, "outputs": [], "execution_count": None}
    ]


def test_the_code_of_notebooks_is_linted_and_formatted_with_all_other() -> None:
    def ruff(*arguments: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "ruff", *arguments]
        return subprocess.run(line, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert {str(path) for path in NOTEBOOKS} <= set(ruff("check", "--show-files", ".").stdout.splitlines())
    for arguments in (["check"], ["format", "--check"]):
        ended = ruff(*arguments, *map(str, NOTEBOOKS))
        assert ended.returncode == 0, ended.stdout


@pytest.mark.slow
def test_notebooks_come_with_the_source_and_not_with_the_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as source:
        names = {Path(name).name for name in source.getnames() if Path(name).parent.name == "notebooks"}
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        installed = [name for name in wheel.namelist() if name.endswith(".ipynb")]
    assert (names, installed) == ({path.name for path in NOTEBOOKS}, [])
