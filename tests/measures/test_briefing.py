"""Whom to brief to reach all, worked out by hand and checked on random ties."""

import networkx as nx
from hypothesis import given, settings
from measures.made_up import NODES, Pairs, digraphs, seen, undirected
from measures.structures import STAR, TWO_TRIANGLES, joined, written

from ecosystem.measures.briefing import CHECKED, STEPS, briefing
from ecosystem.snapshot import View

Chosen = list[tuple[str, int, int]]


def chosen(view: View, steps: int) -> Chosen:
    return [(one.body, one.reaches, one.so_far) for one in briefing(view).lists[steps]]


def test_the_middle_of_a_star_reaches_all() -> None:
    view = joined(STAR, "abcde")
    assert (chosen(view, 1), chosen(view, 2)) == ([("a", 5, 5)], [("a", 5, 5)])


def test_two_triangles_take_two_within_one_step_and_one_within_two() -> None:
    # c reaches a, b, d and itself; e and f are left, and d, e and f all reach both: d is the first by id.
    # Within two steps c reaches all six.
    view = joined(TWO_TRIANGLES, "abcdef")
    assert (chosen(view, 1), chosen(view, 2)) == ([("c", 4, 4), ("d", 2, 6)], [("c", 6, 6)])


def test_who_has_no_tie_is_named_as_not_reached() -> None:
    found = briefing(joined(written("ab"), "abcd"))
    assert (found.unreached, found.reached) == (("c", "d"), 2)


def test_without_ties_nobody_can_be_reached_through_others() -> None:
    for view, alone in ((joined([], "ab"), ("a", "b")), (seen(), ())):
        found = briefing(view)
        assert (found.lists, found.unreached, found.voted, found.reached) == ({1: (), 2: ()}, alone, (), 0)


def test_the_check_names_no_more_than_the_list_of_one_step() -> None:
    found = briefing(joined(TWO_TRIANGLES, "abcdef"))
    assert len(found.voted) <= len(found.lists[1])
    assert set(found.voted) <= set("abcdef")


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_all_who_have_a_tie_are_reached_and_each_briefing_reaches_somebody_new(pairs: Pairs) -> None:
    graph, found = undirected(pairs), briefing(joined(pairs))
    for steps in STEPS:
        reached = [nx.single_source_shortest_path_length(graph, one.body, steps) for one in found.lists[steps]]
        assert set().union(*reached) == set(NODES) - set(found.unreached)
        assert sum(one.reaches for one in found.lists[steps]) == found.reached
        assert all(one.reaches for one in found.lists[steps])


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_two_steps_never_take_more_than_one_and_the_first_reaches_most(pairs: Pairs) -> None:
    found = briefing(joined(pairs))
    assert len(found.lists[2]) <= len(found.lists[1])
    for steps in STEPS:
        reaches = [one.reaches for one in found.lists[steps]]
        assert reaches == sorted(reaches, reverse=True)


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_the_list_is_that_of_looking_at_everybody_each_time(pairs: Pairs) -> None:
    graph, found = undirected(pairs), briefing(joined(pairs))
    for steps in STEPS:
        left = {body for body in graph if graph.degree(body)}
        reach = {body: set(nx.single_source_shortest_path_length(graph, body, steps)) for body in left}
        plain: Chosen = []
        while left:
            best = min(reach, key=lambda body: (-len(reach[body] & left), body))
            plain.append((best, len(reach[best] & left), found.reached - len(left - reach[best])))
            left -= reach[best]
        assert [(one.body, one.reaches, one.so_far) for one in found.lists[steps]] == plain


def test_how_many_are_reached_is_told_list_by_list() -> None:
    told: list[tuple[int, int]] = []
    briefing(joined(TWO_TRIANGLES, "abcdef"), lambda done, total: told.append((done, total)))
    assert told == [(4, 12), (6, 12), (12, 12)]


def test_the_check_names_no_more_than_twenty() -> None:
    pairs = [(f"{side}{number}", f"{side}{number}x") for number in range(30) for side in "ab"]
    view = joined(pairs, sorted({end for pair in pairs for end in pair}))
    assert (len(briefing(view).lists[1]), len(briefing(view).voted)) == (60, CHECKED)
