"""Every fault of the catalogue is injected by some test, and what a full run counted is told as it was counted."""

import ast
from collections.abc import Iterator
from pathlib import Path

from faults.catalogue import ALL, FAULTS, KINDS

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
