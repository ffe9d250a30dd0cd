"""Core numbers, worked out by hand and compared with igraph."""

from hypothesis import given, settings
from measures.made_up import NODES, Pairs, digraphs, seen
from measures.structures import CLIQUE, in_igraph, joined, written

from ecosystem.measures.core import core
from ecosystem.snapshot import View


def numbers(view: View) -> dict[str, float]:
    return {one.id: one.value for one in core(view).numbers}


def test_a_clique_of_four_is_the_core_and_a_tail_is_not() -> None:
    view = joined([*CLIQUE, *written("de ef")], "abcdefg")
    assert numbers(view) == dict.fromkeys("abcd", 3) | dict.fromkeys("ef", 1) | {"g": 0}
    assert (core(view).depth, set(core(view).innermost)) == (3, set("abcd"))


def test_a_star_of_many_ties_has_a_core_of_one_only() -> None:
    assert set(numbers(joined(written("ab ac ad ae af ag ah"))).values()) == {1}


def test_loops_and_parallel_facts_make_no_core() -> None:
    assert numbers(joined(written("aa ab ab ba"), "ab")) == {"a": 1, "b": 1}


def test_without_ties_there_is_no_core() -> None:
    for view in (joined([], "abc"), joined([], "a"), seen()):
        assert (core(view).depth, core(view).innermost) == (0, ())


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_core_numbers_are_those_of_igraph(pairs: Pairs) -> None:
    assert numbers(joined(pairs)) == dict(zip(NODES, in_igraph(pairs).coreness(), strict=True))


@given(digraphs)
@settings(max_examples=40, deadline=None)
def test_a_further_tie_never_lowers_a_core_number(pairs: list[tuple[str, str]]) -> None:
    before, after = numbers(joined(pairs)), numbers(joined([*pairs, ("a", "h")]))
    assert all(after[one] >= before[one] for one in NODES)
