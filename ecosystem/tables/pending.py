"""A register's new tables kept beside the old ones until the graph has taken them, and then put in their place.

The graph's transaction is what decides. Before it, the new tables and a note of them are written beside the old; after
it the note is marked as landed, the tables are renamed, the note is removed. Whoever finds a note asks the graph's
journal whether the plan it names is there: then `land` finishes, else `drop` takes the prepared tables away. From the
mark on, readers see the new tables wherever they lie, so a register is never seen half changed.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as name:
...     folder = Path(name)
...     prepare(folder, {"boards.csv": "id,name\\n"}, "0" * 64)
...     before = sorted(path.name for path in folder.iterdir())
...     land(folder)
...     before, sorted(path.name for path in folder.iterdir())
(['.boards.csv.pending', '.pending-import.json'], ['boards.csv'])
"""

import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ecosystem.model import DATASET_FILE
from ecosystem.problems import Conflict, DataProblems, Refused
from ecosystem.tables.settings import MISSING
from ecosystem.turns import turn
from ecosystem.whole import write_whole, writing_in

NOTE = ".pending-import.json"

AfterStep = Callable[[str], None]


class Pending(BaseModel):
    """What an import has prepared: the sha256 of its plan, the tables, and whether the graph has taken the plan."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plan: str = Field(pattern="^[0-9a-f]{64}$")
    files: tuple[str, ...]
    landed: bool = False


def _nothing(_: str) -> None:
    return None


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a register for the length of the block, so that no other import changes it.

    `Conflict` where another import holds it, `Refused` where the folder cannot be written, `DataProblems` where it is
    no register.
    """
    if not (folder / DATASET_FILE).is_file():
        raise DataProblems([MISSING])
    busy = Conflict(
        f"another import into {folder.resolve().name} is under way", fix="wait until it is done, then plan again"
    )
    with writing_in(folder):
        stream = (folder / DATASET_FILE).open("r+b")
    with stream, turn(stream, 0, busy):
        yield


def pending(folder: Path) -> Pending | None:
    """Return what an import has prepared in a register and not finished; `Refused` where its note is damaged."""
    note = folder / NOTE
    try:
        return Pending.model_validate_json(note.read_bytes()) if note.is_file() else None
    except FileNotFoundError:  # the import was done just now
        return None
    except (OSError, ValidationError):
        fix = f"remove {NOTE} and the files named `.*.pending`, then compare the tables with `ecosystem plan`"
        raise Refused(f"the note of an interrupted import in {folder.resolve().name} is damaged", fix=fix) from None


def prepare(folder: Path, texts: Mapping[str, str], plan: str, after_step: AfterStep = _nothing) -> None:
    """Write a note of new tables, then the tables, beside the old ones; `Refused` where the folder cannot be written.

    The note comes first, so that whoever finds prepared tables knows of which import they are.
    """
    with writing_in(folder):
        _note(folder, Pending(plan=plan, files=tuple(texts)))
        after_step("noted")
        for name, text in texts.items():
            target = _target(folder, name)
            mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
            write_whole({_beside(target): text}, mode)
            after_step(f"prepared {name}")


def land(folder: Path, after_step: AfterStep = _nothing) -> None:
    """Put prepared tables in the place of the old ones; nothing where none are prepared."""
    found = pending(folder)
    if found is None:
        return
    with writing_in(folder):
        _note(folder, found.model_copy(update={"landed": True}))
        after_step("marked as landed")
        for name in found.files:
            target = _target(folder, name)
            if _beside(target).exists():
                _beside(target).replace(target)
            after_step(f"renamed {name}")
        _tidy(folder, found)


def drop(folder: Path) -> None:
    """Take prepared tables away, where there are any: the old ones stay as they are."""
    found = pending(folder)
    if found is None:
        return
    with writing_in(folder):
        for name in found.files:
            _beside(_target(folder, name)).unlink(missing_ok=True)
        _tidy(folder, found)


def _tidy(folder: Path, found: Pending) -> None:
    """Take away what was cut off while it was written, and last of all the note."""
    for path in (folder / NOTE, *(_beside(_target(folder, name)) for name in found.files)):
        for begun in path.parent.glob(f".{path.name}.*"):
            begun.unlink(missing_ok=True)
    (folder / NOTE).unlink()


def landed_files(folder: Path) -> dict[str, Path]:
    """Return where the tables lie that the graph has taken and that are not in their place yet, by name."""
    found = pending(folder)
    if found is None or not found.landed:
        return {}
    beside = {name: _beside(_target(folder, name)) for name in found.files}
    return {name: path for name, path in beside.items() if path.exists()}


def _note(folder: Path, content: Pending) -> None:
    write_whole({folder / NOTE: content.model_dump_json() + "\n"})


def _target(folder: Path, name: str) -> Path:
    return (folder / name).resolve()


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.pending")
