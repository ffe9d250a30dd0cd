"""Whether who oversees whom and who reports to whom agree."""

import networkx as nx
from hypothesis import given
from measures.made_up import Pairs, digraphs, directed

from ecosystem.measures import How, counterparts


def told(reporting: str, oversight: str) -> set[tuple[str, str, How]]:
    graphs = [nx.DiGraph([pair.split("-") for pair in pairs.split()]) for pairs in (reporting, oversight)]
    return {(pair.above, pair.below, pair.how) for pair in counterparts(*graphs)}


def test_a_line_said_from_both_ends_is_one() -> None:
    assert told("a-t", "t-a") == {("t", "a", How.BOTH)}


def test_oversight_without_reporting_and_reporting_without_oversight_are_told_apart() -> None:
    assert told("a-t", "t-b") == {("t", "a", How.REPORTING), ("t", "b", How.OVERSIGHT)}


def test_who_oversees_what_it_reports_to_is_told_once() -> None:
    assert told("a-t", "a-t") == {("a", "t", How.CROSSED)}


def test_two_that_oversee_each_other_are_told_from_both_sides() -> None:
    assert told("a-b", "a-b b-a") == {("a", "b", How.CROSSED), ("b", "a", How.BOTH)}


def test_nothing_recorded_is_nothing_told() -> None:
    assert told("", "") == set()


@given(digraphs, digraphs)
def test_every_line_is_told_once(reporting: Pairs, oversight: Pairs) -> None:
    upward, downward = directed(reporting), directed(oversight)
    found = counterparts(upward, downward)
    assert {(pair.above, pair.below) for pair in found if pair.how is not How.REPORTING} == set(downward.edges)
    assert {(pair.below, pair.above) for pair in found if pair.how is How.REPORTING} == {
        (below, above)
        for below, above in upward.edges
        if not downward.has_edge(above, below) and not downward.has_edge(below, above)
    }
    assert len(set(found)) == len(found)
