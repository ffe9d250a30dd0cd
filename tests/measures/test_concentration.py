"""Degree centralisation and the share of the top three, worked out by hand and compared with igraph."""

import networkx as nx
import pytest
from hypothesis import given, settings
from measures.made_up import NODES, Pairs, digraphs, seen
from measures.structures import CLIQUE, RING, STAR, in_igraph, joined, written

from ecosystem.measures.concentration import centralisation, concentration


def test_a_star_is_wholly_concentrated_and_a_ring_and_a_clique_not_at_all() -> None:
    shapes = ((STAR, "abcde"), (RING, "abcde"), (CLIQUE, "abcd"))
    assert [concentration(joined(*shape)).centralisation for shape in shapes] == [1, 0, 0]


def test_a_path_of_four_is_concentrated_by_a_third() -> None:
    # Numbers of ties 1, 2, 2, 1: (1 + 0 + 0 + 1) / (3·2).
    assert concentration(joined(written("ab bc cd"), "abcd")).centralisation == pytest.approx(1 / 3)


def test_it_is_not_defined_for_fewer_than_three_bodies() -> None:
    found = [concentration(view).centralisation for view in (seen(), joined([], "a"), joined(written("ab"), "ab"))]
    assert found == [None, None, None]


def test_without_ties_nothing_is_concentrated_and_nobody_at_the_top() -> None:
    found = concentration(joined([], "abc"))
    assert (found.centralisation, found.top, found.touching_top) == (0, (), 0)


def test_where_too_many_tie_for_second_place_the_first_alone_is_the_top() -> None:
    # a has three ties; b, c, d and g have two each; e, f and h one.
    found = concentration(joined(written("ab ac ad be cf dg gh"), "abcdefgh"))
    assert {(one.rank, one.id) for one in found.top} == {(1, "a")}
    assert (found.touching_top, found.ground.ties) == (3, 7)


def test_two_who_tie_for_second_place_are_the_top_with_the_first() -> None:
    # a has three ties, b and c two each, and the tie ab is touched by two of them and counts once
    found = concentration(joined(written("ab ac ad be cf"), "abcdef"))
    assert {(one.rank, one.id) for one in found.top} == {(1, "a"), (2, "b"), (2, "c")}
    assert (found.touching_top, found.ground.ties) == (5, 5)


def test_where_more_than_three_tie_for_the_first_place_all_of_them_are_the_top() -> None:
    assert {one.id for one in concentration(joined(RING, "abcde")).top} == set("abcde")


def test_parallel_facts_are_one_tie_and_loops_none() -> None:
    found = concentration(joined(written("ab ab ba aa"), "abc"))
    assert {(one.rank, one.id, one.value) for one in found.ranks} == {(1, "a", 1), (1, "b", 1), (3, "c", 0)}


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_numbers_of_ties_are_those_of_igraph(pairs: Pairs) -> None:
    degrees = dict(zip(NODES, in_igraph(pairs).degree(), strict=True))
    found = concentration(joined(pairs))
    assert {one.id: one.value for one in found.ranks} == degrees
    most, size = max(degrees.values()), len(NODES)
    of_star = sum((size - 1) - degree for _, degree in nx.star_graph(size - 1).degree)
    assert found.centralisation == pytest.approx(sum(most - one for one in degrees.values()) / of_star)


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_centralisation_lies_between_none_and_all(pairs: Pairs) -> None:
    value = concentration(joined(pairs)).centralisation
    assert value is not None
    assert 0 <= value <= 1


def test_a_graph_of_one_kind_gives_the_same_figure_by_other_names() -> None:
    assert centralisation(nx.star_graph(6)) == centralisation(nx.relabel_nodes(nx.star_graph(6), str))
