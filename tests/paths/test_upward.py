"""Lines upward in made-up networks: loops, parallel lines, ties, ends and inferences."""

from evidence.made_up import TODAY, board, documented, fact, inferred

from ecosystem.model import Fact
from ecosystem.paths import Reach, Route, lines_upward, reach_upward
from ecosystem.snapshot import View

BOARDS = tuple(board(name) for name in "ABCDEF")


def view_of(*facts: Fact) -> View:
    return documented(*BOARDS, *facts)


def reports(*pairs: str) -> tuple[Fact, ...]:
    return tuple(fact(lower, "REPORTS_TO", upper) for lower, upper in pairs)


def line_upward(view: View, lower: str, upper: str) -> Route | None:
    up, _ = lines_upward(view, lower, upper)
    return up


def line(lower: str, upper: str, *facts: Fact) -> Route:
    found = line_upward(view_of(*facts), lower, upper)
    assert found is not None
    return found


def layers(reach: Reach) -> list[set[tuple[str, str]]]:
    return [{(step.start, step.end) for step in steps} for steps in reach.layers]


def test_a_line_leads_from_rung_to_rung_and_only_upward() -> None:
    facts = (*reports("ab", "bc"), fact("d", "OVERSEES", "c"))
    assert line("a", "d", *facts).nodes == ("a", "b", "c", "d")
    assert line_upward(view_of(*facts), "d", "a") is None


def test_nothing_is_above_itself_and_what_nobody_knows_is_above_nothing() -> None:
    view = view_of(*reports("ab", "ba"))
    assert line_upward(view, "a", "a") is None
    assert line_upward(view, "a", "nowhere") is None
    assert line_upward(view, "c", "a") is None


def test_a_loop_leads_both_ways_and_comes_to_an_end() -> None:
    facts = reports("ab", "bc", "ca")
    assert line("a", "c", *facts).nodes == ("a", "b", "c")
    assert line("c", "a", *facts).nodes == ("c", "a")
    assert layers(reach_upward(view_of(*facts), "a")) == [{("a", "b")}, {("b", "c")}]


def test_parallel_facts_are_one_step_the_plainest_first() -> None:
    facts = (fact("b", "OVERSEES", "a"), fact("b", "OVERSEES", "a", role="directs"), *reports("ab"))
    [step] = line("a", "b", *facts).steps
    assert [(one.relation, one.role) for one in step.facts] == [
        ("REPORTS_TO", ""), ("OVERSEES", ""), ("OVERSEES", "directs"),
    ]  # fmt: skip
    assert line("a", "b", *facts).others == 0


def test_of_lines_as_short_the_best_founded_is_told_and_the_others_are_counted() -> None:
    diamond = reports("ab", "bd", "cd")
    implied = fact("a", "REPORTS_TO", "c", basis="implied")
    assert (line("a", "d", *diamond, implied).nodes, line("a", "d", *diamond, implied).others) == (("a", "b", "d"), 1)
    weaker_first_step = (*reports("ac", "bd", "cd"), fact("a", "REPORTS_TO", "b", basis="implied"))
    assert line("a", "d", *weaker_first_step).nodes == ("a", "c", "d")


def test_a_weaker_second_step_counts_as_much_as_a_weaker_first() -> None:
    facts = (*reports("ab", "ac", "cd"), fact("b", "REPORTS_TO", "d", basis="shown"))
    assert line("a", "d", *facts).nodes == ("a", "c", "d")


def test_reporting_goes_before_direction_and_that_before_belonging() -> None:
    by_direction = (fact("b", "OVERSEES", "a"), fact("d", "OVERSEES", "b"))
    by_belonging = (fact("a", "PART_OF", "e"), fact("e", "PART_OF", "d"))
    assert line("a", "d", *by_direction, *by_belonging).nodes == ("a", "b", "d")
    assert line("a", "d", *by_direction, *by_belonging, *reports("ac", "cd")).nodes == ("a", "c", "d")


def test_ties_of_equal_ground_go_by_the_ids_whatever_the_order_of_the_rows() -> None:
    facts = reports("ab", "ac", "bd", "cd", "ae", "ed")
    assert line("a", "d", *facts) == line("a", "d", *reversed(facts))
    assert (line("a", "d", *facts).nodes, line("a", "d", *facts).others) == (("a", "b", "d"), 2)


def test_a_wide_diamond_is_counted_without_walking_every_way() -> None:
    wide = tuple(
        fact(f"{rank}{one}", "REPORTS_TO", f"{rank + 1}{other}")
        for rank in range(8)
        for one in range(9)
        for other in range(9)
    )
    boards = tuple(board(f"{rank}{one}") for rank in range(9) for one in range(9))
    found = line_upward(documented(*boards, *wide), "00", "80")
    assert found is not None
    assert (found.nodes, found.others) == (("00", "10", "20", "30", "40", "50", "60", "70", "80"), 9**7 - 1)


def test_a_middle_rung_that_has_ended_breaks_the_line_on_that_day_only() -> None:
    facts = (*reports("ab"), fact("b", "REPORTS_TO", "c", end_date="2020"))
    view = view_of(*facts)
    assert line_upward(view, "a", "c") is None
    assert reach_upward(view, "a").furthest == ("b",)
    whole = line_upward(view.snapshot.on(None), "a", "c")
    assert whole is not None
    assert whole.nodes == ("a", "b", "c")


def test_an_inferred_middle_rung_is_no_part_of_what_sources_assert() -> None:
    view = view_of(*reports("ab", "cd"), inferred("b", "REPORTS_TO", "c"))
    assert line_upward(view.asserted, "a", "d") is None
    ours = line_upward(view, "a", "d")
    assert ours is not None
    assert [step.is_ours for step in ours.steps] == [False, True, False]


def test_an_inference_beside_what_is_stated_is_not_what_the_step_rests_on() -> None:
    route = line("a", "b", *reports("ab"), inferred("a", "REPORTS_TO", "b"))
    assert [one.basis for one in route.facts] == [""]
    assert not any(step.is_ours for step in route.steps)


def test_the_fewest_inferences_are_used() -> None:
    ours = (inferred("a", "REPORTS_TO", "b"), inferred("b", "REPORTS_TO", "d"))
    half = (inferred("a", "REPORTS_TO", "c"), *reports("cd"))
    assert line("a", "d", *ours, *half).nodes == ("a", "c", "d")


def test_the_furthest_points_are_all_that_are_most_steps_above() -> None:
    reach = reach_upward(view_of(*reports("ab", "bc", "bd", "ae")), "a")
    assert layers(reach) == [{("a", "b"), ("a", "e")}, {("b", "c"), ("b", "d")}]
    assert set(reach.furthest) == {"c", "d"}
    assert reach_upward(view_of(), "a").furthest == ()


def test_the_facts_of_a_reach_are_those_that_lead_to_its_furthest() -> None:
    above = (*reports("ab", "bc"), fact("b", "PART_OF", "c", basis="implied"), fact("a", "PART_OF", "d"))
    reach = reach_upward(view_of(*above), "a")
    assert reach.furthest == ("c",)
    assert {(one.subject, one.relation, one.object) for one in reach.facts} == {
        ("a", "REPORTS_TO", "b"), ("b", "REPORTS_TO", "c"), ("b", "PART_OF", "c"),
    }  # fmt: skip
    assert reach_upward(view_of(), "a").facts == ()


def test_two_ways_to_the_same_rung_are_both_steps_of_the_reach() -> None:
    assert layers(reach_upward(view_of(*reports("ab", "ac", "bd", "cd")), "a"))[1] == {("b", "d"), ("c", "d")}


def test_only_the_bases_looked_at_count() -> None:
    view = view_of(fact("a", "REPORTS_TO", "b", basis="implied")).snapshot
    assert line_upward(view.on(TODAY, ["stated"]), "a", "b") is None
    assert line_upward(view.on(TODAY, ["implied"]), "a", "b") is not None
