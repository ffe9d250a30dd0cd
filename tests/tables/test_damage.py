"""Damaged files end in problems, in a dataset or in an update, never in another exception."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.problems import DataProblems
from ecosystem.tables import read_dataset, read_update
from ecosystem.tables.dataset import register_of
from ecosystem.tables.files import Contents
from ecosystem.tables.workbook import write_workbook

VALID = Path(__file__).parents[1] / "bad_input" / "valid"
FILES = {str(path.relative_to(VALID)): path.read_bytes() for path in VALID.rglob("*") if path.is_file()}
TABLES = sorted(FILES)
REGISTER = read_dataset(VALID)
SEATS = (
    b"id,subject,relation,object,role,start_date,sources,remove\n"
    b",SC,MEMBER_OF,Estates Group,chair,2024-03,minutes:4,\n"
    b'health-board--trust-1--member-of,trust-1,MEMBER_OF,SHB,chair,,"minutes:4 minutes:5",\n'
    b"health-board--estates-group--part-of,,,,,,,yes\n"
)
BOOK = write_workbook(REGISTER.snapshot)


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


def is_read(data: bytes, name: str, folder: Path) -> bool:
    """Tell whether a damaged update is read to an end."""
    (folder / name).write_bytes(data)
    try:
        return read_update([folder / name], REGISTER).snapshot.digest != ""
    except DataProblems as problems:
        return str(problems) != ""


def test_an_update_cut_short_at_any_byte_is_read_to_an_end(tmp_path: Path) -> None:
    assert all(is_read(SEATS[:length], "seats.csv", tmp_path) for length in range(len(SEATS)))


@given(positions=st.lists(st.integers(0, len(SEATS) - 1), min_size=1, max_size=3), byte=st.integers(0, 255))
@settings(max_examples=200, deadline=None)
def test_any_bytes_of_an_update_may_be_others(
    positions: list[int], byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(SEATS)
    for position in positions:
        data[position] = byte
    assert is_read(bytes(data), "seats.csv", tmp_path_factory.mktemp("byte"))


@given(order=st.randoms())
@settings(max_examples=40, deadline=None)
def test_lines_of_an_update_may_stand_in_any_order(order: Random, tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = SEATS.splitlines(keepends=True)
    order.shuffle(lines)
    assert is_read(b"".join(lines), "seats.csv", tmp_path_factory.mktemp("lines"))


@pytest.mark.slow
@given(position=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_any_byte_of_a_workbook_may_be_another(
    position: int, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(BOOK)
    data[position % len(data)] = byte
    assert is_read(bytes(data), "book.xlsx", tmp_path_factory.mktemp("book"))
