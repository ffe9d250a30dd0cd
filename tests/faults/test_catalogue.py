"""Every fault of the catalogue is injected by some test, and what a full run counted is told as it was counted."""

import ast
from collections.abc import Iterator
from pathlib import Path

from faults.catalogue import ALL, FAULTS, KINDS
from faults.report import BLOCK, PAGE, README, counts_of, page, summary

TESTS = Path(__file__).parents[1]


def marked() -> Iterator[tuple[int, str]]:
    """Yield the number of a fault and the name of a test for each marker there is."""
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for decorator in node.decorator_list:
                    if ast.unparse(decorator).startswith("pytest.mark.fault("):
                        yield ast.literal_eval(decorator.args[0]), f"{path.name}::{node.name}"


def test_every_fault_is_injected_by_a_test_and_every_test_injects_a_fault_of_the_catalogue() -> None:
    assert {number for number, _ in marked()} == {fault.number for fault in FAULTS} == set(range(1, 36))


def test_every_fault_is_of_a_kind_and_is_injected_in_the_ordinary_tests_too() -> None:
    assert {fault.kind for fault in FAULTS} == set(KINDS)
    assert all(fault.count is ALL or 1 <= fault.in_tests <= fault.count for fault in FAULTS)


def test_the_page_tells_a_full_run_in_which_every_fault_was_survived() -> None:
    counts = {count.number: count for count in counts_of(PAGE.read_text(encoding="utf-8"))}
    assert counts.keys() == {fault.number for fault in FAULTS}
    assert [fault.title for fault in FAULTS if counts[fault.number].injected < max(1, fault.count)] == []
    assert [count for count in counts.values() if count.survived != count.injected] == []


def test_the_page_and_the_readme_are_written_from_the_same_counts() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(counts_of(written)), "run `make soak`"
    assert BLOCK.findall(README.read_text(encoding="utf-8")) == [summary(counts_of(written))]
