"""Where lines lead: to which tops, in how many steps, round in which loops, through whom alone; as igraph has it."""

import igraph
import networkx as nx
import pytest
from hypothesis import given
from measures.made_up import NODES, Pairs, digraphs, directed, renamed

from ecosystem.measures import loops, only_ways, several_above, upward


def graph(pairs: str, alone: str = "") -> "nx.DiGraph[str]":
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(alone)
    found.add_edges_from(pair.split("-") for pair in pairs.split())
    return found


def test_every_top_that_is_reached_is_told_with_the_fewest_and_the_most_steps() -> None:
    # a to b to t is two steps, a to t one; c reaches t through b and the other top u directly
    found = upward(graph("a-b b-t a-t c-b c-u", alone="z"))
    assert found.tops == {"t", "u"}
    assert {node: set(tops) for node, tops in found.reached.items()} == {"a": {"t"}, "b": {"t"}, "c": {"t", "u"}}
    assert (dict(found.fewest), dict(found.most)) == ({"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 2})
    assert found.longest == ("a", "b", "t")


def test_a_body_whose_line_leads_into_a_loop_has_no_number_of_most_steps() -> None:
    # x leads into the loop of a and b, from which a line leads on to t; y leads to t directly
    found = upward(graph("x-a a-b b-a b-t y-t"))
    assert found.looping == {"a", "b", "x"}
    assert dict(found.most) == {"y": 1}
    assert dict(found.fewest) == {"b": 1, "y": 1, "a": 2, "x": 3}


def test_a_loop_that_nothing_leaves_has_no_top() -> None:
    found = upward(graph("x-a a-b b-a"))
    assert (found.tops, dict(found.reached), found.longest) == (set(), {}, ())


@pytest.mark.parametrize("alone", ["", "a", "abc"])
def test_without_a_line_nothing_is_above_anything(alone: str) -> None:
    found = upward(graph("", alone=alone))
    assert (found.tops, dict(found.reached), dict(found.fewest), dict(found.most), found.longest) == (
        set(), {}, {}, {}, (),
    )  # fmt: skip
    assert (only_ways(graph("", alone)), loops(graph("", alone)), several_above(graph("", alone))) == ((), (), ())


def test_who_is_the_only_way_up_is_so_for_everybody_below() -> None:
    # d goes up by b or c, both of which lead through g alone; e has no way but through d
    found = only_ways(graph("e-d d-b d-c b-g c-g g-t"))
    assert {(way.id, way.below) for way in found} == {("g", ("b", "c", "d", "e")), ("d", ("e",))}


def test_with_two_tops_nobody_is_the_only_way_for_who_reaches_both() -> None:
    # a reaches t through g and u directly; b reaches t through g alone
    assert {(way.id, way.below) for way in only_ways(graph("a-g b-g g-t a-u"))} == {("g", ("b",))}


def test_what_leads_round_without_a_top_has_no_way_up() -> None:
    assert only_ways(graph("x-a a-b b-a")) == ()


def test_the_shortest_way_round_a_loop_is_told_and_everybody_in_it() -> None:
    # a, b, c and d are all above each other; from a the shortest way back is over d
    found = loops(graph("a-b b-c c-a a-d d-a"))
    assert {(loop.members, loop.round) for loop in found} == {(("a", "b", "c", "d"), ("a", "d", "a"))}


def test_loops_apart_from_each_other_are_told_apart() -> None:
    assert {loop.members for loop in loops(graph("a-b b-a c-d d-c b-c"))} == {("a", "b"), ("c", "d")}


def test_who_has_most_above_it_comes_first() -> None:
    found = several_above(graph("a-t b-t b-u c-t c-u c-v"))
    assert [(each.id, each.above) for each in found] == [("c", ("t", "u", "v")), ("b", ("t", "u"))]


@given(digraphs)
def test_the_only_ways_up_are_those_whose_removal_leaves_no_way(pairs: Pairs) -> None:
    graph = directed(pairs)
    tops = upward(graph).tops
    expected = set()
    for way in set(graph) - tops:
        without = graph.subgraph(set(graph) - {way})
        left = {node for top in tops for node in nx.ancestors(without, top)}
        below = {node for node in upward(graph).reached if node not in left} - {way}
        if below and way in upward(graph).reached:
            expected.add((way, tuple(sorted(below))))
    assert {(each.id, each.below) for each in only_ways(graph)} == expected


def as_igraph(graph: "nx.DiGraph[str]") -> igraph.Graph:
    """Return the same lines as igraph has them, its numbers being places in `NODES`."""
    edges = [(NODES.index(one), NODES.index(other)) for one, other in graph.edges]
    return igraph.Graph(n=len(NODES), edges=edges, directed=True)


@given(digraphs)
def test_the_fewest_steps_are_the_shortest_of_igraph(pairs: Pairs) -> None:
    graph = directed(pairs)
    tops = [NODES.index(top) for top in upward(graph).tops]
    rows = as_igraph(graph).distances(target=tops) if tops else []
    nearest = {node: min(row) for node, row in zip(NODES, rows, strict=False)}
    assert upward(graph).fewest == {node: steps for node, steps in nearest.items() if 0 < steps < float("inf")}


@given(digraphs)
def test_the_only_ways_up_are_the_dominators_of_igraph(pairs: Pairs) -> None:
    graph = directed(pairs)
    above_all = len(NODES)
    downward = as_igraph(graph.reverse())
    downward.add_vertex()
    downward.add_edges((above_all, NODES.index(top)) for top in upward(graph).tops)
    nearest = downward.dominator(above_all)
    below: dict[str, set[str]] = {}
    for place, node in enumerate(NODES):
        way = nearest[place]
        while 0 <= way < above_all:
            below.setdefault(NODES[way], set()).add(node)
            way = nearest[way]
    known = {way: nodes for way, nodes in below.items() if way not in upward(graph).tops}
    assert {each.id: set(each.below) for each in only_ways(graph)} == known


@given(digraphs)
def test_loops_are_the_strong_components_of_igraph(pairs: Pairs) -> None:
    graph = directed(pairs)
    components = as_igraph(graph).connected_components(mode="strong")
    known = {tuple(sorted(NODES[place] for place in one)) for one in components if len(one) > 1}
    assert {loop.members for loop in loops(graph)} == known


@given(digraphs)
def test_the_fewest_steps_are_never_more_than_the_most(pairs: Pairs) -> None:
    found = upward(directed(pairs))
    assert set(found.fewest) == set(found.reached)
    assert set(found.most) == set(found.reached) - found.looping
    assert all(found.fewest[node] <= steps for node, steps in found.most.items())
    assert max(found.most.values(), default=0) == max(len(found.longest) - 1, 0)


@given(digraphs)
def test_the_longest_line_is_that_of_networkx_where_nothing_loops(pairs: Pairs) -> None:
    graph = nx.DiGraph(nx.transitive_reduction(nx.condensation(directed(pairs))))
    straight = nx.relabel_nodes(nx.DiGraph(graph.edges), str)
    assert max(len(upward(straight).longest) - 1, 0) == nx.dag_longest_path_length(straight)


@given(digraphs)
def test_there_is_a_loop_where_networkx_finds_no_order(pairs: Pairs) -> None:
    graph = directed(pairs)
    assert bool(loops(graph)) == (not nx.is_directed_acyclic_graph(graph))
    assert all(nx.is_path(graph, loop.round) for loop in loops(graph))


@given(digraphs)
def test_what_bodies_are_called_and_one_more_that_stands_alone_change_nothing(pairs: Pairs) -> None:
    graph = directed(pairs)
    other: nx.DiGraph[str] = nx.DiGraph(renamed(graph, "x".__add__))
    other.add_node("alone")
    names = {f"x{node}": node for node in NODES}
    assert {names[top] for top in upward(other).tops} == set(upward(graph).tops)
    assert {names[node]: steps for node, steps in upward(other).most.items()} == dict(upward(graph).most)
    assert {names[way.id] for way in only_ways(other)} == {way.id for way in only_ways(graph)}


@given(digraphs)
def test_turned_round_there_are_as_many_loops(pairs: Pairs) -> None:
    graph = directed(pairs)
    assert {loop.members for loop in loops(graph.reverse())} == {loop.members for loop in loops(graph)}
