"""What one body holds together, checked by taking it away, and against python-igraph."""

import igraph
import networkx as nx
import pytest
from hypothesis import given
from measures.made_up import Pairs, digraphs, renamed, undirected

from ecosystem.measures import removals


def graph(pairs: str, alone: str = "") -> "nx.Graph[str]":
    found: nx.Graph[str] = nx.Graph([pair.split("-") for pair in pairs.split()])
    found.add_nodes_from(alone)
    return found


def as_igraph(graph: "nx.Graph[str]") -> igraph.Graph:
    names = sorted(graph)
    edges = [(names.index(one), names.index(other)) for one, other in graph.edges]
    return igraph.Graph(n=len(names), edges=edges)


def test_two_triangles_that_meet_in_one_body_fall_apart_without_it() -> None:
    # without m, a and b on one side and c and d on the other: 2 x 2 pairs are parted, 4 of the 6 pairs of the others
    found = removals(graph("a-b b-m m-a c-d d-m m-c"))
    (only,) = found.removals
    assert (only.id, only.pieces, only.pairs_parted, only.leaves_a_rest) == ("m", (2, 2), 4, False)
    assert only.cut_off == ("a", "b", "c", "d"), "neither half is the rest"
    assert only.fragmentation == pytest.approx(4 / 6)
    assert (found.bridges, found.fragmentation) == ((), 0.0)


def test_who_is_cut_off_is_cut_off_from_the_largest_piece() -> None:
    # b holds a and c, d, e; c holds a, b and d, e; d holds e and a, b, c
    found = removals(graph("a-b b-c c-d d-e"))
    assert {(each.id, each.cut_off, each.pairs_parted) for each in found.removals} == {
        ("b", ("a",), 3), ("c", ("a", "b", "d", "e"), 4), ("d", ("e",), 3),
    }  # fmt: skip
    assert found.bridges == (("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"))


def test_who_parts_most_pairs_comes_first_and_equals_in_the_order_of_their_ids() -> None:
    assert [each.id for each in removals(graph("a-b b-c c-d d-e")).removals] == ["c", "b", "d"]


def test_a_star_of_four_falls_into_single_bodies() -> None:
    # three ends, no two of which reach each other any more: all 3 of 3 pairs
    (hub,) = removals(graph("h-a h-b h-c")).removals
    assert (hub.pieces, hub.cut_off, hub.pairs_parted, hub.fragmentation) == ((1, 1, 1), ("a", "b", "c"), 3, 1.0)


def test_a_ring_holds_without_any_one() -> None:
    found = removals(graph("a-b b-c c-d d-a"))
    assert (found.removals, found.bridges) == ((), ())


@pytest.mark.parametrize(("alone", "apart"), [("", None), ("a", None), ("ab", 1.0), ("abc", 1.0)])
def test_without_a_tie_nothing_falls_apart_that_is_not_apart(alone: str, apart: float | None) -> None:
    found = removals(graph("", alone=alone))
    assert (found.removals, found.bridges, found.fragmentation) == ((), (), apart)


def test_two_bodies_and_their_tie_have_a_bridge_and_nobody_between() -> None:
    found = removals(graph("a-b"))
    assert (found.removals, found.bridges, found.fragmentation) == ((), (("a", "b"),), 0.0)


def apart(graph: "nx.Graph[str]") -> int:
    within = sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(graph))
    return len(graph) * (len(graph) - 1) // 2 - within


@given(digraphs)
def test_taking_a_body_away_leaves_what_is_told(pairs: Pairs) -> None:
    graph = undirected(pairs)
    for each in removals(graph).removals:
        own = nx.node_connected_component(graph, each.id)
        left = nx.Graph(graph.subgraph(set(graph) - {each.id}))
        pieces = sorted(nx.connected_components(left.subgraph(own - {each.id})), key=len, reverse=True)
        assert [len(piece) for piece in pieces] == list(each.pieces)
        kept = pieces[0] if 2 * len(pieces[0]) > sum(map(len, pieces)) else set()
        assert set(each.cut_off) == own - {each.id} - kept
        assert each.fragmentation == pytest.approx(apart(left) / (len(left) * (len(left) - 1) / 2))
        assert each.pairs_parted == apart(left) - (apart(graph) - (len(graph) - len(own)))


@given(digraphs)
def test_igraph_finds_the_same_bodies_and_ties(pairs: Pairs) -> None:
    graph = undirected(pairs)
    names, other = sorted(graph), as_igraph(graph)
    assert {each.id for each in removals(graph).removals} == {names[place] for place in other.articulation_points()}
    ties = (other.es[place].tuple for place in other.bridges())
    assert set(removals(graph).bridges) == {(names[min(tie)], names[max(tie)]) for tie in ties}


@given(digraphs)
def test_names_and_one_more_that_stands_alone_part_no_other_pairs(pairs: Pairs) -> None:
    graph = undirected(pairs)
    other = renamed(graph, "x".__add__)
    other.add_node("alone")
    assert {(f"x{each.id}", each.pieces, each.pairs_parted) for each in removals(graph).removals} == {
        (each.id, each.pieces, each.pairs_parted) for each in removals(other).removals
    }
