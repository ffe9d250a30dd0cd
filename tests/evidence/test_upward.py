"""Which tables have no stated line upward, and in which words what is said above them is told."""

import pytest
from evidence.made_up import board, documented, entity, fact, inferred

from ecosystem.evidence import inferred_above, said_above, without_line_upward
from ecosystem.model import BASES, Fact
from ecosystem.snapshot import View

NAMES = (board(), board("Panel"), entity("Organisation", "Trust"), entity("Team", "Team"))


def with_lines(*lines: Fact) -> View:
    return documented(*NAMES, *lines)


def silent(*lines: Fact) -> set[str]:
    return {body.name for body in without_line_upward(with_lines(*lines))}


def above(*lines: Fact) -> str:
    return said_above(with_lines(*lines), board("Panel"))


@pytest.mark.parametrize("basis", BASES)
def test_only_a_stated_line_ends_the_silence(basis: str) -> None:
    line = fact("panel", "REPORTS_TO", "board", basis=basis)
    assert silent(line) == ({"Board"} if basis == "stated" else {"Board", "Panel"})


def test_a_stated_line_beside_one_that_we_infer_ends_the_silence() -> None:
    assert silent(fact("panel", "REPORTS_TO", "board"), inferred("panel", "REPORTS_TO", "trust")) == {"Board"}


def test_silence_is_told_of_tables_only_and_no_other_relation_ends_it() -> None:
    assert silent(fact("panel", "PART_OF", "board"), fact("board", "OVERSEES", "panel")) == {"Board", "Panel"}


def test_a_line_that_has_ended_leaves_a_table_silent() -> None:
    assert silent(fact("panel", "REPORTS_TO", "board", end_date="2019")) == {"Board", "Panel"}


def test_lines_upward_come_before_direction_and_parts() -> None:
    assert above(
        fact("panel", "PART_OF", "team", id="1"),
        fact("trust", "OVERSEES", "panel", id="2", role="directs"),
        fact("panel", "REPORTS_TO", "board", id="3", role="accountable", basis="implied"),
    ) == "is accountable to Board (implied); Trust gives direction to it; is part of Team"  # fmt: skip


def test_two_verbs_of_one_body_are_told_together_and_the_same_verb_once() -> None:
    directs = fact("board", "OVERSEES", "panel", role="directs")
    oversees = fact("board", "OVERSEES", "panel")
    again = fact("board", "OVERSEES", "panel", start_date="2017")
    assert above(directs, oversees, again) == "Board oversees and gives direction to it"


def test_the_basis_is_told_in_brackets_unless_it_is_stated_and_each_once() -> None:
    directs = fact("board", "OVERSEES", "panel", id="1", role="directs", basis="shown")
    implied = fact("board", "OVERSEES", "panel", id="2", basis="implied")
    again = fact("board", "OVERSEES", "panel", id="3", role="regulates", basis="implied")
    stated = fact("board", "OVERSEES", "panel", id="4", role="leads")
    assert above(directs, implied, again, stated) == (
        "Board gives direction to, oversees, regulates and leads it (shown and implied)"
    )


def test_what_leads_up_and_what_leads_down_between_two_bodies_are_told_apart() -> None:
    assert above(fact("panel", "PART_OF", "board"), fact("board", "OVERSEES", "panel")) == (
        "Board oversees it; is part of Board"
    )


def test_ids_that_begin_alike_are_not_taken_for_one_another() -> None:
    view = documented(board("A"), board("AA"), fact("aa", "PART_OF", "a"), fact("a", "OVERSEES", "aa"))
    assert said_above(view, board("AA")) == "A oversees it; is part of A"


def test_nothing_is_said_above_where_only_we_say_it_or_it_is_said_below() -> None:
    ours = (inferred("panel", "REPORTS_TO", "board"), inferred("panel", "PART_OF", "board"),
            inferred("board", "OVERSEES", "panel"))  # fmt: skip
    below = (fact("board", "REPORTS_TO", "panel"), fact("board", "PART_OF", "panel"), fact("panel", "OVERSEES", "team"))
    assert above(*ours, *below) == ""


def test_what_we_infer_is_told_apart_with_its_verbs() -> None:
    view = with_lines(
        inferred("panel", "REPORTS_TO", "board", id="1", role="accountable"),
        inferred("panel", "REPORTS_TO", "trust", id="2"),
        fact("panel", "REPORTS_TO", "team", id="3", basis="implied"),
    )
    assert inferred_above(view, board("Panel")) == "is accountable to Board and reports to Trust"
    assert inferred_above(view, board()) == ""
