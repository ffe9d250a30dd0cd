"""Effective size and constraint, worked out by hand and compared with igraph."""

import math

import pytest
from hypothesis import given, settings
from measures.made_up import NODES, Pairs, digraphs, seen
from measures.structures import CLIQUE, STAR, in_igraph, joined, written

from ecosystem.measures.redundancy import redundancy
from ecosystem.snapshot import View

Figures = tuple[str, int, float, float]


def figures(view: View) -> set[Figures]:
    return {(one.body, one.ties, round(one.effective, 6), round(one.constraint, 6)) for one in redundancy(view).bodies}


def test_the_middle_of_a_star_has_no_redundant_tie_and_its_ends_are_wholly_constrained() -> None:
    # Constraint of the middle: four times (1/4)²; of an end: 1².
    assert figures(joined(STAR, "abcde")) == {("a", 4, 4, 0.25)} | {(end, 1, 1, 1) for end in "bcde"}


def test_in_a_clique_of_four_each_has_three_ties_that_count_for_one() -> None:
    # Effective size 3 - 2·3/3 = 1. Constraint: three times (1/3 + 2·1/3·1/3)² = 3·(5/9)² = 75/81.
    assert figures(joined(CLIQUE, "abcd")) == {(one, 3, 1, round(75 / 81, 6)) for one in "abcd"}


def test_the_share_of_redundant_ties_is_that_which_leads_nowhere_new() -> None:
    # Of a's ties to b, c, d one pair, bc, is tied: 3 - 2·1/3 = 7/3 of 3 lead to different circles.
    [a] = [one for one in redundancy(joined(written("ab ac ad bc"), "abcd")).bodies if one.body == "a"]
    assert (a.among_them, round(a.share, 6)) == (1, round(2 / 9, 6))


def test_neither_is_defined_for_a_body_without_a_tie() -> None:
    found = redundancy(joined(written("ab aa cc"), "abcd"))
    assert (found.undefined, {one.body for one in found.bodies}) == (("c", "d"), {"a", "b"})


def test_no_bodies_have_no_figures() -> None:
    assert (redundancy(seen()).bodies, redundancy(seen()).undefined) == ((), ())


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_constraint_is_that_of_igraph_and_never_a_number_that_is_none(pairs: Pairs) -> None:
    found = redundancy(joined(pairs))
    known = dict(zip(NODES, in_igraph(pairs).constraint(), strict=True))
    assert {one.body: pytest.approx(one.constraint) for one in found.bodies} == {
        body: value for body, value in known.items() if not math.isnan(value)
    }
    assert {one.body for one in found.bodies} | set(found.undefined) == set(NODES)


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_the_direction_of_a_fact_and_another_body_without_ties_change_no_figure(pairs: Pairs) -> None:
    turned = joined([(other, one) for one, other in pairs], f"{NODES}z")
    assert figures(turned) == figures(joined(pairs))
