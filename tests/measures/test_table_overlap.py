"""Which tables gather the same bodies, worked out by hand and compared with networkx."""

import networkx as nx
import pytest
from hypothesis import given, settings
from measures.made_up import seen
from measures.structures import seated
from measures.test_interlocks import SEATS, at

from ecosystem.measures.table_overlap import table_overlap
from ecosystem.snapshot import View


def alike(view: View) -> set[tuple[str, str, tuple[str, ...], int]]:
    return {(one.first, one.second, one.both, one.either) for one in table_overlap(view).alike}


def redundancy(view: View) -> set[tuple[str, int, int]]:
    return {(one.table, one.pairs, one.meeting_elsewhere) for one in table_overlap(view).redundancy}


def test_likeness_is_who_is_at_both_of_who_is_at_either() -> None:
    view = seated("a-T b-T c-T b-U c-U d-U e-V")
    assert alike(view) == {("T", "U", ("b", "c"), 4)}
    assert table_overlap(view).alike[0].share == 0.5


def test_a_table_is_redundant_as_far_as_its_pairs_meet_elsewhere() -> None:
    # Of ab, ac, bc at T only bc meets at U; of bc, bd, cd at U only bc meets at T.
    assert redundancy(seated("a-T b-T c-T b-U c-U d-U")) == {("T", 3, 1), ("U", 3, 1)}


def test_a_table_with_fewer_than_two_bodies_has_no_redundancy_and_is_named() -> None:
    found = table_overlap(seated("a-T b-T a-U", alone="V"))
    assert ({one.table for one in found.redundancy}, found.too_small) == ({"T"}, ("U", "V"))


def test_two_tables_of_the_same_bodies_are_wholly_alike() -> None:
    view = seated("a-T b-T a-U b-U")
    assert alike(view) == {("T", "U", ("a", "b"), 2)}
    assert {one.share for one in table_overlap(view).redundancy} == {1.0}


def test_the_most_like_are_all_that_are_as_alike() -> None:
    found = table_overlap(seated("a-T b-T a-U c-U b-V d-V"))
    assert {(one.first, one.second) for one in found.most_like["T"]} == {("T", "U"), ("T", "V")}
    assert "W" not in found.most_like


def test_no_tables_have_nothing_in_common() -> None:
    found = table_overlap(seen())
    assert (found.alike, found.redundancy, found.too_small) == ((), (), ())


@given(SEATS)
@settings(max_examples=40, deadline=None)
def test_figures_are_those_of_the_two_mode_graph(seats: list[tuple[str, str]]) -> None:
    graph: nx.Graph[str] = nx.Graph(seats)
    tables = {table for _, table in seats}
    overlap = nx.bipartite.overlap_weighted_projected_graph(graph, tables) if seats else graph
    for one in table_overlap(at(seats)).alike:
        assert one.share == pytest.approx(overlap.edges[one.first, one.second]["weight"])
    found = table_overlap(at(seats)).redundancy
    known = nx.bipartite.node_redundancy(graph, [one.table for one in found]) if found else {}
    assert {one.table: pytest.approx(one.share) for one in found} == known
