"""Which facts put one thing formally above another."""

import pytest
from evidence.made_up import board, documented, entity, fact

from ecosystem.model import Fact
from ecosystem.network import rung_of, rungs_above
from ecosystem.snapshot import View

NODES = (
    *(board(), board("Group"), entity("Organisation", "Council"), entity("Post", "Director"), entity("Person", "Ann")),
    *(entity("Strategy", "Plan"), entity("Programme", "Arc"), entity("Constituency", "Sector")),
    *(entity("Priority", "Aim"), entity("Concept", "Model"), entity("Place", "Town")),
    entity("Partnership", "Tables", form="collection"),
)


def view_of(*facts: Fact) -> View:
    return documented(*NODES, *facts)


def rung(one: Fact, *others: Fact) -> tuple[str, str] | None:
    return rung_of(view_of(one, *others), one)


@pytest.mark.parametrize(
    ("subject", "relation", "other", "lower", "upper"),
    [
        ("group", "REPORTS_TO", "board", "group", "board"),
        ("board", "OVERSEES", "plan", "plan", "board"),
        ("board", "OVERSEES", "sector", "sector", "board"),
        ("board", "OVERSEES", "aim", "aim", "board"),
        ("group", "PART_OF", "council", "group", "council"),
        ("director", "PART_OF", "council", "director", "council"),
        ("plan", "PART_OF", "arc", "plan", "arc"),
    ],
)
def test_reporting_direction_and_belonging_lead_upward(
    subject: str, relation: str, other: str, lower: str, upper: str
) -> None:
    assert rung(fact(subject, relation, other)) == (lower, upper)


@pytest.mark.parametrize(
    ("subject", "relation", "other"),
    [
        ("council", "MEMBER_OF", "board"), ("board", "SUPPORTS", "plan"), ("board", "OWNS", "plan"),
        ("group", "PART_OF", "sector"), ("ann", "PART_OF", "council"), ("model", "PART_OF", "model"),
        ("aim", "PART_OF", "plan"), ("town", "PART_OF", "town"), ("group", "PART_OF", "tables"),
        ("board", "REPORTS_TO", "board"),
    ],
)  # fmt: skip
def test_seats_help_classes_affiliations_and_what_leads_to_itself_do_not(
    subject: str, relation: str, other: str
) -> None:
    assert rung(fact(subject, relation, other)) is None


def test_what_directs_a_whole_is_not_below_it_for_being_a_part_of_it() -> None:
    part = fact("group", "PART_OF", "council")
    assert rung(part, fact("group", "OVERSEES", "council", role="directs")) is None
    assert rung(part, fact("council", "REPORTS_TO", "group")) is None
    assert rung(part, fact("council", "OVERSEES", "group")) == ("group", "council")


def test_what_directed_a_whole_until_an_end_is_a_part_of_it_since() -> None:
    part = fact("group", "PART_OF", "council")
    assert rung(part, fact("group", "OVERSEES", "council", end_date="2020")) == ("group", "council")


def test_what_is_directly_above_comes_with_reporting_first() -> None:
    facts = (
        fact("group", "PART_OF", "council"),
        fact("board", "OVERSEES", "group"),
        fact("group", "REPORTS_TO", "board"),
    )
    assert [one.relation for one in rungs_above(view_of(*facts), "group")] == ["REPORTS_TO", "OVERSEES", "PART_OF"]
