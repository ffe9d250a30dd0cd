"""Counting faults: how many were injected, how many survived, how long the slowest recovery took.

A test marked `fault(number)` without the fixture `fault` is one injection, survived if it passes. With the fixture it
injects as often as the catalogue says. Nothing is counted that did not happen.
"""

from collections.abc import Generator

import pytest
from faults.catalogue import FAULTS
from faults.report import keep, table
from faults.tally import SOAK, Tally

TALLIES = pytest.StashKey[dict[int, Tally]]()
PASSED_OVER = pytest.StashKey[set[int]]()
"""The faults of which some test was left out of this run, so that it does not count them in full."""


def tallies(config: pytest.Config) -> dict[int, Tally]:
    """Return what this run has counted, by the fault's number."""
    return config.stash.setdefault(TALLIES, {each.number: Tally(each) for each in FAULTS})


@pytest.fixture
def fault(request: pytest.FixtureRequest) -> Tally:
    """Return the tally of the fault that the test is marked with."""
    marker = request.node.get_closest_marker("fault")
    return tallies(request.config)[marker.args[0]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport]:
    report = yield
    if marker := item.get_closest_marker("fault"):
        tally = tallies(item.config)[marker.args[0]]
        if report.skipped and isinstance(report.longrepr, tuple):
            tally.skipped.add(report.longrepr[2].removeprefix("Skipped: "))
        elif report.when == "call" and "fault" not in item.fixturenames:
            tally.injected += 1
            tally.survived += report.passed
            tally.took(report.duration)
    return report


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        if marker := item.get_closest_marker("fault"):
            item.config.stash.setdefault(PASSED_OVER, set()).add(marker.args[0])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if SOAK:
        counted = tallies(config).values()
        terminalreporter.section("faults injected")
        terminalreporter.write(table([tally.count for tally in counted]))
        for tally in counted:
            for reason in sorted(tally.skipped):
                terminalreporter.write_line(f"{tally.fault.number} not injected: {reason}")
        passed_over = config.stash.get(PASSED_OVER, set())
        keep(tally.count for tally in counted if tally.is_full and tally.fault.number not in passed_over)
