"""Parts, density, distance and efficiency, worked out by hand and compared with igraph; and how far a sample is off."""

import random

import pytest
from hypothesis import given, settings
from measures.made_up import NODES, Pairs, digraphs, seen
from measures.structures import in_igraph, joined, written

from ecosystem.measures import samples
from ecosystem.measures.cohesion import Cohesion, cohesion


def figures(found: Cohesion) -> tuple[float | None, float | None, float | None]:
    return found.density, found.distance.value, found.efficiency.value


def test_a_path_of_three_and_a_body_alone() -> None:
    # Two of six pairs are tied; of six ordered pairs in the path four are one step apart and two are two: mean 8/6.
    # Efficiency: (4·1 + 2·1/2) / (4·3) = 5/12.
    found = cohesion(joined(written("ab bc"), "abcd"))
    assert (found.joined, found.isolated) == ((("a", "b", "c"),), ("d",))
    assert figures(found) == (pytest.approx(2 / 6), pytest.approx(8 / 6), pytest.approx(5 / 12))


def test_five_facts_between_two_bodies_are_one_tie_and_the_density_one() -> None:
    found = cohesion(joined(written("ab ab ab ba ba"), "ab"))
    assert (found.ground.ties, *figures(found)) == (1, 1, 1, 1)


def test_parts_stand_by_size_and_none_is_left_out() -> None:
    found = cohesion(joined(written("gh ab bc de"), NODES))
    assert found.parts == (("a", "b", "c"), ("d", "e"), ("g", "h"), ("f",))


def test_of_bodies_without_ties_there_is_no_distance() -> None:
    found = cohesion(joined([], "abc"))
    assert (figures(found), found.joined, found.isolated) == ((0, None, 0), (), ("a", "b", "c"))


def test_of_one_body_or_none_nothing_is_defined() -> None:
    assert [figures(cohesion(view)) for view in (joined([], "a"), seen())] == [(None, None, None)] * 2
    assert (cohesion(seen()).parts, cohesion(joined([], "a")).isolated) == ((), ("a",))


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_figures_are_those_of_igraph(pairs: Pairs) -> None:
    graph = in_igraph(pairs)
    found = cohesion(joined(pairs))
    assert {frozenset(part) for part in found.parts} == {
        frozenset(NODES[place] for place in part) for part in graph.connected_components()
    }
    steps = [step for row in graph.distances() for step in row if 0 < step < float("inf")]
    assert found.density == pytest.approx(graph.density())
    assert found.distance.value == (pytest.approx(sum(steps) / len(steps)) if steps else None)
    assert found.efficiency.value == pytest.approx(sum(1 / step for step in steps) / (len(NODES) * (len(NODES) - 1)))


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_another_body_without_ties_lowers_the_density_and_no_distance(pairs: Pairs) -> None:
    before, after = cohesion(joined(pairs)), cohesion(joined(pairs, f"{NODES}z"))
    assert after.distance == before.distance
    # 28 pairs of eight bodies become 36 of nine.
    assert after.density == pytest.approx((before.density or 0) * 28 / 36)


def test_how_much_is_followed_is_told_body_by_body() -> None:
    told: list[tuple[int, int]] = []
    cohesion(joined(written("ab"), "abc"), advance=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_sample_of_many_says_how_far_off_its_means_may_be_and_is_seldom_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, number in {"SAMPLED_BEYOND": 20, "MOST": 25, "FEWEST": 25}.items():
        monkeypatch.setattr(samples, name, number)
    letters = [chr(ord("a") + place) for place in range(26)] + [chr(ord("A") + place) for place in range(26)]
    off = 0
    for seed in range(20):
        some = random.Random(seed)
        view = joined([(one, some.choice(letters[:place])) for place, one in enumerate(letters) if place], letters)
        exact, found = cohesion(view, full=True), cohesion(view)
        assert (exact.is_sampled, found.is_sampled, found.followed) == (False, True, 25)
        assert (exact.distance.margin, exact.efficiency.margin) == (0, 0)
        means = ((exact.distance, found.distance), (exact.efficiency, found.efficiency))
        off += sum(abs((one.value or 0) - (other.value or 0)) > other.margin for one, other in means)
    assert off <= 4


def test_in_a_ring_where_all_are_alike_a_sample_has_no_margin(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in {"SAMPLED_BEYOND": 4, "MOST": 3, "FEWEST": 3}.items():
        monkeypatch.setattr(samples, name, number)
    # from each of eight in a ring: two at 1, 2 and 3 steps, one at 4; mean 16/7, efficiency (2 + 1 + 2/3 + 1/4)/7
    found = cohesion(joined(written("ab bc cd de ef fg gh ha"), NODES))
    assert (found.followed, found.distance.margin, found.efficiency.margin) == (3, 0, pytest.approx(0, abs=1e-6))
    assert figures(found)[1:] == (pytest.approx(16 / 7), pytest.approx((2 + 1 + 2 / 3 + 1 / 4) / 7))
