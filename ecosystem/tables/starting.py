"""A dataset to begin with: every table with its header, code lists, and two bodies as an example to replace.

>>> from tempfile import TemporaryDirectory
>>> from ecosystem.tables.dataset import read_dataset
>>> with TemporaryDirectory() as name:
...     _ = start(Path(name, "my-city"), date(2026, 5, 2))
...     read_dataset(Path(name, "my-city")).snapshot.dataset.id
'my-city'
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ecosystem.model import CODE_FOLDER, DATASET_FILE, TABLES, Code, Dataset, Entity, Fact, Row, Source
from ecosystem.problems import Refused, UsageError, quoted
from ecosystem.rules import slug
from ecosystem.shipped import shipped
from ecosystem.snapshot import Snapshot
from ecosystem.tables.dataset import Register, read_dataset
from ecosystem.tables.settings import Settings
from ecosystem.tables.writing import table_text, texts_of, write_files

README = "README.md"
_NOTE = "an example: replace it"

_LISTS = ("basis", "date_basis", "form", "kind", "role", "sector", "tier")
_OF_LEEDS = frozenset({"sector", "tier"})
"""Code lists whose descriptions speak of one place."""


def start(folder: Path, today: date) -> tuple[str, ...]:
    """Write a dataset named after its folder, and return the files' names; `Refused` where the folder holds any."""
    dataset_id = slug(folder.resolve().name)
    if not dataset_id:
        raise UsageError(f"no id can be made of {quoted(folder.name)}", fix="name the folder in letters, as my-city")
    title = dataset_id.replace("-", " ").capitalize()
    dataset = Dataset(id=dataset_id, title=f"{title} health and care", as_of=today.isoformat())
    snapshot = Snapshot.of((*_example(today), *_codes()), dataset)
    empty = {f"{table.name}.csv": table_text((), table.header) for table in TABLES.values()}
    settings = {DATASET_FILE: Settings.of(dataset).text, README: _readme(dataset)}
    return _written(empty | dict(texts_of(snapshot)) | settings, folder)


def copied(register: Register, folder: Path) -> tuple[str, ...]:
    """Write a copy of a register's tables and settings into a folder of its own and return the names of the files.

    `Refused` where the folder holds any.
    """
    return _written(dict(texts_of(register)) | {DATASET_FILE: register.settings.text}, folder)


def _written(texts: dict[str, str], folder: Path) -> tuple[str, ...]:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(
            f"{folder.resolve().name} is there already and not empty", fix="name a folder that is not there yet"
        )
    return write_files(texts, folder)


def _example(today: date) -> tuple[Row, ...]:
    register = Source(
        id="office-register", title="Partnership office register", kind="register", date=today.isoformat(),
        date_basis="printed", note=_NOTE,
    )  # fmt: skip
    cited = (register.id,)
    council = Entity(
        id="example-council", label="Organisation", name="Example Council", sector="council", tier="city",
        basis="stated", sources=cited, note=_NOTE,
    )  # fmt: skip
    board = Entity(
        id="example-board", label="Board", name="Example Health and Care Board", short_name="the Board", form="board",
        tier="city", basis="stated", sources=cited, note=_NOTE,
    )  # fmt: skip
    seat = Fact(
        id="example-board--example-council--member-of", subject=council.id, relation="MEMBER_OF", object=board.id,
        role="member", basis="stated", sources=cited, note=_NOTE,
    )  # fmt: skip
    return register, council, board, seat


def _codes() -> Iterator[Code]:
    for code in read_dataset(shipped("seed_data")).snapshot.of_type(Code).values():
        if code.list in _LISTS:
            yield replace(code, description="") if code.list in _OF_LEEDS else code


def _readme(dataset: Dataset) -> str:
    return _README.format(title=dataset.title, codes=CODE_FOLDER, name=dataset.id)


_README = """\
# {title}

A register for `ecosystem`: who sits where, who reports to whom, in which role, since when, and which source says so.
The two bodies in it, their seat and their source are an example: put your own rows in their place before the first
`ecosystem apply`.

1. `dataset.toml`: the title, whom to ask, the day looked at when none is named.
2. `sources.csv`: the documents, minutes and registers that the other rows cite.
3. `organisations.csv`, `boards.csv` and so on: one row for each body; `memberships.csv`: one row for each seat.
4. `{codes}/*.csv`: what may stand under `sector`, `tier`, `role` and so on; change them to your words.

Every CSV file in this folder is part of the register: keep lists that you want to import outside it, or in a folder
within it. A graph holds one register: if yours holds another, name a place for this one, such as
`export ECOSYSTEM_HOME="$HOME/{name}-graph"`.

In this folder:

```sh
ecosystem check                                   # every problem: file, row, column, value, remedy
ecosystem fmt                                     # tables in canonical form, blank ids filled
ecosystem plan                                    # what would change in the graph, and what that means
ecosystem apply                                   # the graph brought to these tables
ecosystem export --format xlsx --out book.xlsx    # the same tables as a workbook to edit
ecosystem import book.xlsx --source "Office register, 2 May 2026"
ecosystem history                                 # what was imported; `ecosystem undo` takes the last back
ecosystem map
```
"""
