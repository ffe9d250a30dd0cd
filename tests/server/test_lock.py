"""The lock names every program file, and no place to fetch it from."""

import json
import re

from ecosystem.server.jars import LOCK, PROGRAMS, locked_jars
from ecosystem.server.lock import text_of


def test_every_file_has_a_sum_and_a_size() -> None:
    assert len(locked_jars()) == 217
    assert not [jar for jar in locked_jars() if not re.fullmatch("[0-9a-f]{64}", jar.sha256) or jar.size <= 0]


def test_no_two_files_have_one_name() -> None:
    assert len({jar.file_name for jar in locked_jars()}) == len(locked_jars())


def test_the_programs_asked_for_are_in_it() -> None:
    locked = {f"{jar.group}:{jar.name}:{jar.version}" for jar in locked_jars()}
    assert set(PROGRAMS) <= locked
    assert json.loads(LOCK.read_text(encoding="utf-8"))["programs"] == list(PROGRAMS)


def test_it_holds_coordinates_and_no_address_or_path() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert not re.search(r"://|www\.|maven2|\\\\|\"/", text)
    assert {key for row in json.loads(text)["jars"] for key in row} == {
        "group", "name", "version", "classifier", "sha256", "size",
    }  # fmt: skip


def test_it_serves_every_kind_of_computer_alike() -> None:
    assert {jar.classifier for jar in locked_jars()} == {
        "", "linux-x86_64", "linux-aarch_64", "osx-x86_64", "osx-aarch_64",
    }  # fmt: skip


def test_it_is_written_as_the_maker_of_locks_writes_it() -> None:
    assert text_of(reversed(locked_jars())) == LOCK.read_text(encoding="utf-8")
