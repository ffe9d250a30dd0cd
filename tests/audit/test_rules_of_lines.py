"""Rules of lines: loops, several above, crossed lines, inference beside sources, silence upward."""

from datetime import date

import networkx as nx
import pytest
from audit.made_up import found, known
from evidence.made_up import board, entity, fact, inferred
from hypothesis import given
from hypothesis.strategies import lists, sampled_from, tuples

A, B, C = (board(name) for name in "ABC")
REPORTS = fact("a", "REPORTS_TO", "b")
BACK = fact("b", "REPORTS_TO", "a")


@pytest.mark.parametrize("relation", ["REPORTS_TO", "OVERSEES"])
def test_lines_round_in_a_loop_are_one_finding_of_all_in_it(relation: str) -> None:
    rows = [A, B, C, fact("a", relation, "b"), fact("b", relation, "c"), fact("c", relation, "a")]
    assert found("loop", *rows) == {"a:b:c"}
    assert found("loop", *reversed(rows)) == {"a:b:c"}
    assert found("loop", *rows[:-1]) == set()


def test_a_loop_tells_each_of_its_lines_once_with_its_basis() -> None:
    assert known("loop", A, B, REPORTS, fact("b", "REPORTS_TO", "a", basis="implied")) == {
        "A reports to B; B reports to A (implied)"
    }


def test_a_loop_by_both_kinds_of_line_through_the_same_bodies_is_one_finding() -> None:
    rows = (A, B, REPORTS, BACK, fact("a", "OVERSEES", "b"), fact("b", "OVERSEES", "a"))
    assert found("loop", *rows) == {"a:b"}
    assert known("loop", *rows) == {"A reports to and oversees B; B reports to and oversees A"}


def test_a_loop_that_only_our_inference_closes_is_none_unless_inference_is_asked_for() -> None:
    rows = (A, B, REPORTS, inferred("b", "REPORTS_TO", "a"))
    assert found("loop", *rows) == set()
    assert found("loop", *rows, bases=["stated", "inferred"]) == {"a:b"}


@pytest.mark.parametrize(
    ("day", "keys"),
    [(date(2019, 12, 31), {"a:b"}), (date(2020, 1, 1), set()), (date(1900, 1, 1), set()), (None, set())],
    ids=["last day", "day after", "long before", "whole record, on its own day"],
)
def test_a_loop_is_one_only_while_its_lines_last(day: date | None, keys: set[str]) -> None:
    assert found("loop", A, B, REPORTS, fact("b", "REPORTS_TO", "a", end_date="2019-12-31"), on=day) == keys


def test_lines_of_unknown_dates_make_no_loop() -> None:
    undated = fact("b", "REPORTS_TO", "a", at="")
    assert found("loop", A, B, REPORTS, undated) == set()


def test_who_oversees_a_body_that_it_reports_to_is_found_once() -> None:
    rows = (A, B, REPORTS, fact("a", "OVERSEES", "b"))
    assert found("oversees-what-it-reports-to", *rows) == {"a:b"}
    assert found("loop", *rows) == set()
    assert found("oversees-what-it-reports-to", A, B, REPORTS, fact("b", "OVERSEES", "a")) == set()


def test_a_loop_of_both_kinds_of_line_is_found_apart_from_loops_of_one_and_crossed_pairs() -> None:
    up = (REPORTS, fact("b", "REPORTS_TO", "c"))
    rows = (A, B, C, *up, fact("a", "OVERSEES", "c"))
    assert found("mixed-loop", *rows) == {"a:b:c"}
    assert known("mixed-loop", *rows) == {"A reports to B; B reports to C; A oversees C"}
    assert found("loop", *rows) == found("oversees-what-it-reports-to", *rows) == set()
    assert found("mixed-loop", A, B, C, *up, fact("c", "OVERSEES", "a")) == set()
    assert found("mixed-loop", A, B, C, *up, fact("a", "OVERSEES", "c", role="regulates")) == set()
    assert found("mixed-loop", A, B, C, *up, fact("c", "REPORTS_TO", "a"), fact("a", "OVERSEES", "c")) == set()
    assert found("mixed-loop", A, B, REPORTS, fact("a", "OVERSEES", "b")) == set()


@given(lists(tuples(sampled_from("abcd"), sampled_from(["REPORTS_TO", "OVERSEES"]), sampled_from("abcd")), unique=True))
def test_whoever_is_above_themselves_by_any_lines_is_in_a_loop_or_a_crossed_pair(
    ties: list[tuple[str, str, str]],
) -> None:
    lines = [(one, relation, other) for one, relation, other in ties if one != other]
    upward = nx.DiGraph((one, other) if relation == "REPORTS_TO" else (other, one) for one, relation, other in lines)
    rows = [*(board(name) for name in "ABCD"), *(fact(*line) for line in lines)]
    rules = ("loop", "mixed-loop", "oversees-what-it-reports-to")
    told = {one for rule in rules for key in found(rule, *rows) for one in key.split(":")}
    circles = [group for group in nx.strongly_connected_components(upward) if len(group) > 1]
    assert bool(told) == bool(circles)
    assert told <= set().union(*circles)


def test_several_above_are_counted_by_reporting_and_oversight_together_and_each_body_once() -> None:
    both = (A, B, C, REPORTS, fact("c", "OVERSEES", "a"))
    assert found("several-above", *both) == {"a:b:c"}
    assert known("several-above", *both) == {"reports to B; C oversees it"}
    assert found("several-above", A, B, REPORTS, fact("b", "OVERSEES", "a")) == set()


@pytest.mark.parametrize(
    "beside", [fact("c", "OVERSEES", "a", role="regulates"), fact("a", "REPORTS_TO", "c", role="scrutinised")]
)
def test_who_scrutinises_or_regulates_is_no_second_master(beside: object) -> None:
    assert found("several-above", A, B, C, REPORTS, beside) == set()  # type: ignore[arg-type]


def test_one_more_above_is_a_finding_of_its_own() -> None:
    rows = (A, B, C, board("D"), REPORTS, fact("a", "REPORTS_TO", "c"))
    assert found("several-above", *rows) == {"a:b:c"}
    assert found("several-above", *rows, fact("a", "REPORTS_TO", "d")) == {"a:b:c:d"}


def test_an_inferred_line_differs_from_one_to_another_body_or_the_other_way_round() -> None:
    ours = inferred("a", "REPORTS_TO", "b", id="ours")
    assert found("inferred-otherwise", A, B, C, ours, fact("a", "REPORTS_TO", "c")) == {"a:ours"}
    assert found("inferred-otherwise", A, B, C, ours, fact("c", "OVERSEES", "a")) == {"a:ours"}
    assert found("inferred-otherwise", A, B, ours, BACK) == {"a:ours"}
    assert found("inferred-otherwise", A, B, ours, fact("a", "OVERSEES", "b")) == {"a:ours"}


def test_an_inferred_line_that_sources_say_too_or_that_stands_alone_does_not_differ() -> None:
    ours = inferred("a", "REPORTS_TO", "b")
    assert found("inferred-otherwise", A, B, ours) == set()
    assert found("inferred-otherwise", A, B, C, ours, fact("b", "OVERSEES", "a"), fact("a", "REPORTS_TO", "c")) == set()
    assert found("inferred-otherwise", A, B, C, ours, fact("a", "REPORTS_TO", "c", end_date="2019")) == set()


def test_no_stated_line_and_an_only_inferred_one_are_found_apart() -> None:
    ours = inferred("a", "REPORTS_TO", "b")
    assert found("no-stated-line-upward", A, B, ours) == {"b"}
    assert found("only-inferred-line-upward", A, B, ours) == {"a"}
    assert found("only-inferred-line-upward", A, B, ours, REPORTS) == set()


def test_neither_teams_nor_a_name_for_several_tables_need_a_line_upward() -> None:
    rows = (entity("Team", "Nurses"), entity("Partnership", "All", form="collection"))
    assert found("no-stated-line-upward", *rows) == set()
