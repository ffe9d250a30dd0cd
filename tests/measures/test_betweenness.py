"""Who lies between others, worked out by hand, by networkx and by python-igraph; and how far a sample is off."""

import igraph
import networkx as nx
import pytest
from hypothesis import given
from measures.made_up import Pairs, digraphs, renamed, undirected

from ecosystem.measures import Between, between, samples


def graph(pairs: str, alone: str = "") -> "nx.Graph[str]":
    found: nx.Graph[str] = nx.Graph([pair.split("-") for pair in pairs.split()])
    found.add_nodes_from(alone)
    return found


def values(found: Between) -> dict[str, float]:
    return {each.id: each.value for each in found.ranks}


def test_in_a_row_of_four_both_inner_bodies_lie_between_two_pairs() -> None:
    # b: a with c, a with d; c: a with d, b with d
    found = between(graph("a-b b-c c-d", alone="z"))
    assert {tuple(each) for each in found.ranks} == {(1, "b", 2.0), (1, "c", 2.0), (3, "a", 0.0), (3, "d", 0.0)}
    assert (found.pairs("b"), found.part["b"], found.undefined) == (3, 4, 1)


def test_of_two_ways_each_counts_by_half() -> None:
    # in a ring of four each body is one of the two between its neighbours
    assert values(between(graph("a-b b-c c-d d-a"))) == dict.fromkeys("abcd", 0.5)


def test_parts_are_told_apart_by_how_many_pairs_they_have() -> None:
    # the middle of a row of three lies between 1 pair of 1, the hub of a star of five between 6 pairs of 6
    found = between(graph("a-m m-b h-c h-d h-e h-f"))
    assert [tuple(each) for each in found.ranks][:2] == [(1, "h", 6.0), (2, "m", 1.0)]
    assert (found.pairs("h"), found.pairs("m")) == (6, 1)


@pytest.mark.parametrize(("pairs", "alone", "undefined"), [("", "", 0), ("", "a", 1), ("", "abc", 3), ("a-b", "c", 3)])
def test_where_no_three_are_joined_nothing_is_defined(pairs: str, alone: str, undefined: int) -> None:
    found = between(graph(pairs, alone))
    assert (found.ranks, found.undefined, found.is_sampled) == ((), undefined, False)


@given(digraphs)
def test_networkx_and_igraph_find_the_same(pairs: Pairs) -> None:
    graph = undirected(pairs)
    names = sorted(graph)
    edges = [(names.index(one), names.index(other)) for one, other in graph.edges]
    theirs = dict(zip(names, igraph.Graph(n=len(names), edges=edges).betweenness(directed=False), strict=True))
    ours = dict.fromkeys(names, 0.0) | values(between(graph))
    assert ours == pytest.approx(theirs)
    assert ours == pytest.approx(nx.betweenness_centrality(graph, normalized=False))


@given(digraphs)
def test_what_bodies_are_called_and_one_more_that_stands_alone_change_nothing(pairs: Pairs) -> None:
    graph = undirected(pairs)
    other = renamed(graph, "x".__add__)
    other.add_node("alone")
    ranks = {(each.rank, f"x{each.id}") for each in between(graph).ranks}
    assert {(each.rank, each.id) for each in between(other).ranks} == ranks
    assert between(other).undefined == between(graph).undefined + 1


def test_so_many_ways_that_no_decimal_holds_them_still_have_shares() -> None:
    # 1,100 pairs of twins in a row: from end to end lead 2 to the power of 1,100 ways
    rungs = [f"{place}{side}-{place + 1}{other}" for place in range(1100) for side in "lr" for other in "lr"]
    found = between(graph(" ".join(rungs)), full=True)
    assert all(0 <= each.value <= found.pairs(each.id) for each in found.ranks)


@pytest.fixture
def small_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sample from 20 bodies on, and 60 of them."""
    for name, number in {"SAMPLED_BEYOND": 20, "MOST": 60, "FEWEST": 60}.items():
        monkeypatch.setattr(samples, name, number)


def off_in_front(graph: "nx.Graph[str]") -> tuple[int, int]:
    """Return of how many of the ten bodies in front a sample is off by more than it says, and how many these are."""
    exact, found = between(graph, full=True), between(graph)
    assert (found.followed, found.joined, found.is_sampled) == (60, len(exact.ranks), True)
    sampled = values(found)
    front = exact.ranks[:10]
    return sum(abs(sampled[each.id] - each.value) > found.error[each.id] for each in front), len(front)


@pytest.mark.usefixtures("small_samples")
def test_a_sample_says_how_far_off_it_may_be_and_is_seldom_further_in_front() -> None:
    hubs = (nx.barabasi_albert_graph(200, 2, seed=seed) for seed in range(20))
    tried = [off_in_front(nx.relabel_nodes(graph, str)) for graph in hubs]
    off, of_all = map(sum, zip(*tried, strict=True))
    assert 0 < off / of_all < 0.15


@pytest.mark.usefixtures("small_samples")
def test_the_same_data_have_the_same_sample_and_asked_in_full_there_is_none() -> None:
    ring = nx.relabel_nodes(nx.cycle_graph(90), str)
    assert between(ring) == between(nx.Graph(ring))
    full = between(ring, full=True)
    assert (full.is_sampled, full.followed, set(full.error.values())) == (False, 90, {0.0})


def test_how_much_is_done_is_told_body_by_body() -> None:
    told: list[tuple[int, int]] = []
    between(graph("a-b b-c"), advance=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_more_ties_there_are_the_fewer_bodies_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in {"SAMPLED_BEYOND": 5, "MOST": 9, "FEWEST": 2, "STEPS": 100}.items():
        monkeypatch.setattr(samples, name, number)
    rings = (nx.relabel_nodes(nx.cycle_graph(size), str) for size in (5, 10, 16, 90))
    # all of 5; of 10 bodies and 10 ties 100 / 20; of 16 and 16, 100 / 32; of 90 and 90 the fewest
    assert [between(ring).followed for ring in rings] == [5, 5, 3, 2]
