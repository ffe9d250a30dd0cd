"""Damaged files end in problems or in a dataset, never in another exception."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.problems import DataProblems
from ecosystem.tables.dataset import register_of
from ecosystem.tables.files import Contents

VALID = Path(__file__).parents[1] / "bad_input" / "valid"
FILES = {str(path.relative_to(VALID)): path.read_bytes() for path in VALID.rglob("*") if path.is_file()}
TABLES = sorted(FILES)


def survives(files: dict[str, bytes]) -> bool:
    """Tell whether files are read to an end: as a dataset, or as problems that can be printed."""
    try:
        return register_of(Contents(dict(files)), VALID).snapshot.digest != ""
    except DataProblems as problems:
        return str(problems) != ""


def four_kilobytes() -> bytes:
    rows = (
        f'panel-{number},Café Panel {number},CP{number},"The “{number}th” Panel|P, {number}",panel,,,2016,2018,,stated,'
        f'minutes:{number}-{number + 1} minutes:s4.2,"a note, which goes on"\n'
        for number in range(30)
    )
    return FILES["boards.csv"] + "".join(rows).encode()


@pytest.mark.slow
def test_a_table_cut_short_at_any_byte_is_read_to_an_end() -> None:
    table, alone = four_kilobytes(), {name: FILES[name] for name in ("dataset.toml", "sources.csv")}
    assert 4_000 < len(table) < 5_000
    assert all(survives(alone | {"boards.csv": table[:length]}) for length in range(len(table)))


@given(name=st.sampled_from(TABLES), position=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(max_examples=400, deadline=None)
def test_any_byte_may_be_another(name: str, position: int, byte: int) -> None:
    data = bytearray(FILES[name])
    data[position % len(data)] = byte
    assert survives(FILES | {name: bytes(data)})


@given(name=st.sampled_from(TABLES), order=st.randoms())
@settings(max_examples=100, deadline=None)
def test_lines_may_stand_in_any_order(name: str, order: Random) -> None:
    lines = FILES[name].splitlines(keepends=True)
    order.shuffle(lines)
    assert survives(FILES | {name: b"".join(lines)})


@given(name=st.sampled_from(TABLES), data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_any_file_may_be_rubbish(name: str, data: bytes) -> None:
    assert survives(FILES | {name: data})


@given(cells=st.lists(st.text(alphabet='ab,;\t"\n=-@\u200b\u202e#', max_size=12), min_size=13, max_size=13))
@settings(max_examples=300, deadline=None)
def test_any_cells_may_stand_in_a_row(cells: list[str]) -> None:
    assert survives(FILES | {"boards.csv": FILES["boards.csv"] + ",".join(cells).encode() + b"\n"})
