"""Who shares tables with whom, worked out by hand and compared with networkx and igraph on random seats."""

from itertools import product
from string import ascii_lowercase

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measures.made_up import seen
from measures.structures import seated

from ecosystem.measures.interlocks import fellows, interlocks
from ecosystem.snapshot import View

SEATS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("STUV")), max_size=20)


def pairs(view: View) -> set[tuple[str, str, tuple[str, ...], float]]:
    return {(one.first, one.second, one.tables, one.closeness) for one in interlocks(view).pairs}


def at(seats: list[tuple[str, str]]) -> View:
    return seated(" ".join(f"{who}-{table}" for who, table in seats), alone="abcdefSTUV")


def test_a_table_of_two_joins_its_two_more_closely_than_a_table_of_three() -> None:
    # At T sit three: each pair gets 1/2. At U sit two: their pair gets 1/1.
    assert pairs(seated("a-T b-T c-T a-U b-U")) == {
        ("a", "b", ("T", "U"), 1.5), ("a", "c", ("T",), 0.5), ("b", "c", ("T",), 0.5),
    }  # fmt: skip


def test_a_board_of_twenty_makes_190_pairs_none_of_them_close() -> None:
    found = interlocks(seated(" ".join(f"{who}-T" for who in ascii_lowercase[:20]))).pairs
    assert (len(found), {one.closeness for one in found}) == (190, {1 / 19})


def test_the_closest_are_all_who_share_as_many_tables_as_any() -> None:
    found = interlocks(seated("a-T b-T a-U b-U c-V d-V c-W d-W e-V"))
    assert {(one.first, one.second) for one in found.closest} == {("a", "b"), ("c", "d")}


def test_how_many_tables_a_pair_shares_is_told_of_how_many_either_is_at() -> None:
    # a is at three, b at two; they share two of the three
    [one] = interlocks(seated("a-T b-T a-U b-U a-V")).pairs
    assert (one.tables, one.either) == (("T", "U"), 3)


def test_tables_that_are_at_a_table_are_told() -> None:
    assert interlocks(seated("a-T S-T")).at_tables == ("S",)


def test_who_is_alone_at_a_table_shares_it_with_nobody() -> None:
    assert pairs(seated("a-T b-U")) == set()


def test_no_seats_at_all_make_no_pairs() -> None:
    assert (interlocks(seen()).pairs, interlocks(seen()).closest) == ((), ())


def test_fellows_are_joined_once_however_many_tables_they_share() -> None:
    graph, _ = fellows(seated("a-T b-T a-U b-U c-V", alone="d"))
    assert (set(graph), set(graph.edges)) == ({"a", "b", "c"}, {("a", "b")})


@given(SEATS)
@settings(max_examples=40, deadline=None)
def test_closeness_and_shared_tables_are_those_of_the_two_mode_graph(seats: list[tuple[str, str]]) -> None:
    graph: nx.Graph[str] = nx.Graph(seats)
    graph.add_nodes_from("abcdefSTUV")
    who = set("abcdef")
    newman = nx.bipartite.collaboration_weighted_projected_graph(graph, who)
    shared = nx.bipartite.weighted_projected_graph(graph, who)
    assert {(one.first, one.second, len(one.tables)) for one in interlocks(at(seats)).pairs} == {
        (*sorted(ends), shared.edges[ends]["weight"]) for ends in shared.edges
    }
    for one in interlocks(at(seats)).pairs:
        assert one.closeness == pytest.approx(newman.edges[one.first, one.second]["weight"])


@given(SEATS)
@settings(max_examples=40, deadline=None)
def test_other_names_and_another_body_without_a_seat_change_no_pair(seats: list[tuple[str, str]]) -> None:
    other = seated(" ".join(f"{who.translate(RENAMED)}-{table}" for who, table in seats), alone="z")
    assert {
        (tuple(sorted((first, second))), tables, round(close, 9)) for first, second, tables, close in pairs(other)
    } == {
        (tuple(sorted((first.translate(RENAMED), second.translate(RENAMED)))), tables, round(close, 9))
        for first, second, tables, close in pairs(at(seats))
    }


@given(SEATS)
@settings(max_examples=40, deadline=None)
def test_pairs_and_how_many_tables_they_share_are_those_of_the_projection_of_igraph(
    seats: list[tuple[str, str]],
) -> None:
    names = "abcdefSTUV"
    edges = {(names.index(who), names.index(table)) for who, table in seats}
    graph = igraph.Graph.Bipartite([name.isupper() for name in names], sorted(edges))
    bodies, _ = graph.bipartite_projection(multiplicity=True)
    known = {(names[one.source], names[one.target], one["weight"]) for one in bodies.es}
    assert {(one.first, one.second, len(one.tables)) for one in interlocks(at(seats)).pairs} == known


RENAMED = str.maketrans("abcdef", "fdbeca")


def test_each_body_gets_as_much_closeness_as_it_has_tables_with_company() -> None:
    seats = [f"{who}-{table}" for who, table in product("abc", "TU")]
    found = interlocks(seated(" ".join([*seats, "a-V"]))).pairs
    assert sum(one.closeness for one in found if "a" in {one.first, one.second}) == pytest.approx(2)
